#!/usr/bin/env python3
"""Writes the bill of materials of a release as CycloneDX 1.5 JSON. usage: sbom.py PROGRAM VERSION < Package.resolved

Swift packages are those resolved, system libraries those the program is linked with, as Debian names them; the model and the
data that come along are components of their own with their licences.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

DATA = [
    ("encoder.demarche", "machine-learning-model", "CC-BY-SA-4.0"),
    ("places.demarche", "data", "CC-BY-4.0"),
]
"""Files of the program's own with another licence than its code."""


def swift_packages(resolved: dict) -> list[dict]:
    """The pins of Package.resolved."""
    found = []
    for pin in resolved["pins"]:
        version = pin["state"].get("version") or pin["state"].get("revision", "")
        place = re.sub(r"^https://|\.git$", "", pin["location"])
        found.append({"type": "library", "name": pin["identity"], "version": version, "purl": f"pkg:swift/{place}@{version}"})
    return found


def system_libraries(program: Path) -> list[dict]:
    """The Debian packages of the shared libraries that the program loads."""
    linked = subprocess.run(["ldd", program], check=True, capture_output=True, text=True).stdout
    paths = {str(Path(path).resolve()) for path in re.findall(r"=> (/\S+)", linked)}
    found = {}
    for path in sorted(paths):
        owner = subprocess.run(["dpkg-query", "-S", path], capture_output=True, text=True).stdout.split(": ")[0]
        if not owner:
            owner = subprocess.run(["dpkg-query", "-S", path.removeprefix("/usr")], capture_output=True, text=True).stdout.split(": ")[0]
        name = owner.split(":")[0]
        if name and name not in found:
            version = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", name], capture_output=True, text=True).stdout
            found[name] = {"type": "library", "name": name, "version": version, "purl": f"pkg:deb/debian/{name}@{version}"}
    return list(found.values())


def main() -> None:
    """Command line."""
    program, version = Path(sys.argv[1]), sys.argv[2]
    data = [{"type": kind, "name": name, "licenses": [{"license": {"id": licence}}]} for name, kind, licence in DATA]
    components = sorted(swift_packages(json.load(sys.stdin)) + system_libraries(program) + data, key=lambda one: one["name"])
    subject = {"type": "application", "name": "demarche", "version": version, "licenses": [{"license": {"id": "Apache-2.0"}}]}
    bill = {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "metadata": {"component": subject}, "components": components}
    print(json.dumps(bill, indent=1, sort_keys=True))


if __name__ == "__main__":
    main()
