"""The documents say what there is: every command, question, column and error, and the README's commands run."""

import doctest
import inspect
import io
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from relgraph import __version__, errors
from relgraph.cli.group import COMMANDS
from relgraph.queries.catalogue import catalogue
from relgraph.relation_table import COLUMNS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DEVELOPMENT = (ROOT / "docs" / "development.md").read_text(encoding="utf-8")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_readme(command):
    assert f"| `relgraph {command}" in README


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_of_the_table_of_relations_is_explained(column):
    assert f"| `{column}` | {COLUMNS[column]} |" in (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [n for n, _ in inspect.getmembers(errors, inspect.isclass) if n != "Sequence"])
def test_every_error_is_explained(name):
    assert f"| `{name}` |" in DEVELOPMENT


@pytest.mark.parametrize("name", catalogue())
def test_every_question_stands_in_the_docs(name):
    assert name in (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")


def test_every_room_is_explained():
    rooms = {path.name.removesuffix(".py") for path in (ROOT / "src" / "relgraph").iterdir() if path.suffix != ".typed"}
    missing = {room for room in rooms if not room.startswith("_") and not re.search(rf"`{room}/?`", DEVELOPMENT)}
    assert not missing


def test_the_changelog_begins_with_this_version_or_what_follows_it():
    told = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert next(one for one in told if one != "Unreleased") == __version__


@pytest.mark.parametrize("path", DOCUMENTS, ids=[path.relative_to(ROOT).as_posix() for path in DOCUMENTS])
def test_links_lead_somewhere(path):
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (path.parent / target).exists(), target


def shown_commands():
    """Commands of relgraph in the README, each with the first line of output shown below it, if any."""
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL):
        lines = block.splitlines()
        for line, below in zip(lines, [*lines[1:], "$"], strict=True):
            if line.startswith("$ ") and "relgraph " in line:
                yield line.removeprefix("$ "), "" if below.startswith("$") else below


@pytest.mark.parametrize(("command", "output"), list(shown_commands()))
def test_the_readme_runs(command, output, bundled, tmp_path, run, monkeypatch):
    for name in ("data", "queries"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RELGRAPH_STORE", str(bundled / "store"))
    if "|" in command:
        piped = command.replace("| relgraph ", f"| {sys.executable} -m relgraph ")
        done = subprocess.run(["bash", "-c", piped], capture_output=True, text=True, check=False)
        status, out, err = done.returncode, done.stdout, done.stderr
    else:  # in this process, which has read the names already
        outcome = run(*shlex.split(command)[1:])
        status, out, err = outcome.status, outcome.out, outcome.err
    assert status == 0, err
    assert output in out
    written = re.search(r" -o (\S+)", command)
    assert (tmp_path / written[1]).stat().st_size > 1000 if written else out or err


def test_the_tutorial_runs(bundled, tmp_path, monkeypatch):
    (tmp_path / "build").symlink_to(bundled)
    monkeypatch.chdir(tmp_path)
    path = ROOT / "docs" / "tutorial.md"
    blocks = re.findall(r"```pycon\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL)
    examples = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, path.name, str(path), 0)
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    told = io.StringIO()
    assert doctest.DocTestRunner(optionflags=flags).run(examples, out=told.write).failed == 0, told.getvalue()
    assert len(examples.examples) > 15


def test_the_program_of_the_readme_runs(bundled, tmp_path, monkeypatch, capsys):
    (tmp_path / "build").symlink_to(bundled)
    monkeypatch.chdir(tmp_path)
    (program,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(compile(program, "README.md", "exec"), {})
    lines = capsys.readouterr().out.splitlines()
    assert lines
    assert all("https://" in line for line in lines)


def test_the_readme_counts_what_is_bundled(bundled):
    report = json.loads((bundled / "report.json").read_text(encoding="utf-8"))
    shown = re.search(r"(\d+) releases, (\d+) entities, (\d+) relations, (\d+) evidence sentences", README)
    counted = [report[name] for name in ("releases", "entities", "relations", "evidence")]
    assert [int(number) for number in shown.groups()] == pytest.approx(counted, rel=0.1)
