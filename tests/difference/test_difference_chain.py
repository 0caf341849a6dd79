"""The chain of changes: patches that make any graph that stood, whatever came and went; damage is told."""

import gzip
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relgraph.difference import chain as module
from relgraph.difference.chain import Chain, Entry, alone, changes_folder, digest_of
from relgraph.difference.pairing import Change, differing
from relgraph.difference.recording import record
from relgraph.errors import QueryError, StoreError
from relgraph.store.embedded import open_embedded
from written import write_store

LINES = st.sampled_from([f'<a:{n}> <a:p> "x\u2028 {n}" .' for n in range(12)])
NONE = {"came": 0, "went": 0, "changed": 0}


def add(chain, new):
    """An entry that makes the graph `new`, without records."""
    number, prev = len(chain.entries) + 1, chain.last.id if chain.last else None
    sign = {Change.CAME: "A", Change.WENT: "D"}
    rows = [f"{sign[change]} {line}\n" for change, line in differing(chain.lines(), sorted(new))]
    entry = Entry(
        number=number, id=f"urn:x:{number}", prev=prev, patch=f"{number}.rdfp.gz", patch_sha256=digest_of(rows),
        records=f"{number}.jsonl.gz", records_sha256=digest_of([]), statements=NONE, releases=NONE, relations=NONE,
        graph_sha256=digest_of(f"{line}\n" for line in sorted(new)), graph_statements=len(new),
    )  # fmt: skip
    chain.add(entry, rows, [])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(graphs=st.lists(st.sets(LINES), min_size=1, max_size=7), most=st.integers(2, 4))
def test_the_patches_make_every_graph_that_stood(graphs, most, tmp_path_factory, monkeypatch):
    monkeypatch.setattr(module, "MOST", most)
    chain = Chain(tmp_path_factory.mktemp("chain"))
    for graph in graphs:
        add(chain, graph)
    again = Chain(chain.folder)
    assert again.entries == chain.entries
    again.verify()
    for number, graph in enumerate(graphs, 1):
        assert list(again.lines(again.entries[:number])) == sorted(graph)


@pytest.fixture
def chain(tmp_path):
    with alone(tmp_path / "changes"):
        made = Chain(tmp_path / "changes")
        add(made, {"<a:s> <a:p> <a:o> ."})
        add(made, {"<a:s> <a:p> <a:n> ."})
    return made


def test_entries_since_one_of_them(chain):
    first, second = chain.entries
    assert chain.since("0") == [first, second]
    assert chain.since("1") == chain.since(first.id) == [second]
    assert chain.since("2") == []
    with pytest.raises(QueryError, match="no number or id of 2 entries"):
        chain.since("3")


def test_the_files_are_those_of_the_entries(chain):
    names = [path.name for path in Chain(changes_folder(chain.folder.with_name("store"))).files()]
    assert names == ["changes.jsonl", "1.rdfp.gz", "1.jsonl.gz", "2.rdfp.gz", "2.jsonl.gz"]
    assert Chain(changes_folder(chain.folder.with_name("another"))).files() == []


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("1.rdfp.gz", gzip.compress(b"A <a:s> <a:p> <a:x> .\n", mtime=0), "is not the file that was written"),
        ("1.rdfp.gz", b"\x1f\x8b", r"1\.rdfp\.gz"),
        ("2.jsonl.gz", b"no gzip", r"2\.jsonl\.gz"),
        ("1.rdfp.gz", None, "is missing"),
        ("changes.jsonl", b"{", "changes.jsonl"),
        ("changes.jsonl", b"{}\n", "changes.jsonl"),
    ],
)
def test_damage_is_told(chain, name, content, why):
    path = chain.folder / name
    path.unlink() if content is None else path.write_bytes(content)
    with pytest.raises(StoreError, match=why) as told:
        Chain(chain.folder).verify()
    assert f"remove {chain.folder}" in str(told.value)


@pytest.mark.parametrize("name", ["../secret.rdfp.gz", "/etc/passwd", "1.rdfp.gz\\u0000", "a.rdfp.gz"])
def test_files_of_other_folders_are_not_read(chain, name):
    index = chain.folder / module.INDEX
    index.write_text(index.read_text().replace(chain.entries[0].patch, name))
    with pytest.raises(StoreError, match=r"changes\.jsonl: names a file"):
        Chain(chain.folder)


def test_an_index_that_is_nested_without_end_is_damaged(chain):
    (chain.folder / module.INDEX).write_text("[" * 100_000)
    with pytest.raises(StoreError, match=r"changes\.jsonl"):
        Chain(chain.folder)


def test_what_does_not_follow_or_make_the_graph_is_told(chain):
    index = chain.folder / "changes.jsonl"
    whole = index.read_text(encoding="utf-8")
    index.write_text(whole.replace('"prev":"urn:x:1"', '"prev":"urn:x:0"'), encoding="utf-8")
    with pytest.raises(StoreError, match="follows urn:x:0, not urn:x:1"):
        Chain(chain.folder).verify()
    index.write_text(whole.replace(chain.last.graph_sha256, "0" * 64), encoding="utf-8")
    with pytest.raises(StoreError, match="do not make the graph"):
        Chain(chain.folder).verify()


def test_a_folder_that_cannot_be_is_told(tmp_path):
    (tmp_path / "changes").write_text("", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be written"), alone(tmp_path / "changes"):
        pass


def test_a_store_that_walks_about_is_followed(tmp_path):
    """States of a store at random, with nothing recorded now and then: a walk that another run takes too."""
    draw = random.Random(7)
    things = [f'<https://w3id.org/relgraph/id/x/{n}> <a:p> "x\u2028{n}" .' for n in range(8)]
    store = tmp_path / "store"
    recorded = 0
    for step in range(7):
        write_store(store, draw.sample(things, draw.randint(0, 8)))
        if step % 3 != 1:  # else: killed in between
            recorded += record(store) is not None
            assert record(store) is None
            with open_embedded(store) as opened:
                assert list(Chain(changes_folder(store)).lines()) == list(opened.dump())
    chain = Chain(changes_folder(store))
    chain.verify()
    assert len(chain.entries) == recorded > 3
