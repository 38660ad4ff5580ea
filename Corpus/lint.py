#!/usr/bin/env python3
"""Linter of the corpus reports (Corpus/README.md).   python3 lint.py reports/*.txt

Prints  file:line: problem  for each problem, then totals. Exit status 1 if there are problems.
Options:  --mod R   list of acts not covered only for acts whose running number mod 5 is R
          --min N   also list acts seen fewer than N times (with --mod, of those acts only)
Compound sides: write one event per actor (or recipient); a part other than figures is given at most once an event.
"""
import sys, re, os, collections, datetime
MAIN = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ACTS = MAIN + "/Sources/Coding/Resources/acts.txt"
ORGANS = MAIN + "/Sources/World/Resources/organs.txt"
SECTORS = set("GOV MIL COP SPY JUD LEG PTY OPP REB INS CRM MED EDU BUS LAB REL HLH REF CVL IGO NGO UNK".split())
STYLES = set("agency brief headlines quotes analysis feature statement chronology liveblog".split())
STATUS = "happened claimed denied planned cancelled hypothetical".split()
KINDS = set("killed injured arrested expelled aboard missing displaced released other".split())
QUALS = set("exact around more-than at-least up-to several dozens none".split())
HEAD = ["report", "title", "outlet", "published", "style", "crisis", "scope"]
NEED = ["report", "title", "outlet", "published", "style"]
PARTS = ["actor", "recipient", "date", "place", "figures", "status", "speaker", "incident"]

acts, order = {}, []
for l in open(ACTS, encoding="utf-8"):
    m = re.match(r"act (\S+) (\S+)\s*$", l)
    if m: acts[m[1]] = m[2]; order.append(m[1])
organs = set()
for l in open(ORGANS, encoding="utf-8"):
    m = re.match(r"([a-z][a-z0-9-]*) ([A-Z]{3})\s*$", l)
    if m: organs.add(m[1])

def valid_day(s):
    m = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", s)
    if not m: return False
    try: datetime.date(int(m[1]), int(m[2] or 1), int(m[3] or 1))
    except ValueError: return False
    return 1800 < int(m[1]) < 2040
def valid_span(s):
    p = s.split("/")
    return len(p) <= 2 and all(valid_day(x) for x in p) and (len(p) == 1 or p[0] <= p[1])

Q = r'("[^"]*"(?:#\d+)?|-)'
SIDE = Q + r' ([A-Z]{3}|-) ([A-Z]{3})(?: ([a-z][a-z0-9-]*)| \(([^)]+)\))?'
problems = 0
nrep = nsent = nbare = nev = 0
types, stats, seen = collections.Counter(), collections.Counter(), collections.Counter()
styles, codes = collections.Counter(), set()
pairs = collections.Counter()
crises = collections.defaultdict(set)

def lint(path):
    global nrep, nsent, nbare, nev, problems
    def bad(n, msg):
        global problems
        problems += 1
        print(f"{path}:{n}: {msg}")
    raw = open(path, "rb").read()
    try: text = raw.decode("utf-8")
    except UnicodeDecodeError as e: bad(0, f"not UTF-8: {e}"); return
    if "\t" in text: bad(text[:text.index("\t")].count("\n") + 1, "tab")
    if "\r" in text: bad(0, "carriage return")
    lines = text.split("\n")
    if lines and lines[-1] == "": lines.pop()
    else: bad(len(lines), "no newline at the end")
    for n, l in enumerate(lines, 1):
        if l != l.rstrip(): bad(n, "space at the end of the line")
    nrep += 1
    head, i = {}, 0
    while i < len(lines) and lines[i] != "":
        m = re.fullmatch(r"([a-z]+): (.+)", lines[i])
        if not m: bad(i + 1, f"bad head line: {lines[i][:60]}")
        elif m[1] not in HEAD: bad(i + 1, f"unknown head key {m[1]}")
        elif m[1] in head: bad(i + 1, f"head key {m[1]} twice")
        else: head[m[1]] = m[2]
        i += 1
    for k in NEED:
        if k not in head: bad(1, f"head key {k} missing")
    base = os.path.splitext(os.path.basename(path))[0]
    if head.get("report", base) != base: bad(1, f"report {head['report']} is not the file's name {base}")
    if "published" in head and not re.fullmatch(r"\d{4}-\d\d-\d\d", head["published"]) or not valid_day(head.get("published", "2020-01-01")):
        bad(1, f"bad published {head['published']}")
    if head.get("style", "agency") not in STYLES: bad(1, f"bad style {head['style']}")
    styles[head.get("style")] += 1
    if "crisis" in head:
        if not re.fullmatch(r"[a-z0-9-]+", head["crisis"]): bad(1, f"bad crisis name {head['crisis']}")
        crises[head["crisis"]].add(base)
    repcodes = set()
    sent, event, number, events_here = None, None, 0, 0
    def end_event():
        nonlocal event
        if event is None: return
        for k in ("actor", "status"):
            if k not in event: bad(event["#"], f"event without {k}")
        if "recipient" not in event: bad(event["#"], "event without recipient (write recipient: none where there is none)")
        a, b = event.get("code:actor"), event.get("code:recipient")
        if a and b and a != "-" and b != "-": pairs["-".join(sorted((a, b)))] += 1
        event = None
    def end_sentence():
        global nbare
        end_event()
        if sent is not None and events_here == 0: nbare += 1
    def quoted(q, n, what):
        if q == "-": return
        m = re.fullmatch(r'"([^"]*)"(?:#(\d+))?', q)
        w, k = m[1], int(m[2] or 1)
        if w == "" or w != w.strip(): bad(n, f"{what}: empty or padded quotation"); return
        if k < 1: bad(n, f"{what}: bad occurrence #{k}"); return
        c = pos = 0
        while sent is not None:
            pos = sent.find(w, pos)
            if pos < 0: break
            c += 1; pos += 1
        if c < k: bad(n, f"{what}: {q} is not in the sentence" + (f" ({c} times only)" if c else ""))
        else:
            pos = -1
            for _ in range(k): pos = sent.find(w, pos + 1)
            b = sent[pos - 1] if pos else " "; e = sent[pos + len(w)] if pos + len(w) < len(sent) else " "
            if (b.isalnum() and w[0].isalnum()) or (e.isalnum() and w[-1].isalnum()): bad(n, f"{what}: {q} is only a part of a word there")
    i += 1
    while i < len(lines):
        l, n = lines[i], i + 1
        i += 1
        if l == "":
            if i < len(lines) and lines[i] == "": bad(n, "two empty lines")
            if i >= len(lines): bad(n, "empty line at the end")
            elif not re.match(r"\d", lines[i]): bad(n, "empty line not before a sentence")
            continue
        m = re.fullmatch(r"(\d+) (\S.*)", l)
        if m:
            end_sentence()
            number += 1; nsent += 1; events_here = 0
            sent = m[2]
            if int(m[1]) != number: bad(n, f"sentence {m[1]} should be {number}"); number = int(m[1])
            if "  " in sent: bad(n, "two spaces in the sentence")
            continue
        m = re.fullmatch(r'  ([a-z][a-z0-9-]*) ("[^"]*"(?:#\d+)?)', l)
        if m:
            end_event()
            event = {"#": n}; nev += 1; events_here += 1
            if sent is None: bad(n, "event before the first sentence")
            if m[1] not in acts: bad(n, f"unknown act {m[1]}")
            else: types[acts[m[1]]] += 1; seen[m[1]] += 1
            quoted(m[2], n, "trigger")
            continue
        m = re.fullmatch(r"    ([a-z]+): (.+)", l)
        if not m: bad(n, f"line not understood: {l[:70]}"); continue
        k, v = m[1], m[2]
        if event is None: bad(n, f"{k} without an event"); continue
        if k not in PARTS: bad(n, f"unknown part {k}"); continue
        if k in event and k != "figures":
            bad(n, f"{k} twice" + (" (one event per side)" if k in ("actor", "recipient") else "")); continue
        event[k] = v
        if k == "recipient" and v == "none": continue
        if k in ("actor", "recipient"):
            m = re.fullmatch(SIDE, v)
            if not m: bad(n, f"bad {k}: {v}"); continue
            quoted(m[1], n, k); side(m, n, k, bad)
            event["code:" + k] = m[2]
            if m[2] != "-": repcodes.add(m[2])
        elif k == "speaker":
            m = re.fullmatch(SIDE + r" " + Q, v)
            if not m: bad(n, f"bad speaker: {v}"); continue
            quoted(m[1], n, k); side(m, n, k, bad); quoted(m[6], n, "cue")
        elif k == "date":
            m = re.fullmatch(Q + r" (\S+)", v)
            if not m: bad(n, f"bad date: {v}"); continue
            quoted(m[1], n, k)
            if not valid_span(m[2]): bad(n, f"bad day or span {m[2]}")
        elif k == "place":
            if not re.fullmatch(Q, v): bad(n, f"bad place: {v}"); continue
            quoted(v, n, k)
        elif k == "figures":
            m = re.fullmatch(r"(\S+) (\d+(?:\.\d+)?|-) (\S+) " + Q, v)
            if not m: bad(n, f"bad figures: {v}"); continue
            if m[1] not in KINDS: bad(n, f"unknown kind of figure {m[1]}")
            if m[3] not in QUALS: bad(n, f"unknown qualifier {m[3]}")
            if m[2] == "-" and m[3] not in ("several", "dozens", "none"): bad(n, f"figure without value but {m[3]}")
            quoted(m[4], n, k)
        elif k == "status":
            if v not in STATUS: bad(n, f"bad status {v}")
            else: stats[v] += 1
        elif k == "incident":
            if not re.fullmatch(r"[a-z0-9-]+", v): bad(n, f"bad incident {v}")
    end_sentence()
    codes.update(repcodes)
    if number == 0: bad(1, "no sentences")

def side(m, n, k, bad):
    if m[3] not in SECTORS: bad(n, f"{k}: unknown sector {m[3]}")
    if m[4] and m[4] not in organs: bad(n, f"{k}: unknown organ {m[4]}")

args = sys.argv[1:]
mod = least = None
files = []
while args:
    a = args.pop(0)
    if a == "--mod": mod = int(args.pop(0))
    elif a == "--min": least = int(args.pop(0))
    else: files.append(a)
for f in files: lint(f)
print(f"reports {nrep}  sentences {nsent}  without events {nbare} ({100*nbare/max(nsent,1):.0f} %)  events {nev}"
      f"  ({nev/max(nrep,1):.1f} a report)  problems {problems}")
print("types:", "  ".join(f"{t} {c}" for t, c in types.most_common()))
print("status:", "  ".join(f"{s} {stats[s]} ({100*stats[s]/max(nev,1):.0f} %)" for s in STATUS))
print("styles:", "  ".join(f"{s} {c}" for s, c in styles.most_common()))
print(f"states: {len(codes)}  commonest pairs:", "  ".join(f"{p} {c}" for p, c in pairs.most_common(8)))
print(f"crises: {len(crises)} in {sum(map(len, crises.values()))} reports")
want = [a for j, a in enumerate(order) if mod is None or j % 5 == mod]
none = [a for a in want if not seen[a]]
print(f"acts not covered ({len(none)} of {len(want)}):", " ".join(none))
if least: print(f"acts fewer than {least}:", " ".join(f"{a} {seen[a]}" for a in want if seen[a] < least))
sys.exit(1 if problems else 0)
