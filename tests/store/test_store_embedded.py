import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from relgraph.errors import QueryError, StoreError
from relgraph.store.embedded import memory_store, open_embedded
from relgraph.store.generations import writing
from relgraph.store.terms import Blank, Iri, Literal
from written import write_store

SHARED = Path(__file__).parents[1] / "shared"
ENVIRONMENT = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, [str(SHARED), os.environ.get("PYTHONPATH")]))}
JAPAN = Iri("https://w3id.org/relgraph/id/country/JP")
WRITER = """
import sys
from pathlib import Path
from written import write_store
lines = [f'<http://a/{number}> <http://a/p> "value {number}" .' for number in range(int(sys.argv[2]))]
print("ready", flush=True)
write_store(Path(sys.argv[1]), lines)
print("done", flush=True)
"""


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_what_is_written_is_read(tmp_path, quads):
    write_store(tmp_path / "store", [*quads, quads[0], ""])
    with open_embedded(tmp_path / "store") as store:
        assert list(store.dump()) == quads
        assert store.location == str(tmp_path / "store")


def test_the_same_quads_give_the_same_generation(tmp_path, quads):
    write_store(tmp_path / "a", quads)
    write_store(tmp_path / "b", reversed(quads))
    assert names(tmp_path / "a") == names(tmp_path / "b")


def test_a_new_generation_replaces_the_old_and_leaves_other_files_alone(tmp_path, quads):
    write_store(tmp_path, quads)
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / ("0" * 32 + ".new")).mkdir()
    write_store(tmp_path, quads[1:])
    with open_embedded(tmp_path) as store:
        assert list(store.dump()) == quads[1:]
    assert len(names(tmp_path)) == 4
    assert {".lock", "CURRENT", "notes.txt"} < set(names(tmp_path))


def test_a_reader_keeps_its_generation_while_another_is_written(tmp_path, quads):
    write_store(tmp_path, quads)
    with open_embedded(tmp_path) as store:
        write_store(tmp_path, quads[1:])
        assert list(store.dump()) == quads


def test_quads_that_cannot_be_read_leave_the_store_as_it_was(tmp_path, quads):
    write_store(tmp_path, quads)
    with pytest.raises(StoreError, match="no N-Quads"):
        write_store(tmp_path, [*quads, "<relative> <http://a/p> 1 ."])
    with open_embedded(tmp_path) as store:
        assert list(store.dump()) == quads
    write_store(tmp_path, quads)
    assert len(names(tmp_path)) == 3


def test_only_one_writes(tmp_path, quads):
    with writing(tmp_path), pytest.raises(StoreError, match="another build or update is writing this store"):
        write_store(tmp_path, quads)
    write_store(tmp_path, quads)


def test_a_folder_that_cannot_be_made_is_said(tmp_path, quads):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be written: Not a directory"):
        write_store(tmp_path / "file" / "store", quads)


@pytest.mark.parametrize("delay", [0, 0.05, 0.1, 0.2, 0.4])
def test_a_killed_writer_leaves_the_previous_store_whole(tmp_path, quads, delay):
    write_store(tmp_path, quads)
    command = [sys.executable, "-c", WRITER, tmp_path, "60000"]
    with subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE) as writer:
        assert writer.stdout.readline() == b"ready\n"
        try:
            writer.wait(delay)
        except subprocess.TimeoutExpired:
            os.kill(writer.pid, signal.SIGKILL)
        finished = writer.stdout.read() == b"done\n"
    with open_embedded(tmp_path) as store:
        count = int(str(store.select("SELECT (COUNT(*) AS ?n) { ?s <http://a/p> ?o }").rows[0][0]))
        assert count in ({60_000} if finished else {0, 60_000})
        assert count or list(store.dump()) == quads
    write_store(tmp_path, quads[1:])
    assert len(names(tmp_path)) == 3


# STOPPED ends the writer at each call that changes the disk, which no timing could hit for certain
READER = """
import json, sys
from relgraph.store.opening import open_store
print(json.dumps(list(open_store(sys.argv[1]).dump())))
"""
STOPPED = """
import os, signal, sys
from pathlib import Path
wanted, seen = int(sys.argv[2]), 0
def stop(event, args):
    global seen
    changes = ("open", "os.rename", "shutil.rmtree", "os.mkdir", "os.rmdir", "os.remove")
    if event in changes and sys.argv[1] in str(args[0]):
        seen += 1
        if seen == wanted:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(stop)
from written import write_store
write_store(Path(sys.argv[1]), ['<http://a/new> <http://a/p> "new" .'])
"""


def test_wherever_the_writer_is_killed_the_store_is_one_or_the_other(tmp_path, quads):
    outcomes = []
    for step in range(1, 200):
        folder = tmp_path / str(step)
        write_store(folder, quads)
        writer = subprocess.run([sys.executable, "-c", STOPPED, folder, str(step)], env=ENVIRONMENT, check=False)
        with open_embedded(folder) as store:
            outcomes.append(list(store.dump()) == quads)
            assert outcomes[-1] or list(store.dump()) == ['<http://a/new> <http://a/p> "new" .']
        if writer.returncode == 0:
            break
        assert writer.returncode == -signal.SIGKILL
    assert outcomes[0]
    assert outcomes[-1] is False
    assert outcomes == sorted(outcomes, reverse=True)
    assert len(outcomes) > 5


@pytest.mark.parametrize("room", [100, 3_000, 8_000, 20_000])
def test_a_full_disk_leaves_the_store_as_it_was_and_nothing_beside_it(tmp_path, quads, room):
    """No file may become longer than so many bytes, which an engine and we notice as we do a full disk."""
    write_store(tmp_path, quads)
    before = names(tmp_path)
    program = f"""
import resource, signal
from pathlib import Path
from relgraph.errors import StoreError
from written import write_store
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}))
lines = [f"<http://a/{{n}}> <http://a/p> <http://a/o> ." for n in range(1_000)]
try:
    write_store(Path({str(tmp_path)!r}), lines)
except StoreError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", program], env=ENVIRONMENT, capture_output=True, text=True, check=True)
    assert "cannot be written" in done.stdout
    assert done.stdout.count("\n") == 1
    assert names(tmp_path) == before
    assert [*open_embedded(tmp_path).dump()] == sorted(quads)


def test_several_processes_read_at_once(tmp_path, quads):
    write_store(tmp_path, quads)
    readers = [subprocess.Popen([sys.executable, "-c", READER, tmp_path], stdout=subprocess.PIPE) for _ in range(3)]
    with open_embedded(tmp_path) as store:
        for process in readers:
            assert json.loads(process.communicate()[0]) == list(store.dump()) == quads


def test_opening_changes_nothing(tmp_path, quads):
    write_store(tmp_path, quads)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    open_embedded(tmp_path).close()
    assert before == {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}


def missing(folder: Path):
    return folder / "nowhere"


def empty(folder: Path):
    return folder


def a_file(folder: Path):
    (folder / "file").write_text("")
    return folder / "file"


def foreign(folder: Path):
    (folder / "CURRENT").write_text("MANIFEST-000005\n")
    return folder


def binary(folder: Path):
    (folder / "CURRENT").write_bytes(b"\xff\xfe\x00")
    return folder


def outside(folder: Path):
    (folder / "CURRENT").write_text("../../etc\n")
    return folder


def without_generation(folder: Path):
    (folder / "CURRENT").write_text("0" * 32)
    return folder


def emptied(folder: Path):
    (folder / ("0" * 32)).mkdir()
    return without_generation(folder)


def overwritten(folder: Path):
    write_store(folder, ["<http://a/s> <http://a/p> <http://a/o> ."])
    for path in folder.rglob("*.sst"):
        path.write_bytes(b"junk")
    return folder


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (missing, "no store here"),
        (empty, "holds no store"),
        (a_file, "is a file"),
        (foreign, "no store of relgraph"),
        (binary, "no store of relgraph"),
        (outside, "no store of relgraph"),
        (without_generation, "is gone"),
        (emptied, "is damaged"),
        (overwritten, "is damaged"),
    ],
)
def test_what_is_no_store_is_said_in_one_line(tmp_path, make, why):
    folder = make(tmp_path)
    with pytest.raises(StoreError, match=why) as caught:
        open_embedded(folder)
    assert str(caught.value).startswith(f"{folder}: ")
    assert "\n" not in str(caught.value)


def test_a_damaged_store_is_made_anew_from_the_same_quads(tmp_path):
    overwritten(tmp_path)
    write_store(tmp_path, ["<http://a/s> <http://a/p> <http://a/o> ."])
    with open_embedded(tmp_path) as store:
        assert list(store.dump()) == ["<http://a/s> <http://a/p> <http://a/o> ."]


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("SELECT * WHERE {\n ?s ?p ?o \n FOO }", "SPARQL: line 3, column 7: expected"),
        ("SELECT ?x {", "line 1, column 12"),
        ("", "line 1, column 1"),
        ("SELECT ?x { ?x unknown:term ?y }", "line 1"),
    ],
)
def test_a_malformed_query_says_where(quads, query, why):
    with memory_store(quads) as store, pytest.raises(QueryError, match=why) as caught:
        store.query(query)
    assert len(str(caught.value)) < 250


def test_values_are_bound_and_never_pasted(quads):
    query = "SELECT ?name ?entity { ?entity rdfs:label ?name }"
    with memory_store(quads) as store:
        assert store.select(query, {"name": Literal("Japan", language="de")}).rows == [
            (Literal("Japan", language="de"), JAPAN)
        ]
        assert store.select(query, {"name": Literal('" } ?s ?p ?o { "')}).rows == []
        assert store.select(query, {"entity": JAPAN}).rows == [(Literal("Japan", language="de"), JAPAN)]


def test_a_value_that_cannot_be_bound_is_said(quads):
    with memory_store(quads) as store, pytest.raises(QueryError, match="cannot be a parameter"):
        store.select("SELECT ?name { ?entity rdfs:label ?name }", {"name": Blank("b")})


def test_each_form_of_query_has_its_answer(quads):
    with memory_store(quads) as store:
        assert store.ask("ASK { ?s rdfs:label 'Japan'@de }") is True
        assert store.construct("CONSTRUCT { ?s rdfs:label ?l } WHERE { ?s rdfs:label ?l }") == [
            line for line in quads if "label" in line
        ]
        assert store.select("SELECT ?d { GRAPH ?g { ?s dcterms:issued ?d } }").rows == [
            (Literal("2014-11-20", "http://www.w3.org/2001/XMLSchema#date"),)
        ]
        for method, query in [(store.ask, "SELECT * {}"), (store.select, "ASK {}"), (store.construct, "ASK {}")]:
            with pytest.raises(QueryError, match="is needed here"):
                method(query)


def test_the_default_graph_is_no_union_of_graphs(quads):
    with memory_store(quads) as store:
        assert store.ask("ASK { ?s dcterms:issued ?date }") is False


def test_nodes_without_a_name_and_unbound_cells_come_through():
    with memory_store(["_:list <http://a/p> <http://a/o> ."]) as store:
        ((node, nothing),) = store.select("SELECT ?s ?x { ?s ?p ?o }").rows
        assert isinstance(node, Blank)
        assert nothing is None


def test_a_closed_store_says_so(quads):
    store = memory_store(quads)
    store.close()
    with pytest.raises(StoreError, match="is closed"):
        store.ask("ASK {}")


def test_rows_as_text_are_those_of_the_table():
    mixed = [
        '<http://a/s> <http://a/p> "Japan"@de .',
        '<http://a/s> <http://a/p> "2"^^<http://www.w3.org/2001/XMLSchema#integer> .',
        "<http://a/s> <http://a/p> <http://a/o> .",
        "<http://a/s> <http://a/p> _:nameless .",
    ]
    question = "SELECT ?s ?o ?none { ?s ?p ?o } ORDER BY ?o"
    with memory_store(mixed) as store:
        assert list(store.rows(question)) == list(store.select(question).dicts())
        assert len(list(store.rows(question))) == len(mixed)


@pytest.mark.parametrize("question", ["ASK {}", "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "DELETE WHERE { ?s ?p ?o }"])
def test_what_is_no_select_has_no_rows(question):
    with memory_store([]) as store, pytest.raises(QueryError):
        store.rows(question)


def test_rows_after_the_first_are_counted_up_to_a_bound():
    lines = [f"<http://a/{number}> <http://a/p> <http://a/o> ." for number in range(10)]
    with memory_store(lines) as store:
        told = [store.query("SELECT ?s { ?s ?p ?o }", most=4, counted=counted) for counted in (None, 3, 6, 7)]
    assert [(len(one.rows), one.total, one.more) for one in told] == [
        (4, 10, False), (4, 7, True), (4, 10, False), (4, 10, False),
    ]  # fmt: skip
