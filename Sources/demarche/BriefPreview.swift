import ArgumentParser
import Briefing
import Foundation

struct BriefPreview: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, html, json }

    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "The issue of a week as readers will get it; nothing is sent or kept.",
        discussion: """
            The addresses of pages tell the identities of incidents and pairs, which a plan may name:

              demarche brief preview --on 2025-07-04 --format html > letter.html
              demarche brief preview --on 2025-07-04 --plan friday.txt
            """)

    @OptionGroup var issue: IssueOptions
    @OptionGroup var options: BriefOptions

    @Option(help: "text, html or json.")
    var format = Format.text

    func run() throws {
        let settings =
            FileManager.default.fileExists(atPath: options.settings)
            ? try options.read() : BriefingSettings(head: try Letterhead.local())
        let issue = try issue.issue(by: options.publisher(settings))
        let footing = Footing(support: settings.support)
        switch format {
        case .text: Lines.write(String(IssueText(issue, head: settings.head, footing: footing).text.dropLast()))
        case .html: Lines.write(String(IssueHTML(issue, head: settings.head, footing: footing).document.dropLast()))
        case .json: try Lines.json(issue)
        }
    }
}
