from hashlib import sha256

import pytest

from relgraph.errors import DataError
from relgraph.evaluation.split import Part, holds, parts, read_split
from relgraph.resources import folder, read_yaml

IDS = sorted(path.stem for path in (folder("data") / "gold").glob("*.yml"))
CLOSED = [one for one in IDS if int(sha256(one.encode()).hexdigest(), 16) % 3 == 0]


def test_the_closed_releases_are_those_that_chance_has_drawn():
    assert read_yaml(folder("data") / "closed.yml") == CLOSED


def test_every_release_is_in_one_part():
    assert [one for one in IDS if holds(Part.OPEN, one) == holds(Part.CLOSED, one)] == []
    assert all(holds(Part.ALL, one) for one in IDS)


def test_parts_are_told_apart_where_there_are_both():
    assert parts(IDS) == (Part.OPEN, Part.CLOSED)
    assert parts(CLOSED) == (Part.ALL,)
    assert parts(["somewhere-2024"]) == (Part.ALL,)


@pytest.mark.parametrize(("content", "why"), [("a: b", "list of ids"), ("[1]", "list of ids"), ("[a, b, a]", "twice")])
def test_a_broken_split_is_named(tmp_path, content, why):
    path = tmp_path / "split.yml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=rf"split\.yml: .*{why}"):
        read_split(path)
