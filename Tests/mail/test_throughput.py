"""The program against a loop of smtplib, to the same server in the same minute."""

import email.message
import email.policy
import os
import shutil
import smtplib
import subprocess
import time
import unittest

from desk import DAY, Desk

COUNT = int(os.environ.get("COUNT", 3000))


def loop(port, text, html, count, keeps):
    """A letter a reader as Python's own library writes and sends it, over one connection or one for each."""
    start = time.time()
    server = smtplib.SMTP("127.0.0.1", port) if keeps else None
    for number in range(count):
        letter = email.message.EmailMessage(policy=email.policy.SMTP)
        letter["From"] = "Démarche <briefing@example.org>"
        letter["To"] = f"reader{number}@readers.example"
        letter["Subject"] = "The Friday briefing, 4 July 2025"
        letter["Message-ID"] = f"<{number}.x@example.org>"
        letter["List-Unsubscribe"] = f"<https://news.example.org/briefing/leave/{number}>"
        letter["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        letter.set_content(text)
        letter.add_alternative(html, subtype="html")
        if keeps:
            server.send_message(letter)
        else:
            with smtplib.SMTP("127.0.0.1", port) as one:
                one.send_message(letter)
    if keeps:
        server.quit()
    return count / (time.time() - start)


@unittest.skipUnless(shutil.which("smtp-sink"), "no smtp-sink (Debian's postfix has it)")
class Throughput(unittest.TestCase):
    def measure(self, name, port, count, connections):
        desk = Desk(port, readers=count, server=f"  connections: {connections}\n")
        text = desk.run("brief", "preview", "--on", DAY).stdout
        html = desk.run("brief", "preview", "--on", DAY, "--format", "html").stdout
        start = time.time()
        desk.send()
        ours = count / (time.time() - start)
        kept, single = loop(port, text, html, count // 6, True), loop(port, text, html, count // 6, False)
        print(
            f"\n{name}: {ours:.0f} letters/s over {connections} connections; smtplib {kept:.0f} over one connection "
            f"({ours / kept:.1f} x), {single:.0f} with one for each letter ({ours / single:.1f} x)", flush=True)
        return ours / kept

    def test_a_quick_server(self):
        port = 20_000 + os.getpid() % 10_000
        user = ["-u", "nobody"] if os.geteuid() == 0 else []
        sink = subprocess.Popen([shutil.which("smtp-sink"), *user, f"127.0.0.1:{port}", "1000"])
        try:
            time.sleep(0.5)
            self.assertGreaterEqual(self.measure("smtp-sink", port, COUNT, 4), 5)
        finally:
            sink.terminate()
            sink.wait()


if __name__ == "__main__":
    unittest.main()
