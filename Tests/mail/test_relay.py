"""Debian's postfix takes the letters, relays them to local mailboxes, and returns those nobody lives for."""

import mailbox
import os
import pathlib
import pwd
import shutil
import subprocess
import tempfile
import time
import unittest

from desk import DAY, Desk

MAIN = """
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
myhostname = mail.test
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
recipient_delimiter = +
alias_maps =
local_recipient_maps =
smtpd_reject_unlisted_recipient = no
smtpd_recipient_restrictions = permit_mynetworks, reject
virtual_mailbox_domains = readers.example, example.org
virtual_mailbox_base = {folder}/mail
virtual_mailbox_maps = texthash:{folder}/boxes
virtual_minimum_uid = 1
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
maillog_file_prefixes = {folder}
maillog_file = {folder}/log
"""

MASTER = """
127.0.0.1:{port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""


@unittest.skipUnless(shutil.which("postfix") and os.geteuid() == 0, "needs Debian's postfix, and root")
class Relay(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="postfix-", dir="/var/tmp"))
        self.folder.chmod(0o755)
        user = pwd.getpwnam("nobody")
        self.port = 20_000 + os.getpid() % 10_000
        for name in ["etc", "queue", "data", "mail"]:
            (self.folder / name).mkdir()
        shutil.chown(self.folder / "data", "postfix")
        os.chown(self.folder / "mail", user.pw_uid, user.pw_gid)
        # Every tenth letter box is missing.
        boxes = [f"reader{n}@readers.example reader{n}\n" for n in range(100) if n % 10] + ["returns@example.org returns\n"]
        (self.folder / "boxes").write_text("".join(boxes))
        values = {"folder": self.folder, "uid": user.pw_uid, "gid": user.pw_gid, "port": self.port}
        (self.folder / "etc/main.cf").write_text(MAIN.format(**values))
        (self.folder / "etc/master.cf").write_text(MASTER.format(**values))
        self.postfix("start")

    def postfix(self, word):
        done = subprocess.run(["postfix", "-c", str(self.folder / "etc"), word], capture_output=True, text=True)
        if done.returncode:
            raise AssertionError(done.stdout + done.stderr)

    def tearDown(self):
        self.postfix("stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def wait(self, condition):
        for _ in range(300):
            if condition():
                return
            time.sleep(0.1)
        raise AssertionError((self.folder / "log").read_text()[-3000:])

    def letters(self, name):
        path = self.folder / "mail" / name
        return len(mailbox.mbox(path)) if path.exists() else 0

    def test_relayed_and_returned(self):
        desk = Desk(self.port, readers=100)
        start = time.time()
        desk.send()
        spent = time.time() - start
        self.assertEqual(desk.states(), {"accepted": 100})
        self.wait(lambda: sum(self.letters(f"reader{n}") for n in range(100)) == 90)
        for number in range(100):
            self.assertEqual(self.letters(f"reader{number}"), 1 if number % 10 else 0)
        self.wait(lambda: self.letters("returns") == 10)
        done = desk.run("readers", "returns", str(self.folder / "mail/returns"))
        self.assertIn("10 letters returned", done.stdout)
        self.assertIn("10 readers suppressed", done.stdout)
        self.assertEqual(desk.rows("SELECT count(*) FROM reader WHERE state = 'active'")[0][0], 90)
        again = desk.run("readers", "returns", str(self.folder / "mail/returns"))
        self.assertIn("0 readers suppressed", again.stdout)
        self.assertNotIn("readers.example", "\n".join(desk.output))
        print(f"\npostfix took 100 letters in {spent:.2f} s; 90 came, 10 came back", flush=True)


if __name__ == "__main__":
    unittest.main()
