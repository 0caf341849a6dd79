"""How alike two names are, and which pairs of many names are worth holding against each other.

Owns names alone; who bears them is not its matter. Names meet in blocks (words that begin alike, initials), never each
with each, so that the work grows with their number.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import combinations
from typing import cast

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


@lru_cache(maxsize=65_536)
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
    first, second = words_of(one), words_of(other)
    if sorted(first) == sorted(second):
        return 100.0
    if _numbers(first) != _numbers(second):
        return 0.0
    if _initials(one, other) or _initials(other, one):
        return _SHORT
    left, right = _alone(first, second)
    if left and right:
        return 0.0
    if not left and not right:
        return max(ALIKE, fuzz.token_sort_ratio(" ".join(first), " ".join(second)))
    return _PART if min(len(first), len(second)) > 1 else 0.0


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


def _alone(first: Words, second: Words) -> tuple[list[str], list[str]]:
    """Words of either name that no word of the other is a spelling of; each word answers for one."""
    left, right = (
        list((Counter(first) - Counter(second)).elements()),
        list((Counter(second) - Counter(first)).elements()),
    )
    family = first[-1] == second[-1]
    for word in list(left):
        spelt = next((other for other in right if _spelt(word, other, family=family)), None)
        if spelt is not None:
            left.remove(word)
            right.remove(spelt)
    return left, right


def _spelt(word: str, other: str, *, family: bool) -> bool:
    if len(word) == 1 or len(other) == 1:  # an initial, where the surname is the same
        return family and word[0] == other[0]
    return min(len(word), len(other)) > 4 and fuzz.ratio(word, other) >= _WORD


def _initials(short: str, long: str) -> bool:
    """Whether a name is the initials of another, as GIZ is."""
    if not (len(short) > 2 and short.isupper()):
        return False
    little = _table()[1]
    return folded(short) == "".join(word[0] for word in folded(long).split() if word not in little)


def _numbers(words: Words) -> list[str]:
    return sorted(word for word in words if any(sign.isdigit() for sign in word))


@lru_cache
def _table() -> tuple[Mapping[str, str], frozenset[str]]:
    path = resources.folder("data") / "review" / "likeness.yml"
    content = resources.read_yaml(path)
    if not isinstance(content, dict) or set(content) != {"same", "little"}:
        raise DataError(path, "needs the keys `same` and `little`, and no others")
    same = {word: group[0] for group in cast("list[list[str]]", content["same"]) for word in group}
    return same, frozenset(cast("list[str]", content["little"]))
