"""A publisher for tests: a record of the samples, settings, readers, and the program."""

import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = os.environ.get("PROGRAM", str(HERE.parent.parent / ".build/release/demarche"))
SAMPLES = HERE.parent.parent / "Samples"
DAY = "2025-07-04"
_record = None


def record():
    """The record of the samples, read once."""
    global _record
    if _record is None:
        _record = pathlib.Path(tempfile.mkdtemp(prefix="briefing-record-")) / "demarche.sqlite"
        subprocess.run([PROGRAM, "read", str(SAMPLES), "--record", str(_record)], check=True, capture_output=True)
    return _record


class Desk:
    def __init__(self, port, readers=0, server="", letter="", more="", host="127.0.0.1", site="https://news.example.org"):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="briefing-"))
        self.record = self.folder / "demarche.sqlite"
        for suffix in ["", "-wal", "-shm"]:
            source = pathlib.Path(str(record()) + suffix)
            if source.exists():
                shutil.copy(source, str(self.record) + suffix)
        self.settings = self.folder / "briefing.txt"
        security = "" if "security:" in server else "  security: none\n"
        self.settings.write_text(
            f"letter The Friday briefing\n  site: {site}\n"
            "  from: Démarche <briefing@example.org>\n  returns: returns@example.org\n"
            f"  imprint: Demarche, 1 Example Street\n{letter}"
            f"server {host}\n  port: {port}\n{security}{server}{more}"
        )
        self.output = []
        if readers:
            self.add(readers)

    def add(self, count, name="reader"):
        path = self.folder / "list.csv"
        path.write_text("".join(f"{name}{n}@readers.example\n" for n in range(count)))
        self.run("readers", "import", str(path), "--origin", "test", "--consented", "2025-05-01")

    def arguments(self, *words):
        return [PROGRAM, *words, "--settings", str(self.settings), "--record", str(self.record)]

    def run(self, *words, check=True):
        done = subprocess.run(self.arguments(*words), capture_output=True, text=True, timeout=500)
        self.output.append(done.stdout + done.stderr)
        if check and done.returncode:
            raise AssertionError(f"{words}: {done.returncode}\n{done.stdout}\n{done.stderr}")
        return done

    def send(self, *words, check=True):
        return self.run("brief", "send", "--on", DAY, *words, check=check)

    def start(self, *words):
        return subprocess.Popen(self.arguments(*words), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def rows(self, sql, *values):
        with sqlite3.connect(str(self.folder / "demarche.readers.sqlite")) as db:
            return db.execute(sql, values).fetchall()

    def states(self):
        return dict(self.rows("SELECT state, count(*) FROM delivery GROUP BY state"))
