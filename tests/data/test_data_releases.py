"""The bundled releases: where they lie, what they carry, and that all they say is read."""

import re
from pathlib import Path

import pytest

from relgraph.releases.files import read_characters, release_files
from relgraph.releases.markdown import KEYS, read_markdown
from relgraph.releases.reader import Reading, open_release, open_releases
from relgraph.resources import folder

RELEASES = folder("data") / "releases"
FILES = release_files([RELEASES])
CARRIED = [tuple(line.split("\t")) for line in Path(__file__).with_name("carried.tsv").read_text("utf-8").splitlines()]
"""Lines below the releases that are no part of them: looked through by hand."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_release_lies_in_the_folder_of_its_region_under_its_id(path):
    draft = read_markdown(read_characters(path), path)
    code = re.match(r"(.+?)-(?:19|20)\d\d-", path.stem)[1]
    assert path == RELEASES / code / f"{draft.id}.md"


def test_every_release_is_read_and_lacks_nothing():
    readings = list(open_releases([RELEASES]))
    assert [reading for reading in readings if not isinstance(reading, Reading)] == []
    assert {reading.path: reading.missing for reading in readings if reading.missing} == {}


def test_front_matter_keeps_the_order_of_the_keys():
    for path in FILES:
        front = path.read_text("utf-8").split("---\n")[1]
        assert tuple(line.split(":")[0] for line in front.splitlines()) == KEYS, path


def test_exactly_the_carried_lines_are_left_out():
    dropped = []
    for path in FILES:
        release = open_release(path).release
        body = path.read_text("utf-8").split("---\n", 2)[2]
        kept = release.text.split("\n\n")
        dropped += [(release.id, line) for line in body.splitlines() if line and line not in kept]
    assert dropped == CARRIED
