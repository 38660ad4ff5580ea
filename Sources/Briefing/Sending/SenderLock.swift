internal import Foundation

/// Keeps two senders from working at once. The system lets go of it when the process ends, however it ends.
struct SenderLock {
    private let file: Int32

    init(path: String) throws(BriefingError) {
        file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw BriefingError(path, "cannot be opened", remedy: "check its folder and whose it is") }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            throw BriefingError(
                path, "is held by another sender", remedy: "let that one finish; `demarche brief status` tells how far it is")
        }
    }

    func release() { close(file) }
}
