"""A graph as a folder of files: the data in every format, tables, ontology, questions, and descriptions of all that.

Owns what stands in a bundle, as content by name. Nothing here knows a clock, a path or a locale, so that the same store
gives the same bytes.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from relgraph.checking import data_lines
from relgraph.describing.dataset import About
from relgraph.describing.dcat import dcat_quads
from relgraph.describing.figures import figures
from relgraph.describing.prov import prov_quads
from relgraph.describing.terms import document, lines
from relgraph.describing.void import Places, void_quads
from relgraph.documenting.pages import FILES as BESIDE
from relgraph.documenting.pages import ontology_documentation
from relgraph.errors import DataError
from relgraph.graph.ontology import graph_context, ontology_nquads
from relgraph.graph.terms import web_iri
from relgraph.network.graphml import graphml
from relgraph.network.projection import project
from relgraph.publishing.crate import METADATA as CRATE
from relgraph.publishing.crate import PREVIEW, crate_metadata, crate_preview
from relgraph.publishing.csvw import METADATA as TABLES
from relgraph.publishing.csvw import csvw
from relgraph.publishing.kinds import described
from relgraph.publishing.readme import readmes
from relgraph.publishing.sums import SUMS, write_sums
from relgraph.publishing.tables import entities_csv, releases_csv, topics_csv
from relgraph.relation_table import relation_csv
from relgraph.resources import folder
from relgraph.store.protocol import Store
from relgraph.store.serialise import serialise, serialise_by_context

BASE = "https://w3id.org/relgraph/bundle/"
"""Address of a bundle that nobody has told of its place."""

_FORMATS = {"nq": "nq", "nt": "nt", "ttl": "ttl", "trig": "trig", "rdf": "xml"}
_SERVED = ("JSON-LD", "N-Quads", "N-Triples", "RDF_XML", "TriG", "Turtle")

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Where:
    """Addresses of a bundle: its folder's, which ends in a slash, and that of a SPARQL endpoint, if there is one."""

    base: str = BASE
    sparql: str | None = None

    @classmethod
    def of(cls, base: str, sparql: str | None) -> "Where":
        """Addresses as people give them, with or without the slash at the end.

        Raises:
            DataError: one is no address on the web.
        """
        for given, name in ((base, "--base-url"), (sparql, "--sparql-url")):
            if given is not None and (web_iri(given) is None or "?" in given or "#" in given):
                raise DataError(name, f"{given!r} is no address on the web")
        return cls(f"{base.rstrip('/')}/", sparql)


def bundle(store: Store, said: About, where: Where, progress: Progress) -> dict[str, bytes]:
    """Content of each file of a bundle, by name.

    Raises:
        StoreError: the store cannot answer, or holds what a format cannot write.
        DataError: a file of `data/`, `ontology/` or `queries/` is off, or an address is none.
    """
    steps = (_data(store), _tables(store, said), _terms(), _questions())
    files: dict[str, bytes] = {}
    for number, step in enumerate(steps):
        progress("exporting", number, len(steps) + 1)
        files.update(step)
    progress("exporting", len(steps), len(steps) + 1)
    files.update(_descriptions(store, said, where, files))
    files[SUMS] = write_sums(files)
    return files


def _data(store: Store) -> Iterator[tuple[str, bytes]]:
    data = data_lines(store)
    for suffix, format_ in _FORMATS.items():
        yield f"relgraph.{suffix}", serialise(data, format_)
    yield "relgraph.jsonld", serialise_by_context(data, graph_context())
    yield "relgraph.graphml", graphml(project(store))


def _tables(store: Store, said: About) -> Iterator[tuple[str, bytes]]:
    languages = figures(store).languages
    yield "relations.csv", relation_csv(store).encode()
    yield "entities.csv", entities_csv(store)
    yield "releases.csv", releases_csv(store)
    yield "topics.csv", topics_csv(store)
    yield TABLES, csvw(said, languages[0] if len(languages) == 1 else None)


def _terms() -> Iterator[tuple[str, bytes]]:
    """The ontology: as it is written, in one piece in each format, and described."""
    for name in BESIDE:
        yield f"ontology/{name}", (folder("ontology") / name).read_bytes()
    for path in sorted((folder("ontology") / "checks").glob("*.rq")):
        yield f"ontology/checks/{path.name}", path.read_bytes()
    whole = ontology_nquads()
    for suffix, format_ in (("ttl", "ttl"), ("jsonld", "jsonld"), ("rdf", "xml")):
        yield f"ontology/ontology.{suffix}", document(whole, format_)
    for name, content in ontology_documentation().items():
        yield f"ontology/{name}", content


def _questions() -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder("queries").glob("*.rq")):
        yield f"queries/{path.name}", path.read_bytes()


def _descriptions(store: Store, said: About, where: Where, files: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """VoID, DCAT-AP.de and PROV of the files so far, and RO-Crate of those too."""
    base = where.base
    counted = figures(store)
    dumps = tuple(f"{base}relgraph.{suffix}" for suffix in sorted((*_FORMATS, "jsonld")))
    places = Places(f"{base}void.ttl", sparql=where.sparql, dumps=dumps, page=said.page, formats=_SERVED)
    made = dict(readmes(counted, said, where.base, where.sparql, files))
    made["void.ttl"] = document(lines(void_quads(counted, places, said)), "ttl")
    listed = described(files | made)
    entry = lines(dcat_quads(counted, places, base, f"{base}dcat-ap-de.ttl", said, listed))
    made["dcat-ap-de.ttl"], made["dcat-ap-de.rdf"] = document(entry, "ttl"), document(entry, "xml")
    made["prov.ttl"] = document(
        lines(prov_quads(store, counted, places, base, f"{base}prov.ttl", described(files | made))), "ttl"
    )
    listed = described(files | made)
    made[CRATE] = crate_metadata(counted, said, listed, base)
    made[PREVIEW] = crate_preview(counted, said, listed)
    yield from made.items()
