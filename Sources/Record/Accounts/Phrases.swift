internal import Glibc

extension String {
    /// Whether a phrase stands in it, byte for byte: most sentences have none of those that are looked for.
    func holds(_ phrase: String) -> Bool { strstr(self, phrase) != nil }
}
