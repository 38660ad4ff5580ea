"""A disk that is full or fails at each write of a run, one after the other: the record stays sound, the message says what is wrong
and what to do, what was said to be done is done, and the same command then completes what it would have done.

STEPS names some of the commands, STRIDE (1) tries every so-manieth write only.
"""

import collections
import os
import pathlib
import re
import shutil
import socketserver
import threading
import unittest

import program

STRIDE = int(os.environ.get("STRIDE", 1))
STEPS = os.environ.get("STEPS", "read import code correct watch user backup send").split()
CLEAR = re.compile(r"\S+: (the disk|is |cannot |may not |failed).*[;,(] ?\S+", re.DOTALL)
UNCLEAR = re.compile(r"SQLite error|Error Domain|Fatal error|NSCocoa|DatabaseError|report this")


class Letters:
    """A mail server that counts who got how many letters."""

    def __init__(self):
        self.count = count = collections.Counter()

        class Handler(socketserver.StreamRequestHandler):
            def handle(self):
                self.say("220 here")
                recipients = []
                for line in self.rfile:
                    word = line.split(b":")[0].strip().upper()
                    if word == b"RCPT TO":
                        recipients.append(line.split(b"<")[1].split(b">")[0].decode())
                    if word == b"DATA":
                        self.say("354 go on")
                        while self.rfile.readline().rstrip(b"\r\n") != b".":
                            pass
                        count.update(recipients)
                        recipients = []
                    if word == b"QUIT":
                        return self.say("221 bye")
                    self.say("250 ok")

            def say(self, text):
                try:
                    self.wfile.write(text.encode() + b"\r\n")
                except OSError:
                    pass

        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def port(self):
        return self.server.server_address[1]


class Writes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        reports = program.reports()
        cls.few = [report for report in reports if "2025-06-28" <= report["published"][:10] <= "2025-06-30"][:3]
        cls.before = [report for report in reports if report["published"][:4] == "2024"][:2]

    def holding(self, reports):
        """A folder with a record of some reports."""
        folder = program.folder()
        program.run("read", program.lines(reports, folder / "before.jsonl"), record=folder / "demarche.sqlite")
        return folder

    def at_every_write(self, name, folder, words, result=None, finished=None, check=None, begin=None, may_refuse=False):
        """Runs a command on copies of a folder, each time with the next write failing, and then again with none.

        `result` is what of a folder must be as after a run that nothing disturbed, or `finished` says what must hold then; `check`
        what must hold always; `begin` comes before each run; a second run of what was done `may_refuse`.
        """
        if name not in STEPS:
            self.skipTest("not among STEPS")
        result = result or (lambda folder: program.content(folder / "demarche.sqlite"))
        check, begin = check or (lambda folder: None), begin or (lambda: None)
        begin()
        whole = self.copy(folder)
        done = self.attempt(whole, words, {"FAULT_COUNT": f"{whole}.count"})
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        calls = int(pathlib.Path(f"{whole}.count").read_text())
        if not finished:
            expected = result(whole)
            finished = lambda folder: self.assertEqual(result(folder), expected)
        finished(whole)
        outcomes = collections.Counter()
        for error in ("ENOSPC", "EIO"):
            for number in range(1, calls + 1, STRIDE):
                with self.subTest(step=name, error=error, write=number):
                    begin()
                    work = self.copy(folder)
                    done = self.attempt(work, words, {"FAULT_AT": str(number), "FAULT_ERROR": error})
                    told = done.stderr + done.stdout
                    outcomes[error, done.returncode] += 1
                    self.assertIn(done.returncode, (0, 1), told)
                    for record in work.glob("*.sqlite"):
                        self.assertEqual(program.faults_of(record), [])
                    check(work)
                    if done.returncode == 0:
                        finished(work)
                    else:
                        self.assertRegex(told, CLEAR)
                        self.assertNotRegex(told, UNCLEAR)
                    later = self.attempt(work, words, {})
                    self.assertIn(later.returncode, (0, 1) if may_refuse else (0,), later.stderr)
                    check(work)
                    finished(work)
                    shutil.rmtree(work)
        told = ", ".join(
            f"{error}: {count} {'told' if status else 'made no difference'}" for (error, status), count in sorted(outcomes.items()))
        print(f"\n{name}: {calls} writes, every {STRIDE}; {told}", flush=True)

    def copy(self, folder):
        work = program.folder()
        shutil.copytree(folder, work, dirs_exist_ok=True)
        return work

    def attempt(self, folder, words, faults):
        environment = {key: value for key, value in os.environ.items() if not key.startswith("FAULT_")}
        if faults:
            environment |= {"LD_PRELOAD": program.SHIM, "FAULT_UNDER": str(folder) + "/"} | faults
        words = [str(word).replace("FOLDER", str(folder)) for word in words]
        record = None if words[0] == "code" else folder / "demarche.sqlite"
        return program.run(*words, record=record, environment=environment, check=False)

    def test_read(self):
        folder = program.folder()
        program.lines(self.few[:1], folder / "new.jsonl")
        self.at_every_write("read", folder, ["read", "FOLDER/new.jsonl"])

    def test_import(self):
        folder = self.holding(self.before)
        lines = program.lines(self.few + self.before, folder / "new.jsonl")
        program.run("code", lines, "--reports", "--out", folder / "new.jsonl.gz")
        self.at_every_write("import", folder, ["import", "FOLDER/new.jsonl.gz"])

    def test_code(self):
        folder = program.folder()
        program.lines(self.few, folder / "new.jsonl")
        self.at_every_write(
            "code", folder, ["code", "FOLDER/new.jsonl", "--reports", "--out", "FOLDER/new.jsonl.gz"],
            lambda folder: (folder / "new.jsonl.gz").read_bytes())

    def test_correct(self):
        folder = self.holding(self.few)
        incidents = lambda folder: program.column(folder / "demarche.sqlite", "SELECT id FROM incident ORDER BY id")
        subject = incidents(folder)[0]
        made = lambda folder: set(program.column(folder / "demarche.sqlite", "SELECT subject FROM correction"))
        # Made anew it is refused, as the incident is no more.
        self.at_every_write(
            "correct", folder, ["correct", "reject", subject, "--reason", "a test"],
            lambda folder: (made(folder), incidents(folder)), may_refuse=True)

    def test_watch(self):
        with program.Feeds({"north": self.few}) as feeds:
            folder = self.holding(self.before)
            program.run("feeds", "add", "--unseen", feeds.address("north"), record=folder / "demarche.sqlite")

            def check(folder):
                record = folder / "demarche.sqlite"
                seen = program.column(record, "SELECT count(*) FROM feed_item WHERE failures = 0")
                new = program.column(record, "SELECT count(*) FROM report WHERE url LIKE 'https://wire.example/%'")
                self.assertLessEqual(seen, new, "an item is seen when its report is there")

            self.at_every_write("watch", folder, [*program.WATCH, "--once"], check=check)

    def test_backup(self):
        folder = self.holding(self.few)

        def check(folder):
            if (folder / "copy.sqlite").exists():
                self.assertEqual(program.content(folder / "copy.sqlite"), program.content(folder / "demarche.sqlite"))
            self.assertEqual([path.name for path in folder.iterdir() if "draft" in path.name], [])

        self.at_every_write(
            "backup", folder, ["backup", "FOLDER/copy.sqlite"], lambda folder: program.content(folder / "copy.sqlite"), check=check,
            may_refuse=True)

    def test_user(self):
        folder = self.holding([])
        program.subprocess.run(
            program.arguments("user", "add", "leyla", record=folder / "demarche.sqlite"), input="a long enough password\n", text=True,
            check=True, stdout=program.subprocess.DEVNULL)
        self.at_every_write(
            "user", folder, ["user", "role", "leyla", "owner"],
            lambda folder: program.column(folder / "demarche.accounts.sqlite", "SELECT role FROM account"))

    def test_send(self):
        letters = Letters()
        folder = self.holding(self.few)
        (folder / "briefing.txt").write_text(
            "letter The Friday briefing\n  site: https://news.example.org\n  from: D <briefing@example.org>\n"
            f"  returns: returns@example.org\nserver 127.0.0.1\n  port: {letters.port}\n  security: none\n")
        (folder / "list.csv").write_text("".join(f"reader{number}@readers.example\n" for number in range(3)))
        program.run(
            "readers", "import", folder / "list.csv", "--origin", "list", "--consented", "2025-05-01", "--settings",
            folder / "briefing.txt", record=folder / "demarche.sqlite")

        def finished(folder):
            states = dict(program.rows(
                folder / "demarche.readers.sqlite", "SELECT state, count(*) FROM delivery GROUP BY state"))
            uncertain = states.get("uncertain", 0)
            self.assertEqual(states.get("accepted", 0) + uncertain, 3, f"nobody is left out silently: {states}")
            self.assertLessEqual(3 - sum(letters.count.values()), uncertain, "who got none is listed")

        self.at_every_write(
            "send", folder, ["brief", "send", "--on", "2025-07-04", "--no-wait", "--settings", "FOLDER/briefing.txt"],
            finished=finished, begin=letters.count.clear, may_refuse=True,
            check=lambda folder: self.assertLessEqual(max(letters.count.values(), default=0), 1, "nobody gets two"))


if __name__ == "__main__":
    unittest.main()
