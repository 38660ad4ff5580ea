import ArgumentParser
import Coding
import Reading
import Record
import World

/// Which part of the record a command shows.
struct SelectionOptions: ParsableArguments {
    @Option(name: .customLong("type"), help: "Only this PLOVER type, such as SANCTION; may be given again.")
    var types: [String] = []

    @Option(help: "From this day on, as 2025-06-30.")
    var since: String?

    @Option(help: "Up to this day.")
    var until: String?

    /// - Parameter names: states as the user named them.
    func selection(of names: [String], in world: World) throws -> Record.Selection {
        Record.Selection(
            states: try names.map { try Self.state($0, in: world).code }, types: Set(try types.map(Self.type)),
            since: try day(since), until: try day(until))
    }

    func day(_ text: String?) throws -> Day? {
        guard let text else { return nil }
        guard let day = Day(text) else { throw ValidationError("“\(text)” is not a date; write it as 2025-06-30.") }
        return day
    }

    static func state(_ name: String, in world: World) throws -> State {
        if let state = world.state(name) { return state }
        let near = world.suggestions(for: name).map { "\($0.name) (\($0.code))" }
        let hint =
            near.isEmpty
            ? "Give a code such as AZE or a name such as Azerbaijan." : "Did you mean \(near.joined(separator: ", or "))?"
        throw ValidationError("There is no state “\(name)”. \(hint)")
    }

    private static func type(_ name: String) throws -> EventType {
        guard let type = EventType(rawValue: name.uppercased()) else {
            throw ValidationError(
                "There is no type “\(name)”; the types are \(EventType.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        return type
    }
}
