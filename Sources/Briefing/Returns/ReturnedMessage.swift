/// A message of the mailbox of returns: a delivery report (RFC 3464), a complaint (ARF, RFC 5965), or neither.
public struct ReturnedMessage: Sendable {
    /// What a message says of one letter.
    struct Report: Hashable, Sendable {
        enum Kind: Hashable, Sendable {
            case failure(DeliveryStatus)
            case complaint
        }

        let kind: Kind
        let path: ReturnPath
    }

    let part: MailPart

    /// - Parameter bytes: any.
    public init(_ bytes: some Collection<UInt8>) { part = MailPart(bytes) }

    /// `nil` where it is neither, or of no letter of ours.
    func report(returns: Address) -> Report? {
        let parts = part.all
        let type = part.type
        guard type.name == "multipart/report" || parts.contains(where: { $0.type.name == "message/delivery-status" }),
            let path = path(parts, returns)
        else { return nil }
        if parts.contains(where: { $0.type.name == "message/feedback-report" }) { return feedback(parts, path) }
        guard let status = parts.first(where: { $0.type.name == "message/delivery-status" }) else { return nil }
        // Groups of fields: first of the message, then of each recipient.
        for group in status.fieldGroups {
            guard let code = group.value("status").flatMap({ DeliveryStatus($0.prefix { !$0.isWhitespace && $0 != "(" }) }),
                group.value("action")?.lowercased().hasPrefix("failed") == true, !code.isDelivered
            else { continue }
            return Report(kind: .failure(code), path: path)
        }
        return nil
    }

    private func feedback(_ parts: [MailPart], _ path: ReturnPath) -> Report? {
        let groups = parts.filter { $0.type.name == "message/feedback-report" }.flatMap(\.fieldGroups)
        let type = groups.lazy.compactMap { $0.value("feedback-type") }.first?.lowercased()
        // "not-spam" takes a complaint back; reports of authentication are none.
        return type == "abuse" || type == "fraud" || type == "opt-out" || type == "other"
            ? Report(kind: .complaint, path: path) : nil
    }

    /// The return path of the letter: in the address the report came to, in the report, or in the letter it returns.
    private func path(_ parts: [MailPart], _ returns: Address) -> ReturnPath? {
        let names = [
            "to", "delivered-to", "x-original-to", "envelope-to", "return-path", "original-mail-from", "x-original-sender",
            "original-envelope-id",
        ]
        for part in parts {
            let groups =
                [part.headers]
                + (part.type.name.hasPrefix("message/") || part.type.name == "text/rfc822-headers" ? part.fieldGroups : [])
            for group in groups {
                for name in names {
                    for value in group.values(name) {
                        if let path = ReturnPath(in: value, at: returns) { return path }
                    }
                }
            }
        }
        return nil
    }
}

extension DeliveryStatus {
    var isDelivered: Bool { numbers[0] == 2 }
}
