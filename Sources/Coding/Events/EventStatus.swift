internal import Language
internal import World

/// Whether an act is told as done: the model's reading of its word, the tree's where that is plain.
struct EventStatus {
    let candidate: Candidate
    let attribution: Event.Attribution?
    let actor: Event.Side

    var status: Event.Status {
        let read = candidate.trigger.statuses.first.flatMap { Event.Status(rawValue: $0.label) } ?? .happened
        let isOwn = attribution?.actor.state != nil && attribution?.actor.state == actor.actor.state
        // A party's own announced act has happened by its own word.
        if read == .claimed, isOwn { return .happened }
        return read
    }
}
