"""Pictures of the desk over the samples: all pages into a folder, or the three of the README into Documentation/screenshots."""

import argparse
import pathlib

from playwright.sync_api import sync_playwright

from desk import FRIDAY, ROOT, PASSWORD, Desk


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary")
    parser.add_argument("--all", help="a folder for pictures of every page")
    options = parser.parse_args()
    with sync_playwright() as playwright, Desk(options.binary) as desk:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        incidents = desk.incidents()
        best = max(incidents, key=lambda i: (i["contested"], len(i["accounts"]), len(i["reports"])))
        best = f"/incidents/{best['incident']}", f"/reports/{best['reports'][0]}"

        def shoot(path, name, width=1280, height=900, scheme="light", whole=False, folder=ROOT / "Documentation/screenshots", cookies=()):
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
            context.add_cookies(list(cookies))
            page = context.new_page()
            page.goto(desk.address + path)
            folder.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=str(folder / f"{name}.png"), full_page=whole)
            context.close()

        if options.all:
            folder = pathlib.Path(options.all)
            pages = {
                "front": "/", "dossier": "/dossiers/AZE-RUS", "incident": best[0], "report": best[1], "state": "/states/AZE",
                "network": "/network", "map": "/map", "search": "/search?q=envoy", "method": "/method", "sources": "/sources",
                "support": "/support", "incidents": "/incidents", "french": "/?lang=fr", "briefing": "/briefing",
                "issue": f"/briefing/{FRIDAY}", "asked": "/briefing/asked", "privacy": "/briefing/privacy",
                "lettre": "/briefing?lang=fr",
            }
            links = desk.ask_for_the_letter(browser.new_page())
            pages |= dict(zip(("confirm", "leave"), links))
            for name, path in pages.items():
                for width in (360, 768, 1440):
                    for scheme in ("light", "dark"):
                        shoot(path, f"{name}-{width}-{scheme}", width, 1000, scheme, name not in ("incidents", "method"), folder)
            context = browser.new_context()
            page = context.new_page()
            page.goto(desk.address + "/sign-in")
            page.fill("input[name=name]", "olga")
            page.fill("input[name=password]", PASSWORD)
            page.click("main button")
            editing = {
                "queue": "/queue", "edit": best[0], "add": "/add", "users": "/users", "feeds": "/feeds",
                "week": "/letter?on=2025-07-05",
            }
            for name, path in editing.items():
                for width, scheme in ((360, "dark"), (1280, "light")):
                    shoot(path, f"{name}-{width}-{scheme}", width, 1400, scheme, True, folder, context.cookies())
        else:
            shoot("/dossiers/AZE-RUS", "dossier", height=1000)
            shoot(best[0], "incident", height=1000)
            shoot("/", "front", scheme="dark")
        browser.close()


if __name__ == "__main__":
    main()
