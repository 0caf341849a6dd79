"""A store that is changed release by release holds what a build of the same releases makes."""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relgraph.build import build
from relgraph.checking import check
from relgraph.editing.changing import Did, ingest, retract
from relgraph.editing.telling import asides
from relgraph.errors import CheckError, ReleaseError, StoreError, UnknownName
from relgraph.extraction.readers import FirstReader
from relgraph.graph.ontology import ontology_nquads
from relgraph.graph.quads import nquads
from relgraph.model import Extraction
from relgraph.releases.reader import read_release
from relgraph.review.decisions import Add, Same
from relgraph.review.marks import MarkingReader
from relgraph.shares.file import NAME, Shares
from relgraph.shares.keeping import told_shares
from relgraph.shares.rows import share_of
from relgraph.shares.standing import stand
from relgraph.store.generations import current_generation, writing
from relgraph.store.opening import open_store
from relgraph.vocabulary import EntityType
from written import write_store

HEAD = "---\nid: {id}\ntitle: Meldung {id}\ndate: {date}\npublisher: Amt\nregion: Baden-Württemberg\n---\n\n"
# They share places, a firm under two spellings, ties of the same kind, and the region that one of them never names
TEXTS = {
    "bw-2019-a": "Baden-Württemberg und die Präfektur Kanagawa verbindet seit 1989 eine Partnerschaft.",
    "bw-2020-b": "Das Land arbeitet mit Japan bei Wasserstoff eng zusammen. Die Novatron AG aus Ulm lieferte Roboter.",
    "bw-2021-c": "Baden-Württemberg arbeitet mit Japan zusammen. Die NOVATRON AG eröffnete ein Werk in Kanagawa.",
    "bw-2022-d": "Japan ist bei der Robotik führend. Baden-Württemberg will mit Japan zusammenarbeiten.",
    "bw-2023-e": "Heute scheint die Sonne, und sonst ist nichts geschehen.",
}
IDS = sorted(TEXTS)
REWORDED = "Baden-Württemberg arbeitet mit Südkorea bei Halbleitern zusammen."


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """The file of each release."""
    place = tmp_path_factory.mktemp("files")
    for number, (name, text) in enumerate(TEXTS.items()):
        (place / f"{name}.md").write_text(HEAD.format(id=name, date=f"{2019 + number}-05-01") + text, encoding="utf-8")
    return {name: place / f"{name}.md" for name in TEXTS}


@pytest.fixture(scope="module")
def read(files):
    """What is read out of each release."""
    return {name: FirstReader().read(read_release(path)) for name, path in files.items()}


@pytest.fixture(scope="module")
def built(read, tmp_path_factory):
    """The store of some releases as a build writes it, made once for each set."""
    made: dict[frozenset[str], Path] = {}
    ontology = ontology_nquads()

    def of(names):
        key = frozenset(names)
        if key not in made:
            made[key] = tmp_path_factory.mktemp("built") / "store"
            with writing(made[key]), Shares(made[key]) as shares:
                with shares.change():
                    held = {name: shares.add(share_of(read[name])) for name in sorted(key)}
                stand(made[key], shares, held, lambda store, delta, before: [])
            assert content(made[key]) == sorted({*ontology, *nquads([read[name] for name in key])})
        return made[key]

    return of


def content(store):
    with open_store(store) as opened:
        return [*opened.dump()]


def whole(store):
    """All that a store consists of: its name, its quads and what each release has brought."""
    with told_shares(store) as texts:
        return current_generation(store).name, content(store), dict(texts)


def copied(store, tmp_path):
    shutil.copytree(store, tmp_path / "store")
    return tmp_path / "store"


def reader(*decisions):
    return MarkingReader(FirstReader(), {}, decisions)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.sets(st.sampled_from(IDS), min_size=2), data=st.data())
def test_putting_in_and_taking_out_equals_building(built, files, tmp_path_factory, names, data):
    one = data.draw(st.sampled_from(sorted(names)))
    place = tmp_path_factory.mktemp("changed")
    full, rest = built(names), built(names - {one})
    store = copied(full, place)
    assert retract([one], store).releases == len(names) - 1
    assert whole(store) == whole(rest)
    changed = ingest([files[one]], store, reader())
    assert [share.did for share in changed.shares] == [Did.ADDED]
    assert whole(store) == whole(full)


def test_the_stores_compared_with_are_those_of_a_build(built, files, tmp_path):
    build([files[name] for name in IDS[1:]], tmp_path)
    assert whole(built(IDS[1:])) == whole(tmp_path / "store")


def test_several_at_once_equal_one_after_the_other(built, files, tmp_path):
    store = copied(built(IDS), tmp_path)
    retract(IDS[:3], store)
    assert whole(store) == whole(built(IDS[3:]))
    ingest([files[name] for name in IDS[:3]], store, reader())
    assert whole(store) == whole(built(IDS))


def test_a_release_that_is_there_is_replaced_and_the_others_stay(built, files, tmp_path):
    store = copied(built(IDS), tmp_path)
    path = tmp_path / "bw-2020-b.md"
    path.write_text(HEAD.format(id="bw-2020-b", date="2020-05-01") + REWORDED, encoding="utf-8")
    (share,) = ingest([path], store, reader()).shares
    assert (share.did, share.release) == (Did.REPLACED, "bw-2020-b")
    build([*(files[name] for name in IDS if name != "bw-2020-b"), path], tmp_path / "anew", machine=True)
    assert whole(store) == whole(tmp_path / "anew" / "store")
    graph = "<https://w3id.org/relgraph/id/release/"
    before, after = content(built(IDS)), content(store)
    for name in set(IDS) - {"bw-2020-b"}:
        own = f"{graph}{name}> ."
        assert [line for line in before if line.endswith(own)] == [line for line in after if line.endswith(own)]
    with open_store(store) as opened:
        assert [one for one in check(opened) if one.severity == "error"] == []


def test_a_release_that_has_not_changed_changes_nothing(built, files, tmp_path):
    store = copied(built(IDS), tmp_path)
    before = (store / "CURRENT").stat().st_mtime_ns
    (share,) = ingest([files["bw-2020-b"]], store, reader()).shares
    assert share.did is Did.UNCHANGED
    assert (store / "CURRENT").stat().st_mtime_ns == before


def test_decisions_count_for_what_is_put_in_as_they_do_in_a_build(built, files, tmp_path):
    same = Same(by="Eva", date="2026-11-27", entity={"name": "Kanagawa", "type": "Region"}, other="Tokio")
    rest = built([name for name in IDS if name != "bw-2019-a"])
    store = copied(rest, tmp_path)
    changed = ingest([files["bw-2019-a"]], store, reader(same))
    assert (changed.marked.decided, changed.marked.unfit) == (1, ())
    assert changed.shares[0].basis["machine"] == changed.shares[0].relations
    assert any("Tokio" in line for line in content(store))


def test_work_of_people_that_a_replacement_lacks_is_told(built, files, tmp_path):
    store = copied(built(IDS), tmp_path)
    sentence = "Die Novatron AG aus Ulm lieferte Roboter."
    said = {"type": "trade", "subject": {"name": "Novatron AG", "type": "Company"}, "object": "Japan"}
    added = Add(by="Eva", date="2026-11-27", release="bw-2020-b", sentence=sentence, relation=said)
    told = [*asides(ingest([files["bw-2020-b"]], store, reader(added)), "en")]
    assert not any("before" in line for line in told)
    told = [*asides(ingest([files["bw-2020-b"]], store, reader()), "en")]
    assert told[0].startswith("bw-2020-b: relations reviewed: 1 before, 0 now; ingest with --decisions")


def test_counts_are_those_of_what_the_store_holds(built, files, tmp_path):
    store = copied(built(IDS), tmp_path)
    changed = retract(["bw-2019-a"], store)
    assert (changed.releases, changed.shares[0].did) == (4, Did.RETRACTED)
    assert changed.shares[0].relations == 1
    with open_store(store) as opened:
        relations = "SELECT ?r WHERE { GRAPH ?g { ?r a rg:Relation } }"
        assert len(opened.select(relations).rows) == changed.relations
        assert len(opened.select(relations.replace("Relation", "Evidence")).rows) == changed.sentences


def test_all_can_be_taken_out(built, tmp_path):
    store = copied(built(IDS[:2]), tmp_path)
    assert retract(IDS[:2], store).relations == 0
    assert not [line for line in content(store) if "w3id.org/relgraph/id/" in line]


@pytest.mark.parametrize("form", ["{}", "https://w3id.org/relgraph/id/release/{}", "release/{}"])
def test_a_release_is_named_by_its_id_or_its_iri(built, tmp_path, form):
    store = copied(built(IDS), tmp_path)
    named = [form.format("bw-2019-a"), "bw-2019-a"]  # twice is once
    assert [share.release for share in retract(named, store).shares] == ["bw-2019-a"]


@pytest.mark.parametrize(
    ("spoil", "error", "why"),
    [
        (lambda store, files: retract(["bw-2019-a", "bw-2019-x"], store), UnknownName, "did you mean bw-2019-a"),
        (lambda store, files: ingest([store / "nothing.md"], store, reader()), ReleaseError, "nothing"),
        (lambda store, files: ingest([*files.values(), store.parent / "twin.md"], store, reader()), ReleaseError,
         "id bw-2019-a was already read"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_told_and_leaves_the_store_as_it_was(built, files, tmp_path, spoil, error, why):
    shutil.copy(files["bw-2019-a"], tmp_path / "twin.md")
    store = copied(built(IDS), tmp_path)
    before = whole(store)
    with pytest.raises(error, match=why):
        spoil(store, files)
    assert whole(store) == before


class Wrong(FirstReader):
    """A reader that says of an event that it is a partner."""

    def read(self, release):
        read = super().read(release)
        kinds = [one.model_copy(update={"type": EntityType.EVENT}) for one in read.entities]
        return Extraction.model_construct(release=release, entities=tuple(kinds), relations=read.relations)


def test_what_breaks_a_rule_is_not_put_in(built, files, tmp_path):
    store = copied(built(IDS[4:]), tmp_path)
    before = whole(store)
    with pytest.raises(CheckError):
        ingest([files["bw-2019-a"]], store, MarkingReader(Wrong(), {}))
    assert whole(store) == before


@pytest.mark.parametrize("change", ["ingest", "retract"])
def test_stores_that_cannot_be_changed_say_so(built, files, tmp_path, change):
    def attempt(store):
        if change == "retract":
            retract(["bw-2019-a"], store)
        else:
            ingest([files["bw-2019-a"]], store, reader())

    with pytest.raises(StoreError, match=r"ftp://127\.0\.0\.1/query: is neither a folder nor"):
        attempt("ftp://127.0.0.1/query")
    with pytest.raises(StoreError, match="no store here"):
        attempt(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()
    write_store(tmp_path / "bare", content(built(IDS)))
    with pytest.raises(
        StoreError, match=r"does not tell what each release has brought, as after a change by .*`relgraph build`"
    ):
        attempt(tmp_path / "bare")
    store = copied(built(IDS), tmp_path)
    with (store / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(StoreError, match="another build or update is writing this store"):
            attempt(store)
    shares = store / NAME
    for spoilt in (b"no database at all, but longer than its head is" * 9, shares.read_bytes()[:-9_000]):
        shares.write_bytes(spoilt)
        with pytest.raises(StoreError, match="is damaged"):
            attempt(store)


@pytest.mark.parametrize("moment", range(8))
def test_a_killed_change_leaves_the_old_store_or_the_new(built, tmp_path, moment):
    """Killed at each file that the change opens for writing, renames or removes, and once at its very end."""
    store = copied(built(IDS), tmp_path)
    old, new = whole(built(IDS)), whole(built(IDS[1:]))
    program = f"""
import os, signal, sys
from relgraph.editing.changing import retract
left = {moment}
def hook(event, args):
    global left
    if event in ("os.rename", "os.remove", "shutil.rmtree") or (event == "open" and args[1] in ("w", "wb", "xb")):
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
retract([{IDS[0]!r}], {str(store)!r})
"""
    done = subprocess.run([sys.executable, "-c", program], env=os.environ, capture_output=True, check=False)
    assert done.returncode in (0, -signal.SIGKILL), done.stderr.decode()
    found = content(store)
    assert found in (old[1], new[1])
    if found == old[1]:  # what was left behind is in nobody's way
        retract([IDS[0]], store)
    else:
        shutil.rmtree(tmp_path / "again", ignore_errors=True)
        with pytest.raises(UnknownName):
            retract([IDS[0]], store)
    assert content(store) == new[1]
