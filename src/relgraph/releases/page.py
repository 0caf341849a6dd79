"""Saved HTML pages: main content and metadata, found by trafilatura; nothing in a page is executed or fetched."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relgraph.errors import ReleaseError
from relgraph.releases.draft import Draft
from relgraph.releases.text import normalise, words

if TYPE_CHECKING:
    from trafilatura.settings import Document

_BESIDE = [
    "//figure", "//figcaption", "//aside", "//nav", "//footer", "//button", "//form", "//dialog", "//noscript",
    "//template", "//*[contains(@class, 'caption')]", "//*[contains(@class, 'breadcrumb')]",
]  # fmt: skip
"""Elements that never hold a release's own text, whatever their words."""

_LEAD_CLASSES = ("teaser-text", "lead", "lead-text", "intro", "article__intro", "vorspann", "einleitung", "news-teaser")
_IS_LEAD = " or ".join(
    ["@itemprop='description'"]
    + [f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')" for name in _LEAD_CLASSES]
)
_ARTICLE = "ancestor::main or ancestor::article or ancestor::*[contains(@class, 'article')]"
_BOX = ".//a or ancestor::li or ancestor::aside or ancestor::nav or ancestor::footer"
_LEAD = f"//*[{_IS_LEAD}][{_ARTICLE}][not({_BOX})]"
"""First paragraphs that stand outside the container of the text; trafilatura takes TYPO3's for a teaser."""

_BLOCKS = frozenset({"p", "head", "item", "quote", "cell", "row", "list", "table", "code", "body"})
_LARGEST = 20_000
"""Elements. Pages of releases have one or two thousand; finding the text takes more than linear time."""

_DATES = {"original_date": True, "extensive_search": False, "max_date": "2999-12-31"}
"""The day of publishing, not of the last change; said by the page, not guessed; independent of today's date."""


def read_page(text: str, path: Path) -> Draft:
    """Draft of a saved page: its paragraphs, and the metadata of its head, JSON-LD and OpenGraph.

    Raises:
        ReleaseError: it is no HTML, or has no main text.
    """
    from trafilatura import bare_extraction, load_html

    for library in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(library).addHandler(logging.NullHandler())  # what they find wrong is told by our errors
    tree = load_html(text)
    if tree is None:
        raise ReleaseError(path, "not an HTML page")
    if sum(1 for _ in tree.iter()) > _LARGEST:
        raise ReleaseError(path, f"a page of more than {_LARGEST:,} elements")
    leads, headlines, language = _texts(tree.xpath(_LEAD)), _texts(tree.xpath("//h1")), tree.get("lang")
    found = bare_extraction(
        tree, with_metadata=True, include_comments=False, prune_xpath=_BESIDE, date_extraction_params=_DATES
    )
    if found is None or isinstance(found, dict) or found.body is None:
        raise ReleaseError(path, "no main text found in the page")
    lines = _lines(found)
    missed = [lead for lead in leads if _folded(lead) not in _folded(" ".join(lines))]
    return Draft(
        lines=(*missed, *lines),
        title=_title(found, headlines),
        date=found.date,
        publisher=_publisher(found.sitename),
        language=_language(language or found.language),
        url=found.url if found.url and re.match(r"https?://\S+$", found.url) else None,
    )


def _lines(found: "Document") -> list[str]:
    """Paragraphs of the main text; read from its tree, because trafilatura's text decodes entities twice."""
    return [line for line in normalise("".join(_pieces(found.body))).split("\n") if line]


def _pieces(root: Any) -> Iterator[str]:
    """Text of a tree with a line break around every block; without recursion, since pages nest at will."""
    stack = [(root, False)]
    while stack:
        element, left = stack.pop()
        if element.tag in _BLOCKS or element.tag == "lb":
            yield "\n"
        yield re.sub(r"\s+", " ", (element.tail if left else element.text) or "")
        if not left:
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))


def _texts(elements: Any) -> list[str]:
    texts = (" ".join(normalise(element.text_content()).split()) for element in elements)
    return [text for text in dict.fromkeys(texts) if text]


def _title(found: "Document", headlines: list[str]) -> str | None:
    """Title without the site's name; the page's own first-level heading where the title holds it."""
    title = " ".join(normalise(found.title or "").split())
    within = [line for line in headlines if _folded(line) in _folded(title)]
    if len(within) == 1:
        return within[0]
    site = normalise(found.sitename or "")
    if site and title != site and title.endswith(site):
        title = title.removesuffix(site).rstrip(" -–—|:·•")
    return title or (headlines[0] if len(headlines) == 1 else None)


def _publisher(site: str | None) -> str | None:
    """Site's name, unless it is only an address such as "Neuland.de"."""
    name = " ".join(normalise(site or "").split())
    return name if name and not re.fullmatch(r"\S+\.\w{2,}", name) else None


def _language(tag: str | None) -> str | None:
    found = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", tag or "")
    return found[0].lower() if found else None


def _folded(text: str) -> str:
    return " ".join(words(text)).casefold()
