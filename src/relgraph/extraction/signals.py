"""Words that may announce a relation, by type and family, read from `data/lexicon/de/signals.yml`."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from relgraph import resources
from relgraph.extraction.lexicon import parse
from relgraph.vocabulary import RelationType

Signal = tuple[RelationType, str]
"""A type of relation and the family of words that announces it."""


class Signals:
    """Finds the signals that a word gives.

    >>> signals = Signals({RelationType.VISIT: {"reisen": ["reis*", "*reise"]}})
    >>> signals.of("Delegationsreise"), signals.of("Reiste"), signals.of("Haus")
    (((<RelationType.VISIT: 'visit'>, 'reisen'),), ((<RelationType.VISIT: 'visit'>, 'reisen'),), ())
    """

    def __init__(self, families: Mapping[RelationType, Mapping[str, Sequence[str]]]) -> None:
        self._whole: dict[str, list[Signal]] = {}
        self._starts: dict[str, list[Signal]] = {}
        self._ends: dict[str, list[Signal]] = {}
        self._inner: dict[str, list[Signal]] = {}
        for kind, named in families.items():
            for family, words in named.items():
                for word in words:
                    table = (self._whole, self._starts, self._ends, self._inner)[
                        word.endswith("*") + 2 * word.startswith("*")
                    ]
                    table.setdefault(word.strip("*").casefold(), []).append((kind, family))
        self._longest = max(map(len, (*self._starts, *self._ends)), default=0)
        self._known: dict[str, tuple[Signal, ...]] = {}

    def all(self) -> set[Signal]:
        """Every signal there is."""
        tables = (self._whole, self._starts, self._ends, self._inner)
        return {signal for table in tables for signals in table.values() for signal in signals}

    def of(self, word: str) -> tuple[Signal, ...]:
        """The signals of a word, in the order of the file."""
        if word not in self._known:
            if len(self._known) > _WORDS_KEPT:
                self._known.clear()
            self._known[word] = tuple(dict.fromkeys(self._look(word.casefold())))
        return self._known[word]

    def _look(self, word: str) -> list[Signal]:
        found = list(self._whole.get(word, ()))
        for length in range(2, min(len(word), self._longest) + 1):
            found += self._starts.get(word[:length], ())
            found += self._ends.get(word[-length:], ())
        for inner, signals in self._inner.items():
            if inner in word:
                found += signals
        return found


_WORDS_KEPT = 100_000


@lru_cache
def signals() -> Signals:
    """The signals of the file, read once."""
    path = resources.folder("data") / "lexicon" / "de" / "signals.yml"
    return Signals(parse(path, resources.read_yaml(path), dict[RelationType, dict[str, list[str]]]))
