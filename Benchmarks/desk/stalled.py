"""Ordinary pages while a thousand connections are slow or stalled, and what the desk holds meanwhile.

    python3 Benchmarks/desk/stalled.py .build/release/demarche demarche.sqlite [SECONDS] [CONNECTIONS]

A third say nothing, a third send a request a letter at a time, a third ask for a long list and hardly read it. Where the desk
hangs up, the connection is made anew. Ends with 1 where an ordinary page failed, or one of a hundred took half a second.
"""

import pathlib
import re
import socket
import subprocess
import sys
import threading
import time
import urllib.request

PAGES = ["/", "/incidents", "/sources", "/method", "/incidents.json?limit=50", "/health"]
REQUEST = b"GET /incidents.json?limit=1000&x=%d HTTP/1.1\r\nHost: desk.example\r\nAccept: */*\r\n\r\n"


class Slow:
    """A connection that keeps a server waiting."""

    def __init__(self, number, address):
        self.number, self.address, self.renewed = number, address, -1
        self.open()

    def open(self):
        self.renewed += 1
        self.sent = 0
        self.socket = socket.socket()
        # What is not read is to wait in the server, not here.
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.socket.connect(self.address)
        self.socket.setblocking(False)
        if self.number % 3 == 2:
            self.socket.send(REQUEST % self.number)

    def step(self):
        try:
            if self.number % 3 == 1:
                self.socket.send(REQUEST[self.sent % 60:][:1])
                self.sent += 1
            if not self.socket.recv(64):
                raise ConnectionResetError
        except BlockingIOError:
            pass
        except OSError:
            self.socket.close()
            self.open()


def ordinary(base, until, times, failed):
    turn = 0
    while time.monotonic() < until:
        path = PAGES[turn % len(PAGES)]
        turn += 1
        start = time.monotonic()
        try:
            with urllib.request.urlopen(base + path, timeout=10) as answer:
                answer.read()
            times.append(time.monotonic() - start)
        except OSError as error:
            failed.append(f"{path}: {error}")
        time.sleep(0.05)


def main():
    binary, record = sys.argv[1:3]
    seconds, count = (int(text) for text in (sys.argv[3:5] + ["300", "1000"][len(sys.argv[3:5]):]))
    desk = subprocess.Popen([binary, "serve", "--record", record, "--port", "0", "--quiet"], stdout=subprocess.PIPE, text=True)
    base = re.search(r"http://[^/]+", desk.stdout.readline())[0]
    host, port = base.removeprefix("http://").split(":")
    for path in PAGES:
        urllib.request.urlopen(base + path).read()
    slow = [Slow(number, (host, int(port))) for number in range(count)]
    times, failed, until = [], [], time.monotonic() + seconds
    readers = [threading.Thread(target=ordinary, args=(base, until, times, failed)) for _ in range(4)]
    for reader in readers:
        reader.start()
    most = 0
    while time.monotonic() < until:
        for connection in slow:
            connection.step()
        most = max(most, len(list(pathlib.Path(f"/proc/{desk.pid}/fd").iterdir())))
        time.sleep(1)
    for reader in readers:
        reader.join()
    memory = int(re.search(r"VmHWM:\s+(\d+)", pathlib.Path(f"/proc/{desk.pid}/status").read_text())[1]) // 1024
    times.sort()
    p99 = times[int(len(times) * 0.99)]
    print(f"{count} slow connections for {seconds} s, made anew {sum(c.renewed for c in slow)} times; at most {most} descriptors, {memory} MB")
    print(f"{len(times)} ordinary pages: p50 {times[len(times) // 2] * 1000:.1f} ms, p99 {p99 * 1000:.1f} ms, "
          f"longest {times[-1] * 1000:.1f} ms, {len(failed)} failed {failed[:3] or ''}")
    for connection in slow:
        connection.socket.close()
    desk.terminate()
    desk.wait(timeout=30)
    sys.exit(1 if failed or p99 >= 0.5 else 0)


if __name__ == "__main__":
    main()
