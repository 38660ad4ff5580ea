"""Every page of the desk in Chromium; prints what is wrong and ends with 1 where anything is."""

import argparse
import itertools
import json
import sys
import urllib.request

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

import hostile
from desk import FRIDAY, PASSWORD, Desk

WIDTHS = (360, 768, 1440)


class Check:
    def __init__(self, desk):
        self.desk = desk
        self.wrong = []
        self.looked = 0
        # Of the letter's mails: where one confirms, and where one leaves.
        self.links = []

    def fail(self, where, what):
        self.wrong.append(f"{where}: {what}")
        print(f"  ✗ {where}: {what}", flush=True)

    def watch(self, page, where):
        def request(request):
            if not request.url.startswith((self.desk.address, "data:")):
                self.fail(where, f"asks elsewhere: {request.url}")

        page.on("request", request)
        page.on("pageerror", lambda error: self.fail(where, f"script error: {error}"))
        page.on("console", lambda message: message.type == "error" and "401" not in message.text
                and self.fail(where, f"console: {message.text}"))

    def pages(self):
        incidents = self.desk.incidents()
        contested = next((i for i in incidents if i["contested"] and len(i["reports"]) > 1), incidents[0])
        report = contested["reports"][0]
        # What stands for anything in the addresses of the description.
        examples = {"/index": "/", "/dossiers/{pair}": "/dossiers/AZE-RUS", "/states/{code}": "/states/AZE",
                    "/incidents/{id}": f"/incidents/{contested['incident']}", "/reports/{id}": f"/reports/{report}",
                    "/briefing/{friday}": f"/briefing/{FRIDAY}"}
        with urllib.request.urlopen(self.desk.address + "/openapi.json") as answer:
            described = sorted({path.rsplit(".", 1)[0] for path in json.load(answer)["paths"]})
        for path in described:
            if "{" in path and path not in examples:
                self.fail(path, "has no example to look at")
        reading = [examples.get(path, path) for path in described if "{" not in path or path in examples]
        reading += ["/?lang=fr", "/dossiers/AZE-RUS?type=COERCE&contested=yes", "/search?q=envoy", "/sign-in", "/nowhere", "/briefing?lang=fr", *self.links]
        editing = ["/queue", f"/incidents/{contested['incident']}", "/add", "/account", "/users", "/feeds", "/letter",
                   "/letter?on=2025-07-05", "/briefing", *self.links]
        return reading, editing

    def look(self, browser, paths, width, scheme, script, cookies, axe):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script)
        context.add_cookies(cookies)
        for path in paths:
            where = f"{path} {width} {scheme}{'' if script else ' without script'}{' signed in' if cookies else ''}"
            page = context.new_page()
            if path != "/nowhere":
                self.watch(page, where)
            answer = page.goto(self.desk.address + path)
            self.looked += 1
            expected = 404 if path == "/nowhere" else 200
            if answer.status != expected:
                self.fail(where, f"status {answer.status}")
            if not page.title().endswith("Demarche") or page.locator("h1").count() != 1:
                self.fail(where, "no title, or not one heading")
            if script:
                over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                if over > 0:
                    self.fail(where, f"{over} px too wide")
                if axe:
                    for violation in Axe().run(page).response["violations"]:
                        nodes = "; ".join(n["html"][:120] for n in violation["nodes"][:3])
                        self.fail(where, f"axe {violation['id']} ({len(violation['nodes'])}): {nodes}")
            page.close()
        if not cookies and context.cookies():
            self.fail("reading", "sets a cookie")
        context.close()

    def keyboard(self, browser, paths):
        """Everything that a mouse reaches, Tab reaches."""
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        for path in paths:
            page.goto(self.desk.address + path)
            wanted = page.evaluate(
                "[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]"
                ".filter(e => e.checkVisibility({contentVisibilityAuto: true}) && !e.disabled).length")
            page.evaluate("window.reached = new Set()")
            for _ in range(wanted + 60):
                page.keyboard.press("Tab")
                page.evaluate("window.reached.add(document.activeElement)")
            missed = page.evaluate(
                "[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]"
                ".filter(e => e.checkVisibility() && !e.disabled && !window.reached.has(e)).map(e => e.outerHTML.slice(0, 90))")
            if missed:
                self.fail(path, f"Tab misses {len(missed)}: {missed[:2]}")
        page.goto(self.desk.address + "/")
        page.keyboard.press("/")
        if page.evaluate("document.activeElement.id") != "q":
            self.fail("/", "the slash does not lead to the search")
        page.goto(self.desk.address + "/incidents")
        page.keyboard.press("j")
        page.keyboard.press("o")
        page.wait_for_url("**/incidents/*")
        page.close()

    def letter(self, browser):
        """A reader asks, confirms by one click and leaves by one; an editor orders the issue."""
        page = browser.new_page()
        self.links = list(self.desk.ask_for_the_letter(page))
        page.goto(self.desk.address + self.links[0])
        page.click("main button")
        if "You get the letter" not in page.locator("h1").inner_text():
            self.fail("/briefing/confirm", "the button does not confirm")
        page.goto(self.desk.address + self.links[1])
        page.click("main button")
        if "no more" not in page.locator("h1").inner_text():
            self.fail("/briefing/leave", "the button does not end it")
        self.links = list(self.desk.ask_for_the_letter(page))
        page.close()

    def plan(self, browser, cookies):
        """The issue of a week: cut, ordered, with a foreword."""
        context = browser.new_context()
        context.add_cookies(cookies)
        page = context.new_page()
        page.goto(self.desk.address + "/letter?on=2025-07-05")
        told = page.locator(".preview .issue > section > p").count()
        page.locator(".choice input[type=checkbox]").nth(1).check()
        page.fill("textarea[name=foreword]", "A foreword.")
        page.click("button[value=keep]")
        page.wait_for_load_state()
        if page.locator(".issue .foreword").count() != 1 or page.locator(".preview .issue > section > p").count() >= told:
            self.fail("/letter", "what was cut or written does not show")
        context.close()

    def sign_in(self, browser, name):
        context = browser.new_context()
        page = context.new_page()
        page.goto(self.desk.address + "/sign-in")
        page.fill("input[name=name]", name)
        page.fill("input[name=password]", PASSWORD)
        page.click("main button")
        page.wait_for_load_state()
        cookies = context.cookies()
        if not cookies or not cookies[0]["httpOnly"]:
            self.fail("/sign-in", f"{name} is not signed in: {page.locator('main').inner_text()[:200]}")
        context.close()
        return cookies

    def work(self, browser, cookies):
        """The queue by keys alone, and a report pasted in."""
        context = browser.new_context()
        context.add_cookies(cookies)
        page = context.new_page()
        page.goto(self.desk.address + "/queue")
        before = page.locator("[data-queue]").count()
        if before:
            page.keyboard.press("j")
            page.keyboard.press("x")
            page.wait_for_load_state()
            after = page.locator("[data-queue]").count()
            if page.locator("h1").count() != 1 or after >= before and before < 60:
                self.fail("/queue", f"{before} before and {after} after the x key")
        page.goto(self.desk.address + "/add")
        page.fill("main input[name=outlet]", "Harbour Ledger")
        page.fill("main input[name=title]", "Ambassador recalled")
        page.fill("main input[name=published]", "2025-08-01")
        page.fill("main textarea[name=text]", "France recalled its ambassador to Italy on Thursday.\nItaly expelled two French diplomats.")
        page.click("main .stack button")
        page.wait_for_url("**/reports/*")
        if "FRA → ITA" not in page.locator("main").inner_text():
            self.fail("/add", "the pasted report tells of nothing")
        page.goto(self.desk.address + "/account")
        page.click(".session button")
        page.wait_for_load_state()
        page.goto(self.desk.address + "/queue")
        if page.locator("text=sign in").count() == 0:
            self.fail("/sign-out", "the session lives on")
        context.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", help="of demarche; the release build where it is not given")
    parser.add_argument("--only", default="", help="paths that hold this")
    parser.add_argument("--quick", action="store_true", help="one width and scheme")
    options = parser.parse_args()
    with sync_playwright() as playwright, Desk(options.binary) as desk:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        check = Check(desk)
        check.letter(browser)
        reading, editing = ([p for p in paths if options.only in p] for paths in check.pages())
        owner = check.sign_in(browser, "olga")
        for width, scheme in itertools.product(WIDTHS[-1:] if options.quick else WIDTHS, ("light",) if options.quick else ("light", "dark")):
            check.look(browser, reading, width, scheme, True, [], True)
            check.look(browser, editing, width, scheme, True, owner, True)
            if not options.quick:
                check.look(browser, reading, width, scheme, False, [], False)
                check.look(browser, editing, width, scheme, False, owner, False)
        check.keyboard(browser, reading)
        if not options.only:
            check.plan(browser, owner)
            check.work(browser, check.sign_in(browser, "emil"))
        print(f"{check.looked} pages looked at, {len(check.wrong)} wrong", flush=True)
        browser.close()
    if desk.stopped != 0:
        check.fail("serve", f"ended with {desk.stopped} when asked to stop")
    if not options.only:
        check.wrong += hostile.check(options.binary)
    sys.exit(1 if check.wrong else 0)


if __name__ == "__main__":
    main()
