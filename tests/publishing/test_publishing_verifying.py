"""Verification finds every change of a sentence, place, digest or text, in every format; and nothing in a good file."""

import csv
import io
import json
import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relgraph.errors import StoreError
from relgraph.publishing.claims import claims
from relgraph.publishing.proving import faults
from relgraph.publishing.telling import plain, tell
from relgraph.publishing.verifying import texts_of, verify
from relgraph.vocabulary import ID, ONTOLOGY, PREFIXES, RelationType

OA, SCHEMA = PREFIXES["oa"], PREFIXES["schema"]
TEXTS = (OA + "exact", OA + "prefix", OA + "suffix", SCHEMA + "articleBody", SCHEMA + "sha256")
PLACES = (OA + "start", OA + "end")
LINKS = (ONTOLOGY + "evidence", OA + "hasSource", OA + "hasSelector")
FILES = ("relgraph.ttl", "relgraph.trig", "relgraph.nq", "relgraph.rdf", "relgraph.jsonld", "relations.csv")


@pytest.fixture(scope="module")
def texts(releases):
    return texts_of([releases])


@pytest.fixture(scope="module")
def quads(built):
    return list(ox.parse(path=str(built / "export" / "relgraph.nq"), format=ox.RdfFormat.N_QUADS))


@pytest.fixture(scope="module")
def scratch(tmp_path_factory):
    return tmp_path_factory.mktemp("scratch")


def found(path, texts):
    return faults(claims(path), texts)


@pytest.mark.parametrize("name", FILES)
def test_an_export_as_built_holds(built, texts, name):
    path = built / "export" / name
    verified = verify(path, texts)
    assert verified.good
    (file,) = verified.files
    assert (file.relations, file.releases) == (claims(built / "export" / "relgraph.nq").relations, 2)
    assert file.relations >= file.sentences > 1


def test_n_triples_hold_too(built, texts, scratch, quads):
    path = scratch / "relgraph.nt"
    path.write_bytes(ox.serialize([quad.triple for quad in quads], format=ox.RdfFormat.N_TRIPLES))
    assert not found(path, texts)


@st.composite
def other_text(draw, text):
    """A text that one character makes another one."""
    place = draw(st.integers(0, len(text)))
    character = draw(st.characters(codec="utf-8", exclude_categories=("Cs",)))
    return draw(
        st.sampled_from(
            [
                text[:place] + character + text[place:],
                text[:place] + text[place + 1 :],
                text[:place] + character + text[place + 1 :],
            ]
        ).filter(lambda changed: changed != text)
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_changed_value_is_found(quads, texts, scratch, data):
    places = [n for n, quad in enumerate(quads) if quad.predicate.value in (*TEXTS, *PLACES)]
    number = data.draw(st.sampled_from(places))
    old = quads[number].object
    if quads[number].predicate.value in PLACES:
        value = data.draw(st.integers(-5, 10_000).map(str).filter(lambda text: text != old.value))
        new = ox.Literal(value, datatype=old.datatype)
    else:
        new = ox.Literal(data.draw(other_text(old.value)), language=old.language)
    changed = ox.Quad(quads[number].subject, quads[number].predicate, new, quads[number].graph_name)
    path = scratch / data.draw(st.sampled_from(["changed.nq", "changed.trig", "changed.jsonld"]))
    format_ = ox.RdfFormat.from_extension(path.suffix[1:])
    path.write_bytes(ox.serialize([*quads[:number], changed, *quads[number + 1 :]], format=format_))
    assert found(path, texts)


def test_any_statement_of_a_proof_that_is_gone_is_found(quads, texts, scratch):
    path = scratch / "gone.nq"
    proof = (*LINKS, *PLACES, OA + "exact", SCHEMA + "sha256")
    numbers = [n for n, quad in enumerate(quads) if quad.predicate.value in proof]
    for number in {next(n for n in numbers if quads[n].predicate.value == name) for name in proof}:
        path.write_bytes(ox.serialize(quads[:number] + quads[number + 1 :], format=ox.RdfFormat.N_QUADS))
        assert found(path, texts), quads[number]


def test_a_relation_that_only_a_tie_still_names_is_found(quads, texts, scratch):
    summed = next(quad.object for quad in quads if quad.predicate.value == ONTOLOGY + "sums")
    path = scratch / "summed.nq"
    path.write_bytes(ox.serialize([q for q in quads if q.subject != summed], format=ox.RdfFormat.N_QUADS))
    assert ("bare", summed.value) in [(fault.kind, fault.about) for fault in found(path, texts)]


def test_a_direct_statement_that_no_relation_bears_out_is_found(quads, texts, scratch):
    direct = {ONTOLOGY + kind.direct_property for kind in RelationType}
    said = [quad for quad in quads if quad.predicate.value in direct]
    assert len({quad.predicate for quad in said}) > 2
    path = scratch / "unfounded.nq"
    invented = ox.Quad(said[0].subject, said[0].predicate, ox.NamedNode(f"{ID}country/XX"))
    path.write_bytes(ox.serialize([*quads, invented], format=ox.RdfFormat.N_QUADS))
    (fault,) = found(path, texts)
    assert (fault.kind, fault.about) == ("unfounded", invented.subject.value)
    # Nor one whose relations no longer hold, have other ends, or are of another type
    for name, other in ((ONTOLOGY + "status", ONTOLOGY + "ended"), (ONTOLOGY + "subject", f"{ID}country/XX")):
        changed = [
            ox.Quad(q.subject, q.predicate, ox.NamedNode(other), q.graph_name) if q.predicate.value == name else q
            for q in quads
        ]
        path.write_bytes(ox.serialize(changed, format=ox.RdfFormat.N_QUADS))
        assert {fault.about for fault in found(path, texts) if fault.kind == "unfounded"} == {
            q.subject.value for q in said
        }


def test_evidence_of_another_release_is_found(quads, texts, scratch):
    first, last = (quad for quad in (min(links(quads), key=str), max(links(quads), key=str)))
    assert first.graph_name != last.graph_name
    path = scratch / "elsewhere.nq"
    changed = [ox.Quad(q.subject, q.predicate, last.object, q.graph_name) if q == first else q for q in quads]
    path.write_bytes(ox.serialize(changed, format=ox.RdfFormat.N_QUADS))
    assert [(fault.kind, fault.about) for fault in found(path, texts)] == [("elsewhere", first.subject.value)]


def links(quads):
    return [quad for quad in quads if quad.predicate.value == ONTOLOGY + "evidence"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_changed_cell_of_a_proof_is_found(built, texts, scratch, data):
    rows = list(csv.DictReader(io.StringIO((built / "export" / "relations.csv").read_text(encoding="utf-8"))))
    row = data.draw(st.sampled_from(rows))
    column = data.draw(st.sampled_from(["sentence", "start", "end", "release", "release_sha256"]))
    # A table ends its lines in one way only
    row[column] = data.draw(other_text(row[column]).filter(lambda text: "\r" not in text and "\0" not in text))
    path = scratch / "changed.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    assert found(path, texts)


def test_a_changed_or_missing_release_is_found(built, releases, tmp_path):
    copied = tmp_path / "releases"
    shutil.copytree(releases, copied)
    text = (copied / "robotik.md").read_text(encoding="utf-8")
    (copied / "robotik.md").write_text(text.replace("seit 1989", "seit 1990"), encoding="utf-8")
    (copied / "halbleiter.md").unlink()
    kinds = {(fault.kind, fault.release) for fault in found(built / "export" / "relgraph.nq", texts_of([copied]))}
    assert kinds == {
        ("digest", "bw-2023-05-04-robotik"), ("text", "bw-2023-05-04-robotik"), ("sentence", "bw-2023-05-04-robotik"),
        ("context", "bw-2023-05-04-robotik"), ("unknown", "bw-2024-02-01-halbleiter"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.n3", "", "is no file of RDF"),
        ("a.ttl", "<a", "is malformed"),
        ("a.nq", None, "cannot be read"),
        ("a.csv", None, "cannot be read"),
        ("a.csv", "relation,sentence\n", "lacks, or repeats, start, end, release, release_sha256"),
        ("b.csv", "relation,sentence,start,end,release,release_sha256\na,b\n", "line 2: 2 cells under 6 columns"),
        ("c.csv", b"\xff\n", "is no UTF-8"),
        ("d.csv", 'relation,sentence,start,end,release,release_sha256\n"a', "line 2: unexpected end of data"),
    ],
)
def test_what_cannot_be_read_is_one_clear_error(tmp_path, name, content, message):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(StoreError, match=message) as error:
        verify(path, {})
    assert str(path) in str(error.value)


def test_each_fault_is_told_on_one_line_in_both_languages(built, texts, tmp_path):
    path = tmp_path / "relations.csv"
    table = (built / "export" / "relations.csv").read_text(encoding="utf-8")
    path.write_text(table.replace("Japan ist bei der Robotik", "Japan ist\t bei der Robotik"), encoding="utf-8")
    verified = verify(path, texts)
    for language, words in (("de", "steht"), ("en", "stands")):
        lines = list(tell(verified, language))
        (line,) = [line for line in lines if "Robotik" in line]
        assert line.startswith("relations.csv relation/bw-2023-05-04-robotik/")
        assert words in line
    (fault,) = plain(verified)["files"][0]["faults"]
    assert fault["fault"] == "sentence"
    assert "\t" in fault["told"]
    assert "\t" not in fault["found"]


def test_the_command_says_so_by_its_status(run, built, releases, tmp_path):
    good = built / "export" / "relgraph.ttl"
    done = run("verify", good, "--releases", releases, "--lang", "en")
    assert (done.status, "Every sentence stands" in done.out, "Not proven" in done.out) == (0, True, True)
    changed = tmp_path / "relgraph.ttl"
    changed.write_text(good.read_text(encoding="utf-8").replace("oa:start 0", "oa:start 1"), encoding="utf-8")
    done = run("verify", changed, "--releases", releases, "--format", "json")
    assert done.status == 1
    told = json.loads(done.out)
    assert told["good"] is False
    assert {fault["fault"] for fault in told["files"][0]["faults"]} == {"sentence"}
    assert run("verify", good, "--releases", Path("/nowhere")).status == 1
    assert run("verify", good).status == 2
