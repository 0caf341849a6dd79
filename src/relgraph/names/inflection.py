"""How German inflects a name: genitives, adjectives of territories, adjectives within names, inhabitants.

Owns rules of the language only; the irregular forms stand in `data/authorities`.
"""

from relgraph.names.words import ends_word

ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
_FINAL_RULES = (
    ("ien", "isch"),
    ("ia", "isch"),
    ("lande", "ländisch"),
    ("land", "ländisch"),
    ("ei", "isch"),
    ("en", "isch"),
)
_FULL_VOWELS = ("a", "e", "i", "o", "u")


def adjective(name: str) -> str:
    """Uninflected adjective of a territory by the regular rules.

    >>> [adjective(name) for name in ("Japan", "Indien", "Thailand", "Türkei", "Kanada", "Hessen")]
    ['japanisch', 'indisch', 'thailändisch', 'türkisch', 'kanadisch', 'hessisch']
    """
    stem = name.lower()
    for final, ending in _FINAL_RULES:
        if stem.endswith(final) and len(stem) > len(final) + 1:
            return stem.removesuffix(final) + ending
    return (stem[:-1] if stem.endswith(_FULL_VOWELS) else stem) + "isch"


def er_forms(name: str) -> tuple[str, ...]:
    """The indeclinable forms in -er that stand before a noun ("Stuttgarter") and name inhabitants.

    >>> er_forms("Stuttgart"), er_forms("Bremen"), er_forms("Halle"), er_forms("Rio de Janeiro")
    (('Stuttgarter',), ('Bremener', 'Bremer'), ('Haller',), ())
    """
    if " " in name or not name[-1].isalpha():
        return ()
    if name.endswith("en"):
        return (name + "er", name[:-2] + "er")
    if name.endswith("e"):
        return (name + "r",)
    if name.endswith(("a", "i", "o", "u", "y", "er")):
        return ()
    return (name + "er",)


def declined(name: str) -> tuple[str, ...]:
    """All forms of a name whose leading adjective is declined, the given one first.

    The name is given as a dictionary has it: "Europäische Union", "Auswärtiges Amt", "Globaler Süden".

    >>> declined("Auswärtiges Amt")[:3]
    ('Auswärtiges Amt', 'Auswärtige Amt', 'Auswärtigen Amt')
    >>> declined("Gemischte Deutsche Kommission")[1]
    'Gemischten Deutschen Kommission'
    >>> declined("Japan")
    ('Japan',)
    """
    words = name.split(" ")
    leading = 0
    while leading < len(words) - 1 and (stem := _adjective_stem(words[leading])):
        words[leading] = stem
        leading += 1
    if not leading:
        return (name,)
    variants = [" ".join([stem + ending for stem in words[:leading]] + words[leading:]) for ending in ADJECTIVE_ENDINGS]
    return (name, *(variant for variant in variants if variant != name))


_ADJECTIVE_FINALS = (
    *("isch", "lich", "ig", "igt", "eint", "iert", "ischt"),
    *("al", "är", "ell", "osch", "utsch", "frei", "gemein"),
)
_ADJECTIVE_STEMS = frozenset(
    [
        "fern",
        "frei",
        "global",
        "grün",
        "rot",
        "schwarz",
        "weiß",
        "groß",
        "hoh",
        "höher",
        "inner",
        "klein",
        "nah",
        "neu",
        "ober",
        "süd",
        "unter",
        "äußer",
    ]
)


def _adjective_stem(word: str) -> str:
    for ending in ("en", "er", "es", "em", "e"):
        stem = word.removesuffix(ending)
        if stem != word and (stem.endswith(_ADJECTIVE_FINALS) or stem.lower() in _ADJECTIVE_STEMS):
            return stem
    return ""


def adjective_end(text: str, end: int) -> int:
    """Where the adjective whose stem ends at `end` ends with its ending, or -1 if it is not one.

    >>> adjective_end("japanischen Stadt", 9), adjective_end("Japanisch lernen", 9)
    (11, -1)
    """
    for ending in ("en", "er", "es", "em", "e"):
        stop = end + len(ending)
        if text.startswith(ending, end) and ends_word(text, stop):
            return stop
    return -1


def genitive_end(text: str, end: int) -> int:
    """Where the genitive of a name that ends at `end` ends, or -1 if it is none.

    >>> genitive_end("Japans Norden", 5), genitive_end("Japan", 5), genitive_end("Europarates", 9)
    (6, -1, 11)
    """
    for ending in ("es", "s"):
        stop = end + len(ending)
        if text.startswith(ending, end) and ends_word(text, stop):
            return stop
    return -1
