public import Foundation
package import Reading

/// Who is who, and where: states, their organs, offices and people, bodies, outlets and places, from files a person
/// can edit.
public struct World: Sendable {
    /// Somebody who held an office.
    package struct Holder: Sendable {
        package let name: String
        package let state: String
        package let office: String
        package let term: Term

        package func holds(on day: Day) -> Bool { term.contains(day) }
    }

    /// A body of no state, an armed group or a company.
    package struct Body: Sendable {
        package let name: String
        package let sector: String
        package let members: Set<String>
        package let states: [String]
        /// What it is called after it was named: "the alliance".
        package let nouns: [String]
    }

    /// By code.
    public internal(set) var states: [String: State] = [:]
    package internal(set) var holders: [Holder] = []
    package internal(set) var bodies: [String: Body] = [:]
    /// Regions, seas and rivers that are not in the gazetteer.
    package internal(set) var regions: [Place] = []
    package internal(set) var names: NameIndex
    package let gazetteer: Gazetteer
    /// An office's organ and sector.
    package internal(set) var offices: [String: (organ: String?, sector: String)] = [:]
    package internal(set) var sectors: [String: String] = [:]
    var stateNames: [String: String] = [:]
    /// Indices into `holders`, by surname and by state and office.
    package internal(set) var surnames: [[Int]] = []
    var surnameIndex: [String: Int] = [:]
    var holdersByOffice: [String: [Int]] = [:]

    /// The World that comes with the program, with the entries of an overlay added to it.
    ///
    /// - Parameter overlay: a folder of files of the same names and format.
    /// - Throws: `WorldError` where a file is not as it should be, `ReadingError` where one is missing.
    public static func standard(overlay: URL? = nil) throws -> World {
        try World(folder: ResourceFolder.url(of: "World"), overlay: overlay)
    }

    package init(folder: URL, overlay: URL? = nil) throws {
        gazetteer = try Gazetteer(folder.appendingPathComponent("places.demarche"))
        names = NameIndex(with: gazetteer)
        try add(WorldFiles(folder: folder, overlay: overlay))
    }

    /// Whether two names are the same person's or body's: by their words, or by any variant the data hold.
    package func isSame(_ name: String, _ other: String?) -> Bool {
        guard let other else { return false }
        return NamePath(of: name).hash == NamePath(of: other).hash || !persons(name).isDisjoint(with: persons(other))
    }

    private func persons(_ name: String) -> Set<String> {
        Set(
            names.references(named: name).compactMap { reference in
                switch reference {
                case .holder(let index): "holder " + holders[index].name
                case .body(let key, _): "body " + key
                case .outlet(let name, _): "outlet " + name
                default: nil
                }
            })
    }

    /// The one who held an office of a state on a day, where only one did.
    package func holder(of office: String, in state: String, on day: Day) -> Holder? {
        let names = Dictionary(
            grouping: (holdersByOffice["\(state) \(office)"] ?? []).map { holders[$0] }.filter { $0.holds(on: day) }, by: \.name)
        return names.count == 1 ? names.values.first?.first : nil
    }

    /// The capital of a state, with where it lies.
    func capital(of state: State) -> Place? {
        guard let name = state.capitals.first else { return nil }
        for case .place(let index) in names.references(named: name) {
            let entry = gazetteer[index]
            if entry.place.state == state.code, entry.kind == .town { return Place(entry.place, named: name) }
        }
        return Place(name: name, state: state.code, latitude: state.place.latitude, longitude: state.place.longitude)
    }
}
