"""A graph as a folder of files: the data in every format, tables, ontology, questions, and descriptions of all that.

Owns what stands in a bundle, as names and contents. Nothing here knows a clock, a path or a locale, so that the same
store gives the same bytes; no file is held longer than it takes to be handed on.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from relgraph.describing.dataset import About
from relgraph.describing.dcat import dcat_quads
from relgraph.describing.figures import Figures, figures
from relgraph.describing.files import File
from relgraph.describing.prov import prov_quads
from relgraph.describing.terms import document, lines
from relgraph.describing.void import Places, void_quads
from relgraph.difference.chain import Chain
from relgraph.documenting.pages import FILES as BESIDE
from relgraph.documenting.pages import ontology_documentation
from relgraph.errors import DataError, StoreError
from relgraph.export import data_spool
from relgraph.graph.ontology import graph_context, ontology_nquads
from relgraph.graph.terms import web_iri
from relgraph.network.stream import graphml_of
from relgraph.publishing.crate import METADATA as CRATE
from relgraph.publishing.crate import PREVIEW, crate_metadata, crate_preview
from relgraph.publishing.csvw import METADATA as TABLES
from relgraph.publishing.csvw import csvw
from relgraph.publishing.kinds import Passing, described, kind_of
from relgraph.publishing.readme import readmes
from relgraph.publishing.site import site
from relgraph.publishing.sums import SUMS, write_sums
from relgraph.publishing.tables import entities_csv, releases_csv, topics_csv
from relgraph.relation_table import relation_csv
from relgraph.resources import folder
from relgraph.store.protocol import Store
from relgraph.store.serialise import pieces

BASE = "https://w3id.org/relgraph/bundle/"
"""Address of a bundle that nobody has told of its place."""

_FORMATS = {"nq": "nq", "nt": "nt", "ttl": "ttl", "trig": "trig", "xml": "rdf", "jsonld": "jsonld"}
"""Formats and the suffixes of their files."""
_SERVED = ("JSON-LD", "N-Quads", "N-Triples", "RDF_XML", "TriG", "Turtle")

SITE = "site/"
"""Folder of the pages."""

Content = tuple[str, bytes]
Pieces = tuple[str, Iterable[bytes]]
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


def bundle(
    store: Store, said: About, where: Where, progress: Progress, *, pages: bool = True, chain: Chain | None = None
) -> Iterator[Pieces]:
    """Name of each file of a bundle and its content in pieces, to be read before the next; without `pages`, no site.

    `chain` tells what each build has changed.

    Raises:
        StoreError: the store cannot answer, or holds what a format cannot write, or the chain ends at another graph.
        DataError: a file of `data/`, `ontology/` or `queries/` is off, or an address is none.
    """
    counted = figures(store)
    steps = [_data(store, chain), _tables(store, counted, said), _whole(_terms()), _whole(_questions())]
    listed: list[File] = []
    digests: dict[str, str] = {}
    for number, step in enumerate(steps):
        progress("exporting", number, len(steps) + 2)
        for name, content in step:
            passing = Passing(name, content)
            yield name, passing
            listed.append(passing.described())
            digests[name] = listed[-1].sha256
    progress("exporting", len(steps), len(steps) + 2)
    for name, page in site(store, base_url=where.base + SITE) if pages else ():
        digests[SITE + name] = described(SITE + name, page).sha256
        yield SITE + name, (page,)
    progress("exporting", len(steps) + 1, len(steps) + 2)
    for name, told in _descriptions(store, counted, said, where, listed, pages=pages):
        digests[name] = described(name, told).sha256
        yield name, (told,)
    yield SUMS, (write_sums(digests),)


def _whole(files: Iterable[Content]) -> Iterator[Pieces]:
    return ((name, (content,)) for name, content in files)


def _data(store: Store, chain: Chain | None) -> Iterator[Pieces]:
    with data_spool(store) as spool:
        for format_, suffix in _FORMATS.items():
            content = pieces(spool, format_, context=graph_context())
            yield f"relgraph.{suffix}", _last_of(chain, content) if format_ == "nq" and chain else content
        yield "relgraph.graphml", graphml_of(store, (block for block in spool.by_graph() if block.graph))
        for path in chain.files() if chain else ():
            yield f"changes/{path.name}", (path.read_bytes(),)
        yield "relations.csv", relation_csv(store, (block for block in spool.by_graph() if block.graph))


def _last_of(chain: Chain, content: Iterable[bytes]) -> Iterator[bytes]:
    """The quads at which a chain of changes ends."""
    digest = sha256()
    for piece in content:
        digest.update(piece)
        yield piece
    if chain.last and chain.last.graph_sha256 not in (None, digest.hexdigest()):
        raise StoreError(
            chain.folder, "ends at another graph: `relgraph changes --record` tells of what others changed"
        )


def _tables(store: Store, counted: Figures, said: About) -> Iterator[Pieces]:
    languages = counted.languages
    yield "entities.csv", (entities_csv(store),)
    yield "releases.csv", (releases_csv(store),)
    yield "topics.csv", (topics_csv(store),)
    yield TABLES, (csvw(said, languages[0] if len(languages) == 1 else None),)


def _terms() -> Iterator[Content]:
    """The ontology: as it is written, in one piece in each format, and described."""
    for name in BESIDE:
        yield f"ontology/{name}", (folder("ontology") / name).read_bytes()
    for path in sorted((folder("ontology") / "checks").glob("*.rq")):
        yield f"ontology/checks/{path.name}", path.read_bytes()
    whole = ontology_nquads()
    for format_, suffix in (("ttl", "ttl"), ("jsonld", "jsonld"), ("xml", "rdf")):
        yield f"ontology/ontology.{suffix}", document(whole, format_)
    for name, content in ontology_documentation().items():
        yield f"ontology/{name}", content


def _questions() -> Iterator[Content]:
    for path in sorted(folder("queries").glob("*.rq")):
        yield f"queries/{path.name}", path.read_bytes()


def _descriptions(
    store: Store, counted: Figures, said: About, where: Where, listed: list[File], *, pages: bool
) -> Iterator[Content]:
    """READMEs, VoID, DCAT-AP.de and PROV of the files so far, and RO-Crate of those too."""
    base = where.base
    dumps = tuple(f"{base}relgraph.{suffix}" for suffix in sorted(_FORMATS.values()))
    places = Places(f"{base}void.ttl", sparql=where.sparql, dumps=dumps, page=said.page, formats=_SERVED)
    there = [file.kind for file in listed] + ([kind_of(SITE)] if pages else [])
    told = [*readmes(counted, said, base, where.sparql, there)]
    told.append(("void.ttl", document(lines(void_quads(counted, places, said)), "ttl")))
    yield from _noted(told, listed)
    entry = lines(dcat_quads(counted, places, base, f"{base}dcat-ap-de.ttl", said, listed))
    told = [("dcat-ap-de.ttl", document(entry, "ttl")), ("dcat-ap-de.rdf", document(entry, "xml"))]
    yield from _noted(told, listed)
    folders = {SITE: kind_of(SITE)} if pages else {}
    origin = lines(prov_quads(store, counted, places, base, f"{base}prov.ttl", listed, [*folders]))
    yield from _noted([("prov.ttl", document(origin, "ttl"))], listed)
    yield CRATE, crate_metadata(counted, said, listed, folders, base)
    yield PREVIEW, crate_preview(counted, said, listed, folders)


def _noted(told: list[Content], listed: list[File]) -> Iterator[Content]:
    """The same files, described for what comes after them."""
    for name, content in told:
        listed.append(described(name, content))
        yield name, content
