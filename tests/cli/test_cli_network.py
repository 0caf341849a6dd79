import json

import pytest


@pytest.fixture
def ask(run, built):
    return lambda *args: run("network", *args, "--store", built / "store", "--lang", "de")


def test_the_network_alone_gives_an_overview(ask):
    done = ask("--top", 3)
    assert done.status == 0, done.err
    assert "Knoten: " in done.out
    assert "Die meisten Nachbarn" in done.out


def test_a_path_shows_its_sentences(ask):
    done = ask("path", "Winfried Kretschmann", "Japan")
    assert done.status == 0, done.err
    assert "Winfried Kretschmann – Baden-Württemberg – Japan" in done.out
    assert "Das Land arbeitet mit Japan bei Wasserstoff eng zusammen." in done.out


def test_brokers_and_communities_answer(ask):
    assert "Vermittler zwischen Japan und Südkorea" in ask("brokers", "Japan", "Korea").out
    assert json.loads(ask("communities", "-f", "json").out)["summary"]["groups"] >= 1


def test_options_before_a_part_are_refused(run):
    done = run("network", "--top", "3", "communities")
    assert (done.status, "options stand behind" in done.err) == (2, True)


@pytest.mark.parametrize("format_", ["graphml", "gexf"])
def test_the_network_is_written_for_programs_that_draw(ask, tmp_path, format_):
    done = ask("-f", format_, "-o", tmp_path / "netz")
    assert done.status == 0, done.err
    assert b"Kanagawa" in (tmp_path / "netz").read_bytes()
