import Testing

@testable import Reading

@Suite struct RawTextTests {
    @Test(arguments: [
        ("a<script>b</script>c", "ac"), ("a<SCRIPT src=x>if (b < c) d</Script >e", "ae"), ("a<style>p > b {}</style>c", "ac"),
        ("a<!-- <p> -->b", "ab"), ("a<svg><path/></svg>b", "ab"),
        ("a<script type='application/ld+json'>{}</script>", "a<script type='application/ld+json'>{}</script>"),
        ("<script type='application/ld+json'><!-- {} --></script>", "<script type='application/ld+json'><!-- {} --></script>"),
        ("a<script>b", "a<script>b"), ("a<!-- b", "a<!-- b"), ("a<strong>b</strong>", "a<strong>b</strong>"),
        ("a<scripted>b</scripted>", "a<scripted>b</scripted>"), ("<", "<"), ("", ""),
    ])
    func takesOutScriptsStylesAndComments(html: String, kept: String) {
        #expect(String(decoding: RawText.removed(from: Array(html.utf8)), as: UTF8.self) == kept)
    }
}
