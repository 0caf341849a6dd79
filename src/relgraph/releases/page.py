"""Saved HTML pages: main content and metadata, found by trafilatura; nothing in a page is executed or fetched."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relgraph.errors import ReleaseError
from relgraph.iris import server_of
from relgraph.releases.draft import Draft
from relgraph.releases.markup import BESIDE, LEAD, date_beside, publisher_in, remove_menus, shown
from relgraph.releases.publishers import publisher_of
from relgraph.releases.text import folded, normalise

if TYPE_CHECKING:
    from trafilatura.settings import Document

_BLOCKS = frozenset({"p", "head", "item", "quote", "cell", "row", "list", "table", "code", "body"})
_LARGEST = 20_000
"""Elements. Pages of releases have one or two thousand; finding the text takes more than linear time."""

_HEAD = 8
"""Lines at the top of the text among which a headline may be repeated."""

_DATES = {"original_date": True, "extensive_search": False, "max_date": "2999-12-31"}
"""The day of publishing, not of the last change; said by the page, not guessed; independent of today's date."""


def read_page(text: str, path: Path, listed: str | None = None) -> Draft:
    """Draft of a saved page: its paragraphs, and the metadata of its head, JSON-LD and OpenGraph.

    Where an element shows the `listed` title, that under which a feed lists the page, it is the headline.

    Raises:
        ReleaseError: it is no HTML, or has no main text.
    """
    from trafilatura import bare_extraction

    tree = _tree(text, path)
    # All that is looked up in the page comes first, since finding the main text takes the tree apart
    leads, headlines, language = _texts(tree.xpath(LEAD)), _texts(tree.xpath("//h1")), tree.get("lang")
    publisher, texts = publisher_in(_texts(tree.xpath("//head/title"))), shown(tree)
    known = folded(listed or "") or None
    first = texts[known] if known in texts else next(iter(tree.xpath("//h1")), None)
    beside = date_beside(first) if first is not None else None
    found = bare_extraction(
        tree, with_metadata=True, include_comments=False, prune_xpath=BESIDE, date_extraction_params=_DATES
    )
    if found is None or isinstance(found, dict) or found.body is None:
        raise ReleaseError(path, "no main text found in the page")
    title, lines = listed if known in texts else _title(found, headlines), _lines(found)
    said = title is not None and (bool(headlines) or folded(title) in texts)
    return Draft(
        lines=_with_leads(lines, leads, title),
        title=title if said else None,
        date=beside or found.date,
        publisher=_publisher(found.sitename),
        language=_language(language or found.language),
        outer_title=None if said else title,
        outer_publisher=publisher,
        url=_address(found.url),
    )


def _tree(text: str, path: Path) -> Any:
    from trafilatura import load_html

    for library in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(library).addHandler(logging.NullHandler())  # what they find wrong is told by our errors
    tree = load_html(text)
    if tree is None:
        raise ReleaseError(path, "not an HTML page")
    if sum(1 for _ in tree.iter()) > _LARGEST:
        raise ReleaseError(path, f"a page of more than {_LARGEST:,} elements")
    remove_menus(tree)
    return tree


def _with_leads(lines: list[str], leads: list[str], title: str | None) -> tuple[str, ...]:
    """Lines with the leads that they miss: on top, or below the headline where that is repeated above the text."""
    missed = [lead for lead in leads if folded(lead) not in folded(" ".join(lines))]
    head = [folded(line) for line in lines[:_HEAD]]
    top = head.index(folded(title)) + 1 if title and folded(title) in head else 0
    return (*lines[:top], *missed, *lines[top:])


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
    within = [line for line in headlines if folded(line) in folded(title)]
    if len(within) == 1:
        return within[0]
    site = normalise(found.sitename or "")
    if site and title != site and title.endswith(site):
        title = title.removesuffix(site).rstrip(" -–—|:·•")
    if publisher_of(title) is not None:
        title = ""  # the title of a site whose pages have none of their own
    return title or (headlines[0] if len(headlines) == 1 else None)


def _publisher(site: str | None) -> str | None:
    """Site's name, unless it is only an address such as "Neuland.de"."""
    name = " ".join(normalise(site or "").split())
    return name if name and not re.fullmatch(r"\S+\.\w{2,}", name) else None


def _address(said: str | None) -> str | None:
    sound = said and re.fullmatch(r"https?://\S+", said) and said.isprintable() and server_of(said)
    return said if sound else None


def _language(tag: str | None) -> str | None:
    found = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", tag or "")
    return found[0].lower() if found else None
