import re
import time
import unittest

from desk import DAY, Desk
from servers import Busy, Dropping, Greylisting, Refusing, Server, Slow, Taking, authenticator, certificate

ADDRESS = re.compile(r"reader\d+|readers\.example|@readers")


class Trouble(unittest.TestCase):
    def log_names_nobody(self, desk):
        self.assertNotRegex("\n".join(desk.output), ADDRESS)

    def once_at_most(self, handler):
        self.assertEqual({count for count in handler.letters.values()} - {1}, set())

    def test_refused(self):
        with Server(Refusing()) as server:
            desk = Desk(server.port, readers=200)
            done = desk.send()
            self.assertIn("180 accepted", done.stdout)
            self.assertIn("20 refused", done.stdout)
            self.assertEqual(desk.rows("SELECT count(*) FROM reader WHERE state = 'suppressed'")[0][0], 20)
            self.once_at_most(server.handler)
        self.log_names_nobody(desk)

    def test_greylisted(self):
        with Server(Greylisting()) as server:
            desk = Desk(server.port, readers=100, server="  retries: 1 | 1\n")
            desk.send()
            self.assertEqual(desk.states(), {"accepted": 100})
            self.once_at_most(server.handler)
        self.log_names_nobody(desk)

    def test_put_off_for_good(self):
        with Server(Busy()) as server:
            desk = Desk(server.port, readers=5, server="  retries: 1 | 1\n")
            desk.send()
            self.assertEqual(desk.states(), {"refused": 5})
            self.assertEqual(desk.rows("SELECT count(*) FROM reader WHERE state = 'active'")[0][0], 5)
            self.assertEqual(desk.rows("SELECT DISTINCT status FROM returned"), [("4.2.2",)])

    def test_dropped_before_the_end(self):
        with Server(Dropping()) as server:
            desk = Desk(server.port, readers=150)
            desk.send()
            self.assertEqual(desk.states(), {"accepted": 150})
            self.once_at_most(server.handler)
            self.assertEqual(len(server.handler.letters), 150)
        self.log_names_nobody(desk)

    def test_dropped_after_the_end_is_uncertain_and_listed(self):
        with Server(Dropping(after_end=True)) as server:
            desk = Desk(server.port, readers=110)
            done = desk.send(check=False)
            states = desk.states()
            self.assertEqual(done.returncode, 1)
            self.assertEqual(states["accepted"] + states["uncertain"], 110)
            self.assertGreaterEqual(states["uncertain"], 5)
            self.once_at_most(server.handler)
            self.assertEqual(len(server.handler.letters), 110)
            listed = desk.run("brief", "status", "--uncertain", DAY).stdout.split()
            self.assertEqual(len(listed), states["uncertain"])
        self.log_names_nobody(desk)

    def test_slow(self):
        with Server(Slow(seconds=0.3)) as server:
            desk = Desk(server.port, readers=24, server="  connections: 8\n")
            start = time.time()
            desk.send()
            self.assertLess(time.time() - start, 24 * 0.3)
            self.assertEqual(desk.states(), {"accepted": 24})

    def test_silent(self):
        with Server(Slow(seconds=30)) as server:
            desk = Desk(server.port, readers=2, server="  connections: 2\n  patience: 1\n")
            desk.send(check=False)
            self.assertEqual(desk.states(), {"uncertain": 2})

    def test_throttled(self):
        with Server(Taking()) as server:
            desk = Desk(server.port, readers=20, server="  rate: 600\n")
            start = time.time()
            desk.send()
            self.assertGreaterEqual(time.time() - start, 1.8)

    def test_paused_and_resumed(self):
        with Server(Slow(seconds=0.05)) as server:
            desk = Desk(server.port, readers=60, server="  rate: 1200\n")
            sender = desk.start("brief", "send", "--on", DAY)
            time.sleep(1.2)
            desk.run("brief", "pause")
            sender.wait(timeout=20)
            held = len(server.handler.letters)
            self.assertLess(held, 60)
            desk.run("brief", "resume")
            desk.send()
            self.assertEqual(len(server.handler.letters), 60)
            self.once_at_most(server.handler)

    def test_two_senders(self):
        with Server(Slow(seconds=0.05)) as server:
            desk = Desk(server.port, readers=60)
            sender = desk.start("brief", "send", "--on", DAY)
            time.sleep(0.4)
            other = desk.send(check=False)
            sender.wait(timeout=60)
            if other.returncode:
                self.assertIn("held by another sender", other.stderr)
            self.once_at_most(server.handler)
            self.assertEqual(len(server.handler.letters), 60)

    def test_secure_with_password(self):
        desk = Desk(1)
        chain, context = certificate(desk.folder)
        with Server(Taking(), tls_context=context, require_starttls=True, authenticator=authenticator, auth_required=True) as server:
            words = f"  security: starttls\n  user: editor\n  password-file: password\n  authority: {chain}\n"
            for password, works in [("wrong", False), ("secret", True)]:
                desk = Desk(server.port, server=words, host="localhost")
                (desk.folder / "password").write_text(password + "\n")
                desk.add(12)
                done = desk.send(check=False)
                self.assertEqual(done.returncode == 0, works, done.stderr)
                self.assertEqual(desk.states(), {"accepted" if works else "waiting": 12})
                if not works:
                    self.assertIn("user or password", done.stderr)
                self.log_names_nobody(desk)
            desk = Desk(server.port, server=words.replace(f"  authority: {chain}\n", ""), host="localhost")
            (desk.folder / "password").write_text("secret\n")
            desk.add(2)
            self.assertIn("certificate", desk.send(check=False).stderr)
            self.assertEqual(desk.states(), {"waiting": 2})

    def test_no_secure_connection_is_no_connection(self):
        with Server(Taking()) as server:
            desk = Desk(server.port, readers=2, server="  security: starttls\n")
            self.assertIn("no secure connection", desk.send(check=False).stderr)
            self.assertEqual(sum(server.handler.letters.values()), 0)

    def test_nobody_there(self):
        desk = Desk(9, readers=2)
        sender = desk.start("brief", "send", "--on", DAY)
        time.sleep(1.5)
        sender.terminate()
        output = sender.communicate(timeout=30)[0].decode()
        self.assertNotRegex(output, ADDRESS)
        self.assertEqual(desk.states(), {"waiting": 2})


if __name__ == "__main__":
    unittest.main()
