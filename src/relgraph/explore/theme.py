"""How charts look: the light colours of the pages, one font, one ramp for counts, numbers as the reader writes them.

Owns no chart. The hues are read out of `static/common.css`, so that a chart and the page around it cannot disagree.
"""

import re
from functools import lru_cache
from typing import Literal

from relgraph.explore.embedding import style

PAGE_FONT = 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif'
"""What pages are set in; a browser has it."""

IMAGE_FONT = "Liberation Sans"
"""What images are set in: vl-convert brings it along, so that they come out alike on every machine."""

RAMP = ("#e8f0f9", "#c9def2", "#a3c7e8", "#74a9d9", "#2f76b8", "#0b57a4", "#083d75")
"""Steps from few to many, of one hue; on each either the ink or white can be read (WCAG AA)."""

_DARK_FROM = 4  # the step of the ramp from which white is read better
_FIRST_BLOCK = re.compile(r":root\s*{(.*?)}", re.DOTALL)
_DARK_BLOCK = re.compile(r"prefers-color-scheme: dark\) {\s*:root[^{]*{(.*?)}", re.DOTALL)
_COLOUR = re.compile(r"--([a-z-]+):\s*(#[0-9a-f]{6})")

Config = dict[str, object]


@lru_cache
def colours() -> dict[str, str]:
    """Light colours of the pages by the name of their CSS variable.

    >>> colours()["accent"], colours()["hue-territory"]
    ('#0b57a4', '#0b62a8')
    """
    block = _FIRST_BLOCK.search(style("common.css"))
    if block is None:
        raise ValueError("static/common.css has no :root")
    return dict(_COLOUR.findall(block[1]))


@lru_cache
def dark_colours() -> dict[str, str]:
    """Dark colours of the pages by the name of their CSS variable.

    >>> sorted(dark_colours()) == sorted(colours())
    True
    """
    block = _DARK_BLOCK.search(style("common.css"))
    if block is None:
        raise ValueError("static/common.css has no colours for the dark")
    return dict(_COLOUR.findall(block[1]))


def hues() -> tuple[str, ...]:
    """Colours that tell groups apart; a chart gives each group a shape or a label as well."""
    return tuple(colour for name, colour in colours().items() if name.startswith("hue-"))


def step(count: float, most: float) -> tuple[str, str]:
    """Fill and ink for a count, from 1 to `most`, the largest: by its square root, as counts are skewed.

    >>> step(0, 9), step(1, 9), step(9, 9)
    (('#ffffff', '#546070'), ('#e8f0f9', '#1a2330'), ('#083d75', '#ffffff'))
    """
    place = grade(count, most)
    if place is None:
        return colours()["surface"], colours()["muted"]
    return RAMP[place], "#ffffff" if place >= _DARK_FROM else colours()["ink"]


def grade(count: float, most: float) -> int | None:
    """Step of the ramp for a count, from 0; none for nothing.

    >>> grade(0, 9), grade(1, 9), grade(9, 9)
    (None, 0, 6)
    """
    if count <= 0 or most <= 0:
        return None
    share = (count**0.5 - 1) / (most**0.5 - 1) if most > 1 else 0.0
    return int(min(1.0, max(0.0, share)) * (len(RAMP) - 1) + 0.5)


def config(font: str = IMAGE_FONT) -> Config:
    """Vega-Lite's configuration for every chart."""
    held = colours()
    words = {"labelColor": held["ink"], "titleColor": held["muted"], "labelFontSize": 12, "titleFontSize": 12}
    return {
        "font": font,
        "aria": False,  # a picture is one image to a screen reader; the table beside it is what is read
        "background": held["surface"],
        "view": {"stroke": None},
        "axis": {
            **words, "labelLimit": 220, "titleFontWeight": "normal", "domainColor": held["edge"],
            "tickColor": held["edge"], "gridColor": held["rule"],
        },
        "legend": {**words, "titleFontWeight": "normal"},
        "header": words,
        "title": {"color": held["ink"], "fontSize": 15, "fontWeight": 600, "anchor": "start"},
        "text": {"color": held["ink"], "fontSize": 12},
        "mark": {"color": held["accent"]},
        "range": {"category": list(hues()), "heatmap": list(RAMP), "ramp": list(RAMP), "ordinal": list(RAMP)},
    }  # fmt: skip


def locales(language: str) -> tuple[Config, Config]:
    """How numbers and times are written in `de` or `en`, as d3 takes it."""
    import vl_convert

    name: Literal["de-DE", "en-US"] = "de-DE" if language == "de" else "en-US"
    return dict(vl_convert.get_format_locale(name)), dict(vl_convert.get_time_format_locale(name))
