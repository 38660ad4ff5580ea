internal import Coding
internal import Record

/// Makes the correction that a form asks for.
enum CorrectionAction {
    static func answer(_ call: Call) throws -> Answer {
        guard let session = call.session else { throw Problem.signIn }
        let form = call.visit.form
        guard let subject = form["subject"], let kind = form["change"], let change = change(kind, subject, form) else {
            throw Problem.malformed("change")
        }
        guard let reason = form["reason"] else { throw Problem.malformed("reason") }
        do {
            let outcome = try call.library.record.correct(
                change, author: session.name, reason: reason, ontology: call.library.ontology)
            if form["back"] == "queue" { return .redirect(to: Address("queue")) }
            let incident = outcome.incidents.first ?? subject
            return .redirect(to: outcome.incidents.isEmpty ? Address("corrections") : Address("incidents", incident))
        } catch let error as CorrectionError {
            throw Problem(status: 422, words: "problem.correction", subject: error.description)
        }
    }

    private static func change(_ kind: String, _ subject: String, _ form: Parameters) -> Correction.Change? {
        switch kind {
        case "confirm": return .confirm(subject)
        case "reject": return .reject(subject)
        case "merge": return form["other"].map { .merge(subject, with: $0) }
        case "split": return .split(subject, events: form.values("event"))
        case "recode":
            var fields: [Correction.Field: String] = [:]
            for field in Correction.Field.allCases {
                let (new, old) = (value(field.rawValue, form), value("was." + field.rawValue, form))
                if let new, new != old { fields[field] = new }
            }
            // A span is given whole.
            if fields[.end] != nil || fields[.start] != nil {
                fields[.start] = value("start", form)
                fields[.end] = value("end", form).flatMap { $0.isEmpty ? nil : $0 }
            }
            return .recode(subject, fields)
        default: return nil
        }
    }

    /// Empty where the field was emptied, `nil` where the form has no such field.
    private static func value(_ name: String, _ form: Parameters) -> String? { form.all.first { $0.name == name }?.value }
}
