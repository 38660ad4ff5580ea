import email
import email.policy
import re
import socket
import subprocess
import time
import unittest
import urllib.error
import urllib.parse
import urllib.request

from desk import DAY, Desk
from servers import Server, Taking

READER = "reader@readers.example"


class Plain(urllib.request.HTTPRedirectHandler):
    """Leads nowhere, so that redirects are seen."""

    def redirect_request(self, *_):
        return None


class Site(unittest.TestCase):
    """The way of one reader, at the served site and through a real mail server."""

    def setUp(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.site = f"http://127.0.0.1:{port}"
        self.mail = Server(Taking(keep=50)).__enter__()
        self.desk = Desk(self.mail.port, site=self.site)
        self.log = open(self.desk.folder / "log", "w+")
        self.process = subprocess.Popen(
            [*self.desk.arguments("serve")[:2], "--record", str(self.desk.record), "--letter", str(self.desk.settings),
             "--port", str(port), "--no-watch"], stdout=subprocess.PIPE, stderr=self.log, text=True)
        self.assertIn(self.site, self.process.stdout.readline())

    def tearDown(self):
        self.process.terminate()
        self.assertEqual(self.process.wait(timeout=20), 0)
        self.process.stdout.close()
        self.log.close()
        self.mail.__exit__()

    def ask(self, path, fields=None, own=True):
        """Status, headers and text of an answer; a form is sent where fields are given."""
        body = None if fields is None else urllib.parse.urlencode(fields).encode()
        request = urllib.request.Request(path if path.startswith("http") else self.site + path, data=body)
        if own and body is not None:
            request.add_header("Origin", self.site)
        try:
            answer = urllib.request.build_opener(Plain).open(request, timeout=20)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            return answer.status, answer.headers, answer.read().decode()

    def letters(self, count):
        end = time.time() + 20
        while len(self.mail.handler.kept) < count and time.time() < end:
            time.sleep(0.02)
        self.assertEqual(len(self.mail.handler.kept), count)
        return [email.message_from_bytes(raw, policy=email.policy.default) for raw in self.mail.handler.kept]

    def states(self):
        return [row[0] for row in self.desk.rows("SELECT state FROM reader")]

    def test_the_way_of_a_reader(self):
        page = self.ask("/briefing")[2]
        self.assertIn("No issue has appeared yet", page)
        status, headers, _ = self.ask("/briefing", {"address": READER})
        self.assertEqual((status, headers["Location"]), (303, "/briefing/asked"))

        invitation = self.letters(1)[0]
        self.assertEqual(invitation["To"], READER)
        self.assertEqual(invitation["List-Unsubscribe-Post"], "List-Unsubscribe=One-Click")
        text = invitation.get_body(("plain",)).get_content()
        link = re.search(rf"{re.escape(self.site)}/briefing/confirm/[a-z2-7]{{26}}", text).group()
        # What looks through mail fetches every link, and nothing comes of it.
        for found in re.findall(r"http://\S+", text):
            self.assertEqual(self.ask(found)[0], 200, found)
        self.assertEqual(self.states(), ["pending"])
        self.assertIn(f'action="{urllib.parse.urlsplit(link).path}"', self.ask(link)[2])
        self.assertEqual(self.ask(link, {}, own=False)[0], 403)
        self.assertEqual(self.ask(link, {})[0], 200)
        self.assertEqual(self.states(), ["active"])

        self.desk.send()
        issue = self.letters(2)[1]
        self.assertEqual(issue["To"], READER)
        self.assertIn("Azerbaijan", issue.get_body(("plain",)).get_content())
        self.assertIn("Azerbaijan", self.ask(f"/briefing/{DAY}")[2])
        self.assertIn(f"{self.site}/briefing/{DAY}", self.ask("/briefing.rss")[2])

        button = issue["List-Unsubscribe"].strip("<>")
        self.assertEqual(self.ask(button)[0], 200)
        self.assertEqual(self.states(), ["active"])
        for _ in range(2):
            status, headers, _ = self.ask(button, {"List-Unsubscribe": "One-Click"}, own=False)
            self.assertEqual(status, 200)
            self.assertIsNone(headers["Set-Cookie"])
            self.assertIsNone(headers["Location"])
            self.assertEqual(self.states(), ["left"])
            self.assertEqual(self.desk.rows("SELECT address FROM reader"), [(None,)])

        self.desk.run("brief", "send", "--on", "2025-07-11")
        self.assertEqual(len(self.mail.handler.kept), 2)
        log = (self.desk.folder / "log").read_text()
        self.assertIn("/briefing/leave/:token", log)
        self.assertNotRegex(log, r"@|readers\.example|[a-z2-7]{26}")


if __name__ == "__main__":
    unittest.main()
