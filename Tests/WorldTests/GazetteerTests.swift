import Foundation
import Language
import Reading
import Testing

@testable import World

@Suite struct GazetteerTests {
    static let world = try? World.standard()
    static let analyser = try? Analyser.standard()

    @Test(arguments: [
        ("Yekaterinburg", "RUS", 56.8, 60.6), ("Ekaterinburg", "RUS", 56.8, 60.6), ("Lankaran", "AZE", 38.8, 48.9),
        ("Sao Paulo", "BRA", -23.5, -46.6), ("Bavaria", "DEU", 49, 11.5), ("Xi'an", "CHN", 34.3, 108.9),
    ])
    func knowsWhereTownsAndRegionsLie(name: String, state: String, latitude: Double, longitude: Double) throws {
        let sense = try #require(
            Self.world?.senses(of: name).first { ($0.kind == "place" || $0.kind == "region") && $0.state == state })
        #expect(abs((sense.latitude ?? 0) - latitude) < 1)
        #expect(abs((sense.longitude ?? 0) - longitude) < 1.5)
    }

    @Test(arguments: [
        ("Tripoli", "Soldiers fought gunmen in Tripoli, in the north of Lebanon.", "LBN"),
        ("Tripoli", "Militias fought in Tripoli. Libya's government fled.", "LBY"),
        ("Moscow", "Students of Moscow, Idaho, held a vigil.", "USA"),
        ("Hyderabad", "He campaigned in Hyderabad, in Pakistan's Sindh.", "PAK"),
        ("Valencia", "Floods swept Valencia, Spain's third city.", "ESP"),
        ("Baku", "They met in Baku on Monday.", "AZE"),
    ])
    func placesATownInTheStateThatTheReportMeans(town: String, text: String, state: String) throws {
        let world = try #require(Self.world)
        var resolver = Resolver(world, on: Day("2025-06-30"), reading: text)
        let mentions = try #require(Self.analyser).sentences(of: ScannedText(text)).flatMap { sentence in
            resolver.resolve(sentence).placeMentions.map { (sentence.text(of: $0.words), $0.place) }
        }
        #expect(mentions.first { $0.0 == town }?.1.state == state)
    }

    /// A file that is not as it should be, and what is said of it.
    @Test func tellsWhatIsWrongWithTheFile() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let whole = try Data(contentsOf: ResourceFolder.url(of: "World").appendingPathComponent("places.demarche"))
        var later = whole
        later[later.startIndex + 8] = 9
        let cases: [(Data?, String)] = [
            (nil, "missing"), (Data(), "is no gazetteer"), (Data("GIF89a".utf8), "is no gazetteer"), (later, "format 9"),
            (whole.prefix(whole.count - 1), "cut short"), (whole.prefix(28), "cut short"),
        ]
        for (number, (bytes, expected)) in cases.enumerated() {
            let url = folder.appendingPathComponent("\(number).demarche")
            try bytes?.write(to: url)
            let error = #expect(throws: WorldError.self) { try Gazetteer(url) }
            #expect(error?.description.contains(expected) ?? false)
        }
    }
}
