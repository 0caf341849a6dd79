"""What decisions may say is what the shapes of the ontology let stand."""

from itertools import product

from relgraph.graph.checks import check_shapes
from relgraph.graph.quads import nquads
from relgraph.model import Entity, Evidence, Extraction, Relation, Release
from relgraph.review.fitting import complaint
from relgraph.vocabulary import EntityType, RelationType

TEXT = "Ein Satz."


def test_what_fits_is_what_the_shapes_allow():
    kinds = [*EntityType, None]
    cases = [*product(RelationType, EntityType, kinds, ((), ("robotics",)))]
    ends = [Entity(id=f"https://w3id.org/relgraph/id/x/{kind}-{side}", type=kind, name=f"{kind} {side}", code=None)
            for kind in EntityType for side in "ab"]  # fmt: skip
    relations = {}
    for kind, subject, other, topics in cases:
        if other is None and not topics:
            continue
        if other is not None and topics and subject is not EntityType.REGION:
            continue  # who speaks makes no difference to topics beside an object
        iri = f"https://w3id.org/relgraph/id/relation/r/{len(relations)}"
        relations[kind, subject, other, topics] = Relation(
            id=iri, type=kind, subject=f"https://w3id.org/relgraph/id/x/{subject}-a", topics=topics, rule="x", role="x",
            object=other and f"https://w3id.org/relgraph/id/x/{other}-b", evidence=Evidence(text=TEXT, start=0, end=9),
        )  # fmt: skip
    release = Release(id="r", title="A", text=TEXT, language="de", date="2020")
    lines = nquads([Extraction(release=release, entities=tuple(ends), relations=tuple(relations.values()))])
    broken = {one.focus for one in check_shapes(lines) if one.severity == "error"}
    for (kind, subject, other, topics), relation in relations.items():
        why = complaint(kind, subject, other, has_object=other is not None, has_topics=bool(topics))
        assert (why is not None) == (relation.id in broken), (kind, subject, other, topics, why)
