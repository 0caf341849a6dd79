"""Cyrillic, Greek and Georgian names in the spellings that German and English texts use."""

_CYRILLIC_DE = dict(
    zip(
        "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя",
        "a b w g g d e je jo sch s i i ji i k l m n o p r s t u f ch z tsch sch schtsch _ y _ e ju ja".split(),
        strict=True,
    )
)
_CYRILLIC_EN = dict(
    zip(
        "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя",
        "a b v g g d e ye yo zh z i i yi y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya".split(),
        strict=True,
    )
)
_UKRAINIAN = {"г": "h", "и": "y"}
_SOUTHERN = {"ѓ": "gj", "ѕ": "dz", "ј": "j", "љ": "lj", "њ": "nj", "ќ": "kj", "џ": "dzh"}
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐ",
        "a v g d e z i th i k l m n x o p r s s t y f ch ps o a e i i o y o i y i".split(),
        strict=True,
    )
)
_GEORGIAN = dict(
    zip(
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        "a b g d e w s t i k l m n o p sch r s t u p k gh q sch tsch z ds z tsch ch dsch h".split(),
        strict=True,
    )
)
_TABLES = (
    _CYRILLIC_DE | _SOUTHERN,
    _CYRILLIC_EN | _SOUTHERN,
    _CYRILLIC_DE | _UKRAINIAN,
    _CYRILLIC_EN | _UKRAINIAN,
    _GREEK,
    _GEORGIAN,
)


def spellings(name: str) -> frozenset[str]:
    """Spellings of a name in Latin script; the name itself where it is in that script already.

    >>> sorted(spellings("Володимир"))
    ['Volodimir', 'Volodymyr', 'Wolodimir', 'Wolodymyr']
    >>> sorted(spellings("Anna"))
    ['Anna']
    """
    letters = name.casefold()
    if all(letter < "\u0370" for letter in letters):
        return frozenset((name,))
    written = ("".join(table.get(letter, "?") for letter in letters) for table in _TABLES)
    return frozenset(word.replace("_", "").capitalize() for word in written if "?" not in word)
