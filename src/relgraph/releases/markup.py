"""What the markup of a page tells beside its main text, whatever system made the page: date, publisher, menus.

Owns knowledge of elements and classes; `page.py` puts it together with what trafilatura finds.
"""

import re
from collections.abc import Sequence
from typing import Any

from relgraph.releases.dates import first_date
from relgraph.releases.publishers import publisher_of
from relgraph.releases.text import folded, normalise


def _classes(*parts: str) -> list[str]:
    return [f"//*[contains(@class, '{part}')][not(.//h1)][not(self::body)]" for part in parts]


BESIDE = [
    "//figure", "//figcaption", "//aside", "//nav", "//footer", "//button", "//form", "//dialog", "//noscript",
    "//template",
    *_classes("caption", "breadcrumb", "bildunterschrift", "picture-text", "field__label"),
    *_classes("kontakt", "contact", "ansprechpartner"),
    "//*[contains(concat(' ', normalize-space(@class), ' '), ' picture ')][not(.//h1)]",
]  # fmt: skip
"""Elements that never hold a release's own text, whatever their words."""

_LEAD_CLASSES = ("teaser-text", "lead", "lead-text", "intro", "article__intro", "vorspann", "einleitung", "news-teaser",
                 "abstract", "field--name-field-lead")  # fmt: skip
_IS_LEAD = " or ".join(
    ["@itemprop='description'"]
    + [f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')" for name in _LEAD_CLASSES]
)
_ARTICLE = "ancestor::main or ancestor::article or ancestor::*[contains(@class, 'article') or @id='content']"
_BOX = ".//a or ancestor::li or ancestor::aside or ancestor::nav or ancestor::footer"
LEAD = f"//*[{_IS_LEAD}][{_ARTICLE}][not({_BOX})]"
"""First paragraphs that stand outside the container of the text; trafilatura takes TYPO3's for a teaser."""

_NEAR = 4
"""Levels around the headline within which its date stands."""

_DATED = (
    ".//*[self::time or contains(@class, 'date') or contains(@class, 'datum') or contains(@class, 'docData')"
    " or contains(@class, 'meta')][not(ancestor::nav or ancestor::aside or ancestor::footer or ancestor-or-self::a)]"
    "[not(*/*/*/*)]"
)
_HEADING = " or ".join(f"self::h{level}" for level in range(1, 7))
# Neither dates nor headlines are nested deeply; pages that are would take a time of the square of their size
_CHANGED = re.compile(r"aktualisiert|geändert|änderung|stand\b", re.IGNORECASE)
_BREAK = re.compile(r"\s+[|–—:·-]\s+|\s*[|»]\s*|:\s+")


def date_beside(headline: Any) -> str | None:
    """Day that an element near the headline gives, the nearest first; pages list days of other releases farther off."""
    around = headline
    for _ in range(_NEAR):
        around = around.getparent()
        if around is None or around.tag in ("body", "html"):
            return None
        for element in around.xpath(_DATED):
            text = element.text_content()[:200]
            day = None if _CHANGED.search(text) else first_date(f"{element.get('datetime') or ''} {text}")
            if day is not None:
                return day
    return None


def shown(tree: Any) -> dict[str, Any]:
    """Headings, and elements without others in them, by their text as `folded` gives it; the first of each."""
    found: dict[str, Any] = {}
    for element in tree.xpath(f"//body//*[({_HEADING}) and not(*/*/*) or not(*[not(self::br)])]"):
        found.setdefault(folded("".join(element.itertext())), element)
    return found


def publisher_in(titles: Sequence[str]) -> str | None:
    """Publisher whose name stands before or behind the headline in the title of a window.

    >>> publisher_in(["Gäste aus Okinami - Wirtschaftsministerium Heidmark"])
    'Wirtschaftsministerium Heidmark'
    """
    parts = [part for title in titles for part in _BREAK.split(normalise(title).replace("\\n", " "))]
    return next(filter(None, map(publisher_of, parts[::-1])), None)


def remove_menus(tree: Any) -> None:
    """Take out what leads elsewhere: navigation, side columns, and what of layout tables holds but links."""
    tables = tree.xpath("//*[self::td or self::table][not(.//table)][count(.//a) > 1]")
    menus = [element for element in tables if _is_menu(element)]
    for element in [*tree.xpath("//nav[not(.//h1)]"), *tree.xpath("//aside[not(.//h1)]"), *menus]:
        if element.getparent() is not None:
            element.drop_tree()


def _is_menu(element: Any) -> bool:
    linked = sum(len("".join(link.text_content().split())) for link in element.iter("a"))
    return bool(linked > 0.8 * len("".join(element.text_content().split())))
