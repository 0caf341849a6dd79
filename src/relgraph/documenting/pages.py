"""Pages that document the ontology, in German and English: one file each, which loads nothing and runs no script.

A term's anchor is its local name, so that the IRI of a term is also the address of its place on the page.
"""

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from rdflib import Graph

from relgraph.documenting.about import about
from relgraph.documenting.terms import CODES, Term, mapped, terms
from relgraph.documenting.topics import codes, topic_tree
from relgraph.explore.embedding import policy, style
from relgraph.explore.words import LANGUAGES
from relgraph.graph.ontology import ontology_graph
from relgraph.resources import read_words
from relgraph.vocabulary import ONTOLOGY, PREFIXES

HERE = Path(__file__).parent
PAGES = {"de": "index.html", "en": "index.en.html"}
"""Name of the page in each language."""

FILES = (
    "relgraph.ttl",
    "topics.ttl",
    "derivation.ttl",
    "closing.rq",
    "shapes.ttl",
    "context.jsonld",
    "graph-context.jsonld",
    "terms.tsv",
)
"""Files of `ontology/` that the pages lead to; they stand beside the pages."""

_PREFIXES = {**PREFIXES, "code": CODES}


def ontology_documentation() -> dict[str, bytes]:
    """Pages by file name, each by itself; they lead to the files of `ontology/` in the same folder.

    Raises:
        DataError: the ontology or the words of the pages cannot be read.
    """
    css = "\n".join([style("common.css"), stylesheet()])
    made = {}
    for language, name in PAGES.items():
        text = _environment().get_template("page.html").render(
            language=language, pages=PAGES, css=Markup(css), policy=policy((), (css,)),  # our own text
            title=about(*_read()).titles[language], body=Markup(documentation(language)),
        )  # fmt: skip
        made[name] = text.encode()
    return made


@lru_cache
def documentation(language: str, *, beside: str = "", framed: bool = False) -> str:
    """What the page tells, files lying `beside` it; `framed`, to stand in the `main` of another page."""
    graph, known = _read()
    words = read_words(HERE / "words.yaml")
    reasons = read_words(HERE / "mappings.yaml")
    other = next(one for one in LANGUAGES if one != language)
    return _environment().get_template("body.html").render(
        about=about(graph, known),
        by_iri={term.iri: term for term in known},
        used=_used(known),
        groups={group: [term for term in known if term.group == group] for group in ("classes", *_REST)},
        roots=_roots(known),
        topics=(tops := topic_tree(graph, language)),
        number_of_topics=sum(one.size for one in tops),
        codes=codes(graph),
        mapped=[(one, reasons[one.key][language]) for one in mapped(graph)],
        example=(HERE / "example.trig").read_text(encoding="utf-8"),
        language=language, other=other, pages=PAGES, beside=beside, framed=framed, files=FILES,
        say=lambda key, **values: words[key][language].format(**values),
    )  # fmt: skip


_REST = ("direct", "properties", "values", "schemes")


def stylesheet() -> str:
    """Style of the pages beyond the colours that all pages share."""
    return (HERE / "static" / "documentation.css").read_text(encoding="utf-8")


def short(iri: str) -> str:
    """An IRI with its prefix, where there is one.

    >>> short("http://schema.org/Place"), short("https://example.org/x")
    ('schema:Place', 'https://example.org/x')
    """
    for prefix, namespace in _PREFIXES.items():
        if iri.startswith(namespace) and iri != namespace:
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def anchor(iri: str) -> str:
    """Where an IRI leads from a page: to a term on it, or out.

    >>> anchor("https://w3id.org/relgraph/ontology#Visit"), anchor("http://schema.org/Place")
    ('#Visit', 'http://schema.org/Place')
    """
    if iri.startswith(ONTOLOGY):
        return f"#{iri.removeprefix(ONTOLOGY)}"
    return f"#code-{iri.removeprefix(CODES)}" if iri.startswith(CODES) else iri


def _roots(known: list[Term]) -> list[Term]:
    """Classes that no class of ours stands above."""
    own = {term.iri for term in known}
    return [term for term in known if term.group == "classes" and not own & set(term.above)]


def _used(known: list[Term]) -> dict[str, list[str]]:
    """Properties that each class has, as their domains say."""
    return {
        one.iri: [term.iri for term in known if one.iri in term.domain and term.group == "properties"] for one in known
    }


@lru_cache
def _read() -> tuple[Graph, list[Term]]:
    graph = ontology_graph()
    return graph, terms(graph)


@lru_cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("relgraph.documenting"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, auto_reload=False, keep_trailing_newline=True,
    )  # fmt: skip
    made.filters.update(short=short, anchor=anchor)
    return made
