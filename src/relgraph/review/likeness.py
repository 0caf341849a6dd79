"""How alike two names are, and which pairs of many names are worth holding against each other.

Owns names alone; who bears them is not its matter. Names meet in blocks (words that begin alike, initials), never each
with each, so that the work grows with their number.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple, cast

from rapidfuzz import fuzz

from relgraph import resources
from relgraph.errors import DataError
from relgraph.names.folding import folded

ALIKE = 85.0
"""From this likeness on, of 100, two names are worth a look."""

_WORD = 80.0  # spellings of one word: Tokio and Tokyo differ more, and stand in the table
_PART = 86.0  # one name is the other and something more
_SHORT = 88.0  # one name stands for the initials of the other
_BLOCK, _WINDOW = 40, 8
"""A block of more names than this is sorted, and each name meets its neighbours in a window."""

Words = tuple[str, ...]


class _Name(NamedTuple):
    """A name taken apart: its words in order and sorted, and those of them with digits."""

    words: Words
    ordered: Words
    numbers: Words
    distinct: bool


@lru_cache(maxsize=262_144)  # all names of the gazetteer and of a large graph
def _taken_apart(name: str) -> _Name:
    words = words_of(name)
    ordered = tuple(sorted(words))
    numbers = tuple(word for word in ordered if any(sign.isdigit() for sign in word))
    return _Name(words, ordered, numbers, len(set(words)) == len(words))


def words_of(name: str) -> Words:
    """Words of a name that tell it apart, folded, one spelling for those that mean the same.

    >>> words_of("Kyoto University"), words_of("Universität von Kyoto")
    (('kyoto', 'universitat'), ('universitat', 'kyoto'))
    """
    same, little = _table()
    found = tuple(same.get(word, word) for word in folded(name).split() if word not in little)
    return found or tuple(folded(name).split())


def likeness(one: str, other: str) -> float:
    """How alike two names are, from 0 to 100.

    >>> likeness("Kyoto University", "Universität Kyoto")
    100.0
    >>> likeness("Universität Ulm", "Universität Köln"), likeness("12. Jahrestagung", "13. Jahrestagung")
    (0.0, 0.0)
    >>> likeness("Freundeskreis Litauen", "Freundeskreis Litauen des Thüringer Landtags")
    86.0
    """
    first, second = _taken_apart(one), _taken_apart(other)
    if first.ordered == second.ordered:
        return 100.0
    if first.numbers != second.numbers:
        return 0.0
    if _initials(one, other) or _initials(other, one):
        return _SHORT
    left, right = _alone(first, second)
    if left and right:
        return 0.0
    if not left and not right:
        return max(ALIKE, fuzz.ratio(" ".join(first.ordered), " ".join(second.ordered)))
    return _PART if min(len(first.words), len(second.words)) > 1 else 0.0


def alike(names: Mapping[str, str]) -> Iterator[tuple[str, str, float]]:
    """Pairs of keys whose names are alike, each pair once and in order, with their likeness."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for key in sorted(names):
        for block in block_keys(names[key]):
            blocks[block].append(key)
    seen: set[tuple[str, str]] = set()
    for _, members in sorted(blocks.items()):
        for pair in _pairs(members, names):
            if pair not in seen:
                seen.add(pair)
                score = likeness(names[pair[0]], names[pair[1]])
                if score >= ALIKE:
                    yield *pair, score


def block_keys(name: str) -> set[str]:
    """Keys of the blocks in which a name meets others: how its words begin, and their initials.

    >>> sorted(block_keys("Verein Deutscher Ingenieure")), sorted(block_keys("VDI"))
    (['=vdi', 'deut', 'gese', 'inge'], ['=vdi', 'vdi'])
    """
    keys = {word[:4] for word in words_of(name)}
    plain = [word for word in folded(name).split() if word not in _table()[1]]
    if len(plain) > 2:
        keys.add("=" + "".join(word[0] for word in plain))
    elif name.isupper():
        keys.add(f"={folded(name)}")
    return keys


def _pairs(members: list[str], names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if len(members) <= _BLOCK:
        yield from combinations(members, 2)
        return
    for step in (1, -1):  # by their first words, and by their last
        line = [key for _, key in sorted((words_of(names[key])[::step], key) for key in members)]
        for place, key in enumerate(line):
            for other in line[place + 1 : place + 1 + _WINDOW]:
                yield min(key, other), max(key, other)


def _alone(first: _Name, second: _Name) -> tuple[list[str], list[str]]:
    """Words of either name that no word of the other is a spelling of; each word answers for one."""
    if first.distinct and second.distinct:
        left = [word for word in first.words if word not in second.words]
        right = [word for word in second.words if word not in first.words]
    else:
        left = [*(Counter(first.words) - Counter(second.words)).elements()]
        right = [*(Counter(second.words) - Counter(first.words)).elements()]
    family = first.words[-1] == second.words[-1] if left and right else False
    for word in list(left):
        for other in right:
            if _spelt(word, other, family=family):
                left.remove(word)
                right.remove(other)
                break
    return left, right


def _spelt(word: str, other: str, *, family: bool) -> bool:
    if len(word) == 1 or len(other) == 1:  # an initial, where the surname is the same
        return family and word[0] == other[0]
    return min(len(word), len(other)) > 4 and fuzz.ratio(word, other, score_cutoff=_WORD) > 0


def _initials(short: str, long: str) -> bool:
    """Whether a name is the initials of another, as GIZ is."""
    if not (len(short) > 2 and short.isupper()):
        return False
    little = _table()[1]
    return folded(short) == "".join(word[0] for word in folded(long).split() if word not in little)


@lru_cache
def _table() -> tuple[Mapping[str, str], frozenset[str]]:
    path = resources.folder("data") / "review" / "likeness.yml"
    content = resources.read_yaml(path)
    if not isinstance(content, dict) or set(content) != {"same", "little"}:
        raise DataError(path, "needs the keys `same` and `little`, and no others")
    same = {word: group[0] for group in cast("list[list[str]]", content["same"]) for word in group}
    return same, frozenset(cast("list[str]", content["little"]))
