internal import NIOCore

/// Hangs up on who does not take an answer in time, so that answers do not pile up for visitors who read nothing.
final class TakingDeadline: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = Any

    /// Enough for a long page over a bad telephone line.
    private static let time = TimeAmount.seconds(60)

    /// What is written and not taken yet.
    private var waiting = 0
    private var hangingUp: Scheduled<Void>?

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let promise = promise ?? context.eventLoop.makePromise()
        let loop = context.eventLoop.assumeIsolated()
        waiting += 1
        if hangingUp == nil { hangingUp = loop.scheduleTask(in: Self.time) { context.close(promise: nil) } }
        promise.futureResult.assumeIsolated().whenComplete { _ in self.taken() }
        context.write(data, promise: promise)
    }

    func handlerRemoved(context: ChannelHandlerContext) { hangingUp?.cancel() }

    private func taken() {
        waiting -= 1
        guard waiting == 0 else { return }
        hangingUp?.cancel()
        hangingUp = nil
    }
}
