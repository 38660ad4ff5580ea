"""The seeds of a fuzzing target, from the cases and samples the tests read: usage seeds.py TARGET FOLDER"""

import gzip
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FRAMES = {
    "item": ('<rss version="2.0"><channel><item>', "</item></channel></rss>"),
    "channel": ('<rss version="2.0"><channel>', "</channel></rss>"),
    "entry": ('<feed xmlns="http://www.w3.org/2005/Atom"><entry>', "</entry></feed>"),
    "feed": ('<feed xmlns="http://www.w3.org/2005/Atom">', "</feed>"),
    "date": ("<rss><channel><item><title>a</title><pubDate>", "</pubDate></item></channel></rss>"),
}


def samples(*endings):
    return [path.read_bytes() for path in sorted((ROOT / "Samples").rglob("*")) if path.suffix in endings]


def feeds():
    for path in sorted((ROOT / "Tests/ReadingTests/Feeds/Cases").glob("*.txt")):
        for case in re.split(r"^== ", path.read_text(), flags=re.M)[1:]:
            head, _, body = case.partition("\n")
            before, after = FRAMES.get(head[1:].partition("]")[0], ("", ""))
            lines = [line for line in body.split("\n") if not line.startswith("> ")]
            text = (before + "\n".join(lines).rstrip() + after).encode()
            yield re.sub(rb"\\x([0-9A-Fa-f]{2})", lambda found: bytes.fromhex(found[1].decode()), text)
    yield from samples(".xml")


def record(kind, media, block):
    head = (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://wire.example/1\r\nWARC-Date: 2025-06-29T08:30:00Z\r\n"
            f"Content-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n")
    return head.encode() + block + b"\r\n\r\n"


def archives():
    page = b"<html><head><title>Envoy</title></head><body><p>Azerbaijan summoned the envoy on Saturday, it was said.</p></body></html>"
    answers = [b"", b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n", b"Content-Encoding: deflate\r\n", b"Content-Encoding: zstd\r\n"]
    bodies = [page, b"%x\r\n%s\r\n0\r\n\r\n" % (len(page), page), gzip.compress(page, mtime=0), gzip.compress(page, mtime=0)[10:-8], page]
    for head, body in zip(answers, bodies):
        response = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + head + b"\r\n" + body
        whole = record("request", "application/http; msgtype=request", b"GET / HTTP/1.1\r\n\r\n") + record(
            "response", "application/http; msgtype=response", response)
        yield whole
        yield gzip.compress(whole, mtime=0)
    yield record("conversion", "text/plain", b"Envoy summoned\nThe envoy was summoned on Saturday.")


SEEDS = {
    "Page": lambda: [page for page in samples(".html")],
    "Feed": feeds,
    "Archive": archives,
    "Text": lambda: samples(".txt"),
    "Line": lambda: [line for file in samples(".jsonl") for line in file.split(b"\n") if line],
    "Scanning": lambda: [text[:400] for text in samples(".txt")],
    "Analysis": lambda: [text[:400] for text in samples(".txt")],
}

for number, seed in enumerate(SEEDS[sys.argv[1]]()):
    (pathlib.Path(sys.argv[2]) / str(number)).write_bytes(seed)
