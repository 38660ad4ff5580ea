"""A desk to look at: a record of the samples, an owner, a letter, and `demarche serve` on a free port."""

import json
import pathlib
import re
import shutil
import sqlite3
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PASSWORD = "a long enough password"
FRIDAY = "2025-07-04"
# No server listens there: what is sent goes nowhere, which no page tells of.
LETTER = """letter The Friday briefing
  site: http://127.0.0.1
  from: Demarche <briefing@desk.example>
  returns: returns@desk.example
  imprint: Demarche, 1 Example Street, Exampleton
server 127.0.0.1
  port: 9
  security: none
support Reading is free, and this is how it stays so.
checkout once https://pay.example/once
  label: Give once
  amounts: 5 | 20 | 50
checkout monthly https://pay.example/monthly
  label: Give each month
  amounts: 3 | 10
"""


class Desk:
    def __init__(self, binary=None, sources=("Samples",), reports=()):
        self.binary = str(pathlib.Path(binary or ROOT / ".build/release/demarche").resolve())
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="desk-"))
        self.record = str(self.folder / "demarche.sqlite")
        for source in sources:
            self.run("read", str(ROOT / source), "--record", self.record)
        if reports:
            lines = "\n".join(json.dumps(report) for report in reports)
            self.run("read", "-", "--record", self.record, input=lines, ok=(0, 1))
        for name, role in (("olga", "owner"), ("emil", "editor"), ("rita", "reader")):
            self.run("user", "add", name, "--role", role, "--record", self.record, input=PASSWORD + "\n")
        self.letter = self.folder / "briefing.txt"
        self.letter.write_text(LETTER)
        if sources:
            self.run("brief", "send", "--on", FRIDAY, "--settings", str(self.letter), "--record", self.record)
            for address in ("https://northern-wire.example/feed", "https://harbour-ledger.example/atom.xml"):
                self.run("feeds", "add", "--unseen", address, "--record", self.record)

    def run(self, *arguments, input=None, ok=(0,)):
        done = subprocess.run([self.binary, *arguments], input=input, capture_output=True, text=True)
        if done.returncode not in ok:
            raise SystemExit(f"demarche {' '.join(arguments)}: {done.stderr or done.stdout}")
        return done.stdout

    def __enter__(self):
        self.log = open(self.folder / "log.jsonl", "w")
        self.server = subprocess.Popen(
            [self.binary, "serve", "--record", self.record, "--port", "0", "--letter", str(self.letter)], stdout=subprocess.PIPE, stderr=self.log, text=True)
        line = self.server.stdout.readline()
        found = re.search(r"http://[^/]+", line)
        if not found:
            raise SystemExit(f"the desk did not start: {line} {(self.folder / 'log.jsonl').read_text()[:500]}")
        self.address = found.group()
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.stopped = self.server.wait(timeout=20)
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def ask_for_the_letter(self, page):
        """Asks at the site, and gives the addresses that the mail would have: to confirm, and to leave."""
        page.goto(self.address + "/briefing")
        page.fill("main input[name=address]", "reader@letters.example")
        page.check("main input[value=AZE-RUS]")
        page.click("main form button")
        page.wait_for_url("**/briefing/asked")
        for _ in range(100):
            with sqlite3.connect(str(self.folder / "demarche.readers.sqlite")) as db:
                row = db.execute("SELECT confirming, leaving FROM reader WHERE state = 'pending'").fetchone()
            if row:
                return f"/briefing/confirm/{row[0]}", f"/briefing/leave/{row[1]}"
            page.wait_for_timeout(50)
        raise SystemExit("nobody was put down as asking for the letter")

    def incidents(self):
        return [json.loads(line) for line in self.run("incidents", "--record", self.record).splitlines()]
