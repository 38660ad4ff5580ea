internal import Hummingbird
internal import Mustache
internal import Logging

/// The site.
package struct Desk: Sendable {}
