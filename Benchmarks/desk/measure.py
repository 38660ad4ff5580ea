"""The desk under load, and Datasette serving the same incidents as a table, in the same minutes.

    python3 -m venv v && v/bin/pip install datasette     # and Debian's wrk
    v/bin/python Benchmarks/desk/measure.py .build/release/demarche demarche.sqlite AZE-TUR

Of a dossier, the page as it comes (100 incidents) and all of it (1,000). In the second row of each every visit bears another
filter, so that no answer kept is of use. Memory is the most that was resident of this process so far.
"""

import os
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
# Each visit asks for another first day, all of them before anything happened.
OTHER_FILTERS = """
local threads = 0
function setup(thread) thread:set("id", threads); threads = threads + 1 end
function init() n = 0 end
function request()
  n = n + 1
  local day = 2 * n + id
  return wrk.format("GET", string.format("%s&since=%04d-%02d-%02d", wrk.path, 1000 + day / 336, day / 28 % 12 + 1, day % 28 + 1))
end
"""


def load(url, script=None):
    arguments = ["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--timeout", "30s", "--latency"]
    told = subprocess.run(arguments + (["-s", script] if script else []) + [url], capture_output=True, text=True).stdout
    figure = lambda pattern: (re.search(pattern, told) or [None, "?"])[1]
    failed = re.search(r"Non-2xx.*|Socket errors.*", told)
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
        [str(pathlib.Path(sys.executable).parent / "datasette"), record, "--port", "8391", "--setting", "max_returned_rows", "1000"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    table = f"http://127.0.0.1:8391/{pathlib.Path(record).stem}/incident"
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(OTHER_FILTERS)
        script.flush()
        print(f"{'':44}{'requests/s':>12}{'p50':>10}{'p99':>10}{'MB':>6}   load of the machine before")
        for size in (100, 1000):
            rates = []
            page = f"{address}/dossiers/{pair}?limit={size}"
            rows = f"pair={one}%7C{other}&_size={size}"
            length = len(wait(page))
            wait(f"{table}?{rows}")
            for label, url, lua, process in [
                (f"dossier page of {size}, {length // 1000} kB", page, None, desk),
                ("the same, another filter each time", page, script.name, desk),
                ("the same as JSON", f"{address}/dossiers/{pair}.json?limit={size}", None, desk),
                (f"Datasette's table page of {size}", f"{table}?{rows}", None, datasette),
                ("Datasette's JSON", f"{table}.json?{rows}", None, datasette),
            ]:
                busy = os.getloadavg()[0]
                rate, half, most, failed = load(url, lua)
                rates.append(rate)
                memory = resident(process)
                print(f"{label:44}{rate:12.1f}{half:>10}{most:>10}{memory:6}   {busy:.1f}  {failed or ''}", flush=True)
            # Datasette keeps no answer, so that ours are compared without what is kept.
            results.add(f"a dossier of {size} as a page, another each time", rates[1], "Datasette's table page", rates[3], "requests a second")
    desk.terminate()
    datasette.terminate()


if __name__ == "__main__":
    main()
