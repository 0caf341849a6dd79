"""docs/ontology.md says what the ontology and the code say."""

import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Dataset, Namespace

from relgraph import iris
from relgraph.documenting.pages import HERE
from relgraph.documenting.pages import short as name
from relgraph.documenting.terms import mapped
from relgraph.graph.checks import checks
from relgraph.graph.ontology import read_turtle
from relgraph.graph.quads import nquads
from relgraph.model import Entity, Evidence, Extraction, Mention, Relation, Release
from relgraph.resources import folder, read_words
from relgraph.vocabulary import ONTOLOGY, PREFIXES, EntityType

# rdflib warns of what its own readers do
pytestmark = pytest.mark.filterwarnings(r"ignore:(Dataset|ConjunctiveGraph)\b:DeprecationWarning")

RG = Namespace(ONTOLOGY)
HOW = {
    "below": "below",
    "close": "close to",
    "broad": "narrower than",
    "narrow": "broader than",
    "related": "related to",
}
SCHEMA = Namespace(PREFIXES["schema"])
OWN = read_turtle(folder("ontology") / "relgraph.ttl")
PAGE = (Path(__file__).parents[2] / "docs" / "ontology.md").read_text(encoding="utf-8")


def short(term):
    for prefix, namespace in PREFIXES.items():
        if str(term).startswith(namespace):
            return f"`{prefix}:{str(term).removeprefix(namespace)}`"
    raise AssertionError(f"no prefix for {term}")


def listed(term, *predicates):
    return ", ".join(sorted(short(value) for predicate in predicates for value in OWN.objects(term, predicate))) or "–"


def labels(term):
    texts = {text.language: str(text) for text in OWN.objects(term, RDFS.label)}
    return f"{texts['de']} | {texts['en']}"


def class_rows():
    for term in sorted(OWN.subjects(RDF.type, OWL.Class)):
        if str(term).startswith(ONTOLOGY):
            yield f"| {short(term)} | {labels(term)} | {listed(term, RDFS.subClassOf)} |"


def property_rows():
    direct = set(OWN.objects(None, RG.directProperty))
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    for term in sorted({term for kind in kinds for term in OWN.subjects(RDF.type, kind)} - direct):
        if str(term).startswith(ONTOLOGY):
            ends = [listed(term, RDFS[end], SCHEMA[f"{end}Includes"]) for end in ("domain", "range")]
            yield f"| {short(term)} | {labels(term)} | {' | '.join(ends)} |"


def direct_rows():
    for kind, term in sorted(OWN.subject_objects(RG.directProperty)):
        ways = "both ways" if (term, RDF.type, OWL.SymmetricProperty) in OWN else "one way"
        ends = listed(term, RDFS.range, SCHEMA.rangeIncludes)
        yield f"| {short(kind)} | {short(term)} | {labels(term)} | {ends} | {ways} |"


def mapping_rows():
    reasons = read_words(HERE / "mappings.yaml")
    for one in mapped(OWN):
        others = ", ".join(f"`{name(other)}`" for other in one.others)
        yield f"| `rg:{one.name}` | {HOW[one.how]} | {others} | {reasons[one.key]['en']} |"


def check_rows():
    for check in checks():
        yield f"| `{check.rule}` | {check.severity} | {check.sentence} |"


@pytest.mark.parametrize("rows", [class_rows, property_rows, direct_rows, mapping_rows, check_rows])
def test_a_table_is_whole_and_in_order(rows):
    """To renew a table, print what the function of its rows yields."""
    assert "\n" + "\n".join(rows()) + "\n\n" in PAGE


def test_no_row_is_left_of_a_term_that_is_gone():
    rows = [line for line in PAGE.splitlines() if line.startswith("| `")]
    assert rows == [*class_rows(), *property_rows(), *direct_rows(), *mapping_rows(), *check_rows()]


def test_the_example_is_what_the_code_writes():
    sentence = "Japan ist bei der Robotik führend."
    japan = iris.entity(EntityType.COUNTRY, "JP")
    release = Release(
        id="bw-2023-05-04-robotik",
        title="Gespräche über Robotik",
        date="2023-05-04",
        publisher="Staatsministerium Baden-Württemberg",
        url="https://example.org/robotik",
        text=f"Ein Gespräch. {sentence}",
    )
    relation = Relation(
        id=iris.relation(release.id, "strength", japan, None),
        type="strength",
        subject=japan,
        topics=("robotics",),
        rule="strength/fuehrend",
        confidence=0.93,
        evidence=Evidence(text=sentence, start=14, end=48),
    )
    name = Mention(text="Japan", start=14, end=19)
    entity = Entity(id=japan, type="Country", name="Japan", name_en="Japan", code="JP", mentions=(name,))
    written, shown = Dataset(), Dataset()
    lines = nquads([Extraction(release=release, entities=(entity,), relations=(relation,))])
    written.parse(data="\n".join(lines), format="nquads")
    (example,) = re.findall(r"```trig\n(.*?)```", PAGE, flags=re.DOTALL)
    assert (HERE / "example.trig").read_text(encoding="utf-8") == example
    prologue = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    shown.parse(data=f"@base <{PREFIXES['id']}> .\n{prologue}{example}", format="trig")
    assert {quad[:3] for quad in shown.quads()} == {quad[:3] for quad in written.quads()}
    assert {str(quad[3]) for quad in shown.quads()} == {str(quad[3]) for quad in written.quads()}


def test_every_status_and_every_basis_is_named():
    for status in (*OWN.subjects(RDF.type, RG.Status), *OWN.subjects(RDF.type, RG.Basis)):
        assert short(status) in PAGE
        assert str(next(text for text in OWN.objects(status, SKOS.prefLabel) if text.language == "de")) in PAGE
