import os
import signal
import subprocess
import sys
import time
from threading import Thread

import pytest

from relgraph.errors import QueryError, StoreError
from relgraph.store.embedded import open_embedded
from relgraph.store.generations import current_generation, writing
from relgraph.store.updating import Sent, drop_graph, put_graph, tidy_up, update
from written import write_store

QUADS = ["<http://a/s> <http://a/p> <http://a/o> .", "<http://a/s> <http://a/p> <http://a/o> <http://a/g> ."]
INSERT = "INSERT DATA {{ <http://a/{}> <http://a/p> 'x' }}"


@pytest.fixture
def folder(tmp_path):
    write_store(tmp_path / "store", QUADS)
    return tmp_path / "store"


def held(folder):
    with open_embedded(folder) as store:
        return list(store.dump())


def there(folder):
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def sent(tmp_path, text, format_="ttl"):
    (tmp_path / "sent").write_text(text, encoding="utf-8")
    return [Sent(str(tmp_path / "sent"), format_, "http://a/base")]


def test_an_update_makes_the_next_generation_and_leaves_the_one_that_others_may_be_reading(folder):
    before = current_generation(folder)
    update(folder, INSERT.format("t"), None, None)
    after = current_generation(folder)
    assert len(held(folder)) == 3
    assert before != after
    assert there(folder) == sorted(["CURRENT", before.name, after.name])
    update(folder, INSERT.format("u"), None, None)
    assert there(folder) == sorted(["CURRENT", after.name, current_generation(folder).name])


def test_the_same_update_of_the_same_store_makes_the_same_generation(tmp_path):
    names = []
    for name in "ab":
        write_store(tmp_path / name, QUADS)
        update(tmp_path / name, INSERT.format("t"), None, None)
        names.append(current_generation(tmp_path / name).name)
    assert names[0] == names[1]


def test_who_has_it_open_reads_on(folder):
    with open_embedded(folder) as store:
        update(folder, "CLEAR ALL", None, None)
        assert len(list(store.dump())) == 2
    assert held(folder) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [("INSERT DATA { <http://a/s> }", 1), ("CLEAR ALL ;\nINSERT DATA { <http://a/t> <a> }", 2), ("CLEAR XYZ", 1)],
)
def test_an_update_that_fails_changes_nothing_and_tells_its_place(folder, text, place):
    before = there(folder)
    with pytest.raises(QueryError) as raised:
        update(folder, text, None, None)
    assert raised.value.place[0] == place
    assert there(folder) == before


def test_what_is_not_there_can_be_cleared_but_not_dropped(folder):
    update(folder, f"CLEAR GRAPH <http://a/nowhere> ; {INSERT.format('t')}", None, None)
    assert len(held(folder)) == 3
    with pytest.raises(QueryError, match="does not exist"):
        update(folder, "DROP GRAPH <http://a/nowhere>", None, None)
    update(folder, "DROP SILENT GRAPH <http://a/nowhere>", None, None)


@pytest.mark.parametrize(
    "text",
    [
        f"{INSERT.format('t')} ; LOAD <http://127.0.0.1:1/>",
        "LOAD SILENT\n<http://127.0.0.1:1/>",
        "LO\\u0041D <http://127.0.0.1:1/>",
        "INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    ],
)
def test_an_update_calls_no_other_server(folder, text):
    with pytest.raises(QueryError, match="is refused"):
        update(folder, text, None, None)


def test_what_stands_in_a_text_is_no_call(folder):
    told = "Download: load <http://a/>; service: <http://a/> SERVICE ?x"
    update(folder, f'# LOAD <x>\nINSERT DATA {{ <http://a/t> <http://a/p> "{told}" }}', None, None)
    assert f'<http://a/t> <http://a/p> "{told}" .' in held(folder)


def test_changes_at_the_same_time_are_made_one_after_the_other(folder):
    threads = [Thread(target=update, args=[folder, INSERT.format(number), None, None, 60]) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(held(folder)) == 6


def test_a_change_waits_for_another_writer_but_not_for_ever(folder):
    with writing(folder), pytest.raises(StoreError, match="another build or update"):
        update(folder, "CLEAR ALL", None, None, patience=0.1)


def test_an_update_that_is_killed_leaves_what_the_next_one_removes(folder):
    code = "from relgraph.store.updating import *; import sys; update(Path(sys.argv[1]), sys.argv[2], None, None)"
    before = there(folder)
    path = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen([sys.executable, "-c", code, folder, HEAVY], env=path) as process:
        while there(folder) == before:
            assert process.poll() is None
            time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
    assert len(held(folder)) == 2
    tidy_up(folder)
    assert there(folder) == before


VALUES = f"VALUES ?{{}} {{{{ {' '.join(map(str, range(300)))} }}}}"
HEAVY = f"INSERT {{ ?a ?b ?c }} WHERE {{ {' '.join(VALUES.format(name) for name in 'abcdef')} }}"


def test_a_graph_is_replaced_added_to_and_taken_away(folder, tmp_path):
    first = put_graph(folder, "http://a/g", sent(tmp_path, "<x> <http://a/p> [] ."), replace=True)
    assert (first.existed, first.triples) == (True, 1)
    second = put_graph(folder, "http://a/g", sent(tmp_path, "<y> <http://a/p> [], 2 ."), replace=False)
    assert (second.existed, second.triples) == (True, 3)
    assert any(line.startswith("<http://a/y> ") and line.endswith("<http://a/g> .") for line in held(folder))
    assert not put_graph(folder, "http://a/new", sent(tmp_path, ""), replace=True).existed
    assert drop_graph(folder, "http://a/new")
    assert not drop_graph(folder, "http://a/new")
    assert drop_graph(folder, None)
    assert put_graph(folder, None, sent(tmp_path, "<x> <y> <z> ."), replace=True).existed is False


@pytest.mark.parametrize(
    ("format_", "text"),
    [("nq", "<http://a/s> <http://a/p> <http://a/o> <http://a/other> ."),
     ("trig", "<http://a/other> { <http://a/s> <http://a/p> <http://a/o> }"),
     ("jsonld", '{"@id": "http://a/other", "@graph": [{"@id": "http://a/s", "http://a/p": 1}]}')],
)  # fmt: skip
def test_a_file_that_speaks_of_other_graphs_is_refused(folder, tmp_path, format_, text):
    before = there(folder)
    with pytest.raises(QueryError, match="another graph"):
        put_graph(folder, "http://a/g", sent(tmp_path, text, format_), replace=True)
    assert there(folder) == before
    assert put_graph(folder, "http://a/other", sent(tmp_path, text, format_), replace=True).triples == 1


def test_a_malformed_file_is_told_by_its_line(folder, tmp_path):
    with pytest.raises(QueryError, match="ttl: malformed") as raised:
        put_graph(folder, None, sent(tmp_path, "<x> <y> <z> .\n<x> <y"), replace=True)
    assert raised.value.place[0] == 2


def test_where_there_is_no_store_nothing_is_made(tmp_path):
    with pytest.raises(StoreError, match="no store"):
        update(tmp_path / "nowhere", "CLEAR ALL", None, None)
    assert not (tmp_path / "nowhere").exists()


RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:a="http://a/"><rdf:Description rdf:about="http://a/b">'
END = "</rdf:Description></rdf:RDF>"
ENTITIES = "".join(f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">' for number in range(1, 10))


@pytest.mark.parametrize(
    ("form", "text", "why"),
    [
        ("jsonld", '{"@context": "http://127.0.0.1:9/c.jsonld", "@id": "a:b", "a": "b"}', "is not fetched"),
        ("jsonld", '{"@context": "file:///etc/passwd", "@id": "a:b", "a": "b"}', "is not fetched"),
        ("jsonld", '{"@context": ["c.jsonld"], "@id": "a:b", "a": "b"}', "is not fetched"),
        ("xml", f'<!DOCTYPE r [<!ENTITY a0 "ha">{ENTITIES}]>{RDF}<a:c>&a9;</a:c>{END}', "an entity"),
        ("xml", f'<!DOCTYPE r [<!ENTITY x "{"x" * 2000}">]>{RDF}<a:c>&x;</a:c>{END}', "an entity"),
        ("xml", f'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>{RDF}<a:c>&x;</a:c>{END}', ""),
    ],
)  # fmt: skip
def test_nothing_is_fetched_or_blown_up_for_what_is_sent(tmp_path, form, text, why):
    write_store(tmp_path / "store", ["<a:s> <a:p> <a:o> ."])
    sent = tmp_path / "sent"
    sent.write_text(text)
    with pytest.raises(QueryError, match=f"{form}: malformed: .*{why}"):
        put_graph(tmp_path / "store", "http://a/g", [Sent(str(sent), form, "http://a/")], replace=True)


def test_an_entity_that_stands_for_an_address_is_taken(tmp_path):
    write_store(tmp_path / "store", ["<a:s> <a:p> <a:o> ."])
    sent = tmp_path / "sent"
    sent.write_text(f'<!DOCTYPE r [<!ENTITY x "http://x/">]>{RDF}<a:c rdf:resource="&x;y"/>{END}')
    assert put_graph(tmp_path / "store", "http://a/g", [Sent(str(sent), "xml", "http://a/")], replace=True).triples == 1
