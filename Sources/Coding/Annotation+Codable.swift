/// What is absent is null, as the contract has it.
extension Annotation.Who {
    private enum Key: String, CodingKey {
        case start, end, state, sector, organ, name, basis
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(start, forKey: .start)
        try values.encode(end, forKey: .end)
        try values.encode(state, forKey: .state)
        try values.encode(sector, forKey: .sector)
        try values.encode(organ, forKey: .organ)
        try values.encode(name, forKey: .name)
        try values.encode(basis, forKey: .basis)
    }
}

extension Annotation.Spot {
    private enum Key: String, CodingKey {
        case start, end, name, state, latitude, longitude
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(start, forKey: .start)
        try values.encode(end, forKey: .end)
        try values.encode(name, forKey: .name)
        try values.encode(state, forKey: .state)
        try values.encode(latitude, forKey: .latitude)
        try values.encode(longitude, forKey: .longitude)
    }
}
