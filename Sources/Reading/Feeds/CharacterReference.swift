/// Characters written by number or name: `&#8212;`, `&mdash;`.
///
/// HTML's names are known in XML too, where feeds use them without declaring them. Names a document declares are not
/// expanded.
enum CharacterReference {
    /// The text of bytes in which references are decoded. What is no reference stays as it is.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        decode(bytes, into: &output)
        return String(decoding: output, as: UTF8.self)
    }

    static func decode(_ bytes: ArraySlice<UInt8>, into output: inout [UInt8]) {
        var at = bytes.startIndex
        while at < bytes.endIndex {
            guard let sign = bytes[at...].firstIndex(of: UInt8(ascii: "&")) else { break }
            output.append(contentsOf: bytes[at..<sign])
            if let (scalar, end) = reference(bytes, at: sign) {
                output.append(contentsOf: Array(String(scalar).utf8))
                at = end
            } else {
                output.append(bytes[sign])
                at = sign + 1
            }
        }
        output.append(contentsOf: bytes[at...])
    }

    private static let longestName = 10

    private static func reference(_ bytes: ArraySlice<UInt8>, at sign: Int) -> (Unicode.Scalar, end: Int)? {
        var at = sign + 1
        guard at < bytes.endIndex else { return nil }
        if bytes[at] == UInt8(ascii: "#") { return number(bytes, at: at + 1) }
        while at < bytes.endIndex, at - sign <= longestName, isLetterOrDigit(bytes[at]) { at += 1 }
        guard at < bytes.endIndex, bytes[at] == UInt8(ascii: ";") else { return nil }
        let scalar: Unicode.Scalar? =
            switch String(decoding: bytes[(sign + 1)..<at], as: UTF8.self) {
            case "amp": "&"
            case "lt": "<"
            case "gt": ">"
            case "quot": "\""
            case "apos": "'"
            case let name: names[name]
            }
        return scalar.map { ($0, at + 1) }
    }

    private static func number(_ bytes: ArraySlice<UInt8>, at start: Int) -> (Unicode.Scalar, end: Int)? {
        var at = start
        var value: UInt32 = 0
        let isHexadecimal = at < bytes.endIndex && bytes[at] | 0x20 == UInt8(ascii: "x")
        if isHexadecimal { at += 1 }
        let first = at
        while at < bytes.endIndex, at - first < 8 {
            let digit: UInt32
            switch bytes[at] {
            case 0x30...0x39: digit = UInt32(bytes[at] - 0x30)
            case 0x41...0x46 where isHexadecimal, 0x61...0x66 where isHexadecimal: digit = UInt32(bytes[at] | 0x20) - 0x57
            default: digit = 16
            }
            guard digit < 16 else { break }
            value = value &* (isHexadecimal ? 16 : 10) &+ digit
            at += 1
        }
        guard at > first else { return nil }
        let end = at < bytes.endIndex && bytes[at] == UInt8(ascii: ";") ? at + 1 : at
        // Numbers of the C1 controls are meant as Windows-1252 (HTML, section 13.2.5.80).
        if (0x80...0x9F).contains(value) { return (windows[Int(value) - 0x80], end) }
        guard value > 0, let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", end) }
        return (scalar, end)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || (0x30...0x39).contains(byte)
    }

    private static let windows = Array(
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

    /// The names of HTML 4, in the order of their characters: Latin-1 from 160 on, then the others.
    private static let names: [String: Unicode.Scalar] = {
        let latin = """
            nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro \
            para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil \
            Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave \
            Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml \
            igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute \
            thorn yuml
            """
        let greek = """
            Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi \
            Psi Omega
            """
        let others: [(UInt32, String)] = [
            (0x152, "OElig oelig"), (0x160, "Scaron scaron"), (0x178, "Yuml"), (0x192, "fnof"), (0x2C6, "circ"),
            (0x2DC, "tilde"), (0x3C2, "sigmaf"), (0x3D1, "thetasym upsih"), (0x3D6, "piv"), (0x2002, "ensp emsp"),
            (0x2009, "thinsp"), (0x200C, "zwnj zwj lrm rlm"), (0x2013, "ndash mdash"), (0x2018, "lsquo rsquo sbquo"),
            (0x201C, "ldquo rdquo bdquo"), (0x2020, "dagger Dagger bull"), (0x2026, "hellip"), (0x2030, "permil"),
            (0x2032, "prime Prime"), (0x2039, "lsaquo rsaquo"), (0x203E, "oline"), (0x2044, "frasl"), (0x20AC, "euro"),
            (0x2111, "image"), (0x2118, "weierp"), (0x211C, "real"), (0x2122, "trade"), (0x2135, "alefsym"),
            (0x2190, "larr uarr rarr darr harr"), (0x21B5, "crarr"), (0x21D0, "lArr uArr rArr dArr hArr"), (0x2200, "forall"),
            (0x2202, "part exist"), (0x2205, "empty"), (0x2207, "nabla isin notin"), (0x220B, "ni"), (0x220F, "prod"),
            (0x2211, "sum minus"), (0x2217, "lowast"), (0x221A, "radic"), (0x221D, "prop infin"), (0x2220, "ang"),
            (0x2227, "and or cap cup int"), (0x2234, "there4"), (0x223C, "sim"), (0x2245, "cong"), (0x2248, "asymp"),
            (0x2260, "ne equiv"), (0x2264, "le ge"), (0x2282, "sub sup nsub"), (0x2286, "sube supe"), (0x2295, "oplus"),
            (0x2297, "otimes"), (0x22A5, "perp"), (0x22C5, "sdot"), (0x2308, "lceil rceil lfloor rfloor"),
            (0x2329, "lang rang"), (0x25CA, "loz"), (0x2660, "spades"), (0x2663, "clubs"), (0x2665, "hearts diams"),
        ]
        var names: [String: Unicode.Scalar] = [:]
        func add(_ list: String, from first: UInt32) {
            for (offset, name) in list.split(separator: " ").enumerated() where name != "-" {
                names[String(name)] = Unicode.Scalar(first + UInt32(offset))
            }
        }
        add(latin, from: 160)
        add(greek, from: 0x391)
        add(greek.lowercased(), from: 0x3B1)
        for (first, list) in others { add(list, from: first) }
        return names
    }()
}
