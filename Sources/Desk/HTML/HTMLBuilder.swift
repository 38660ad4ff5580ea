/// Puts strings (escaped) and markup together in the order they are written.
@resultBuilder
package enum HTMLBuilder {
    package static func buildExpression(_ text: String) -> HTML { HTML(text: text) }
    package static func buildExpression(_ text: Substring) -> HTML { HTML(text: text) }
    package static func buildExpression(_ html: HTML) -> HTML { html }
    package static func buildExpression(_ parts: [HTML]) -> HTML { HTML(parts) }
    package static func buildExpression(_ text: String?) -> HTML { text.map { HTML(text: $0) } ?? HTML() }
    package static func buildExpression(_ html: HTML?) -> HTML { html ?? HTML() }
    package static func buildBlock(_ parts: HTML...) -> HTML { HTML(parts) }
    package static func buildOptional(_ part: HTML?) -> HTML { part ?? HTML() }
    package static func buildEither(first: HTML) -> HTML { first }
    package static func buildEither(second: HTML) -> HTML { second }
    package static func buildArray(_ parts: [HTML]) -> HTML { HTML(parts) }
}
