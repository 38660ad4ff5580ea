"""The desk against its own description: schemathesis asks for everything in /openapi.json, rightly and wrongly."""

import argparse
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "browser"))

from desk import Desk


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", help="of demarche; the release build where it is not given")
    parser.add_argument("--examples", type=int, default=100, help="of each address")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with Desk(options.binary) as desk:
        done = subprocess.run(
            [str(pathlib.Path(sys.executable).parent / "schemathesis"), "run", desk.address + "/openapi.json", "--checks", "all",
             "--max-examples", str(options.examples), "--seed", str(options.seed), "--continue-on-failure",
             "--generation-database", "none", "--no-color"])
    sys.exit(done.returncode)


if __name__ == "__main__":
    main()
