import email
import email.policy
import re
import unittest

from desk import DAY, Desk
from servers import Server, Taking


class Letters(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.handler = Taking(keep=50)
        with Server(cls.handler) as server:
            cls.desk = Desk(server.port, readers=20)
            cls.desk.send()
        cls.letters = [email.message_from_bytes(raw, policy=email.policy.default) for raw in cls.handler.kept]

    def test_each_reader_gets_one(self):
        self.assertEqual(len(self.letters), 20)
        self.assertEqual(len({letter["To"] for letter in self.letters}), 20)
        self.assertEqual(len({letter["Message-ID"] for letter in self.letters}), 20)

    def test_headers(self):
        for letter in self.letters:
            self.assertEqual(letter.defects, [])
            self.assertEqual(letter["From"], "Démarche <briefing@example.org>")
            self.assertEqual(letter["Subject"], "The Friday briefing, 4 July 2025")
            self.assertEqual(letter["List-Unsubscribe-Post"], "List-Unsubscribe=One-Click")
            self.assertRegex(letter["List-Unsubscribe"], r"^<https://news\.example\.org/briefing/leave/[a-z2-7]{26}>$")
            self.assertEqual(letter["List-Id"], "<briefing.example.org>")
            for name in ["Date", "Message-ID", "MIME-Version", "List-Archive", "List-Help"]:
                self.assertIsNotNone(letter[name], name)
        tokens = {letter["List-Unsubscribe"] for letter in self.letters}
        self.assertEqual(len(tokens), 20)

    def test_raw_lines_are_short_and_plain(self):
        for raw in self.handler.kept:
            for line in raw.split(b"\r\n"):
                self.assertLessEqual(len(line), 78)
                self.assertTrue(all(byte < 128 for byte in line))
            self.assertNotIn(b"\n", raw.replace(b"\r\n", b""))

    def test_text_part(self):
        letter = self.letters[0]
        text = letter.get_body(("plain",)).get_content()
        for line in text.splitlines():
            if "https://" not in line:
                self.assertLessEqual(len(line), 78, line)
        self.assertIn(letter["List-Unsubscribe"].strip("<>"), text)
        self.assertIn("AZERBAIJAN AND RUSSIA", text)

    def test_html_part(self):
        letter = self.letters[0]
        html = letter.get_body(("html",)).get_content()
        self.assertIn(letter["List-Unsubscribe"].strip("<>"), html)
        for banned in ["<img", "<script", "<table", "src=", "url(", "@import", "<link", "<iframe", "cookie"]:
            self.assertNotIn(banned, html)
        # Only pages of the publisher's site are led to.
        self.assertEqual({link.split("/")[2] for link in re.findall(r'href="([^"]*)"', html)}, {"news.example.org"})
        # Every sentence leads to its incident.
        self.assertGreater(html.count("/incidents/i"), 3)

    def test_return_paths_are_each_readers_own(self):
        self.assertEqual(len(set(self.handler.paths)), 20)
        for path in self.handler.paths:
            self.assertRegex(path, rf"^returns\+{DAY}\.[a-z2-7]{{26}}@example\.org$")

    def test_the_same_bytes_twice(self):
        for form in ["text", "html", "json"]:
            one = self.desk.run("brief", "preview", "--on", DAY, "--format", form).stdout
            two = self.desk.run("brief", "preview", "--on", DAY, "--format", form).stdout
            self.assertEqual(one, two)
            self.assertGreater(len(one), 1000)

    def test_sending_again_sends_nothing(self):
        with Server(Taking()) as server:
            self.desk.settings.write_text(re.sub(r"port: \d+", f"port: {server.port}", self.desk.settings.read_text()))
            self.desk.send()
            self.assertEqual(sum(server.handler.letters.values()), 0)


if __name__ == "__main__":
    unittest.main()
