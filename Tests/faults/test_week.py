"""A week of a hundred feeds on a hundred hosts, a new report on each every six hours, some hosts that fail: the watcher's memory and
file descriptors stay as they were, and every report is there once.

The week passes in 34 minutes (SPEED 300); HOURS (168) and FEEDS (100) make it shorter. What it took is written into a table that is named at the end.
"""

import json
import os
import signal
import statistics
import time
import unittest

import program

HOURS = float(os.environ.get("HOURS", 168))
FEEDS = int(os.environ.get("FEEDS", 100))
SPEED = float(os.environ.get("SPEED", 300))
EVERY = 6 * 3_600
KEPT = 20


class Press(program.Feeds):
    """Feeds whose reports come with time; every twentieth host fails for every other day."""

    def __init__(self, texts):
        super().__init__({f"feed{number}": [] for number in range(FEEDS)}, host="0.0.0.0")
        self.texts, self.begun, self.published = texts, time.time(), {}

    def now(self):
        return (time.time() - self.begun) * SPEED

    def publish(self):
        """Reports of the past stand in the feeds; a feed's first come at once."""
        for place, name in enumerate(self.items):
            due = int((self.now() + place * EVERY / FEEDS) // EVERY) + 1
            for number in range(len(self.published.setdefault(name, [])), due):
                text = self.texts[(place * 31 + number) % len(self.texts)]
                report = dict(text, id=f"{name}-{number}", text=f"Report {number} of {name}.\n" + text["text"])
                self.published[name].append((report["id"], self.now()))
                self.items[name] = ([report] + self.items[name])[:KEPT]

    def answer(self, name):
        place = int(name.removeprefix("feed")) if name.startswith("feed") else -1
        if place % 20 == 7 and int(self.now() // 86_400) % 2:
            self.asked[name] = self.asked.get(name, 0) + 1
            return b""
        return super().answer(name)


class Week(unittest.TestCase):
    def test_memory_and_descriptors_stay_flat(self):
        exported = program.run("corpus", "export", "reports").stdout.splitlines()
        texts = [report for report in map(json.loads, exported) if len(report["text"]) > 500]
        record = program.folder() / "demarche.sqlite"
        with Press(texts) as press:
            for number, name in enumerate(press.items):
                program.run("feeds", "add", "--unseen", press.address(name, f"127.0.0.{number + 1}"), record=record)
            press.begun = time.time()
            log = open(record.parent / "log", "w")
            watcher = program.subprocess.Popen(
                program.arguments(*program.WATCH, "--interval", "15m", record=record), stdout=log, stderr=log,
                env=os.environ | {"LD_PRELOAD": program.SHIM, "FAULT_SPEED": str(SPEED)})
            samples = []
            while press.now() < HOURS * 3_600:
                press.publish()
                samples.append((press.now() / 3_600, *self.measure(watcher.pid)))
                time.sleep(1)
            counted = press.now()
            watcher.send_signal(signal.SIGTERM)
            self.assertEqual(watcher.wait(30), 0)
        table = self.write(samples, record.parent / "week.tsv")
        asked = sum(press.asked.values())
        there = program.column(record, "SELECT replace(url, 'https://wire.example/', '') FROM report")
        failing = {name for place, name in enumerate(press.items) if place % 20 == 7}
        expected = {
            id for name, reports in press.published.items() if name not in failing for id, moment in reports
            if moment < counted - 3 * 3_600}
        middle, late = (
            [sample for sample in samples if low <= sample[0] / HOURS <= high] for low, high in ((0.25, 0.5), (0.75, 1)))
        memory = [statistics.median(sample[1] for sample in part) for part in (middle, late)]
        files = [max(sample[2] for sample in part) for part in (middle, late)]
        print(
            f"\n{HOURS:.0f} hours of {FEEDS} feeds at {SPEED:.0f}x: asked {asked} times, {len(there)} reports, "
            f"{len(expected - set(there))} missing; resident {memory[0]:.0f} MB in the second quarter, {memory[1]:.0f} MB in the last; "
            f"descriptors {files[0]} and {files[1]}; {table}", flush=True)
        self.assertEqual(program.faults_of(record), [])
        self.assertEqual(expected - set(there), set(), "reports older than three hours that were not read")
        self.assertEqual(len(there), len(set(there)))
        self.assertLessEqual(memory[1], memory[0] * 1.1)
        self.assertLessEqual(files[1], files[0])

    def measure(self, process):
        """Resident megabytes, open files, threads."""
        pages = int(open(f"/proc/{process}/statm").read().split()[1])
        return pages * 4096 / 1e6, len(os.listdir(f"/proc/{process}/fd")), len(os.listdir(f"/proc/{process}/task"))

    def write(self, samples, path):
        with open(path, "w") as file:
            file.write("hour\tmegabytes\tdescriptors\tthreads\n")
            for hour, memory, files, threads in samples[:: max(1, len(samples) // 200)]:
                file.write(f"{hour:.2f}\t{memory:.0f}\t{files}\t{threads}\n")
        return path


if __name__ == "__main__":
    unittest.main()
