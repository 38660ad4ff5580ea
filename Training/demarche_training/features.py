"""Feature bundles reduced to what later stages read."""

KEPT = frozenset(
    "Case Definite Degree Gender Mood NumType Number Person Polarity Poss PronType Reflex Tense VerbForm Voice".split()
)


def reduced(features: str) -> str:
    """The bundle with only the kept features, in their order; `_` where none is left."""
    kept = [one for one in features.split("|") if one.split("=")[0] in KEPT]
    return "|".join(kept) or "_"
