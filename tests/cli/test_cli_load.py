"""A build goes into a server and is asked there."""

import pytest

from relgraph.store.remote import RemoteStore

ID = "bw-2023-05-04-robotik"


@pytest.fixture
def server(server_at):
    address = server_at("oxigraph")
    RemoteStore(address).update("DROP ALL")
    return address


def test_a_build_is_loaded_changed_and_asked(run, built, releases, server):
    done = run("load", built, "--store", server, "--lang", "en")
    assert done.status == 0, done.err
    assert done.err.startswith(f"{server}: releases loaded 2, unchanged 0, removed 0; statements sent ")
    done = run("load", built / "store", "--store", server, "--lang", "en")
    assert done.err == f"{server}: holds all of it already, releases 2; nothing sent\n"
    asked = ("query", "partnerships", "--format", "csv")
    answer = run(*asked, "--store", built / "store").out
    assert run(*asked, "--store", server).out == answer
    assert run("retract", ID, "--store", server).status == 0
    assert run(*asked, "--store", server).out != answer
    assert run("ingest", releases / "robotik.md", "--store", server).status == 0
    assert run(*asked, "--store", server).out == answer
    assert (
        run("export", "--format", "nq", "--store", server).out
        == run("export", "--format", "nq", "--store", built / "store").out
    )


def test_a_build_goes_into_the_server_of_the_environment(run, releases, server, tmp_path, monkeypatch):
    monkeypatch.setenv("RELGRAPH_STORE", server)
    done = run("build", releases / "robotik.md", "--out", tmp_path / "build", "--lang", "de")
    assert done.status == 0, done.err
    assert f"{server}: Mitteilungen geladen 1" in done.err
    monkeypatch.setenv("RELGRAPH_STORE", str(tmp_path / "build" / "store"))
    done = run("build", releases / "robotik.md", "--out", tmp_path / "build")
    assert done.status == 0
    assert "geladen" not in done.err


@pytest.mark.parametrize("command", ["load", "build"])
def test_a_folder_is_no_server(run, command, tmp_path):
    done = run(command, "--store", tmp_path)
    assert done.status == 2
    assert "no http(s) address of a SPARQL server" in done.err


def test_secrets_of_an_address_are_not_told(run, built, closed_address):
    done = run("load", built, "--store", closed_address.replace("//", "//eva:geheim@"))
    assert (done.status, done.err.count("\n")) == (1, 1)
    assert "geheim" not in done.err
    assert closed_address in done.err


@pytest.fixture
def closed_address(monkeypatch):
    import socket

    monkeypatch.setattr("relgraph.store.connection.PAUSE", 0)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}/query"
