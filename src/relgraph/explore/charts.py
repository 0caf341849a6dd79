"""Charts as files: an HTML page that opens without a network, SVG, PNG; the same chart gives the same bytes.

Owns no chart: those are made with Altair where their data is known. vl-convert draws, in this process; no host is
asked, and data that a chart names by address is refused.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from relgraph.explore.embedding import policy, script, style
from relgraph.explore.templating import environment
from relgraph.explore.theme import IMAGE_FONT, PAGE_FONT, Config, colours, config, dark_colours, locales
from relgraph.explore.words import strings

if TYPE_CHECKING:
    import altair

SCALE = 2.0
"""Pixels of a PNG for each unit of a chart: sharp on paper and on fine screens."""

WIDTH = 720
"""Of an image whose chart is as wide as what holds it (`width="container"`)."""

_NUMBERED = re.compile(r'(\bid="|url\(#|href="#)(clip|gradient_)(\d+)')
_PARTS = re.compile(r' role="graphics-(?:symbol|object|document)" aria-roledescription="[^"]*"')
"""Vega calls groups of marks pictures of their own, without a name; the whole is one picture, and has one."""
_VERSION = "6.4"  # of Vega-Lite: the newest would change what the same chart gives


def specification(chart: "altair.TopLevelMixin", font: str = IMAGE_FONT) -> Config:
    """What Vega-Lite is given: the chart in our theme; what the chart configures itself stands.

    A chart that is as wide as its container states its height in units, as Vega-Lite warns of steps there.
    """
    spec = dict(chart.to_dict())
    own = spec.get("config")
    spec["config"] = _merged(config(font), own if isinstance(own, Mapping) else {})
    if spec.get("width") == "container":
        spec.setdefault("autosize", {"type": "fit-x", "contains": "padding"})
    return spec


def _still(chart: "altair.TopLevelMixin") -> Config:
    spec = specification(chart)
    return spec | {"width": WIDTH} if spec.get("width") == "container" else spec


def svg(chart: "altair.TopLevelMixin", *, title: str, language: str = "de", prefix: str = "chart") -> str:
    """SVG of a chart, which stands by itself or in a page; `title` is what is read to those who do not see it.

    Ids within begin with `prefix`; charts of one page need different ones.
    """
    import vl_convert

    numbers, times = locales(language)
    drawn = vl_convert.vegalite_to_svg(
        _still(chart), vl_version=_VERSION, allowed_base_urls=[], format_locale=numbers,
        time_format_locale=times,
    )  # fmt: skip
    head, body = _PARTS.sub("", _renumbered(drawn, prefix)).split(">", 1)
    return f'{head} role="img" lang="{language}"><title>{escape(title, quote=False)}</title>{body}\n'


def adaptive(drawn: str) -> str:
    """The SVG with a style sheet of its own, which turns the colours of our pages into their dark ones in the dark."""
    dark = dark_colours()
    pairs = {light: dark[name] for name, light in colours().items()}
    rules = "".join(
        f'[{paint}="{light}"]{{{paint}:{held}}}' for light, held in pairs.items() for paint in ("fill", "stroke")
    )
    head, body = drawn.split(">", 1)
    return f"{head}><style>@media screen and (prefers-color-scheme: dark){{{rules}}}</style>{body}"


def png(chart: "altair.TopLevelMixin", *, language: str = "de", scale: float = SCALE) -> bytes:
    """PNG of a chart."""
    import vl_convert

    numbers, times = locales(language)
    return bytes(
        vl_convert.vegalite_to_png(
            _still(chart), vl_version=_VERSION, scale=scale, allowed_base_urls=[], format_locale=numbers,
            time_format_locale=times,
        )
    )  # fmt: skip


def chart_page(chart: "altair.TopLevelMixin", *, title: str, note: str = "", language: str = "de") -> str:
    """HTML page of one chart, with a heading and a note below it."""
    return page("chart.html", chart, title=title, language=language, note=note)


def page(template: str, chart: "altair.TopLevelMixin", *, title: str, language: str, **more: object) -> str:
    """HTML of a template that extends `chart.html`, around a chart that scripts make lively.

    The chart stands in the page as SVG too, for readers without scripts.
    """
    scripts, styles = (_vega(), script("charts.js")), (style("common.css", "chart.css"),)
    numbers, times = locales(language)
    data = {"spec": specification(chart, PAGE_FONT) | {"description": title}, "numbers": numbers, "times": times}
    said = {key: words[language] for key, words in strings("chart").items()}
    return environment().get_template(template).render(
        title=title, language=language, say=said, policy=policy(scripts, styles), scripts=scripts, styles=styles,
        data=data, still=svg(chart, title=title, language=language), **more,
    )  # fmt: skip


@lru_cache
def _vega() -> str:
    """Vega, Vega-Lite and Vega-Embed out of the installed vl-convert, as one script."""
    import vl_convert

    text = str(vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;", _VERSION))
    # "</script" inside a string of the bundle would end the element; JavaScript reads both forms alike
    return text.replace("</", "<\\/") if "</script" in text.lower() else text


def _renumbered(drawn: str, prefix: str) -> str:
    """The SVG with its ids counted from 0: vl-convert counts on from chart to chart."""
    numbers: dict[str, int] = {}

    def again(found: re.Match[str]) -> str:
        own = numbers.setdefault(found[2] + found[3], len(numbers))
        return f"{found[1]}{prefix}-{own}"

    return _NUMBERED.sub(again, drawn)


def _merged(base: Mapping[str, object], over: Mapping[str, object]) -> Config:
    merged = dict(base)
    for key, value in over.items():
        held = merged.get(key)
        merged[key] = _merged(held, value) if isinstance(held, Mapping) and isinstance(value, Mapping) else value
    return merged
