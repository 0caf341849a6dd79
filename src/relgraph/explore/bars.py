"""Small charts of an answer: counts as bars, the longest first, and how many things there are of each year."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from relgraph.explore.theme import colours

if TYPE_CHECKING:
    import altair

_ROW, _HEIGHT = 24, 180
_LABEL = 46
"""Letters of a label that fit beside the bars."""


def bars(counts: Sequence[tuple[str, float]], title: str) -> "altair.LayerChart | altair.FacetChart":
    """A bar for each label, in the order that is given, with its number at its end."""
    import altair as alt

    labels = [_unique(label, place) for place, (label, _) in enumerate(counts)]
    values = [{"label": label, "n": count} for label, (_, count) in zip(labels, counts, strict=True)]
    base = alt.Chart(alt.InlineData(values=values)).encode(
        x=alt.X("n:Q", title=title, axis=alt.Axis(format=",d", values=steps([count for _, count in counts]))),
        y=alt.Y("label:N", sort=labels, title=None, scale=alt.Scale(domain=labels, paddingInner=0.2),
                axis=alt.Axis(domain=False, ticks=False, labelLimit=330, labelExpr="split(datum.label, '\\u2063')[0]")),
    )  # fmt: skip
    drawn = base.mark_bar(color=colours()["accent"], cornerRadiusEnd=2)
    numbers = base.mark_text(align="left", dx=4).encode(text=alt.Text("n:Q", format=",d"))
    return alt.layer(drawn, numbers).properties(width="container", height=max(2, len(labels)) * _ROW)


def years(counts: Mapping[int, int], title: str) -> "altair.LayerChart | altair.FacetChart":
    """A column for each year from the first to the last, years without anything among them."""
    import altair as alt

    span = range(min(counts), max(counts) + 1)
    values = [{"year": str(year), "n": counts.get(year, 0)} for year in span]
    shown = [str(year) for year in span[:: max(1, len(span) // 16)]]
    drawn = (
        alt.Chart(alt.InlineData(values=values))
        .mark_bar(color=colours()["accent"], cornerRadiusEnd=2)
        .encode(
            x=alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0, values=shown, ticks=False)),
            y=alt.Y("n:Q", title=title, axis=alt.Axis(format=",d", values=steps(counts.values()))),
        )
    )
    return alt.layer(drawn).properties(width="container", height=_HEIGHT)


def steps(counts: Iterable[float]) -> list[int]:
    """Whole numbers for an axis, at most six and from 0: Vega would also mark halves, rounded.

    >>> steps([1, 2]), steps([130])
    ([0, 1, 2], [0, 50, 100])
    """
    most = max(counts, default=0)
    sizes = (10**power * first for power in range(16) for first in (1, 2, 5))
    step = next(size for size in sizes if most < 6 * size)
    return list(range(0, int(most) + 1, step))


def _unique(label: str, place: int) -> str:
    """A label that no other equals: what comes after the invisible separator is not shown."""
    short = label if len(label) <= _LABEL else f"{label[: _LABEL - 1].rstrip()}…"
    return f"{short.replace(chr(0x2063), '')}\u2063{place}"
