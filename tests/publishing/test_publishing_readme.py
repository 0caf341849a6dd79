"""The README of a bundle: its programs run on the bundle as they stand, and say what is there."""

import csv
import re
import subprocess
import sys

import pytest

from relgraph.publishing.csvw import tables
from relgraph.store.embedded import memory_store
from relgraph.vocabulary import Basis, RelationType, Status

NAMES = ("README.md", "LIESMICH.md")


def blocks(files, name, language):
    return re.findall(rf"```{language}\n(.*?)```", files[name].decode(), re.DOTALL)


def test_both_have_the_same_programs(files):
    for language in ("python", "sparql"):
        first, second = (blocks(files, name, language) for name in NAMES)
        assert first
        assert [re.sub("#.*", "", block) for block in first] == [re.sub("#.*", "", block) for block in second]


@pytest.mark.parametrize(
    ("number", "told"), [(0, "Japan ist bei der Robotik führend."), (1, "bei Wasserstoff eng zusammen")]
)
def test_a_program_of_the_readme_answers(files, folder, number, told):
    program = blocks(files, "README.md", "python")[number]
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", program], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert told in done.stdout


def test_the_proof_of_the_readme_holds(files, folder, releases):
    scope = {}
    exec(blocks(files, "README.md", "python")[2], scope)  # our own text
    with (folder / "relations.csv").open(encoding="utf-8", newline="") as file:
        row = next(row for row in csv.DictReader(file) if row["release"] == "bw-2023-05-04-robotik")
    text = (releases / "robotik.md").read_text(encoding="utf-8").rpartition("---\n\n")[2].rstrip()
    assert scope["holds"](row, text)
    assert not scope["holds"](row, text + ".")


def test_the_question_of_the_readme_has_an_answer(files):
    (question,) = blocks(files, "README.md", "sparql")
    with memory_store(files["relgraph.nq"].decode().splitlines()) as store:
        assert "verbindet seit 1989 eine Partnerschaft" in str(list(store.rows(question)))


@pytest.mark.parametrize("name", NAMES)
def test_it_tells_every_column_value_and_file(files, name):
    page = files[name].decode()
    assert all(f"| `{column}` |" in page for table in tables().values() for column in table.columns)
    assert all(f"`{value.value}`" in page for kind in (RelationType, Status, Basis) for value in kind)
    assert all(f"| `{file}` |" in page for file in files if "/" not in file)
    assert "{{" not in page
    assert "None" not in page
