"""PROV: out of which releases a graph was read, with what, who has reviewed, and which files were written of it.

Owns the statements. No moment is told, as nothing that is written knows a clock; what has a day is the releases.
"""

from collections.abc import Iterator, Sequence

from rdflib import Literal

from relgraph import __version__
from relgraph.describing.figures import Figures
from relgraph.describing.files import File
from relgraph.describing.terms import both, says
from relgraph.describing.void import Places
from relgraph.graph.terms import Quad
from relgraph.iris import slug
from relgraph.resources import folder, read_words
from relgraph.store.protocol import Store
from relgraph.vocabulary import ONTOLOGY, PREFIXES

_PROLOGUE = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in ("rg", "schema"))
_RELEASES = (
    _PROLOGUE
    + """SELECT ?release ?digest WHERE {
  GRAPH ?release { ?release a rg:Release OPTIONAL { ?release schema:sha256 ?digest } } }"""
)
_REVIEWERS = _PROLOGUE + "SELECT DISTINCT ?name WHERE { GRAPH ?release { ?relation rg:reviewer ?name } }"


def prov_quads(
    store: Store,
    counted: Figures,
    places: Places,
    base: str,
    document: str,
    files: Sequence[File],
    folders: Sequence[str] = (),
) -> Iterator[Quad]:
    """What a graph, its files and folders were made of; `base` is the address of all, `document` that of this.

    Raises:
        StoreError: the store cannot answer.
    """
    build, publish, review, software = (f"{document}#{name}" for name in ("build", "publish", "review", "relgraph"))
    words = read_words(folder("data") / "describing" / "words.yml")
    releases = {row["release"] or "": row["digest"] for row in store.rows(_RELEASES)}
    reviewers = {row["name"] or "" for row in store.rows(_REVIEWERS)}
    yield from says(
        software,
        ("rdf:type", "prov:SoftwareAgent"),
        ("rdf:type", "schema:SoftwareApplication"),
        ("foaf:name", Literal("relgraph")),
        ("schema:softwareVersion", Literal(__version__)),
    )
    yield from says(
        build,
        ("rdf:type", "prov:Activity"),
        *both("rdfs:label", *(words["build"][language].format(releases=counted.releases) for language in ("de", "en"))),
        ("prov:wasAssociatedWith", software),
        ("prov:used", ONTOLOGY.rstrip("#")),
        *(("prov:used", release) for release in releases),
        ("prov:wasInformedBy", review if reviewers else None),
    )
    if reviewers:
        yield from says(
            review,
            ("rdf:type", "prov:Activity"),
            *both("rdfs:label", words["review"]["de"], words["review"]["en"]),
            *(("prov:wasAssociatedWith", f"{document}#reviewer-{slug(name)}") for name in reviewers),
        )
        for name in reviewers:
            yield from says(
                f"{document}#reviewer-{slug(name)}", ("rdf:type", "prov:Person"), ("foaf:name", Literal(name))
            )
    for release, digest in releases.items():
        yield from says(
            release,
            ("rdf:type", "prov:Entity"),
            ("schema:sha256", Literal(digest) if digest is not None else None),
        )
    yield from says(
        places.dataset,
        ("rdf:type", "prov:Entity"),
        ("prov:wasGeneratedBy", build),
        ("prov:wasAttributedTo", software),
        *(("prov:wasDerivedFrom", release) for release in releases),
    )
    yield from says(
        publish,
        ("rdf:type", "prov:Activity"),
        *both("rdfs:label", words["publish"]["de"], words["publish"]["en"]),
        ("prov:wasAssociatedWith", software),
        ("prov:wasInformedBy", build),
        ("prov:used", places.dataset),
    )
    for name, digest in [*((file.name, file.sha256) for file in files), *((name, None) for name in folders)]:
        yield from says(
            base + name,
            ("rdf:type", "prov:Entity"),
            ("prov:wasGeneratedBy", publish),
            ("prov:wasDerivedFrom", places.dataset),
            ("schema:sha256", Literal(digest) if digest is not None else None),
        )
