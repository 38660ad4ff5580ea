"""kill -9 at random moments: nothing that was stored is lost, nothing is there twice, and going on gives what was to be.

KILLS (60) is how often each command is killed, SEED repeats a run. `Tests/mail/test_exactly_once.py` kills the sender of letters.
"""

import os
import random
import signal
import threading
import time
import unittest

import program

KILLS = int(os.environ.get("KILLS", 60))


class Witness:
    """Another reader of the record, who remembers what it has seen stored."""

    def __init__(self, record, sql):
        self.record, self.sql, self.seen, self.stopped = record, sql, set(), False
        self.thread = threading.Thread(target=self.look)
        self.thread.start()

    def look(self):
        while not self.stopped:
            self.seen |= self.now()
            time.sleep(0.005)

    def now(self):
        try:
            return set(program.column(self.record, self.sql)) if program.has_tables(self.record) else set()
        except program.sqlite3.OperationalError:
            return set()

    def stop(self):
        self.stopped = True
        self.thread.join()


class Kills(unittest.TestCase):
    def setUp(self):
        self.seed = int(os.environ.get("SEED", random.randrange(10**6)))
        self.chance = random.Random(self.seed)
        self.reports = program.reports()

    def told(self, name, kills, rounds, seen):
        print(f"\nseed {self.seed}: {name}: {kills} kills, {rounds} records; {seen} stored rows watched, none lost, none twice", flush=True)

    def kill_again_and_again(self, name, words, expected, witness, prepare=lambda record: None, once=None):
        """Runs a command on one record until it is done, killing it on the way; then on the next record."""
        begun = time.time()
        record = program.folder() / "demarche.sqlite"
        prepare(record)
        program.run(*words, *(once or []), record=record)
        whole, duration = program.content(record), time.time() - begun
        self.assertEqual(whole, expected or whole)
        kills = rounds = seen = 0
        while kills < KILLS:
            record = program.folder() / "demarche.sqlite"
            prepare(record)
            for _ in range(self.chance.randint(3, 8)):
                watching = Witness(record, witness)
                process = program.start(*words, record=record)
                time.sleep(self.chance.random() * duration)
                kills += process.poll() is None
                process.send_signal(signal.SIGKILL)
                process.wait()
                process.stdout.close()
                watching.stop()
                self.assertEqual(program.faults_of(record), [])
                self.assertEqual(watching.seen - watching.now(), set(), "what was stored is there")
                seen += len(watching.seen)
            program.run(*words, *(once or []), record=record)
            self.assertEqual(program.faults_of(record), [])
            self.assertEqual(program.content(record), whole, f"seed {self.seed}: {record}")
            rounds += 1
        self.told(name, kills, rounds, seen)

    def test_read(self):
        self.kill_again_and_again("read", ["read", program.SAMPLES], None, "SELECT id FROM report")

    def test_import(self):
        shards = program.folder()
        for number in range(6):
            lines = program.lines(self.reports[number::6], shards / "reports.jsonl")
            program.run("code", lines, "--reports", "--out", shards / f"coded-{number}.jsonl.gz")
        (shards / "reports.jsonl").unlink()
        self.kill_again_and_again("import", ["import", shards], None, "SELECT id FROM report")

    def test_watch(self):
        with program.Feeds({"north": self.reports[::2], "south": self.reports[1::2]}) as feeds:

            def follow(record):
                for name in feeds.items:
                    program.run("feeds", "add", "--unseen", feeds.address(name), record=record)

            # An item that is seen is not asked for again: its report must be there.
            self.kill_again_and_again(
                "watch", [*program.WATCH, "--interval", "1s"], None,
                "SELECT item FROM feed_item WHERE failures = 0 UNION ALL SELECT id FROM report", follow, ["--once"])

    def test_correct(self):
        record = program.folder() / "demarche.sqlite"
        program.run("read", program.SAMPLES, record=record)
        incidents = program.column(record, "SELECT id FROM incident ORDER BY id")
        changes = [(["confirm", "reject", "confirm"][number % 3], id) for number, id in enumerate(incidents)]
        begun = time.time()
        program.run("correct", "confirm", incidents[-1], "--reason", "first", record=record)
        duration = time.time() - begun
        acknowledged, kills = [], 0
        made = lambda: program.rows(record, "SELECT kind, subject FROM correction WHERE reason = 'killed' ORDER BY number")
        for kind, id in changes:
            while kills < KILLS and len(acknowledged) == changes.index((kind, id)):
                process = program.start("correct", kind, id, "--reason", "killed", record=record)
                time.sleep(self.chance.random() * duration * 1.2)
                kills += process.poll() is None
                process.send_signal(signal.SIGKILL)
                told = process.communicate()[0]
                self.assertEqual(program.faults_of(record), [])
                # It may have been stored and not yet said so.
                stored = made()
                self.assertEqual(stored[: len(acknowledged)], acknowledged)
                if "correction " in told or len(stored) > len(acknowledged):
                    acknowledged.append((kind, id))
                self.assertEqual(stored, acknowledged, f"seed {self.seed}: what was said is there, once")
        self.assertEqual(kills, KILLS)
        other = program.folder() / "demarche.sqlite"
        program.run("read", program.SAMPLES, record=other)
        program.run("correct", "confirm", incidents[-1], "--reason", "first", record=other)
        for kind, id in acknowledged:
            program.run("correct", kind, id, "--reason", "killed", record=other)
        self.assertEqual(program.content(record), program.content(other))
        self.told("correct", kills, 1, len(acknowledged))


if __name__ == "__main__":
    unittest.main()
