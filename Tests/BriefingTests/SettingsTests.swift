import Foundation
import Testing

@testable import Briefing

@Suite struct SettingsTests {
    private func settings(_ text: String) throws -> BriefingSettings {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("settings-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("secret\n".utf8).write(to: folder.appendingPathComponent("password"))
        try Data(DKIMSigner.newKey().utf8).write(to: folder.appendingPathComponent("key.pem"))
        let file = folder.appendingPathComponent("briefing.txt")
        try Data(text.utf8).write(to: file)
        return try BriefingSettings(file)
    }

    private static let letter = """
        letter The Friday briefing
          site: https://news.example.org/
          from: Demarche <briefing@example.org>
          returns: returns@example.org

        """

    @Test func areReadWhole() throws {
        let settings = try settings(
            Self.letter + """
                  pairs: AZE-RUS | ind-can
                  when: friday 07:00 Europe/Berlin
                server smtp.example.org
                  user: briefing
                  password-file: password
                  rate: 600
                dkim example.org
                  selector: friday
                  key: key.pem
                support Reading is free, and this is how it stays so.
                checkout once https://pay.example/once
                  label: Once
                  amounts: 5 | 20
                checkout monthly https://pay.example/monthly
                """)
        #expect(settings.head.site == "https://news.example.org")
        #expect(settings.plans?.lastPathComponent == "plans")
        #expect(settings.pairs.map(\.description) == ["AZE-RUS", "CAN-IND"])
        #expect(settings.server?.port == 587 && settings.server?.security == .starttls && settings.server?.password == "secret")
        #expect(settings.signer?.record.hasPrefix("v=DKIM1; k=ed25519; p=") == true)
        #expect(settings.support?.links.map(\.label) == ["Once", "Monthly"])
        #expect(settings.support?.links[0].suggestion == "5 or 20 EUR")
    }

    @Test(
        arguments: [
            "", "server x\n", letter.replacing("https://", with: "ftp://"),
            letter.replacing("returns@example.org", with: "nobody"),
            letter + "  pairs: AZERUS\n", letter + "  when: someday\n", letter + "server x\n  port: 99999\n",
            letter + "server x\n  security: maybe\n", letter + "server x\n  password-file: absent\n",
            letter + "dkim example.org\n  selector: s\n  key: password\n",
            letter + "support x\ncheckout once http://pay.example\n",
            letter + "  address-key: password\n",
        ])
    func whatIsWrongIsNamed(_ text: String) { #expect(throws: (any Error).self) { try settings(text) } }
}
