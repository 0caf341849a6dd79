import os
import subprocess
import sys

import click
import pytest

from relgraph.cli import group, main
from relgraph.errors import StoreError


def failing(error):
    @click.command()
    def command():
        raise error

    return command


def test_an_error_of_ours_is_one_line_and_status_1(run, monkeypatch):
    monkeypatch.setattr(main, "relgraph", failing(StoreError("build/store", "is\ndamaged")))
    done = run()
    assert (done.status, done.out, done.err) == (1, "", "relgraph: build/store: is damaged\n")


def test_a_file_that_cannot_be_written_is_one_line_and_status_1(run, monkeypatch):
    monkeypatch.setattr(main, "relgraph", failing(PermissionError(13, "Permission denied", "/root/a.ttl")))
    done = run()
    assert (done.status, done.err) == (1, "relgraph: /root/a.ttl: Permission denied\n")


def test_an_interrupt_is_status_130(run, monkeypatch):
    monkeypatch.setattr(main, "relgraph", failing(KeyboardInterrupt()))
    assert run().status == 130


def test_a_mistake_of_the_program_is_not_hidden(monkeypatch):
    monkeypatch.setattr(main, "relgraph", failing(ZeroDivisionError("ours")))
    with pytest.raises(ZeroDivisionError):
        main.main([])


@pytest.mark.parametrize("arguments", [["nonsense"], ["build", "--nonsense"], ["query"], ["export", "-f", "docx"]])
def test_wrong_use_is_status_2(run, arguments):
    done = run(*arguments)
    assert (done.status, done.out) == (2, "")
    assert "Error:" in done.err


def test_a_reader_who_leaves_early_hears_no_complaint(built):
    command = f"{sys.executable} -m relgraph export --store {built}/store --format nq | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True, env=os.environ)
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


def test_the_module_runs_as_a_program():
    done = subprocess.run([sys.executable, "-m", "relgraph", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("relgraph, version")
    assert group.relgraph.name == "relgraph"
