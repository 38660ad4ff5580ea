import Testing

@testable import Reading

@Suite struct FurnitureTests {
    @Test(arguments: [
        "Sign up for our free weekly newsletter", "Read more", "Read more: Envoy called in", "Once", "Monthly", "Annual",
        "Remind me later.", "Support The Lantern!", "Ilya Invented / URA.RU / TASS", "Photo: A. Invented / Northern Wire",
        "Subscribers agree to the Privacy Policy", "Advertisement", "© 2025 The Lantern. All rights reserved.", "5 min read",
        "Share this", "Lale Invented contributed to this report.", "(Reporting by L. Invented; editing by A. Invented)",
        "Follow The Lantern on Facebook, Twitter and Instagram.", "Write to Lale Invented at lale@lantern.example",
        "Get access to every story for as little as two manats a month.", "With Lantern wires",
        "We use cookies to improve your experience.",
    ])
    func takesOut(line: String) { #expect(Furniture.standard.removed(from: [line]) == []) }

    @Test(arguments: [
        "The ministry said it would support the families of the victims.",
        "Once the talks are over, both sides will continue to meet, officials said.",
        "More than 50 people were detained in the raids on Friday.",
        "The two ministries contributed forty people to the search.",
        "He shared a photo of the wreckage with reporters.",
        "Trade between the two countries fell by 30 percent and/or more.",
        "“We need your help,” the ambassador told the crowd gathered outside the embassy in the capital on Friday, before he was "
            + "driven to the airport under escort and put on a flight home.",
    ])
    func leavesProse(line: String) { #expect(Furniture.standard.removed(from: [line]) == [line]) }

    @Test func readsNothingAfterAnAppeal() {
        let lines = ["Baku summoned the envoy.", "A Message from The Lantern:", "Dear readers,", "Anything at all stands here."]
        #expect(Furniture.standard.removed(from: lines) == ["Baku summoned the envoy."])
    }
}
