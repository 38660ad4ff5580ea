import Testing

@testable import Language

@Suite struct InflectionTests {
    @Test(arguments: [
        ("summoned", "summon"), ("accused", "accuse"), ("denied", "deny"), ("expelled", "expel"), ("shelled", "shell"),
        ("banned", "ban"), ("killed", "kill"), ("continued", "continue"), ("escalated", "escalate"), ("issued", "issue"),
        ("shot", "shoot"), ("withdrew", "withdraw"),
    ])
    func readsThePastBackwards(word: String, base: String) {
        #expect(Inflection.bases(of: word, .verb, "Tense=Past|VerbForm=Part").contains(base))
    }

    @Test(arguments: [("sanctions", "sanction"), ("embassies", "embassy"), ("clashes", "clash"), ("envoys", "envoy")])
    func readsThePluralBackwards(word: String, base: String) {
        #expect(Inflection.bases(of: word, .noun, "Number=Plur").first == base)
    }

    @Test(arguments: ["went", "red", "news", "crisis", "ass"])
    func leavesWhatBearsNoEnding(word: String) { #expect(Inflection.bases(of: word, .noun, "Number=Sing").isEmpty) }
}
