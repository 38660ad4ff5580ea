internal import World

extension Event.Side: Codable {
    private enum Key: String, CodingKey { case text, state, sector, organ, name }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        self.init(text: try values.decode(String.self, forKey: .text), actor: try Actor(from: decoder))
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(text, forKey: .text)
        try values.encode(actor.state, forKey: .state)
        try values.encode(actor.sector, forKey: .sector)
        try values.encode(actor.organ, forKey: .organ)
        try values.encode(actor.name, forKey: .name)
    }
}

extension Event.Attribution: Codable {
    private enum Key: String, CodingKey { case text, state, sector, organ, name, cue, quoted }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        self.init(
            text: try values.decode(String.self, forKey: .text), actor: try Actor(from: decoder),
            cue: try values.decode(String.self, forKey: .cue), quoted: try values.decode(Bool.self, forKey: .quoted))
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(text, forKey: .text)
        try values.encode(actor.state, forKey: .state)
        try values.encode(actor.sector, forKey: .sector)
        try values.encode(actor.organ, forKey: .organ)
        try values.encode(actor.name, forKey: .name)
        try values.encode(cue, forKey: .cue)
        try values.encode(quoted, forKey: .quoted)
    }
}

extension Event: Codable {
    private enum Key: String, CodingKey {
        case event, report, sentence, actor, recipient, type, act, quad, scale, contexts, date, place, figures, status,
            attribution, confidence
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        id = try values.decode(String.self, forKey: .event)
        report = try values.decode(String.self, forKey: .report)
        sentence = try values.decode(Quote.self, forKey: .sentence)
        actor = try values.decode(Side.self, forKey: .actor)
        recipient = try values.decodeIfPresent(Side.self, forKey: .recipient)
        type = try values.decode(EventType.self, forKey: .type)
        act = try values.decode(String.self, forKey: .act)
        scale = try values.decode(Double.self, forKey: .scale)
        contexts = try values.decode([String].self, forKey: .contexts)
        date = try values.decodeIfPresent(Dating.self, forKey: .date)
        place = try values.decodeIfPresent(Place.self, forKey: .place)
        figures = try values.decode([Figure].self, forKey: .figures)
        status = try values.decode(Status.self, forKey: .status)
        attribution = try values.decodeIfPresent(Attribution.self, forKey: .attribution)
        confidence = try values.decode(Double.self, forKey: .confidence)
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(id, forKey: .event)
        try values.encode(report, forKey: .report)
        try values.encode(sentence, forKey: .sentence)
        try values.encode(actor, forKey: .actor)
        try values.encode(recipient, forKey: .recipient)
        try values.encode(type, forKey: .type)
        try values.encode(act, forKey: .act)
        try values.encode(type.quad, forKey: .quad)
        try values.encode(scale, forKey: .scale)
        try values.encode(contexts, forKey: .contexts)
        try values.encode(date, forKey: .date)
        try values.encode(place, forKey: .place)
        try values.encode(figures, forKey: .figures)
        try values.encode(status, forKey: .status)
        try values.encode(attribution, forKey: .attribution)
        try values.encode(confidence, forKey: .confidence)
    }
}
