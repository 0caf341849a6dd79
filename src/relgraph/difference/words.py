"""The words in which a difference is told, in German and English, and the names of what it speaks of."""

from collections.abc import Callable

from relgraph.dates import spelt
from relgraph.explaining.words import number, wordings
from relgraph.explore.words import labels
from relgraph.vocabulary import ONTOLOGY

DATES = frozenset({"date", "from", "until", "issued", "reviewedOn", "firstDate", "lastDate"})
"""Properties whose values are days, months or years."""

Label = Callable[[str, str], str | None]
"""Name of a thing in a language, by its IRI; nothing where it has none."""


def say(language: str, group: str, key: str, **values: object) -> str:
    """What is said of something in a language.

    >>> say("en", "kinds", "ties")
    'ties'
    """
    return wordings("difference")[group][key].say(language, **values)


def field_name(name: str, language: str) -> str:
    """What a property is called; one that has no words here bears its own name.

    >>> field_name("status", "de"), field_name("unheardOf", "de")
    ('Status', 'unheardOf')
    """
    wording = wordings("difference")["fields"].get(name)
    return wording.say(language) if wording else name


def value_text(name: str, value: str, label: Label, language: str) -> str:
    """A value as people read it: things by their names, shares as numbers, dates as spelt."""
    if name == "confidence":
        return number(float(value), language)
    if name in DATES:
        return spelt(value, language)
    local = value.removeprefix(ONTOLOGY)
    for names, group in ((("status", "tieStatus"), "statuses"), (("basis", "tieBasis"), "bases")):
        if name in names and local in labels()[group]:
            return labels()[group][local][language]
    if value.startswith(("https://", "http://")):
        return label(value, language) or value.rpartition("#")[2].rpartition("/")[2]
    return value
