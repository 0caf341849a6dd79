"""What builds leave in the chain: the same bytes for the same builds, told by releases and relations."""

import hashlib
import json
import shutil

import pytest
import rdflib

from relgraph.build import build
from relgraph.difference.chain import Chain, changes_folder
from relgraph.difference.recording import record
from relgraph.editing.changing import ingest, retract
from relgraph.errors import StoreError
from relgraph.extraction.readers import FirstReader
from relgraph.review.marks import marking_reader
from relgraph.store.graphs import open_graphs


def releases(folder, *texts):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number}.md").write_text(text, encoding="utf-8")
    return [folder]


def content(out):
    return {path.name: path.read_bytes() for path in (out / "changes").iterdir() if path.name not in (".lock", "at")}


def records(chain, number):
    return [json.loads(line) for line in chain.read(chain.entries[number - 1].records)]


@pytest.fixture(scope="module")
def followed(two_builds, texts, tmp_path_factory):
    """A folder with two builds, one after the other."""
    folder = tmp_path_factory.mktemp("followed")
    out = shutil.copytree(two_builds[0], folder / "build")
    first = content(out)
    build(releases(folder / "in", texts["new"], texts["added"]), out)
    second = content(out)
    assert first["changes.jsonl"] == second["changes.jsonl"].splitlines(keepends=True)[0]
    assert first.items() - second.items() == {("changes.jsonl", first["changes.jsonl"])}
    return out


def test_the_last_entry_is_the_graph_of_the_export(followed):
    chain = Chain(changes_folder(followed / "store"))
    nquads = (followed / "export" / "relgraph.nq").read_bytes()
    assert chain.last.graph_sha256 == hashlib.sha256(nquads).hexdigest()
    assert "".join(f"{line}\n" for line in chain.lines()).encode() == nquads
    assert chain.last.graph_statements == nquads.count(b"\n")
    chain.verify()


def test_patches_apply_one_after_the_other(followed, apply):
    chain = Chain(changes_folder(followed / "store"))
    held = set()
    for entry in chain.entries:
        held = apply("".join(chain.read(entry.patch)), held)
    assert held == set((followed / "export" / "relgraph.nq").read_text(encoding="utf-8").splitlines())


@pytest.mark.filterwarnings("ignore:Dataset.default_context")  # of rdflib's own making
def test_a_reader_of_patches_that_nobody_here_wrote_makes_the_same_graph(followed):
    chain = Chain(changes_folder(followed / "store"))
    made, wanted = rdflib.Dataset(), rdflib.Dataset()
    made.parse(data="".join(chain.patches(chain.entries)), format="patch")
    wanted.parse(followed / "export" / "relgraph.nq", format="nquads")
    assert set(made.quads()) == set(wanted.quads())


def test_releases_and_relations_are_told(followed):
    chain = Chain(changes_folder(followed / "store"))
    assert [entry.releases for entry in chain.entries] == [
        {"came": 1, "went": 0, "changed": 0},
        {"came": 1, "went": 0, "changed": 1},
    ]
    first, second = records(chain, 1), records(chain, 2)
    assert {record["entry"] for record in first} == {1}
    assert [record["change"] for record in first if record["kind"] == "release"] == ["came"]
    told = {(r["change"], r["type"], r["subject_label"], r.get("object_label")): r for r in second if "type" in r}
    visit = told["changed", "visit", "Winfried Kretschmann", "Südkorea"]
    assert {"field": "status", "old": ["planned"], "new": ["concluded"]} in visit["changes"]
    gone = told["went", "cooperation", "Baden-Württemberg", "Südkorea"]
    assert gone["sentence"] == "Baden-Württemberg arbeitet mit Südkorea in der Forschung zusammen."
    assert ("came", "cooperation", "Baden-Württemberg", "Frankreich") in told
    came = told["came", "partnership", "Baden-Württemberg", "Kanagawa"]
    assert (came["release"], came["status"]) == ("bw-2024-05-01-kanagawa", "active")
    assert chain.entries[1].relations == {
        change: sum(record["change"] == change for record in told.values()) for change in ("came", "went", "changed")
    }


def test_records_are_those_of_diff(two_builds, followed, run):
    old, new = two_builds
    told = run("diff", old, new, "--format", "jsonl")
    rows = [json.loads(line) for line in told.out.splitlines()]
    wanted = [row for row in rows if row["kind"] in ("release", "relation")]
    chain = Chain(changes_folder(followed / "store"))
    assert [{name: record[name] for name in record if name != "entry"} for record in records(chain, 2)] == wanted


def test_changes_of_a_store_are_recorded_too(followed, texts, tmp_path):
    store = shutil.copytree(followed / "store", tmp_path / "store")
    shutil.copytree(followed / "changes", tmp_path / "changes")
    before = len(Chain(changes_folder(store)).entries)
    retract(["bw-2024-05-01-kanagawa"], store)
    reader = marking_reader(FirstReader(), machine=True)
    paths = releases(tmp_path / "in", texts["added"])
    ingest(paths, store, reader)
    ingest(paths, store, reader)  # unchanged
    chain = Chain(changes_folder(store))
    assert [entry.releases for entry in chain.entries[before:]] == [
        {"came": 0, "went": 1, "changed": 0},
        {"came": 1, "went": 0, "changed": 0},
    ]
    chain.verify()
    (gone,) = [one for one in records(chain, before + 1) if one["kind"] == "relation"]
    assert (gone["subject_label"], gone["object_label"]) == ("Baden-Württemberg", "Kanagawa")
    with open_graphs(str(store)) as graphs:
        assert {line for _, lines in graphs for line in lines} >= set(chain.lines())


def test_a_chain_that_was_lost_begins_anew_and_a_lost_entry_is_made_up_for(followed, tmp_path):
    store = shutil.copytree(followed / "store", tmp_path / "store")
    assert record(store).statements["went"] == 0
    whole = list(Chain(changes_folder(store)).lines())
    shutil.rmtree(tmp_path / "changes")
    shutil.copytree(followed / "changes", tmp_path / "changes")
    index = tmp_path / "changes" / "changes.jsonl"
    index.write_text(index.read_text(encoding="utf-8").splitlines(keepends=True)[0], encoding="utf-8")
    entry = record(store)  # the store was switched, and then the build was killed
    assert entry == Chain(changes_folder(followed / "store")).last
    assert list(Chain(changes_folder(store)).lines()) == whole
    assert record(store) is None
    assert content(tmp_path) == content(followed)


def test_a_damaged_chain_stops_a_build_before_it_writes(followed, texts, tmp_path):
    out = shutil.copytree(followed, tmp_path / "build")
    (out / "changes" / "000001.rdfp.gz").unlink()
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    with pytest.raises(StoreError, match=r"000001\.rdfp\.gz: is missing; remove .*changes to begin"):
        build(releases(tmp_path / "in", texts["old"]), out)
    with pytest.raises(StoreError, match="is missing"):
        retract(["bw-2024-05-01-kanagawa"], out / "store")
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before


def test_the_files_for_a_bundle(followed):
    assert [path.name for path in Chain(changes_folder(followed / "store")).files()] == [
        "changes.jsonl", "000001.rdfp.gz", "000001.jsonl.gz", "000002.rdfp.gz", "000002.jsonl.gz",
    ]  # fmt: skip
