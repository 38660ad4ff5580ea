"""Words and sentences found in running text, against a treebank, as the CoNLL 2018 shared task counts them.

    python3 Benchmarks/segmentation.py PROGRAM GOLD.conllu[.xz] [--errors N] [--peer OTHER]

The treebank's text goes to `PROGRAM parse --text`, one paragraph a line, and what comes back is aligned with the treebank by
characters other than white space. A word is right that covers the same characters; of a multiword token whose words are not
written out ("wanna"), words are right by their forms in order. A sentence is right that covers the same characters. OTHER, called like PROGRAM, is scored
the same way.
"""

import argparse
import collections
import difflib
import os
import subprocess
import tempfile

import results
import treebank


def spans(sentences):
    """Words as (start, end, form, may be matched by form), and sentences as (start, end); white space not counted."""
    words, ends, at = [], [], 0
    for sentence in sentences:
        start = at
        for form, _, parts in sentence.tokens:
            form = "".join(form.split())
            if "".join(parts) == form or len(parts) == 1:
                parts = parts if len(parts) > 1 else [form]
                for part in parts:
                    words.append((at, at + len(part), part, False))
                    at += len(part)
            else:
                words += [(at, at + len(form), part, True) for part in parts]
                at += len(form)
        ends.append((start, at))
    return words, ends


def matches(gold, system):
    """How many words are right: those of the same span, and in unwritten multiword tokens those of the same form."""
    same = {(start, end) for start, end, _, loose in gold if not loose} & {(start, end) for start, end, _, _ in system}
    count = len(same)
    tokens = collections.defaultdict(list)
    for start, end, form, loose in gold:
        if loose:
            tokens[start, end].append(form.lower())
    starts = {start: index for index, (start, *_) in enumerate(system)}
    for (start, end), forms in tokens.items():
        found, index = [], starts.get(start)
        while index is not None and index < len(system) and system[index][1] <= end:
            found.append(system[index][2].lower())
            index += 1
        count += sum(block.size for block in difflib.SequenceMatcher(None, forms, found, False).get_matching_blocks())
    return count


def f1(correct, system, gold):
    return 200 * correct / (system + gold)


def errors(name, gold, system, text, most):
    """The most frequent stretches where both disagree, cut as the treebank has it and as the program has it."""
    found = collections.Counter()
    both = {word[:2] for word in gold} & {word[:2] for word in system}
    edges = sorted({edge for span in both for edge in span})

    def gather(words):
        stretches = collections.defaultdict(list)
        before = 0
        for start, end, *_ in words:
            if (start, end) not in both:
                while before + 1 < len(edges) and edges[before + 1] <= start:
                    before += 1
                stretches[edges[before] if edges else 0].append(text[start:end])
        return stretches

    wanted, given = gather(gold), gather(system)
    for place in wanted.keys() | given.keys():
        found[" ".join(wanted.get(place, [])) + "   <>   " + " ".join(given.get(place, []))] += 1
    print(f"-- {name}: treebank <> program")
    for case, count in found.most_common(most):
        print(f"{count:5}  {case}")


def segmented(program, gold):
    """What a program makes of a treebank's text: its words and sentences, and the letters they are of."""
    text = treebank.raw(gold)
    done = subprocess.run([program, "parse", "--text"], input=text.encode(), stdout=subprocess.PIPE, check=True)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "system.conllu")
        with open(path, "wb") as file:
            file.write(done.stdout)
        system = treebank.read(path)
    letters = "".join(text.split())
    if letters != "".join("".join(form.split()) for sentence in system for form, _, _ in sentence.tokens):
        raise SystemExit(f"{program}: the words are not the text's")
    return *spans(system), letters


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("program")
    arguments.add_argument("gold")
    arguments.add_argument("--errors", type=int, default=0, metavar="N", help="list the N most frequent disagreements")
    arguments.add_argument("--peer", metavar="OTHER", help="another program to be scored the same way")
    options = arguments.parse_args()

    gold = treebank.read(options.gold)
    gold_words, gold_sentences = spans(gold)
    scores = []
    for program in filter(None, [options.program, options.peer]):
        words, sentences, letters = segmented(program, gold)
        right, whole = matches(gold_words, words), len(set(gold_sentences) & set(sentences))
        scores.append((f1(right, len(words), len(gold_words)), f1(whole, len(sentences), len(gold_sentences))))
        print(f"words      F1 {scores[-1][0]:.2f}   right {right} of {len(gold_words)}, {len(words)} found")
        print(f"sentences  F1 {scores[-1][1]:.2f}   right {whole} of {len(gold_sentences)}, {len(sentences)} found")
        if options.errors:
            errors("words", gold_words, words, letters, options.errors)
            ends = {end for _, end in gold_sentences}, {end for _, end in sentences}
            for name, places in (("missed", ends[0] - ends[1]), ("spurious", ends[1] - ends[0])):
                print(f"-- sentence ends {name}: {len(places)}")
                marked = iter(sorted(places)[:: max(1, len(places) // options.errors)])
                for place in marked:
                    print(f"       {around(letters, place)}")
    if options.peer:
        peer = os.path.basename(options.peer)
        for name, ours, theirs in zip(("words", "sentences"), *scores):
            results.add(f"{name} of running text, F1", ours, peer, theirs)


def around(text, place):
    """The text about the end of a sentence, which is marked."""
    at, seen = 0, 0
    while seen < place:
        seen += not text[at].isspace()
        at += 1
    return (text[max(0, at - 40) : at] + " ┃" + text[at : at + 40]).replace("\n", "⏎")


if __name__ == "__main__":
    main()
