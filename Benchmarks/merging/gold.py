"""Annotated events as `demarche merge` reads them, with the incident each belongs to."""
import calendar
import json
import os
import re

QUOTED = r'("(?:[^"]*)"(?:#\d+)?|-)'


def days(text):
    """First and last day of 2024-03-05, 2024-03, 2024 or two of them parted by a stroke."""
    if "/" in text:
        first, last = text.split("/")
        return days(first)[0], days(last)[1]
    parts = text.split("-")
    if len(parts) == 1:
        return f"{text}-01-01", f"{text}-12-31"
    if len(parts) == 2:
        return f"{text}-01", f"{text}-{calendar.monthrange(int(parts[0]), int(parts[1]))[1]:02d}"
    return text, text


def words(quotation):
    return "" if quotation == "-" else re.sub(r'"(#\d+)?$', "", quotation)[1:]


def side(text):
    found = re.match(QUOTED + r" (\S+) (\S+)(.*)", text)
    rest = found[4].strip()
    name = rest[1:rest.index(")")] if rest.startswith("(") else None
    organ = rest.split()[0] if rest and not rest.startswith(("(", '"')) else None
    return {"text": words(found[1]), "state": None if found[2] == "-" else found[2], "sector": found[3], "organ": organ,
            "name": name}


def acts(repository):
    """Each act with its type and scale."""
    known, key = {}, None
    for line in open(os.path.join(repository, "Sources/Coding/Resources/acts.txt"), encoding="utf-8"):
        head = line.split()
        if line.startswith("act "):
            key = head[1]
            known[key] = [head[2], 0.0]
        elif key and line.startswith("  scale:"):
            known[key][1] = float(head[1])
    return known


QUADS = {"verbal-cooperation": "AGREE CONSULT SUPPORT CONCEDE", "material-cooperation": "COOPERATE AID RETREAT",
         "verbal-conflict": "REQUEST ACCUSE REJECT THREATEN", "material-conflict": "PROTEST SANCTION MOBILIZE COERCE ASSAULT"}


def quad(type):
    return next(quad for quad, types in QUADS.items() if type in types.split())


def event(**parts):
    whole = {"recipient": None, "contexts": [], "date": None, "place": None, "figures": [], "status": "happened",
             "attribution": None, "confidence": 1.0}
    whole.update(parts)
    return {**whole, "quad": quad(whole["type"])}


def corpus(repository):
    """The Corpus's reports, its events, and by event the crisis and incident it is annotated with."""
    known = acts(repository)
    folder = os.path.join(repository, "Corpus/reports")
    reports, events, incidents = [], [], {}
    for name in sorted(os.listdir(folder)):
        head, body = open(os.path.join(folder, name), encoding="utf-8").read().split("\n\n", 1)
        head = dict(line.split(": ", 1) for line in head.split("\n"))
        reports.append({"id": head["report"], "outlet": head["outlet"], "published": head["published"], "text": "",
                        "crisis": head.get("crisis")})
        sentence, current = None, None
        for line in body.split("\n"):
            if not line:
                continue
            if not line.startswith(" "):
                number, text = line.split(" ", 1)
                sentence = {"index": int(number) - 1, "start": (int(number) - 1) * 10_000,
                            "end": (int(number) - 1) * 10_000 + len(text), "text": text}
                reports[-1]["text"] += text + "\n"
            elif not line.startswith("    "):
                act = line.split()[0]
                current = event(event=f"e{head['report']}-{len(events)}", report=head["report"], sentence=sentence,
                                type=known[act][0], act=act, scale=known[act][1])
                events.append(current)
            else:
                key, value = line.strip().split(": ", 1)
                if key in ("actor", "recipient"):
                    current[key] = None if value == "none" else side(value)
                elif key == "date":
                    found = re.match(QUOTED + r" (\S+)", value)
                    first, last = days(found[2])
                    current["date"] = {"start": first, "end": last, "text": words(found[1]) or None}
                elif key == "place":
                    current["place"] = {"name": words(value), "state": None, "latitude": None, "longitude": None}
                elif key == "figures":
                    kind, number, qualifier, text = value.split(" ", 3)
                    current["figures"].append({"kind": kind, "value": None if number == "-" else int(float(number)),
                                               "qualifier": qualifier, "text": words(text)})
                elif key == "status":
                    current["status"] = value
                elif key == "speaker":
                    current["attribution"] = {**side(value), "cue": "", "quoted": False}
                elif key == "incident":
                    incidents[current["event"]] = (head.get("crisis"), value)
    several = {}
    for report in reports:
        several.setdefault(report["crisis"], []).append(report["id"])
    several = {id for crisis, ids in several.items() if crisis and len(ids) > 1 for id in ids}
    reports = [report for report in reports if report["id"] in several]
    events = [event for event in events if event["report"] in several and event["actor"]]
    return reports, events, {event["event"]: incidents[event["event"]] for event in events if event["event"] in incidents}


# The development set names acts in free words.
WORDS = [("allege accuse blame condemn criticise", "accuse"), ("fire hit shoot jam crash", "shoot-down"),
         ("expel declare", "expel-diplomats"), ("summon", "summon-envoy"), ("recall", "recall-envoy")]


def development(shared):
    """The annotated events of the development set that have two states."""
    folder = os.path.join(shared, "evaluation/dev")
    texts = {report["id"]: report["text"] for report in map(json.loads, open(f"{folder}/reports.jsonl", encoding="utf-8"))}
    events = []
    for line in open(f"{folder}/events.jsonl", encoding="utf-8"):
        gold = json.loads(line)
        sides = [gold["actor"], gold["recipient"]]
        if not all(side and side["state"] for side in sides):
            continue
        text = texts[gold["report"]]
        start = max(0, text.find(gold["sentence"][:40]))
        end = text.find(". ", start + 10) + 1 or len(text)
        first = gold["act"].split()[0]
        act = next((act for starts, act in WORDS if first in starts.split()), gold["act"].replace(" ", "-"))
        if first == "demand" and "release" not in act:
            act = "demand"
        kinds = {"killed", "injured", "arrested", "expelled", "aboard", "missing", "displaced", "released"}
        speaker = gold["according_to"]
        date = days(gold["date"]) if gold["date"] else None
        events.append(event(
            event=f"e{len(events):03d}", report=gold["report"],
            sentence={"index": text[:start].count(". "), "start": start, "end": end, "text": text[start:end]},
            actor={"organ": None, "name": None, **sides[0]}, recipient={"organ": None, "name": None, **sides[1]},
            type=gold["type"], act=act, scale=0.0, date=date and {"start": date[0], "end": date[1], "text": "then"},
            place=gold["place"] and {"name": gold["place"], "state": None, "latitude": None, "longitude": None},
            figures=[{"kind": f["kind"] if f["kind"] in kinds else "other", "value": f["value"], "qualifier": "exact",
                      "text": ""} for f in gold["figures"]],
            status=gold["status"],
            attribution=speaker and {"text": speaker, "state": None, "sector": "UNK", "organ": None, "name": speaker,
                                     "cue": "", "quoted": False}))
    return events
