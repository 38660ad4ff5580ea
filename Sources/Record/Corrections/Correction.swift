public import Coding
internal import Foundation

/// What a person found to be otherwise than the program read it, with who, when and why.
public struct Correction: Sendable, Hashable {
    /// A part of an event that a person may set.
    public enum Field: String, Sendable, CaseIterable, Codable {
        case act, actor, recipient, start, end, place, status
    }

    public enum Change: Sendable, Hashable {
        /// An event or incident is as it was read.
        case confirm(String)
        /// An event, or every event of an incident, is no such thing.
        case reject(String)
        /// Parts of an event are others; an empty value takes a date or place away.
        case recode(String, [Field: String])
        /// Two incidents are one.
        case merge(String, with: String)
        /// Some events of an incident tell of something else. Where none are named, those that a merge brought under this
        /// identity.
        case split(String, events: [String])

        public var kind: String {
            switch self {
            case .confirm: "confirm"
            case .reject: "reject"
            case .recode: "recode"
            case .merge: "merge"
            case .split: "split"
            }
        }
    }

    public let number: Int
    /// In UTC, as 2025-06-30T12:00:00Z.
    public let time: String
    public let author: String
    public let reason: String
    public let kind: String
    /// The event or incident, as it was called then.
    public let subject: String
    public let detail: Detail

    /// What the change did, in full.
    public struct Detail: Codable, Sendable, Hashable {
        /// The events it touched.
        public var events: [String]
        /// The other incident of a merge.
        public var other: String?
        public var fields: [String: String]?
        /// Of a recoded event, how the coder had it.
        public var coded: Event?
    }
}

extension Correction: Encodable {
    private enum Key: String, CodingKey { case number, time, author, reason, kind, subject, events, other, fields, coded }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(number, forKey: .number)
        try values.encode(time, forKey: .time)
        try values.encode(author, forKey: .author)
        try values.encode(reason, forKey: .reason)
        try values.encode(kind, forKey: .kind)
        try values.encode(subject, forKey: .subject)
        try values.encode(detail.events, forKey: .events)
        try values.encode(detail.other, forKey: .other)
        try values.encode(detail.fields, forKey: .fields)
        try values.encode(detail.coded, forKey: .coded)
    }
}
