#!/usr/bin/env python3
"""How well events are merged into incidents, and reports grouped by event.

usage: measure.py PROGRAM SHARED      (PROGRAM is the built demarche, SHARED the folder beside the repository)

B³ of the Corpus: the events of its crises told by several reports, as annotated, and as the coder reads them (a coded event
has the incident of the annotated one of its sentence, sides and type). The development set: the annotated events merged,
which tells how much of what is missing is the coder's. Groups of reports: B³ over documents by `subtopic`.
"""
import json
import os
import subprocess
import sys
import tempfile

import gold

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import results

REPOSITORY = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def lines(values):
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)


def run(program, *arguments, given=""):
    done = subprocess.run([program, *arguments], input=given, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        sys.exit(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def merged(program, events, reports):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write(lines(reports))
        file.flush()
        return run(program, "merge", "--reports", file.name, given=lines(events))


def b_cubed(found, gold):
    """Precision, recall and F1 over what `gold` holds; both map a thing to the name of its cluster."""
    def members(clusters):
        inverse = {}
        for thing in gold:
            inverse.setdefault(clusters[thing], set()).add(thing)
        return inverse
    ours, theirs = members(found), members(gold)
    shared = {thing: len(ours[found[thing]] & theirs[gold[thing]]) for thing in gold}
    precision = sum(shared[thing] / len(ours[found[thing]]) for thing in gold) / len(gold)
    recall = sum(shared[thing] / len(theirs[gold[thing]]) for thing in gold) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def told(title, values):
    results.add(f"{title}, B³ F1", values[2])
    print(f"{title}: precision {values[0]:.3f}, recall {values[1]:.3f}, F1 {values[2]:.3f}")


def clusters(incidents):
    return {event: incident["incident"] for incident in incidents for event in incident["events"]}


def key(side):
    return (side or {}).get("state") or (side or {}).get("name")


def coded(program, reports, events, incidents):
    """The coder's events of the Corpus, and the incidents of those that are annotated too."""
    annotated = {}
    for event in events:
        annotated.setdefault((event["report"], event["sentence"]["text"]), []).append(event)
    found = run(program, "code", given=lines(reports))
    known = {}
    for event in found:
        sides = {key(event["actor"]), key(event["recipient"])}
        same = [other for other in annotated.get((event["report"], event["sentence"]["text"]), [])
                if other["type"] == event["type"] and {key(other["actor"]), key(other["recipient"])} == sides]
        same.sort(key=lambda other: other["act"] != event["act"])
        if same and same[0]["event"] in incidents:
            known[event["event"]] = incidents[same[0]["event"]]
    return found, known


def main():
    program, shared = sys.argv[1:3]
    reports, events, incidents = gold.corpus(REPOSITORY)
    told(f"Corpus, {len(incidents)} annotated events", b_cubed(clusters(merged(program, events, reports)), incidents))
    found, known = coded(program, reports, events, incidents)
    told(f"Corpus, {len(known)} coded events", b_cubed(clusters(merged(program, found, reports)), known))

    folder = os.path.join(shared, "evaluation/dev")
    if not os.path.isdir(folder):
        return print(f"skipped: the evaluation sets are not in {shared}")
    whole = [json.loads(line) for line in open(f"{folder}/reports.jsonl", encoding="utf-8")]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write(lines(merged(program, gold.development(shared), whole)))
        file.flush()
        print("development set, annotated events:")
        print(subprocess.run([sys.executable, f"{shared}/evaluation/score_incidents.py", f"{folder}/incidents.jsonl", file.name],
                             capture_output=True, text=True).stdout.rstrip())

    documents = [json.loads(line) for line in open(f"{folder}/merging.jsonl", encoding="utf-8")]
    groups = run(program, "group", given=lines({"id": d["id"], "text": d["text"]} for d in documents))
    told(f"{len(documents)} documents by event", b_cubed({g["id"]: g["group"] for g in groups},
                                                         {d["id"]: d["subtopic"] for d in documents}))


if __name__ == "__main__":
    main()
