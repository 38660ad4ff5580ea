import pathlib
import re
import subprocess
import tempfile
import unittest

import dkim

from desk import Desk
from servers import Server, Taking

NAMES = [b"From", b"Subject", b"To", b"Date", b"Message-ID", b"List-Id", b"List-Unsubscribe", b"List-Unsubscribe-Post"]


class Signature(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.letters = {}
        cls.records = {}
        folder = pathlib.Path(tempfile.mkdtemp())
        for kind in ["ed25519", "rsa"]:
            key = folder / f"{kind}.pem"
            words = ["brief", "key", str(key), "--domain", "example.org", "--selector", kind]
            desk = Desk(1)
            if kind == "rsa":
                subprocess.run(["openssl", "genrsa", "-out", str(key), "2048"], check=True, capture_output=True)
                words.append("--show")
            done = subprocess.run([desk.arguments()[0], *words], capture_output=True, text=True, check=True)
            cls.records[f"{kind}._domainkey.example.org."] = re.search('"(.*)"', done.stdout)[1].encode()
            handler = Taking(keep=10)
            with Server(handler) as server:
                desk = Desk(server.port, readers=5, more=f"dkim example.org\n  selector: {kind}\n  key: {key}\n")
                desk.send()
            cls.letters[kind] = handler.kept

    def verify(self, letter):
        return dkim.verify(letter, dnsfunc=lambda name, timeout=5: self.records.get(name.decode() if isinstance(name, bytes) else name))

    def test_verifies(self):
        for kind, letters in self.letters.items():
            self.assertEqual(len(letters), 5)
            for letter in letters:
                self.assertTrue(self.verify(letter), kind)

    def test_a_changed_header_fails(self):
        for kind, letters in self.letters.items():
            for name in NAMES:
                pattern = re.compile(b"^" + name + rb": (.)", re.M)
                changed = pattern.sub(lambda match: match[0][:-1] + (b"x" if match[1] != b"x" else b"y"), letters[0], count=1)
                self.assertNotEqual(changed, letters[0], name)
                self.assertFalse(self.verify(changed), (kind, name))

    def test_a_header_taken_away_fails(self):
        for letters in self.letters.values():
            for name in NAMES:
                head, body = letters[0].split(b"\r\n\r\n", 1)
                head = re.sub(b"\r\n" + name + rb": .*?(?=\r\n\S)", b"", b"\r\n" + head, count=1, flags=re.S)[2:]
                changed = head + b"\r\n\r\n" + body
                self.assertNotEqual(changed, letters[0], name)
                self.assertFalse(self.verify(changed), name)

    def test_a_list_header_added_fails(self):
        for letters in self.letters.values():
            for name in [b"List-Unsubscribe", b"List-Unsubscribe-Post", b"List-Id", b"From", b"Subject"]:
                self.assertFalse(self.verify(name + b": <https://evil.example>\r\n" + letters[0]), name)

    def test_a_changed_body_fails(self):
        for letters in self.letters.values():
            self.assertFalse(self.verify(letters[0].replace(b"briefing/leave", b"briefing/lease")))


if __name__ == "__main__":
    unittest.main()
