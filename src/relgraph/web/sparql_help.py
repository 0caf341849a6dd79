"""What the SPARQL page helps with: words of the language, prefixes, the ontology's terms, and examples."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache

from relgraph.errors import DataError
from relgraph.queries.batches import asked, value
from relgraph.queries.catalogue import catalogue, find_question
from relgraph.queries.standing import standing_text
from relgraph.resources import folder, read_yaml
from relgraph.store.protocol import Store
from relgraph.vocabulary import ONTOLOGY, PREFIXES
from relgraph.web.sparql import short

_FOLDER = "sparql"
_TERMS = """SELECT ?term ?kind ?label (LANG(?label) AS ?language) ?told WHERE {
  VALUES ?kind { owl:Class owl:ObjectProperty owl:DatatypeProperty rg:Status rg:Basis }
  ?term a ?kind ; rdfs:label|skos:prefLabel ?label .
  OPTIONAL { ?term skos:definition ?told FILTER(LANG(?told) = LANG(?label)) } }"""
_USUAL = (
    "rdf:type", "rdfs:label", "rdfs:subClassOf", "skos:prefLabel", "skos:broader", "skos:narrower", "dcterms:title",
    "dcterms:issued", "dcterms:publisher", "dcterms:source", "dcterms:language", "oa:hasSelector", "oa:hasSource",
    "oa:exact", "oa:start", "oa:end", "prov:wasDerivedFrom", "schema:articleBody", "schema:sha256",
    "owl:sameAs",
)  # fmt: skip
"""Terms of other vocabularies that the graph uses."""


@dataclass(frozen=True, slots=True)
class Help:
    """One thing that can be put in: what it is called, what is put in (`|` is where the cursor goes), what it is."""

    word: str
    insert: str
    told: str
    kind: str


@dataclass(frozen=True, slots=True)
class Example:
    """A question to begin with."""

    id: str
    title: Mapping[str, str]
    explanation: Mapping[str, str]
    query: str


def words(store: Store, language: str) -> list[dict[str, str]]:
    """All that can be put in, in the reader's language: words of SPARQL, prefixes, terms."""
    found = [Help(word, told["insert"], told[language], "keyword") for word, told in keywords().items()]
    found += [Help(f"{name}:", f"{name}:", iri, "prefix") for name, iri in PREFIXES.items()]
    found += _terms(store, language)
    found += [Help(term, term, "", "property") for term in _USUAL]
    return [asdict(one) for one in found]


def _terms(store: Store, language: str) -> list[Help]:
    """Classes, properties and values of the ontology with their labels and definitions."""
    held: dict[tuple[str, str], Help] = {}
    for row in asked(store, _TERMS):
        term = value(row, "term")
        if term.startswith(ONTOLOGY):
            local = value(row, "kind").rpartition("#")[2]
            kind = "class" if local == "Class" else "property" if "Property" in local else "value"
            told = " – ".join(part for part in (row["label"], row["told"]) if part)
            held.setdefault((term, row["language"] or ""), Help(short(term), short(term), told, kind))
    terms = sorted({term for term, _ in held})
    return [held.get((term, language)) or next(held[key] for key in sorted(held) if key[0] == term) for term in terms]


@lru_cache
def keywords() -> dict[str, dict[str, str]]:
    """Words of SPARQL with what they do.

    Raises:
        DataError: the file is no mapping, or a word lacks a key.
    """
    path = folder("data") / _FOLDER / "keywords.yml"
    table = read_yaml(path)
    if not isinstance(table, dict):
        raise DataError(path, "not a mapping of words")
    for word, told in table.items():
        if not isinstance(told, dict) or set(told) != {"insert", "de", "en"}:
            raise DataError(path, f"{word}: insert, de and en are needed")
    return table


@lru_cache
def examples() -> tuple[Example, ...]:
    """Short questions to learn from.

    Raises:
        DataError: the file is no list, or an example lacks a key; the message names it.
    """
    path = folder("data") / _FOLDER / "examples.yml"
    items = read_yaml(path)
    if not isinstance(items, list):
        raise DataError(path, "not a list of examples")
    found = []
    for number, item in enumerate(items, start=1):
        if not isinstance(item, dict) or set(item) != {"id", "title", "explanation", "query"}:
            raise DataError(path, f"entry {number}: id, title, explanation and query are needed")
        for key in ("title", "explanation"):
            if set(item[key]) != {"de", "en"}:
                raise DataError(path, f"{item['id']}: {key} is needed in de and en")
        found.append(Example(**item))
    return tuple(found)


def catalogue_examples(language: str) -> list[tuple[str, str]]:
    """Questions of the catalogue that can be asked without a parameter: name and words."""
    free = (one for one in catalogue().values() if not any(parameter.required for parameter in one.parameters))
    return [(one.name, one.question[language]) for one in free]


def catalogue_query(name: str, store: Store, language: str) -> str:
    """SPARQL of a question of the catalogue as it is asked without parameters.

    Raises:
        UnknownName: no question has that name.
        QueryError: the question needs a parameter.
    """
    question = find_question(name)
    return standing_text(question, {"language": language} if question.parameter("language") else {}, store)
