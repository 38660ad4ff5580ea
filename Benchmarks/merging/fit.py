#!/usr/bin/env python3
"""Fits the weights of Sources/Record/Resources/merging.txt on the Corpus. Needs numpy.

usage: fit.py PROGRAM

Pairs of events that may be one (`demarche merge --pairs`), of the events as annotated and as the coder reads them; whether
they are one is in the annotation. Prints the weights of a logistic regression, and what it reaches on crises it has not seen
(five folds) at some thresholds; the threshold is for a person to choose.
"""
import sys

import numpy

import gold
from measure import REPOSITORY, coded, lines, run


def pairs(program, events, reports, incidents):
    import tempfile
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write(lines(reports))
        file.flush()
        found = run(program, "merge", "--pairs", "--reports", file.name, given=lines(events))
    return [pair for pair in found if pair["one"] in incidents and pair["other"] in incidents]


def fit(features, same, prior=2.0):
    weights = numpy.zeros(features.shape[1])
    for _ in range(60):
        likely = 1 / (1 + numpy.exp(-features @ weights))
        spread = likely * (1 - likely) + 1e-6
        weights -= numpy.linalg.solve(features.T @ (features * spread[:, None]) + prior * numpy.eye(len(weights)),
                                      features.T @ (likely - same) + prior * weights)
    return weights


def main():
    program = sys.argv[1]
    reports, events, incidents = gold.corpus(REPOSITORY)
    found, known = coded(program, reports, events, incidents)
    rows = [(pair, incidents) for pair in pairs(program, events, reports, incidents)]
    rows += [(pair, known) for pair in pairs(program, found, reports, known)]
    names = list(rows[0][0]["features"])
    features = numpy.array([[pair["features"][name] for name in names] for pair, _ in rows])
    same = numpy.array([tags[pair["one"]] == tags[pair["other"]] for pair, tags in rows], float)
    crises = sorted({tags[pair["one"]][0] for pair, tags in rows})
    fold = numpy.array([crises.index(tags[pair["one"]][0]) % 5 for pair, tags in rows])
    scores = numpy.zeros(len(rows))
    for number in range(5):
        scores[fold == number] = features[fold == number] @ fit(features[fold != number], same[fold != number])
    for threshold in (-1.0, -0.7, -0.4, 0.0, 0.4):
        one = scores >= threshold
        print(f"# {threshold:5.2f}: precision {same[one].mean():.3f}, recall {one[same > 0].mean():.3f} of {len(rows)} pairs")
    for name, weight in sorted(zip(names, fit(features, same)), key=lambda pair: -abs(pair[1])):
        print(f"  {name}: {weight:.2f}")


if __name__ == "__main__":
    main()
