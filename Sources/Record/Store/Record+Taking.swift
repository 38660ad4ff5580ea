package import Coding
package import Reading

extension Record {
    /// Takes in a report from somewhere, understood by a coder; what is known is not read again.
    ///
    /// - Parameters:
    ///   - copy: the page the report was read from, to be kept with it.
    ///   - coder: asked for only where there is something to read.
    package func take(_ report: Report, copy: PageCopy? = nil, by coder: () throws -> Coder) throws -> Addition {
        guard try !holds(report: report.id) else { return .known }
        if let copy { try keep(copy, ofReport: report.id) }
        return try add(report, coder().read(report))
    }
}
