"""How many entries of each status fall on a year or month: the bars of a timeline, placed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from relgraph.vocabulary import Status

WIDTH, HEIGHT, FOOT = 960, 150, 22
"""Units of the picture, and of what stands below the bars."""
_MOST_YEARS = 45
_MONTHLY = 2
"""Years that are shown by months."""
_LABELS = 16
"""Labels that have room below the bars."""


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a bar for one status."""

    status: str
    count: int
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Period:
    """A year or month: where its bar stands, and how many entries of which status it has.

    `earlier` is the bar that sums up all years before the others; `label` is empty where there is no room for one.
    """

    key: str
    earlier: bool
    label: str
    x: float
    width: float
    total: int
    parts: tuple[Part, ...]


def periods(dated: Iterable[tuple[str, Status]], since: str | None, until: str | None) -> Iterator[Period]:
    """Bars for dates with their statuses: months where two years or fewer are asked for, else years."""
    held = list(dated)
    if not held:
        return
    years = sorted({when[:4] for when, _ in held})
    first, last = int((since or years[0])[:4]), int((until or years[-1])[:4])
    monthly = bool(since and until) and last - first < _MONTHLY
    counts: dict[str, Counter[Status]] = defaultdict(Counter)
    start = max(int(years[0]), int(years[-1]) - _MOST_YEARS + 1)
    for when, status in held:
        earlier = int(when[:4]) < start
        counts["" if earlier else when[:7] if monthly else when[:4]][status] += 1
    keys = list(_months(first, last)) if monthly else [str(year) for year in range(start, int(years[-1]) + 1)]
    keys = [*([""] if "" in counts else []), *(sorted({*keys, *counts} - {""}))]
    most = max(sum(count.values()) for count in counts.values())
    width = WIDTH / len(keys)
    every = -(-len(keys) // _LABELS)
    for number, key in enumerate(keys):
        earlier = key == ""
        label = f"< {start}" if earlier else key if number % every == 0 else ""
        parts = tuple(_parts(counts[key], most))
        total = sum(counts[key].values())
        yield Period(
            str(start - 1) if earlier else key, earlier, label, round(number * width, 1), round(width, 1), total, parts
        )


def _months(first: int, last: int) -> Iterator[str]:
    for year in range(first, last + 1):
        yield from (f"{year}-{month:02}" for month in range(1, 13))


def _parts(count: Counter[Status], most: int) -> Iterator[Part]:
    """Parts of a bar from the ground up, in the order of the ladder."""
    ground = float(HEIGHT)
    for status in Status:
        if count[status]:
            height = count[status] / most * (HEIGHT - 8)
            ground -= height
            yield Part(status.value, count[status], round(ground, 1), round(height, 1))
