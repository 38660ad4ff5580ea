"""WARC files as crawlers write them, of pages made from texts: a front of navigation, scripts and related links around each.

    python3 Benchmarks/warc.py PROGRAM OUT RECORDS [SHARED]

writes OUT (gzip by record where it ends in .gz, plain otherwise) of so many responses, each with its request. The texts are the
Corpus's; with SHARED they are what a crawl of news holds: of twenty pages eight in other languages, nine in English about anything
(from SHARED's treebanks), three from the Corpus. The same arguments always give the same bytes.
"""

import gzip
import html
import json
import random
import subprocess
import sys

sys.dont_write_bytecode = True
import treebank

# Sentences of daily news in other languages, put together anew for each page.
OTHERS = {
    "de": [
        "Die Gemeinde hat am Montag beschlossen, die alte Schule am Marktplatz zu sanieren.",
        "Nach Angaben der Polizei wurde bei dem Unfall niemand verletzt.",
        "Der Verein feiert im kommenden Jahr sein hundertjähriges Bestehen mit einem großen Fest.",
        "Wer sich anmelden möchte, kann das noch bis Ende der Woche im Rathaus tun.",
        "Die Preise für Lebensmittel sind im vergangenen Monat erneut leicht gestiegen.",
    ],
    "es": [
        "El ayuntamiento aprobó el lunes las obras de la nueva biblioteca del barrio.",
        "Según los vecinos, las lluvias de la semana pasada dejaron varias calles cortadas.",
        "El equipo local ganó por dos a uno y sigue en lo alto de la tabla.",
        "Los precios de la vivienda volvieron a subir durante el último trimestre del año.",
        "La directora explicó que el curso empezará una semana más tarde de lo previsto.",
    ],
    "ru": [
        "В понедельник в городе открыли новую школу на восемьсот мест.",
        "По словам жителей, отопление в домах включили на неделю позже обычного.",
        "Команда выиграла третий матч подряд и поднялась на второе место.",
        "Цены на овощи за последний месяц выросли почти на пять процентов.",
        "Власти обещают закончить ремонт дороги до конца осени.",
    ],
    "fr": [
        "Le conseil municipal a voté lundi la rénovation de la salle des fêtes.",
        "Les habitants attendaient cette décision depuis plus de dix ans.",
        "L'équipe s'est imposée sur le score de deux à un devant son public.",
        "Les prix de l'énergie ont encore augmenté au cours du dernier trimestre.",
        "La bibliothèque restera fermée pendant toute la durée des travaux.",
    ],
}
SECTIONS = "Home World Politics Business Markets Technology Science Health Sport Football Tennis Culture Books Film Food Travel Weather".split()


def corpus(program):
    """(title, outlet, published, paragraphs, language) of each report of the Corpus."""
    lines = subprocess.run([program, "corpus", "export", "reports"], stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()
    for line in lines:
        report = json.loads(line)
        paragraphs = [part for part in report["text"].split("\n") if part]
        if len(paragraphs) == 1:
            sentences = paragraphs[0].split(". ")
            paragraphs = [". ".join(sentences[start:start + 2]) for start in range(0, len(sentences), 2)]
        yield report["title"] or "News", report["outlet"] or "The Wire", report["published"][:10], paragraphs, "en"


def treebanks(shared):
    """Texts of some 500 words about anything."""
    for name in ("gum", "ewt"):
        text = []
        for paragraph in treebank.raw(treebank.read(f"{shared}/corpora/treebanks/en_{name}-train.conllu.xz")).split("\n\n"):
            text.append(paragraph)
            if sum(map(len, text)) > 3000:
                yield text[0][:70], "The Daily Page", "2024-03-05", text, "en"
                text = []


def foreign(chance):
    language = chance.choice(sorted(OTHERS))
    sentences = [chance.choice(OTHERS[language]) for _ in range(24)]
    paragraphs = [" ".join(sentences[start:start + 3]) for start in range(0, 24, 3)]
    return sentences[0], "Blatt", "2024-03-05", paragraphs, language


def page(text, number, chance):
    """A page of some sixty kilobytes."""
    title, outlet, published, paragraphs, language = text
    links = "".join(f'<li class="nav-item"><a href="/{name.lower()}">{name}</a></li>' for name in SECTIONS)
    related = "".join(
        f'<div class="card teaser"><a href="/news/{chance.randrange(10**6)}"><img src="/i/{chance.randrange(10**6)}.jpg" alt="">'
        f"<span>{html.escape(chance.choice(paragraphs)[:60])}</span></a></div>" for _ in range(40))
    script = "".join(f'window.q{i}={{"k":{chance.randrange(10**9)},"v":"{chance.randrange(10**9):x}"}};' for i in range(500))
    style = "".join(f".c{i}{{margin:{i % 7}px;color:#{i * 37 % 4096:03x};display:block}}" for i in range(300))
    data = json.dumps({"@type": "NewsArticle", "headline": title, "datePublished": published, "publisher": {"name": outlet}})
    body = "".join(f"<p>{html.escape(paragraph)}</p>\n" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{html.escape(title)}</title>'
        f'<script type="application/ld+json">{data}</script><style>{style}</style><script>{script}</script></head>'
        f'<body><header><nav><ul class="menu">{links}</ul></nav></header><main><article><h1>{html.escape(title)}</h1>'
        f'<p class="byline">By Staff Writer</p>\n{body}<div class="newsletter"><p>Sign up for our newsletter and never miss a story.'
        f'</p></div></article><aside class="related"><h2>Related</h2>{related}</aside></main>'
        f'<footer><ul>{links}</ul><p>© {outlet}. All rights reserved.</p></footer><script>{script}</script></body></html>'
    ).encode()


def record(kind, url, date, media, block):
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {date}\r\n"
        f"Content-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n")
    return head.encode() + block + b"\r\n\r\n"


def response(url, body, media="text/html; charset=utf-8", date="2024-03-05T10:00:00Z", status="200 OK"):
    """A request and its response."""
    asked = record("request", url, date, "application/http; msgtype=request", f"GET {url} HTTP/1.1\r\n\r\n".encode())
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    return asked, record("response", url, date, "application/http; msgtype=response", head + body)


def write(path, pages):
    """Pages as (url, body) or (url, body, media) into a file."""
    with open(path, "wb") as file:
        def put(bytes):
            file.write(gzip.compress(bytes, 6, mtime=0) if path.endswith(".gz") else bytes)

        put(record("warcinfo", "", "2024-03-05T10:00:00Z", "application/warc-fields", b"software: none\r\n"))
        for page in pages:
            for part in response(*page):
                put(part)


def texts(program, shared=None):
    """A function of chance that draws a text."""
    own = list(corpus(program))
    if not shared:
        return lambda chance: chance.choice(own)
    general = list(treebanks(shared))

    def draw(chance):
        lot = chance.randrange(20)
        return foreign(chance) if lot < 8 else chance.choice(general) if lot < 17 else chance.choice(own)

    return draw


def pages(draw, count, seed=1):
    chance = random.Random(seed)
    for number in range(count):
        yield f"https://news.example/{seed}/{number}", page(draw(chance), number, chance)


def main():
    program, out, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    shared = sys.argv[4] if len(sys.argv) > 4 else None
    write(out, pages(texts(program, shared), count))


if __name__ == "__main__":
    main()
