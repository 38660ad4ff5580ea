import Foundation

/// The trained model as it lies on disk: a header of JSON and tensors at aligned offsets.
///
/// `Training/README.md` gives the format byte by byte.
struct ModelFile {
    struct Header: Decodable {
        struct Encoder: Decodable {
            let layers: Int
            let hidden: Int
            let inner: Int
            let attention: Int
            let positions: Int
            let epsilon: Float
            let shapes: Int
            let endings: Int
        }

        struct WordPieces: Decodable {
            let maxPieces: Int
            let maxChunk: Int
        }

        struct Head: Decodable {
            let name: String
            /// Its first column in the joint projection.
            let first: Int
            let width: Int
            let labels: [String]
            let arc: Int?
            let label: Int?
            let size: Int?
            let types: [String]?
        }

        struct Tensor: Decodable {
            let name: String
            let type: String
            let shape: [Int]
            let offset: Int
            let bytes: Int
        }

        let format: Int
        let encoder: Encoder
        let wordpieces: WordPieces
        let heads: [Head]
        let pieces: [String]
        let endings: [String]
        let tensors: [Tensor]
    }

    static let version = 1
    private static let prefix = 24

    let name: String
    let header: Header
    private let data: Data
    private let start: Int
    private let directory: [String: Header.Tensor]

    /// - Throws: `LanguageError` where the file is missing, cut short, or no model of this version.
    init(_ url: URL) throws(LanguageError) {
        name = url.path
        guard let data = try? Data(contentsOf: url, options: .alwaysMapped) else {
            throw LanguageError(url.path, "the language model is missing or cannot be opened")
        }
        guard data.count >= Self.prefix, data.prefix(8).elementsEqual("DEMARCHE".utf8) else {
            throw LanguageError(url.path, "is not a language model")
        }
        func integer(at offset: Int, bytes: Int) -> Int {
            (0..<bytes).reduce(0) { $0 | Int(data[data.startIndex + offset + $1]) << (8 * $1) }
        }
        let version = integer(at: 8, bytes: 4)
        guard version == Self.version else {
            throw LanguageError(url.path, "is a model of format \(version), this program reads format \(Self.version)")
        }
        let length = integer(at: 16, bytes: 7)
        guard length <= data.count - Self.prefix else { throw LanguageError(url.path, "is cut short in its header") }
        do {
            header = try JSONDecoder().decode(Header.self, from: data[Self.prefix..<Self.prefix + length])
        } catch {
            throw LanguageError(url.path, "has a damaged header")
        }
        self.data = data
        start = Self.prefix + length
        directory = Dictionary(header.tensors.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for tensor in header.tensors {
            let size = tensor.shape.reduce(tensor.type == "int8" ? 1 : 4, *)
            guard tensor.offset >= 0, tensor.bytes == size, start + tensor.offset + tensor.bytes <= data.count else {
                throw LanguageError(url.path, "is cut short: “\(tensor.name)” is not whole")
            }
        }
    }

    func integers(_ name: String, count: Int) throws(LanguageError) -> [Int8] {
        let bytes = try contents(name, type: "int8", count: count)
        return [Int8](unsafeUninitializedCapacity: count) { buffer, initialized in
            initialized = bytes.copyBytes(to: buffer)
        }
    }

    func floats(_ name: String, count: Int) throws(LanguageError) -> [Float] {
        let bytes = try contents(name, type: "float32", count: count)
        return [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
            initialized = bytes.copyBytes(to: buffer) / 4
        }
    }

    func head(_ name: String) throws(LanguageError) -> Header.Head {
        guard let head = header.heads.first(where: { $0.name == name }) else {
            throw LanguageError(self.name, "has no head “\(name)”")
        }
        return head
    }

    private func contents(_ name: String, type: String, count: Int) throws(LanguageError) -> Data {
        guard let tensor = directory[name], tensor.type == type, tensor.shape.reduce(1, *) == count else {
            throw LanguageError(self.name, "has no tensor “\(name)” of \(count) \(type) values")
        }
        return data[start + tensor.offset..<start + tensor.offset + tensor.bytes]
    }
}
