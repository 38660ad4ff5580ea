import Foundation

/// What something cost this process: processor seconds of all its threads, and by how many bytes it grew at most.
struct Cost {
    let seconds: Double
    let growth: Int

    /// The peak is the process's own: nothing else may run in it.
    init(of work: () throws -> Void) {
        Self.giveBack()
        // Sets the peak back to what is held now (proc(5)).
        try? Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs"))
        let held = Self.kilobytes("VmRSS")
        let began = Self.processorSeconds()
        try? work()
        seconds = Self.processorSeconds() - began
        growth = (Self.kilobytes("VmHWM") - held) << 10
    }

    private static func kilobytes(_ name: String) -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }

    private static func processorSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

    /// Gives what was freed earlier back to the system: what takes it up again would not be seen to grow.
    private static func giveBack() {
        typealias Trim = @convention(c) (Int) -> CInt
        guard let trim = dlsym(nil, "malloc_trim") else { return }
        _ = unsafeBitCast(trim, to: Trim.self)(0)
    }
}
