import Foundation
import Reading
import Testing

@testable import Record

@Suite struct TensionTests {
    private func act(_ id: String, week: Int, _ scale: Double, confidence: Double = 1, denied: Bool = false) -> CountedAct {
        var accounts = [CountedAct.Account(scale: scale, origins: 1)]
        if denied { accounts.append(CountedAct.Account(scale: 0, origins: 1)) }
        let day = Day(number: 19_000 + 7 * week)
        guard let act = CountedAct(id: id, day: day, accounts: accounts, confidence: confidence, origins: ["r" + id]) else {
            preconditionFailure("an act of some account and origin")
        }
        return act
    }

    private func tension(_ acts: [CountedAct], pool: Double = 0.5, draws: Int = 200) -> Tension {
        Tension(actor: "AZE", recipient: "RUS", acts: acts, pool: pool, draws: draws)
    }

    /// Acts of a week, of which a number are hostile.
    private func week(_ week: Int, hostile: Int, of count: Int) -> [CountedAct] {
        (0..<count).map { act("\(week).\($0)", week: week, $0 < hostile ? -4 : 4) }
    }

    @Test func computesTheIndexAsItIsDefined() throws {
        let acts = (0..<6).map { act("a\($0)", week: 0, -6) } + [act("b", week: 3, 3)]
        let found = tension(acts, pool: 0.4)
        let (count, severity) = (7.0, 39.0 / 7)
        let share = count / 50 * (36.0 / 39) + (1 - count / 50) * 0.4
        #expect(abs(found.longRunShare - share) < 1e-12)
        let last = try #require(found.weeks.last)
        #expect(abs(last.effective - 4) < 1e-9)
        #expect(last.index == nil)
        let first = try #require(found.weeks.first?.index)
        #expect(abs(first - 100 * (36 + 5 * severity * share) / (36 + 5 * severity)) < 1e-9)
    }

    @Test func hasNoLineWithTooFewReports() {
        let found = tension((0..<4).map { act("a\($0)", week: 0, -6) })
        #expect(found.weeks.map(\.index) == [nil])
        #expect(found.weeks.map(\.bands) == [nil])
        #expect(tension([]).weeks.isEmpty)
    }

    @Test func contributionsAddUpToTheIndex() throws {
        let found = tension((0..<8).flatMap { week($0, hostile: $0, of: 9) })
        for week in found.weeks {
            let sum = found.contributions(to: week).reduce(0) { $0 + $1.points }
            #expect(abs(try #require(week.index) - 100 * found.longRunShare - sum) < 1e-9)
        }
    }

    @Test func coverageIsBesideTheIndexAndNotInIt() throws {
        let once = (0..<20).map { act("a\($0)", week: 0, $0 < 10 ? -4 : 4) }
        let often = once.compactMap {
            CountedAct(
                id: $0.id, day: $0.day, accounts: $0.accounts, confidence: $0.confidence,
                origins: (0..<9).map { "r\($0)" } + $0.origins)
        }
        let (few, many) = (try #require(tension(once).weeks.first), try #require(tension(often).weeks.first))
        #expect(few.index == many.index)
        #expect((few.origins, many.origins) == (20, 29))
    }

    @Test func doesNotDependOnTheOrderOfTheActs() {
        let acts = (0..<12).flatMap { week($0, hostile: 3, of: 7) }
        let (one, other) = (tension(acts), tension(acts.reversed()))
        #expect(one.weeks == other.weeks)
    }

    @Test func aDenialWidensTheBandAndDrawsTheIndexDown() throws {
        func last(denied: Bool) throws -> Tension.Week {
            let acts = (0..<60).map { act("c\($0)", week: 0, 4) } + (0..<60).map { act("h\($0)", week: 0, -4, denied: denied) }
            return try #require(tension(acts).weeks.last)
        }
        let (told, denied) = (try last(denied: false), try last(denied: true))
        #expect(try #require(denied.index) < (try #require(told.index)))
        let widths = [told, denied].compactMap(\.bands).map { $0.ninety.upperBound - $0.ninety.lowerBound }
        #expect(widths.count == 2 && widths[1] > widths[0])
    }

    @Test func findsAStepAndNotASurgeOfCoverage() {
        let step = (0..<40).flatMap { week($0, hostile: $0 < 20 ? 3 : 12, of: 20) }
        let stepped = tension(step, draws: 0).weeks
        #expect(stepped.indices.filter { stepped[$0].isChange } == [20])
        let surge = (0..<40).flatMap { (15..<27).contains($0) ? week($0, hostile: 24, of: 80) : week($0, hostile: 6, of: 20) }
        #expect(tension(surge, draws: 0).weeks.allSatisfy { !$0.isChange })
    }

    /// PELT leaves out beginnings that cannot be best, and must find what trying all of them finds.
    @Test func findsWhatTryingEverythingFinds() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<60 {
            let weeks = (0..<30).map { week in
                let count = Double(1 + Int(generator.uniform() * 20))
                let share = week < 11 ? 0.2 : week < 20 ? 0.8 : 0.3
                var severity = Severity()
                for _ in 0..<Int(count) { severity = severity + Severity(scale: generator.uniform() < share ? -4 : 4) }
                return severity
            }
            let found = ChangePoints(weeks, meanSeverity: 4)
            #expect(found.starts == exhaustive(weeks, dispersion: found.dispersion))
        }
    }

    private func exhaustive(_ weeks: [Severity], dispersion: Double) -> [Int] {
        func cost(_ part: ArraySlice<Severity>) -> Double {
            let sum = part.reduce(Severity(), +) * 0.25
            return [sum.hostile, sum.cooperative].filter { $0 > 0 }.reduce(0) { $0 - 2 * $1 * log($1 / sum.total) } / dispersion
        }
        let penalty = 3 * log(Double(weeks.count))
        var best: [(cost: Double, starts: [Int])?] = [(-penalty, [])]
        for end in 1...weeks.count {
            var least: (cost: Double, starts: [Int])?
            for start in 0..<end where end - start >= 4 {
                guard let before = best[start] else { continue }
                let total = before.cost + cost(weeks[start..<end]) + penalty
                if total < least?.cost ?? .infinity { least = (total, before.starts + (start > 0 ? [start] : [])) }
            }
            best.append(least)
        }
        return best[weeks.count]?.starts ?? []
    }

    @Test func bearsActsOfAllAges() {
        let acts = [
            CountedAct(
                id: "old", day: Day(year: 1, month: 1, day: 1)!, accounts: [CountedAct.Account(scale: -5, origins: 1)],
                confidence: 2, origins: ["r"])!
        ]
        let found = tension(acts + (0..<9).flatMap { week($0, hostile: 3, of: 7) }, draws: 10)
        #expect(found.weeks.last?.index != nil)
        #expect(CountedAct(id: "x", day: Day(number: 0), accounts: [], confidence: 1, origins: ["r"]) == nil)
    }
}
