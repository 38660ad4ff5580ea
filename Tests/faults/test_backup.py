"""Copies of a record while others write it as fast as they can: each holds whole reports, all that were there before, and the content
that these reports make in a record of their own."""

import os
import time
import unittest

import program

COPIES = int(os.environ.get("COPIES", 20))


class Load(unittest.TestCase):
    def test_copies_are_whole(self):
        reports = program.reports()
        begun = time.time()
        folder = program.folder()
        record = folder / "demarche.sqlite"
        lines = program.lines(reports, folder / "reports.jsonl")
        program.run("read", program.lines(reports[:1], folder / "first.jsonl"), record=record)
        with program.Feeds({"north": [dict(report, id=f"w{report['id']}") for report in reports]}) as feeds:
            program.run("feeds", "add", "--unseen", feeds.address("north"), record=record)
            writers, sizes, hashes = [], [], set()
            for number in range(COPIES):
                # Two write at a time: one reads the samples, one follows a feed of them; when they are done, corrections.
                writers = [process for process in writers if process.poll() is None]
                if len(writers) < 2:
                    incident = program.column(record, "SELECT id FROM incident ORDER BY id")[number]
                    for words in (["read", lines], [*program.WATCH, "--once"], ["correct", "confirm", incident, "--reason", "a test"]):
                        writers.append(program.start(*words, record=record))
                before = set(program.column(record, "SELECT id FROM report"))
                copy = folder / f"copy-{number}.sqlite"
                program.run("backup", copy, record=record)
                self.assertEqual(program.faults_of(copy), [])
                held = set(program.column(copy, "SELECT id FROM report"))
                self.assertLessEqual(before, held, "what was stored before is there")
                self.assertEqual(self.cited(copy), self.cited(self.anew(copy, folder / f"anew-{number}")), f"{copy}")
                sizes.append(len(held))
                hashes.add(self.cited(copy))
            for process in writers:
                process.communicate()
                self.assertEqual(process.returncode, 0)
        program.run("backup", folder / "last.sqlite", record=record)
        self.assertEqual(self.cited(folder / "last.sqlite"), self.cited(record))
        self.assertEqual(program.content(folder / "last.sqlite"), program.content(record))
        print(f"\n{COPIES} copies in {time.time() - begun:.0f} s, of {sizes} reports, {len(hashes)} contents; all as their reports make them")

    def anew(self, copy, folder):
        """A record of the reports of another, read one after the other."""
        folder.mkdir()
        names = ["id", "url", "outlet", "title", "byline", "published", "language", "text"]
        found = [
            {name: value for name, value in zip(names, row) if value is not None}
            for row in program.rows(copy, f"SELECT {', '.join(names)} FROM report ORDER BY id")]
        program.run("read", program.lines(found, folder / "reports.jsonl"), record=folder / "demarche.sqlite")
        return folder / "demarche.sqlite"

    def cited(self, record):
        return program.run("cite", record=record).stdout.split("JSON lines: ")[1].split(";")[0]


if __name__ == "__main__":
    unittest.main()
