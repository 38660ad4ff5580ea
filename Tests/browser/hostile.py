"""Texts that try to run, through every field that a report or an editor can fill; none may, with the policy and without."""

import itertools
import sys

from playwright.sync_api import sync_playwright

from desk import PASSWORD, Desk

SCRIPTS = ["alert(1)", "window.ran=1", "document.body.dataset.ran=1", "top.alert(1)"]
SHAPES = [
    "<script>{}</script>", "<ScRiPt>{}</sCrIpT>", "<script src=data:text/javascript,{}></script>", "<img src=x onerror={}>",
    "<img src=x onerror='{}'>", "\"><img src=x onerror={}>", "'><img src=x onerror={}>", "\" autofocus onfocus=\"{}", "' autofocus onfocus='{}",
    "\" onmouseover=\"{}\" x=\"", "<svg onload={}>", "<svg><script>{}</script></svg>", "<svg><animate onbegin={} attributeName=x dur=1s>",
    "<svg><a xlink:href='javascript:{}'><text y=20>x</text></a></svg>", "<body onload={}>", "<iframe src='javascript:{}'></iframe>",
    "<iframe srcdoc='<script>{}</script>'></iframe>", "<object data='javascript:{}'></object>", "<embed src='javascript:{}'>",
    "<a href='javascript:{}'>x</a>", "<a href=' &#106;avascript:{}'>x</a>", "<form action='javascript:{}'><input type=submit></form>",
    "<button formaction='javascript:{}'>x</button>", "<input autofocus onfocus={}>", "<details open ontoggle={}>x</details>",
    "<marquee onstart={}>x</marquee>", "<video><source onerror={}></video>", "<audio src=x onerror={}>", "<math><mi//xlink:href='data:x,{}'>",
    "<style>@import 'javascript:{}';</style>", "<link rel=stylesheet href='javascript:{}'>", "<meta http-equiv=refresh content='0;url=javascript:{}'>",
    "<base href='javascript:{}//'>", "</title><script>{}</script>", "</textarea><script>{}</script>", "</style><script>{}</script>",
    "</script><script>{}</script>", "--><script>{}</script>", "]]><script>{}</script>", "<!--<img src='--><img src=x onerror={}//'>",
    "{{{{{{content}}}}}}<script>{}</script>", "{{{{#feeds}}}}<script>{}</script>{{{{/feeds}}}}", "${{{}}}", "<template><script>{}</script></template>",
    "<noscript><p title='</noscript><img src=x onerror={}>'>", "<xmp><p title='</xmp><img src=x onerror={}>'>", "javascript:{}",
    "JaVaScRiPt:{}", "java\tscript:{}", "data:text/html,<script>{}</script>", "vbscript:{}", "\u0001javascript:{}",
    "<img src=`x` onerror={}>", "<img/src=x/onerror={}>", "<img src=x\nonerror={}>", "<<script>{}//<</script>", "<script\x00>{}</script>",
    "＜script＞{}＜/script＞", "<scr\u0000ipt>{}</scr\u0000ipt>", "<p style=\"background:url(javascript:{})\">", "<div style=width:expression({})>",
    "<table background='javascript:{}'>", "<isindex action='javascript:{}' type=image>", "<keygen autofocus onfocus={}>",
    "<select autofocus onfocus={}>", "<textarea autofocus onfocus={}>", "\"\u0301 autofocus onfocus=\"{}", "'\u0301 autofocus onfocus='{}",
    "<x contenteditable onblur={} autofocus>x",
]


def texts():
    """Two hundred, each in its shape."""
    return [shape.format(script) for shape, script in itertools.islice(itertools.product(SHAPES, SCRIPTS), 207)]


def reports():
    for number, text in enumerate(texts()):
        yield {
            "id": f"h{number}", "outlet": text, "title": text, "byline": text, "url": text if number % 2 else f"https://h.example/?{text}",
            "published": "2025-06-30",
            "text": f"Azerbaijan summoned the Russian ambassador on Saturday, {text} said.\nRussia expelled two diplomats of Azerbaijan over {text}.\n{text}",
        }


def check(binary=None):
    wrong = []
    with sync_playwright() as playwright, Desk(binary, sources=(), reports=list(reports())) as desk:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        incidents = [i["incident"] for i in desk.incidents()]
        for removed in (False, True):
            context = browser.new_context(bypass_csp=removed)
            page = context.new_page()
            page.add_init_script("window.alert = () => { window.ran = 1 }")
            page.on("dialog", lambda dialog: (wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))

            def look(path, where):
                page.goto(desk.address + path, wait_until="load")
                if page.evaluate("window.ran === 1 || document.body.dataset.ran === '1'"):
                    wrong.append(f"{where} ran on {path} {'without' if removed else 'with'} the policy")
                    print(f"  ✗ {wrong[-1]}", flush=True)

            for path in ["/", "/incidents", "/dossiers/AZE-RUS", "/states/AZE", "/reports", "/sources", "/map", "/network"]:
                look(path, "a report")
            for incident in incidents[:40]:
                look(f"/incidents/{incident}", "an incident")
            for number, text in enumerate(texts()):
                look(f"/reports/h{number}", text)
            page.goto(desk.address + "/sign-in")
            page.fill("input[name=name]", "emil")
            page.fill("input[name=password]", PASSWORD)
            page.click("main button")
            for text in texts()[removed::40]:
                page.goto(desk.address + f"/incidents/{incidents[0]}")
                form = page.locator("form:has(input[value=confirm])").first
                form.locator("input[name=reason]").fill(text.replace("\n", " ")[:400])
                form.locator("button").click()
                page.wait_for_load_state()
            look("/corrections", "a reason")
            look(f"/incidents/{incidents[0]}", "a reason")
            # What an editor writes for the letter, and what anybody types where an address is wanted.
            for text in texts()[removed::10]:
                for path, form, fields, button in [
                    ("/letter?on=2025-07-05", ".week", ["input[name=subject]", "textarea"], "button[value=look]"),
                    ("/briefing", ".ask", ["input[name=address]"], "button"),
                    ("/feeds", "main .fields", ["input[name=address]"], "button"),
                    ("/add", "main .fields", ["input[name=address]"], "button"),
                ]:
                    page.goto(desk.address + path)
                    form = page.locator(form).first
                    form.evaluate("form => form.noValidate = true")
                    for field in fields:
                        form.locator(field).fill(text.replace("\n", " ")[:150])
                    form.locator(button).click()
                    page.wait_for_load_state()
                    if page.evaluate("window.ran === 1 || document.body.dataset.ran === '1'"):
                        wrong.append(f"{text} ran on {path}")
            for text in texts():
                page.goto(desk.address + "/search")
                page.fill("#q", text.replace("\n", " ")[:200])
                page.press("#q", "Enter")
                page.wait_for_load_state()
                if page.evaluate("window.ran === 1"):
                    wrong.append(f"{text} ran in the search")
            context.close()
        print(f"{len(texts())} hostile texts, {len(wrong)} ran", flush=True)
        browser.close()
    return wrong


if __name__ == "__main__":
    sys.exit(1 if check(*sys.argv[1:]) else 0)
