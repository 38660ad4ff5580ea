"""The program, what it is given to do, and what its record must be like afterwards."""

import hashlib
import http.server
import json
import os
import pathlib
import sqlite3
import subprocess
import tempfile
import threading
import xml.sax.saxutils

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = os.environ.get("PROGRAM", str(HERE.parent.parent / ".build/release/demarche"))
SHIM = os.environ.get("SHIM", str(HERE / "shim.so"))
SAMPLES = HERE.parent.parent / "Samples"
WATCH = ["watch", "--allow-private", "--pause", "0", "--no-copies"]


def folder():
    return pathlib.Path(tempfile.mkdtemp(prefix="demarche-faults-"))


def run(*words, record=None, environment=None, check=True):
    done = subprocess.run(
        arguments(*words, record=record), capture_output=True, text=True, env=environment, stdin=subprocess.DEVNULL, timeout=600)
    if check and done.returncode:
        raise AssertionError(f"{words}: status {done.returncode}\n{done.stdout}{done.stderr}")
    return done


def start(*words, record=None, environment=None):
    return subprocess.Popen(
        arguments(*words, record=record), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, text=True,
        env=environment)


def arguments(*words, record=None):
    return [PROGRAM, *map(str, words), *(["--record", str(record)] if record else [])]


def rows(record, sql, *values):
    database = sqlite3.connect(f"file:{record}?mode=ro", uri=True, timeout=10)
    try:
        return database.execute(sql, values).fetchall()
    finally:
        database.close()


def column(record, sql, *values):
    return [row[0] for row in rows(record, sql, *values)]


def has_tables(record):
    """Whether a record was made so far that reports can be in it."""
    return os.path.exists(record) and bool(rows(record, "SELECT 1 FROM sqlite_master WHERE name = 'incident'"))


def faults_of(record):
    """What is wrong with a record: nothing, however its writer ended."""
    if not os.path.exists(record):
        return []
    found = [line for line in column(record, "PRAGMA integrity_check") if line != "ok"]
    if not has_tables(record):
        return found
    found += [f"a reference that leads nowhere: {row}" for row in rows(record, "PRAGMA foreign_key_check")]
    for name, sql in {
        "reports without sentences": "SELECT id FROM report WHERE id NOT IN (SELECT report FROM sentence)",
        "events outside incidents": """
            SELECT id FROM event WHERE standing IS NOT 'rejected'
            AND id NOT IN (SELECT value FROM incident, json_each(incident.events))""",
        "incidents of no events": "SELECT id FROM incident WHERE json_array_length(events) = 0",
        "pages twice": "SELECT url FROM report WHERE url IS NOT NULL GROUP BY url HAVING count(*) > 1",
    }.items():
        rest = column(record, sql)
        found += [f"{name}: {rest}"] if rest else []
    return found


def content(record):
    """A hash of what a record says: reports, sentences, events, incidents, corrections; not when it was told."""
    told = hashlib.sha256()
    for sql in [
        "SELECT id, url, outlet, title, byline, published, language, text FROM report ORDER BY 1",
        "SELECT * FROM sentence ORDER BY 1, 2",
        "SELECT id, json, standing, coded FROM event ORDER BY 1",
        "SELECT * FROM incident ORDER BY 1",
        "SELECT number, author, reason, kind, subject, detail FROM correction ORDER BY 1",
    ]:
        for row in rows(record, sql):
            told.update(json.dumps(row).encode() + b"\n")
    return told.hexdigest()


def reports():
    """The samples as reports."""
    record = folder() / "demarche.sqlite"
    run("read", SAMPLES, record=record)
    names = ["id", "url", "outlet", "title", "published", "text"]
    return [dict(zip(names, row)) for row in rows(record, f"SELECT {', '.join(names)} FROM report ORDER BY published, id")]


def lines(reports, path):
    path.write_text("".join(json.dumps(report) + "\n" for report in reports))
    return path


class Feeds:
    """A web server with a feed of reports in full for each name, at `address(name)`."""

    def __init__(self, items, host="127.0.0.1"):
        self.items = items
        feeds = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                body = feeds.answer(self.path.strip("/"))
                self.send_response(200 if body else 404)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.asked = {}
        self.server = http.server.ThreadingHTTPServer((host, 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def address(self, name, host="127.0.0.1"):
        return f"http://{host}:{self.server.server_address[1]}/{name}"

    def answer(self, name):
        self.asked[name] = self.asked.get(name, 0) + 1
        if name not in self.items:
            return b""
        entries = "".join(
            '<item><guid isPermaLink="false">{id}</guid><link>https://wire.example/{id}</link><title>{title}</title>'
            "<pubDate>{published}</pubDate><content:encoded>{body}</content:encoded></item>".format(
                id=report["id"], title=escaped(report["title"] or "News"), published=report["published"],
                body=escaped("".join(f"<p>{escaped(line)}</p>" for line in report["text"].split("\n") if line)))
            for report in self.items[name])
        return (
            '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Northern Wire</title>'
            f"{entries}</channel></rss>").encode()


def escaped(text):
    return xml.sax.saxutils.escape(text)
