"""German words as data: offices, head nouns, honorifics, read from `data/lexicon/de/*.yml`.

Owns the models of those files and the look-up of inflected words by their longest ending; the files own the words.
"""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from relgraph import resources
from relgraph.errors import DataError
from relgraph.vocabulary import EntityType

M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")

PHRASE_START = 5
"""Letters by which a head of several words is known at its first word."""
_ENDINGS = ("", "s", "es", "e", "n", "en", "in", "innen")


class Entry(BaseModel):
    """A noun of the lexicon: `head` as it stands in a dictionary, `forms` its irregular forms.

    `apart` are words that end in the head and are something else: "Halbleiter" is no "Leiter".
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    head: str
    forms: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()

    @property
    def is_short(self) -> bool:
        """Whether the head is an abbreviation, which stands for itself alone and with its capitals: "VfL", "TU"."""
        return len(self.head) < 6 and " " not in self.head and self.head[-1].isupper()


E = TypeVar("E", bound=Entry)


class Office(Entry):
    """An office; `level` says what it belongs to where no body is named beside it."""

    level: Literal["government", "city", "body", "embassy", "state", "federal", "home"]
    of: tuple[str, ...] = ()
    whose: str | None = None
    regional: bool = False
    governs: frozenset[str] = frozenset()
    types: frozenset[EntityType] = Field(default=frozenset(), alias="in")


class Head(Entry):
    """A head noun that makes a name; the file says what each key means."""

    type: EntityType
    gender: Literal["m", "f", "n", "p"]
    compound: bool | Literal["only", "hyphen", "country", "more"] = True
    bare: Literal["region", "city", "local", "self", "there", "none"] = "none"
    there: Literal["Country", "Region"] = "Country"
    of: frozenset[str] = frozenset()
    language: Literal["de", "en", "ro"] = "de"
    title: bool | Literal["quoted", "plain"] = False
    free: bool = False
    ordinal: bool = False
    again: bool = False
    abroad: bool = False
    placed: bool = False

    def is_plural(self, form: str) -> bool:
        """Whether a form says that there are several: "Universitäten", "Institute".

        >>> from relgraph.vocabulary import EntityType
        >>> head = Head(head="Institut", type=EntityType.RESEARCH_INSTITUTION, gender="n")
        >>> head.is_plural("institute"), head.is_plural("instituts"), head.is_plural("institut")
        (True, False, False)
        """
        base = self.head.lower()
        if self.gender == "p" or form == base or form.endswith((base + "s", base + "es")):
            return False
        return self.gender == "f" or form.endswith(("e", "n", "er"))


class Honorifics(BaseModel):
    """Words around a person's name that are no part of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    before: frozenset[str]
    after: frozenset[str]
    particles: frozenset[str]
    first_names: frozenset[str]
    no_first_names: frozenset[str]
    things: frozenset[str]


class Ending(Generic[E]):
    """Finds the entry whose form a word ends in; the longest form wins.

    >>> leader = Office(head="Leiter", level="body", apart=["Halbleiter"])
    >>> offices = Ending([Office(head="Präsident", level="body"), leader])
    >>> offices.find("Ministerpräsidenten").head, offices.find("Rathaus"), offices.find("Halbleitern")
    ('Präsident', None, None)
    """

    def __init__(self, entries: Iterable[E]) -> None:
        self._forms: dict[str, E | None] = {}
        self._short: dict[str, E] = {}
        for entry in entries:
            if entry.is_short:
                self._short |= {entry.head: entry, f"{entry.head}s": entry}
                continue
            self._forms |= {(word + ending).lower(): None for word in entry.apart for ending in _ENDINGS}
            regular = [entry.head + ending for ending in _ENDINGS]
            for form in (*regular, *entry.forms):
                self._forms.setdefault(form.lower(), entry)
        self._longest = max(map(len, self._forms), default=0)
        self._shortest = min(map(len, self._forms), default=0)
        self._found = lru_cache(maxsize=32_768)(self._look)

    def find(self, word: str) -> E | None:
        """The entry, or None; a longer word counts, the same as a compound."""
        return self._found(word)[1]

    def form(self, word: str) -> str | None:
        """The form of the lexicon, in small letters, that the word ends in."""
        return self._found(word)[0]

    def _look(self, word: str) -> tuple[str, E] | tuple[None, None]:
        if word in self._short:
            return word.lower(), self._short[word]
        folded = word.lower()
        for length in range(min(len(folded), self._longest), self._shortest - 1, -1):
            if (form := folded[-length:]) in self._forms:
                entry = self._forms[form]
                return (form, entry) if entry else (None, None)
        return None, None


class Lexicon:
    """All word lists that extraction reads."""

    def __init__(self, folder: Path) -> None:
        self.offices = Ending(_entries(folder / "offices.yml", Office))
        heads = _entries(folder / "heads.yml", Head)
        self.heads = Ending(heads)
        self.phrasal = tuple({head.head.casefold().split()[0][:PHRASE_START] for head in heads if " " in head.head})
        self.english = {head.head: head for head in heads if head.language == "en"}
        self.by_country = tuple(head for head in heads if head.compound == "country")
        self.country_forms = tuple(form.casefold() for head in self.by_country for form in (head.head, *head.forms))
        self.honorifics = _one(folder / "honorifics.yml", Honorifics)


@lru_cache
def lexicon() -> Lexicon:
    """The German lexicon, read once."""
    return Lexicon(resources.folder("data") / "lexicon" / "de")


def _entries(path: Path, model: type[E]) -> list[E]:
    entries: list[E] = parse(path, resources.read_yaml(path), list[model])  # type: ignore[valid-type]
    seen: set[str] = set()
    for entry in entries:
        if entry.head in seen:
            raise DataError(path, f"{entry.head!r} stands twice")
        seen.add(entry.head)
    return entries


def _one(path: Path, model: type[M]) -> M:
    return parse(path, resources.read_yaml(path), model)


def parse(path: Path, content: object, kind: type[T]) -> T:
    """Validate the content of a data file; raises DataError that names entry and key."""
    try:
        return TypeAdapter(kind).validate_python(content)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise DataError(path, f"{place}: {first['msg']}") from error
