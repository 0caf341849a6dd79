"""Two graphs of small releases, and a reader of patches that knows nothing of how they are written."""

import re

import pytest

from relgraph.store.graphs import open_graphs

NAME = r"H {} <urn:uuid:[0-9a-f]{{8}}(-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}}> \."
ROW = re.compile(r"([AD]) (.+ \.)")


@pytest.fixture(scope="session")
def apply():
    return _apply


def _apply(patch, lines):
    """What a patch makes of a graph, given as lines; a row that does not fit is an error."""
    held = set(lines)
    head, begin, *rows, end = patch.removesuffix("\n").split("\n")
    assert re.fullmatch(NAME.format("id"), head)
    if re.fullmatch(NAME.format("prev"), begin):
        begin, *rows = rows
    assert (begin, end) == ("TX .", "TC .")
    for row in rows:
        sign, line = ROW.fullmatch(row).groups()
        assert (line in held) is (sign == "D")
        held ^= {line}
    return held


@pytest.fixture(scope="session")
def read():
    return _read


def _read(location):
    """All lines of a graph, as a set."""
    with open_graphs(str(location)) as graphs:
        return {line for _, lines in graphs for line in lines}


OLD = """---
id: bw-2024-02-01-halbleiter
title: Reise nach Südkorea
date: 2024-02-01
region: Baden-Württemberg
---

Südkorea ist in der Chipfertigung führend.

Ministerpräsident Winfried Kretschmann reist nach Südkorea.

Baden-Württemberg arbeitet mit Südkorea in der Forschung zusammen.
"""
NEW = OLD.replace("reist nach", "reiste im Januar 2024 nach").replace(
    "Baden-Württemberg arbeitet mit Südkorea", "Baden-Württemberg arbeitet mit Frankreich"
)
ADDED = """---
id: bw-2024-05-01-kanagawa
title: Partner am Pazifik
date: 2024-05-01
publisher: Staatsministerium
region: Baden-Württemberg
url: https://example.org/kanagawa
---

Baden-Württemberg und die Präfektur Kanagawa verbindet seit 1989 eine Partnerschaft.
"""


@pytest.fixture(scope="session")
def texts():
    """A release as it was, as it reads now, and another one."""
    return {"old": OLD, "new": NEW, "added": ADDED}


@pytest.fixture(scope="session")
def two_builds(tmp_path_factory):
    """Folders of two builds: in the second a release reads otherwise, and another has come."""
    from relgraph.build import build

    folder = tmp_path_factory.mktemp("two")
    for name, texts in (("old", [OLD]), ("new", [NEW, ADDED])):
        (folder / f"{name}-releases").mkdir()
        for number, text in enumerate(texts):
            (folder / f"{name}-releases" / f"{number}.md").write_text(text, encoding="utf-8")
        build([folder / f"{name}-releases"], folder / name)
    return folder / "old", folder / "new"
