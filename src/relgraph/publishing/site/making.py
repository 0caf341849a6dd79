"""The whole site, file by file: pages in both languages, RDF beside them, styles, settings for web servers."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from relgraph.documenting.pages import FILES, ontology_documentation
from relgraph.errors import QueryError
from relgraph.explore.embedding import style
from relgraph.explore.words import LANGUAGES
from relgraph.publishing.site.hosting import server_files, sitemap
from relgraph.publishing.site.material import Material
from relgraph.publishing.site.overview import overview
from relgraph.publishing.site.paths import Paths
from relgraph.publishing.site.rendering import Tree
from relgraph.publishing.site.structured import release_data
from relgraph.publishing.site.things import ThingPages, quoted, tie_pages, tied
from relgraph.resources import folder
from relgraph.store.protocol import Store
from relgraph.store.serialise import serialise
from relgraph.web.statics import content
from relgraph.web.things.kinds import Kind
from relgraph.web.things.release import release_page
from relgraph.web.things.triples import described

File = tuple[str, bytes]
_TOGETHER = 50
"""Things whose sentences are read together."""

_ADDRESS = re.compile(r"https?://[A-Za-z0-9.:-]+(/[A-Za-z0-9._~%/-]*)?", re.ASCII)


def site(store: Store, language: str | None = None, base_url: str | None = None) -> Iterator[File]:
    """Files of the site, by path and content: one after the other, each path once.

    Without `language` German pages lie at the root and English ones below `en/`; with it there is that one alone. With
    `base_url`, where the site will lie, pages name their own address, and a map of the site lists them.

    Raises:
        QueryError: there is no such language, or `base_url` is no address.
        StoreError: the store cannot answer.
    """
    if language is not None and language not in LANGUAGES:
        raise QueryError("language", f"there are {', '.join(LANGUAGES)}")
    if base_url is not None and not _ADDRESS.fullmatch(base_url):
        raise QueryError("base_url", "is no address of a site, such as https://example.org/relgraph/")
    return _mapped(_files(store, language, base_url), base_url and f"{base_url.rstrip('/')}/")


def _mapped(files: Iterator[File], base_url: str | None) -> Iterator[File]:
    pages = []
    for name, text in files:
        if name.endswith(".html"):
            pages.append(name)
        yield name, text
    if base_url:
        yield from sitemap(base_url, pages)


def _files(store: Store, language: str | None, base_url: str | None) -> Iterator[File]:
    material = Material(store)
    ties = tied(material)
    paths = Paths([*material.things, *material.origins, *ties])
    trees = _trees(material, paths, language, base_url and f"{base_url.rstrip('/')}/")
    yield from _shared()
    for tree in trees:
        yield from overview(material, tree)
    listed = sorted(material.things)
    for start in range(0, len(listed), _TOGETHER):
        things = [ThingPages(material, iri) for iri in listed[start : start + _TOGETHER]]
        sentences = quoted(material, things)
        for thing in things:
            yield from thing.written(trees, sentences)
            kind = Kind.TOPIC if thing.iri in material.broader else Kind.ENTITY
            yield from _rdf(store, thing.iri, kind, paths.of(thing.iri))
    yield from tie_pages(material, ties, trees)
    for iri in sorted(material.origins):
        yield from _release(material, iri, trees)
        yield from _rdf(store, iri, Kind.RELEASE, paths.of(iri))


def _trees(material: Material, paths: Paths, language: str | None, base_url: str | None) -> list[Tree]:
    if language is not None:
        return [Tree(language, "", None, base_url, paths, material.things)]
    return [
        Tree("de", "", "en/", base_url, paths, material.things),
        Tree("en", "en/", "", base_url, paths, material.things),
    ]


def _shared() -> Iterator[File]:
    """What all pages need, and the ontology with its own pages."""
    css = [style("common.css"), *(content(name).decode() for name in ("site.css", "things.css", "reading.css"))]
    css.append((Path(__file__).parent / "static" / "site.css").read_text(encoding="utf-8"))
    yield "style.css", "\n".join(css).encode()
    yield "icon.svg", content("icon.svg")
    yield from server_files().items()
    for name, text in ontology_documentation().items():
        yield f"ontology/{name}", text
    for name in FILES:
        yield f"ontology/{name}", (folder("ontology") / name).read_bytes()


def _release(material: Material, iri: str, trees: Sequence[Tree]) -> Iterator[File]:
    held = release_page(material.store, iri)
    places = {number: f"r-{one.fact.relation.rpartition('/')[2]}" for number, _, one in held.numbered}
    loose: dict[str, int] = {}
    for number, sentence, one in held.numbered:
        if sentence is None:  # the text does not hold it where its evidence says; its place is beside the text
            loose.setdefault(one.place, number)
    for tree in trees:
        path = tree.paths.of(iri)
        yield tree.page(
            "release.html", path, iri=iri, rdf=path, held=held, places=places,
            loose={number: place for place, number in loose.items()},
            described=release_data(held.origin, held.original),
        )  # fmt: skip


def _rdf(store: Store, iri: str, kind: Kind, path: str) -> Iterator[File]:
    """All that is said of a thing, as Turtle and as JSON-LD; the pages in which a server gives it are put together."""
    first = described(store, iri, kind, 1, "ttl")
    lines = [line for line in first.lines if not _onward(line)]
    for page in range(2, first.pages + 1):
        lines += [line for line in described(store, iri, kind, page, "ttl").lines if not _onward(line)]
    for format in ("ttl", "jsonld"):
        yield f"{path}.{format}", serialise(lines, format)


def _onward(line: str) -> bool:
    """Whether a line leads to a further page, as `described` ends a page."""
    return "rdf-schema#seeAlso>" in line and line.endswith("> .") and ".ttl?page=" in line
