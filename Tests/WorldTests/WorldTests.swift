import Testing

@testable import World

@Suite struct WorldTests {
    static let world = try? World.standard()

    @Test(arguments: [
        ("AZE", "AZE"), ("aze", "AZE"), ("Azerbaijan", "AZE"), ("russia", "RUS"), ("ru", "RUS"), ("Russian", "RUS"),
        ("usa", "USA"),
        ("u.s.", "USA"), ("South Korea", "KOR"), ("DR Congo", "COD"), ("Cote d'Ivoire", "CIV"), ("turkiye", "TUR"),
        ("Holland", "NLD"), ("Soviet Union", "SUN"),
    ])
    func findsAStateByAnyName(name: String, code: String) throws {
        #expect(try #require(Self.world).state(name)?.code == code)
    }

    @Test(arguments: [("Azerbijan", "AZE"), ("Rusia", "RUS"), ("Untied States", "USA"), ("Kyrgistan", "KGZ")])
    func suggestsTheNearest(name: String, code: String) throws {
        let world = try #require(Self.world)
        #expect(world.state(name) == nil)
        #expect(world.suggestions(for: name).first?.code == code)
    }

    @Test func holdsEveryMemberOfTheUnitedNations() throws {
        let states = try #require(Self.world).states.values
        #expect(states.count { $0.status == .member } == 193)
        #expect(states.count { $0.status == .observer } == 2)
    }

    @Test(arguments: [
        ("KEY Name\n  field: a | b\n", nil), ("  field: a\n", 1), ("KEY Name\n  no colon here\n", 2), ("@fact\n", 1),
    ])
    func namesTheLineThatIsWrong(text: String, line: Int?) throws {
        guard let line else {
            #expect(try EntryFile(text, name: "x.txt").entries.first?.values("field") == ["a", "b"])
            return
        }
        let error = #expect(throws: WorldError.self) { try EntryFile(text, name: "x.txt") }
        #expect(error?.line == line)
        #expect(error?.file == "x.txt")
    }
}
