"""The desk under load, and Datasette serving the same incidents as a table, in the same minutes.

    python3 -m venv v && v/bin/pip install datasette     # and Debian's wrk
    v/bin/python Benchmarks/desk/measure.py .build/release/demarche demarche.sqlite AZE-RUS

Every visit of the second row has an address of its own, so that nothing kept helps. Memory is the most that was resident.
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import time
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import results

SECONDS, CONNECTIONS = 10, 50


def load(url, script=None):
    arguments = ["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency"]
    told = subprocess.run(arguments + (["-s", script] if script else []) + [url], capture_output=True, text=True).stdout
    figure = lambda pattern: (re.search(pattern, told) or [None, "?"])[1]
    failed = re.search(r"Non-2xx.*", told)
    return float(figure(r"Requests/sec:\s+([\d.]+)") or 0), figure(r"50%\s+(\S+)"), figure(r"99%\s+(\S+)"), failed and failed[0]


def resident(process):
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) // 1024


def wait(url):
    for _ in range(200):
        try:
            return urllib.request.urlopen(url).read()
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"{url} does not answer")


def main():
    binary, record, pair = sys.argv[1:4]
    desk = subprocess.Popen([binary, "serve", "--record", record, "--port", "0", "--quiet"], stdout=subprocess.PIPE, text=True)
    address = re.search(r"http://[^/]+", desk.stdout.readline())[0]
    one, other = sorted(pair.split("-"))
    datasette = subprocess.Popen(
        [str(pathlib.Path(sys.executable).parent / "datasette"), record, "--port", "8391", "--setting", "max_returned_rows", "1000",
         "--setting", "default_page_size", "1000"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    name = pathlib.Path(record).stem
    table = f"http://127.0.0.1:8391/{name}/incident?pair={one}%7C{other}"
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write('n = 0\nrequest = function() n = n + 1; return wrk.format("GET", wrk.path .. "&x=" .. n .. "." .. tostring(wrk.thread):sub(-6)) end\n')
        script.flush()
        dossier = f"{address}/dossiers/{pair}?limit=1000"
        size = len(wait(dossier))
        wait(table)
        print(f"{'':40}{'requests/s':>12}{'p50':>10}{'p99':>10}{'MB':>6}")
        rates = []
        for label, url, lua, process in [
            (f"dossier page, {size // 1000} kB", dossier, None, desk), ("the same, nothing kept", dossier, script.name, desk),
            ("the same as JSON", f"{address}/dossiers/{pair}.json?limit=1000", None, desk), ("Datasette's table page", table, None, datasette),
            ("Datasette's JSON", table.replace("/incident?", "/incident.json?"), None, datasette),
        ]:
            rate, half, most, failed = load(url, lua)
            rates.append(rate)
            print(f"{label:40}{rate:12.1f}{half:>10}{most:>10}{resident(process):6}{'  ' + failed if failed else ''}", flush=True)
    # Datasette keeps no answer, so that ours are compared without what is kept.
    results.add("a dossier as a page, nothing kept", rates[1], "Datasette's table page", rates[3], "requests a second")
    desk.terminate()
    datasette.terminate()


if __name__ == "__main__":
    main()
