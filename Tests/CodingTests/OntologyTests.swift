import Testing

@testable import Coding

@Suite struct OntologyTests {
    @Test func tellsEveryActOnce() throws {
        let acts = try Ontology.standard().acts.values
        #expect(acts.count >= 150)
        #expect(Set(acts.map(\.type)).count == 16)
        for act in acts {
            #expect(!act.definition.isEmpty && !act.example.isEmpty && !act.counter.isEmpty, "\(act.key)")
            #expect((-10...10).contains(act.scale) && (-10...10).contains(act.ladder), "\(act.key)")
        }
    }
}
