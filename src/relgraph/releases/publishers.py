"""Who publishes a release, and for which region: by its own line, by its host, by what it speaks of.

The names are data (`data/lexicon/de/publishers.yml`).
"""

import re
from collections import Counter
from functools import lru_cache

from relgraph.errors import DataError
from relgraph.iris import server_of
from relgraph.model import Value
from relgraph.releases.text import words
from relgraph.resources import folder, read_yaml

_OFFICE = re.compile(
    r"^(?:(?:herausgeber(?:in)?|quelle|absender) ?: ?)?(?:(?:presse(?:stelle|referat|amt|büro)|pressesprecher(?:in)?) "
    r"(?:(?P<genitive>des)|der|im|am|beim) )?",
    re.IGNORECASE,
)
_ENOUGH = 20_000
"""Characters after which no further mention changes what region a text is about."""

_SMALL = frozenset({"der", "des", "die", "für", "und", "von", "beim", "am", "den", "dem", "zu"})


class Region(Value):
    """A region that publishes, with the stems that stand for it; `text` says whether they count within a text."""

    code: str
    name: str
    forms: tuple[str, ...]
    text: bool = True


class Host(Value):
    """Where a publisher's pages stand: a host, or the end of many."""

    host: str
    region: str
    publisher: str | None = None


class Publishers(Value):
    """The whole file: regions, hosts, and the heads by which a line is known as a publisher's."""

    regions: tuple[Region, ...]
    hosts: tuple[Host, ...]
    heads: tuple[str, ...]


@lru_cache
def publishers() -> Publishers:
    """All that the file holds.

    Raises:
        DataError: the file breaks its format.
    """
    path = folder("data") / "lexicon" / "de" / "publishers.yml"
    try:
        return Publishers.model_validate(read_yaml(path))
    except ValueError as error:
        raise DataError(path, " ".join(str(error).split())) from error


def publisher_of(line: str) -> str | None:
    """Name of the publisher that a line consists of, or None.

    >>> publisher_of("Pressestelle des Staatsministeriums Baden-Württemberg")
    'Staatsministerium Baden-Württemberg'
    >>> publisher_of("Staatsministerium stellt Leitlinien vor") is None
    True
    """
    bare = line.strip(" –-*|")
    office = _OFFICE.match(bare)
    name = bare[office.end() :] if office else bare
    parts = name.split(" ")
    if len(name) > 120 or len(parts) < 2 or not all(part in _SMALL or not part[:1].islower() for part in parts):
        return None
    for place, part in enumerate(parts[:3]):
        if place and parts[place - 1][-1:] in (",", ".", ":"):
            return None  # an office behind a name: "Dr. Maria Berg, Staatskanzlei"
        head = _head(part, genitive=bool(office and office["genitive"]))
        if head is not None:
            return " ".join([*parts[:place], head, *parts[place + 1 :]])
    return None


def region_of_name(name: str) -> str | None:
    """Region for which a publisher of this name speaks.

    >>> region_of_name("Niedersächsische Staatskanzlei")
    'Niedersachsen'
    """
    found = _forms().search(name)
    return _region(found) if found else None


def host_of(url: str | None) -> Host | None:
    """Entry for the host of a URL, the longest that fits.

    >>> host_of("https://fm.baden-wuerttemberg.de/de/presse").region
    'Baden-Württemberg'
    """
    name = server_of(url)
    fitting = [host for host in publishers().hosts if name and f".{name}".endswith(f".{host.host}")]
    return max(fitting, key=lambda host: len(host.host), default=None)


def region_of_text(text: str) -> str | None:
    """Region that a text names at least twice and more often than any other, or None.

    >>> region_of_text("Hessen und Bayern reden; Hessen gewinnt.")
    'Hessen'
    """
    counted = {region.name for region in publishers().regions if region.text}
    named = Counter(name for name in map(_region, _forms().finditer(text[:_ENOUGH])) if name in counted)
    (first, most), (_, next_most) = [*named.most_common(2), ("", 0), ("", 0)][:2]
    return first if most >= 2 and most > next_most else None


def names_region(line: str) -> bool:
    """Whether a line names any region that publishes."""
    return len(words(line)) >= 2 and _forms().search(line) is not None


@lru_cache
def _forms() -> re.Pattern[str]:
    forms = sorted(
        (form for region in publishers().regions for form in region.forms), key=lambda form: (-len(form), form)
    )
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, forms))})\w{{0,2}}(?!\w)", re.IGNORECASE)


def _region(found: re.Match[str]) -> str:
    names = {form.casefold(): region.name for region in publishers().regions for form in region.forms}
    return names[found[1].casefold()]


@lru_cache
def _heads() -> re.Pattern[str]:
    return re.compile("|".join(publishers().heads), re.IGNORECASE)


def _head(word: str, *, genitive: bool) -> str | None:
    """Word as a head in the nominative: behind "Pressestelle des" it bears an ending."""
    endings = ("es", "s") if genitive else ("",)
    for ending in endings:
        stem = word.removesuffix(ending)
        if (not ending or stem != word) and _heads().fullmatch(stem):
            return stem
    return None
