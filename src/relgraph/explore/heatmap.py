"""The heat map of a comparison: a row for each topic, type or year, a column for each partner, as dark as releases."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from relgraph.comparison.comparison import Comparison
from relgraph.comparison.speech import Speech
from relgraph.explore.charts import page, png, svg
from relgraph.explore.theme import step

if TYPE_CHECKING:
    import altair

_ROW = 26
"""Height of a row in units: a number of 12 with room to be touched."""


def heatmap(comparison: Comparison, language: str) -> "altair.LayerChart | altair.FacetChart":
    """Draw the heat map; each cell has its count in it, and as tooltip all that it knows."""
    import altair as alt

    speech = Speech(comparison, language)
    rows = [_label(speech.label(row), row.key, comparison) for row in comparison.rows]
    columns = [_label(partner.name, partner.iri, comparison) for partner in comparison.partners]
    base = alt.Chart(alt.InlineData(values=_cells(speech, rows, columns))).encode(
        x=alt.X("partner:N", sort=columns, title=None, scale=alt.Scale(domain=columns, paddingInner=0.04),
                axis=alt.Axis(orient="top", labelAngle=0, domain=False, ticks=False, labelOverlap=False,
                              labelExpr="split(datum.label, '\\u2063')[0]", labelLimit=140)),
        y=alt.Y("row:N", sort=rows, title=None, scale=alt.Scale(domain=rows, paddingInner=0.08),
                axis=alt.Axis(domain=False, ticks=False, labelExpr="split(datum.label, '\\u2063')[0]", labelLimit=170)),
        tooltip=alt.Tooltip("told:N"),
    )  # fmt: skip
    cells = base.mark_rect(cornerRadius=3).encode(color=alt.Color("fill:N", scale=None))
    numbers = base.mark_text().encode(text=alt.Text("releases:Q", format=",d"), color=alt.Color("ink:N", scale=None))
    shown = numbers.transform_filter("datum.releases > 0")
    return alt.layer(cells, shown).properties(width="container", height=max(1, len(rows)) * _ROW)


def heatmap_page(comparison: Comparison, language: str) -> str:
    """HTML page of the heat map, with the table of the same numbers and the sentences behind them."""
    speech = Speech(comparison, language)
    return page(
        "comparison.html", heatmap(comparison, language), title=speech.title, language=language, speech=speech,
        comparison=comparison, step=step,
    )  # fmt: skip


def heatmap_png(comparison: Comparison, language: str) -> bytes:
    """PNG of the heat map under its title."""
    return png(_titled(comparison, language), language=language)


def heatmap_svg(comparison: Comparison, language: str) -> str:
    """SVG of the heat map under its title."""
    return svg(_titled(comparison, language), title=Speech(comparison, language).title, language=language)


def _titled(comparison: Comparison, language: str) -> "altair.LayerChart | altair.FacetChart":
    import altair as alt

    speech = Speech(comparison, language)
    title = alt.TitleParams(
        speech.title, subtitle=[speech.say("releases"), speech.scope()], subtitlePadding=4, offset=14
    )
    return heatmap(comparison, language).properties(title=title)


def _label(name: str, key: str, comparison: Comparison) -> str:
    """A name that is unique in the chart: what comes after the invisible separator is not shown."""
    return f"{name}\u2063{key}"


def _cells(speech: Speech, rows: list[str], columns: list[str]) -> list[dict[str, object]]:
    held, found = speech.comparison, []
    for row, label in zip(held.rows, rows, strict=True):
        for partner, column in zip(held.partners, columns, strict=True):
            count = row.of(partner)
            fill, ink = step(count.releases, held.most)
            cell = {"row": label, "partner": column, "releases": count.releases, "fill": fill, "ink": ink}
            found.append(cell | {"told": speech.told(row, partner)})
    return found


DRAWN: dict[str, Callable[[Comparison, str], str | bytes]] = {
    "html": heatmap_page,
    "png": heatmap_png,
    "svg": heatmap_svg,
}
"""The heat map by format."""
