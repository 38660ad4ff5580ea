"""A clock that is wrong and then set right, or jumps: feeds are asked all the same, the letter comes once a week, and no session
outlives its hours. One process sees the jumps while it runs."""

import datetime
import os
import re
import time
import unittest
import urllib.error
import urllib.parse
import urllib.request

import program
from test_writes import Letters

DAY = 86_400
YEAR = 365 * DAY


class Clock:
    """The time of day of the programs started with its environment: ours and so many seconds."""

    def __init__(self):
        self.path = program.folder() / "clock"
        self.environment = os.environ | {"LD_PRELOAD": program.SHIM, "FAULT_CLOCK": str(self.path)}
        self.set(0)

    def set(self, seconds):
        draft = self.path.with_suffix(".new")
        draft.write_text(f"{int(seconds)}\n")
        draft.replace(self.path)


def wait(condition, seconds):
    end = time.time() + seconds
    while time.time() < end and not condition():
        time.sleep(0.2)
    return condition()


class Jumps(unittest.TestCase):
    def setUp(self):
        self.clock = Clock()
        self.record = program.folder() / "demarche.sqlite"
        self.processes = []

    def tearDown(self):
        for process in self.processes:
            process.terminate()
            process.communicate()

    def start(self, *words):
        process = program.start(*words, record=self.record, environment=self.clock.environment)
        self.processes.append(process)
        return process

    def test_feeds_are_asked_after_every_jump(self):
        with program.Feeds({"north": program.reports()[:2]}) as feeds:
            program.run("feeds", "add", "--unseen", feeds.address("north"), record=self.record)
            self.start(*program.WATCH, "--interval", "1h")
            asked = lambda: feeds.asked.get("north", 0)
            self.assertTrue(wait(lambda: asked() == 1, 30))
            for jump in (2 * 3_600, 5 * YEAR, -3_600, -5 * YEAR, DAY, 0):
                before = asked()
                self.clock.set(jump)
                # A watcher sleeps no longer than a minute.
                self.assertTrue(wait(lambda: asked() == before + 1, 70), f"asked after a jump to {jump} s")
                time.sleep(3)
                self.assertEqual(asked(), before + 1, f"asked once after a jump to {jump} s")

    def test_the_letter_comes_once_a_week(self):
        letters = Letters()
        program.run("read", program.SAMPLES, record=self.record)
        settings = self.record.parent / "briefing.txt"
        settings.write_text(
            "letter The Friday briefing\n  site: https://news.example.org\n  from: D <briefing@example.org>\n"
            "  returns: returns@example.org\n  when: friday 07:00 UTC\n"
            f"server 127.0.0.1\n  port: {letters.port}\n  security: none\n")
        addresses = self.record.parent / "list.csv"
        addresses.write_text("reader@readers.example\n")
        program.run(
            "readers", "import", addresses, "--origin", "list", "--consented", "2025-05-01", "--settings", settings, record=self.record)
        at = lambda text: self.clock.set(datetime.datetime.fromisoformat(text + "+00:00").timestamp() - time.time())
        at("2025-07-03T12:00:00")
        self.start("brief", "schedule", "--run", "--settings", settings)
        count = lambda: sum(letters.count.values())
        # It looks every half minute.
        time.sleep(5)
        for moment, expected in [
            ("2031-01-05T00:00:00", 0), ("2025-07-03T13:00:00", 0), ("2025-07-04T07:00:00", 1), ("2025-07-04T06:30:00", 1),
            ("2025-07-04T07:00:30", 1), ("2025-07-05T12:00:00", 1),
        ]:
            at(moment)
            wait(lambda: count() > expected, 35 if count() == expected else 0)
            wait(lambda: count() == expected, 35)
            self.assertEqual(count(), expected, moment)

    def test_sessions_end_with_their_hours(self):
        program.subprocess.run(
            program.arguments("user", "add", "leyla", "--role", "owner", record=self.record), input="a long enough password\n",
            text=True, check=True, stdout=program.subprocess.DEVNULL)
        desk = self.start("serve", "--port", "0", "--quiet", "--no-watch")
        self.site = re.search(r"http://[^/]+", desk.stdout.readline())[0]
        session = self.sign_in()
        for jump, stays in [(11 * 3_600, True), (10 * 3_600, True), (23 * 3_600, False), (5 * YEAR, False)]:
            self.clock.set(jump)
            self.assertEqual(self.is_signed_in(session), stays, f"after a jump to {jump} s")
        later = self.sign_in()
        self.assertTrue(self.is_signed_in(later))
        self.clock.set(0)
        self.assertFalse(self.is_signed_in(later), "a session of the future")
        self.assertTrue(self.is_signed_in(self.sign_in()))

    def request(self, path, session=None, form=None):
        headers = {"Origin": self.site, "Sec-Fetch-Site": "same-origin"} | ({"Cookie": session} if session else {})
        request = urllib.request.Request(self.site + path, urllib.parse.urlencode(form).encode() if form else None, headers)

        class Staying(urllib.request.HTTPRedirectHandler):
            def redirect_request(self, *_):
                return None

        try:
            return urllib.request.build_opener(Staying).open(request)
        except urllib.error.HTTPError as answer:
            return answer

    def sign_in(self):
        answer = self.request("/sign-in", form={"name": "leyla", "password": "a long enough password"})
        self.assertEqual(answer.status, 303)
        return answer.headers["Set-Cookie"].split(";")[0]

    def is_signed_in(self, session):
        return self.request("/users", session).status == 200


if __name__ == "__main__":
    unittest.main()
