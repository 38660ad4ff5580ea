"""A desk to look at: a record of the samples, an owner, and `demarche serve` on a free port."""

import json
import pathlib
import re
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PASSWORD = "a long enough password"


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

    def run(self, *arguments, input=None, ok=(0,)):
        done = subprocess.run([self.binary, *arguments], input=input, capture_output=True, text=True)
        if done.returncode not in ok:
            raise SystemExit(f"demarche {' '.join(arguments)}: {done.stderr or done.stdout}")
        return done.stdout

    def __enter__(self):
        self.log = open(self.folder / "log.jsonl", "w")
        self.server = subprocess.Popen(
            [self.binary, "serve", "--record", self.record, "--port", "0"], stdout=subprocess.PIPE, stderr=self.log, text=True)
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

    def incidents(self):
        return [json.loads(line) for line in self.run("incidents", "--record", self.record).splitlines()]
