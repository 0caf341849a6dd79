"""Draws the timeline of a brief; as text for papers that hold no picture."""

from typing import TYPE_CHECKING

from relgraph.brief.document import Picture
from relgraph.explore.charts import png, svg
from relgraph.explore.theme import colours

if TYPE_CHECKING:
    import altair

_WIDTH, _LANE = 560, 24


def picture_svg(picture: Picture, language: str) -> str:
    """The timeline as SVG, with its words for those who do not see it."""
    return svg(_chart(picture), title=picture.alt, language=language, prefix="timeline")


def picture_png(picture: Picture, language: str) -> bytes:
    """The timeline as PNG, sharp on paper."""
    return png(_chart(picture), language=language, scale=3)


def by_year(picture: Picture) -> list[tuple[str, tuple[tuple[str, int], ...]]]:
    """For each year with marks, how many statements of each kind, in the order of the lanes."""
    counts: dict[str, dict[str, int]] = {}
    for moment in picture.moments:
        year = counts.setdefault(moment.date[:4], dict.fromkeys(picture.lanes, 0))
        year[moment.lane] += moment.statements
    return [(year, tuple((lane, n) for lane, n in counts[year].items() if n)) for year in sorted(counts)]


def _chart(picture: Picture) -> "altair.Chart":
    """A lane for each kind of relation, a mark for each date: full where a sentence gives it."""
    import altair as alt

    values = [
        {
            "lane": moment.lane,
            "year": _decimal(moment.date),
            "n": moment.statements,
            "shape": "planned" if moment.planned else "real",
            "fill": "stated" if moment.stated else "told",
        }
        for moment in picture.moments
    ]
    years = sorted(value["year"] for value in values)
    low, high = int(years[0]), int(years[-1]) + 1
    most = max(6, *(moment.statements for moment in picture.moments))
    ink, surface = colours()["accent"], colours()["surface"]
    base = alt.Chart(alt.InlineData(values=values)).encode(
        x=alt.X("year:Q", title=None, scale=alt.Scale(domain=[low, high], nice=False),
                axis=alt.Axis(format="d", values=_ticks(low, high), grid=True)),
        y=alt.Y("lane:N", title=None, sort=list(picture.lanes), axis=alt.Axis(grid=True, ticks=False, domain=False)),
    )  # fmt: skip
    marks = base.mark_point(filled=False, strokeWidth=1.6, opacity=1, color=ink).encode(
        shape=alt.Shape(
            "shape:N", legend=None, scale=alt.Scale(domain=["real", "planned"], range=["circle", "diamond"])
        ),
        fill=alt.Fill("fill:N", legend=None, scale=alt.Scale(domain=["stated", "told"], range=[ink, surface])),
        size=alt.Size("n:Q", legend=None, scale=alt.Scale(type="sqrt", domain=[0, most], range=[0, 260], clamp=True)),
    )
    chart: alt.Chart = marks.properties(width=_WIDTH, height=_LANE * len(picture.lanes))
    return chart


def _ticks(low: int, high: int) -> list[int]:
    """Whole years for the axis, ten or so: left to itself the chart halves a single year and names one twice.

    >>> _ticks(2019, 2020), _ticks(2000, 2027)
    ([2019, 2020], [2000, 2005, 2010, 2015, 2020, 2025])
    """
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if (high - low) / step <= 10)
    return [year for year in range(low, high + 1) if year % step == 0]


def _decimal(date: str) -> float:
    """A date as years with a fraction: the middle of the year or month where that is all that is told.

    >>> _decimal("2014"), _decimal("2014-01-01")
    (2014.5, 2014.0)
    """
    year, *rest = (int(part) for part in date.split("-"))
    if not rest:
        return year + 0.5
    days = rest[1] - 1 if len(rest) == 2 else 15
    return round(year + ((rest[0] - 1) * 30.44 + days) / 365.25, 3)
