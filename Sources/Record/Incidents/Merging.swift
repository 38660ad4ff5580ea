internal import Coding
internal import GRDB

/// Keeps each event with the event that founds its incident, as events come and go.
///
/// In their order (`Mention.Order`) each event joins the likeliest of the founders before it, or founds an incident of its
/// own. What an event does depends on founders before it alone, so that after a change only those are looked at again
/// which the change may reach, and the outcome is that of merging everything anew, in whatever order it was read.
struct Merging {
    let db: Database
    let likeness: Likeness
    /// Founders that lost or won an event.
    private(set) var changed: Set<String> = []
    private var waiting: [Mention.Order: (mention: Mention, founder: String?)] = [:]

    init(_ db: Database, likeness: Likeness) {
        self.db = db
        self.likeness = likeness
    }

    mutating func add(_ mentions: [Mention]) throws {
        for mention in mentions {
            try Mentions.insert(mention, db)
            waiting[mention.order] = (mention, nil)
        }
        try settle()
    }

    /// Takes events out; those they founded find other founders.
    mutating func remove(_ events: [String]) throws {
        for event in events {
            guard let (mention, founder) = try Mentions.find(event, db) else { continue }
            try Mentions.delete(event, db)
            waiting[mention.order] = nil
            if let founder { changed.insert(founder) }
            for (member, founder) in try Mentions.members(of: event, db) where member.event != event {
                waiting[member.order] = (member, founder)
            }
        }
        try settle()
    }

    private mutating func settle() throws {
        while let next = waiting.keys.min(), let (mention, former) = waiting.removeValue(forKey: next) {
            let founder = try founder(for: mention) ?? mention.event
            guard founder != former else { continue }
            try Mentions.place(mention.event, with: founder, db)
            changed.insert(founder)
            if let former { changed.insert(former) }
            if founder == mention.event {
                // It may draw away what joined others or founded incidents after it.
                for (other, itsFounder) in try Mentions.near(mention, db) where other.order > mention.order {
                    if let score = likeness.score(mention, other), score >= likeness.threshold {
                        waiting[other.order] = (other, itsFounder)
                    }
                }
            } else if former == mention.event {
                for (other, itsFounder) in try Mentions.members(of: mention.event, db) where other.event != mention.event {
                    waiting[other.order] = (other, itsFounder)
                }
            }
        }
    }

    /// The likeliest founder before an event; of equally likely ones the first.
    private func founder(for mention: Mention) throws -> String? {
        var best: (score: Double, order: Mention.Order)?
        for (other, _) in try Mentions.near(mention, foundersOnly: true, db) where other.order < mention.order {
            guard let score = likeness.score(mention, other), score >= likeness.threshold else { continue }
            if let known = best, known.score > score || known.score == score && known.order < other.order { continue }
            best = (score, other.order)
        }
        return best?.order.event
    }
}
