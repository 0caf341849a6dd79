"""What people read first in a bundle, in English and German: enough to write a program by it.

Owns what is told; the words stand in `templates/README.md` and `templates/LIESMICH.md`. Nothing of the releases' text
enters.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from relgraph import __version__
from relgraph.describing.dataset import About
from relgraph.describing.figures import Figures
from relgraph.describing.files import Kind
from relgraph.describing.terms import term
from relgraph.describing.void import licence
from relgraph.graph.ontology import graph_context, ontology_graph, ontology_version
from relgraph.publishing.csvw import Column, tables
from relgraph.publishing.kinds import kind_of, kinds
from relgraph.vocabulary import ID, ONTOLOGY, TOPIC, Basis, RelationType, Status

FILES = {"en": "README.md", "de": "LIESMICH.md"}
"""Name of the file in each language."""

_FORMS = {
    "en": {
        "edtf": "a day, month or year", "share": "0 to 1", "digest": "SHA-256, hexadecimal",
        "boolean": "`true` or empty", "date": "a day", " ": "several, joined by a blank", "required": "never empty",
    },
    "de": {
        "edtf": "Tag, Monat oder Jahr", "share": "0 bis 1", "digest": "SHA-256, hexadezimal",
        "boolean": "`true` oder leer", "date": "ein Tag", " ": "mehrere, durch Leerzeichen getrennt",
        "required": "nie leer",
    },
}  # fmt: skip


def readmes(
    counted: Figures, said: About, base: str, sparql: str | None, there: Sequence[Kind]
) -> Iterator[tuple[str, bytes]]:
    """Name and content of both files; `there` are kinds of the data, tables, terms, questions and pages."""
    environment = Environment(  # Markdown, whose values are ours and the publisher's
        loader=PackageLoader("relgraph", "publishing/templates"),
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    told = {
        "said": said, "counted": counted, "licence": said.licence_document or licence(said), "base": base,
        "sparql": sparql, "id": ID, "ontology": ONTOLOGY, "topic": TOPIC, "files": _listed(there),
        "changes": kind_of("changes/changes.jsonl") in there,
        "tables": tables(), "form": form, "values": values(), "version": __version__,
        "relations": counted.classes[f"{ONTOLOGY}Relation"], "entities": counted.classes[f"{ONTOLOGY}Entity"],
        "ontology_version": ontology_version(), "context_version": graph_context()["version"],
    }  # fmt: skip
    for name in FILES.values():
        yield name, environment.get_template(name).render(told).encode()


def _listed(there: Iterable[Kind]) -> list[tuple[str, Kind]]:
    """Kinds of files that are there; those by one name stand for what is written after this."""
    known = set(there)
    return [(kind.name, kind) for kind in kinds() if kind in known or "*" not in kind.name]


def form(column: Column, language: str) -> str:
    """What a cell may hold, in brackets.

    >>> form(Column(de="am", en="on", kind="edtf"), "en")
    ' (a day, month or year)'
    """
    words = _FORMS[language]
    told = [words[key] for key in (column.kind, column.separator) if key in words]
    if column.required:
        told.append(words["required"])
    return f" ({', '.join(told)})" if told else ""


@lru_cache
def values() -> dict[str, list[tuple[str, str]]]:
    """Types, statuses and bases with what they mean, as the ontology defines them, by language."""
    graph, definition = ontology_graph(), term("skos:definition")
    terms = [(f"`type` `{kind.value}`", kind.class_name) for kind in RelationType]
    for name, words in (("status", Status), ("basis", Basis)):
        terms += [(f"`{name}` `{one.value}`", one.value) for one in words]
    found: dict[str, list[tuple[str, str]]] = {language: [] for language in FILES}
    for told, name in terms:
        texts = {
            str(getattr(text, "language", None)): str(text) for text in graph.objects(term(f"rg:{name}"), definition)
        }
        for language in FILES:
            found[language].append((told, texts[language]))
    return found
