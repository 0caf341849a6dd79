"""How a brief speaks: its words, names, numbers and dates in one language.

The words stand in `wording.yaml`.
"""

from collections.abc import Mapping
from datetime import date as day
from functools import lru_cache
from pathlib import Path

from babel.dates import format_date
from babel.numbers import format_decimal

from relgraph.brief.document import Run
from relgraph.brief.fact import Thing
from relgraph.errors import DataError
from relgraph.resources import read_yaml
from relgraph.vocabulary import Basis, RelationType, Status

_LOCALES = {"de": "de", "en": "en_GB"}
_PATH = Path(__file__).parent / "wording.yaml"


class Speech:
    """The words of one language, `de` or `en`; `things` give names to IRIs."""

    def __init__(self, language: str, things: Mapping[str, Thing]) -> None:
        self.language = language
        self.things = things
        self._locale = _LOCALES[language]

    def say(self, key: str, **values: object) -> str:
        """What the brief says under a key, with values put in their places."""
        return _words("words", key, self.language).format(**values)

    def count(self, key: str, n: int) -> str:
        r"""A counted thing: `1 Mitteilung`, `2 Mitteilungen`, `1.234 Mitteilungen`.

        >>> Speech("de", {}).count("release", 1), Speech("en", {}).count("release", 1234)
        ('1\xa0Mitteilung', '1,234\xa0releases')
        """
        forms = _forms("counts", key, self.language)
        return forms[n != 1].replace("{n} ", "{n}\N{NO-BREAK SPACE}").format(n=self.number(n))

    def types(self, kind: RelationType, n: int) -> str:
        """So many relations of a type: `3 Besuche`."""
        return (
            f"{format_decimal(n, locale=self._locale)}\N{NO-BREAK SPACE}{_forms('types', kind, self.language)[n != 1]}"
        )

    def type(self, kind: RelationType) -> str:
        """A type of relation, to begin a line with: `Besuch`, `Visit`."""
        name = _forms("types", kind, self.language)[0]
        return name[0].upper() + name[1:]

    def status(self, status: Status) -> str:
        """A status, as in `laufend`."""
        return _words("statuses", status, self.language)

    def basis(self, basis: Basis) -> str:
        """On what a reading rests, as in `kuratiert`."""
        return _words("bases", basis, self.language)

    def date(self, value: str, *, short: bool = False) -> str:
        r"""A day, month or year as people write it.

        >>> Speech("de", {}).date("2019-11-12"), Speech("de", {}).date("2014-02"), Speech("en", {}).date("1989")
        ('12.\xa0November 2019', 'Februar 2014', '1989')
        >>> Speech("de", {}).date("2019-11-02", short=True), Speech("en", {}).date("2019-11-02", short=True)
        ('02.11.2019', '2 Nov 2019')
        """
        parts = [int(part) for part in value.split("-")]
        whole = day(*parts, *([1] * (3 - len(parts))))
        if len(parts) == 1:
            return value
        if short:
            pattern = {"de": ("MM/y", "dd.MM.y"), "en": ("MMM y", "d MMM y")}[self.language][len(parts) - 2]
        else:
            pattern = {"de": ("MMMM y", "d.\N{NO-BREAK SPACE}MMMM y"), "en": ("MMMM y", "d MMMM y")}[self.language][
                len(parts) - 2
            ]
        return format_date(whole, pattern, locale=self._locale)

    def number(self, n: int) -> str:
        """A whole number: `1.234`."""
        return format_decimal(n, locale=self._locale)

    def decimal(self, value: float) -> str:
        """A number with two places: `0,93`.

        >>> Speech("de", {}).decimal(0.934)
        '0,93'
        """
        return format_decimal(value, "0.00", locale=self._locale)

    def quoted(self, sentence: str) -> str:
        """A verbatim sentence in quotation marks, such that sentences often do not hold themselves.

        >>> Speech("de", {}).quoted("Er sagte: „Ja.“")
        '»Er sagte: „Ja.“«'
        """
        return f"»{sentence}«" if self.language == "de" else f"“{sentence}”"

    def name(self, iri: str, *, strong: bool = False) -> Run:
        """The name of a thing, marked as German where the brief's language has none."""
        names = self.things[iri].names
        own = names.get(self.language)
        if own is not None:
            return Run(own, strong)
        language = "de" if "de" in names else min(names)
        return Run(names[language], strong, lang=language)

    def kind(self, iri: str) -> str:
        """What kind of thing it is: `Wissenschaftliche Einrichtung`."""
        from relgraph.explore.words import labels

        return labels()["entity_types"][self.things[iri].kind][self.language]


def _words(group: str, key: str, language: str) -> str:
    word = _table()[group][key][language]
    if not isinstance(word, str):
        raise DataError(_PATH, f"{group}: {key} needs one wording")
    return word


def _forms(group: str, key: str, language: str) -> tuple[str, str]:
    forms = _table()[group][key][language]
    if not (isinstance(forms, list) and len(forms) == 2):
        raise DataError(_PATH, f"{group}: {key} needs two forms, for one and for more")
    return str(forms[0]), str(forms[1])


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, dict[str, object]]]:
    table = read_yaml(_PATH)
    if not isinstance(table, dict):
        raise DataError(_PATH, "not a mapping of groups")
    for group, entries in table.items():
        for key, words in entries.items():
            if sorted(words) != ["de", "en"]:
                raise DataError(_PATH, f"{group}: {key} needs words in de and en")
    return table
