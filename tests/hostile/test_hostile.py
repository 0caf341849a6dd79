"""Releases that mean harm go the whole way: nothing of them runs, leaves its place, or names a place of ours."""

import csv
import io
import json
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pyoxigraph import RdfFormat, parse

from relgraph.cli.main import main
from relgraph.resources import read_yaml

RELEASES = read_yaml(Path(__file__).with_name("releases.yml"))
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\u00ad\u200b\u202a-\u202e\u2066-\u2069]")
FORMATS = {"ttl": RdfFormat.TURTLE, "trig": RdfFormat.TRIG, "nq": RdfFormat.N_QUADS, "rdf": RdfFormat.RDF_XML,
           "jsonld": RdfFormat.JSON_LD}  # fmt: skip


def call(*args):
    with pytest.raises(SystemExit) as stop:
        main([str(arg) for arg in args])
    return stop.value.code


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with the releases and all that is made of them."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "releases").mkdir()
    for entry in RELEASES:
        (folder / "releases" / entry["file"]).write_text(entry["content"], encoding="utf-8")
    assert call("build", folder / "releases", "--out", folder / "build") == 1  # some were left out
    store = ("--store", folder / "build" / "store")
    for suffix in ("html", "md", "docx", "json"):
        assert call("brief", "Japan", *store, "-o", folder / f"brief.{suffix}") == 0
    assert call("publish", folder / "bundle", *store, "--base-url", "https://data.example/") == 0
    return folder


class Markup(HTMLParser):
    """What a page would run or load."""

    def __init__(self):
        super().__init__()
        self.found, self._script = [], False

    def handle_starttag(self, tag, attrs):
        self._script = tag == "script"
        for name, value in attrs:
            value = (value or "").strip().lower()
            if name.startswith("on") or (
                name in ("href", "src", "action") and value.startswith(("javascript:", "file:"))
            ):
                self.found.append((tag, name, value))
            if name == "src" and "evil.example" in value:
                self.found.append((tag, name, value))
        if tag in ("iframe", "base", "object", "embed"):
            self.found.append((tag,))

    def handle_data(self, data):
        if self._script and re.match(r"\s*alert", data):
            self.found.append(("script", data[:40]))

    def handle_endtag(self, tag):
        self._script = False


def test_each_is_read_or_left_out_for_its_reason(place):
    report = json.loads((place / "build" / "report.json").read_text(encoding="utf-8"))
    skipped = {Path(one["path"]).name: one["why"] for one in report["skipped"]}
    for entry in RELEASES:
        if entry["is"] == "read":
            assert entry["file"] not in skipped
        else:
            assert entry["is"] in skipped[entry["file"]]


def test_no_page_runs_anything_of_them(place):
    pages = sorted(place.rglob("*.html"))
    pages = [page for page in pages if page.parent.name != "releases"]
    assert {"explorer.html", "brief.html"} <= {page.name for page in pages}
    assert any(page.is_relative_to(place / "bundle") for page in pages)
    for page in pages:
        looked = Markup()
        looked.feed(page.read_text(encoding="utf-8"))
        assert not looked.found, page
        assert "root:x:" not in page.read_text(encoding="utf-8")


def test_rdf_says_what_was_meant_and_nothing_of_theirs(place):
    for suffix, form in FORMATS.items():
        path = place / "build" / "export" / f"relgraph.{suffix}"
        quads = [*parse(path=str(path), format=form)]
        assert quads
        for quad in quads:
            assert "evil.example" not in quad.subject.value + quad.predicate.value, path
            assert not UNSEEN.search(str(quad.object)), path


def test_tables_and_documents_are_whole(place, capsys):
    rows = list(csv.DictReader(io.StringIO((place / "build" / "export" / "relations.csv").read_text(encoding="utf-8"))))
    assert rows
    assert all(None not in row and None not in row.values() for row in rows)
    with zipfile.ZipFile(place / "brief.docx") as packed:
        document = ElementTree.fromstring(packed.read("word/document.xml"))
    assert "Japan" in "".join(document.itertext())
    assert "<script>" not in (place / "brief.md").read_text(encoding="utf-8")
    capsys.readouterr()
    call("query", "technology-leaders", "--store", place / "build" / "store", "--format", "table")
    told = capsys.readouterr().out
    assert "Japan" in told
    assert not UNSEEN.search(told)


def test_no_file_lies_anywhere_else(place):
    for path in place.rglob("*"):
        assert path.resolve().is_relative_to(place.resolve())
        assert not path.is_symlink()
        made = path.relative_to(place).parts
        assert made[0] == "releases" or not any(part.startswith("..") or "passwd/" in part for part in made)


def test_who_looks_like_another_is_not_the_other(place):
    text = (place / "build" / "export" / "relgraph.nq").read_text(encoding="utf-8")
    named = [line for line in text.splitlines() if "\u041ayoto" in line or "\\u041Ayoto" in line]
    assert named
    assert not any("/universitaet-kyoto>" in line for line in named)
    graph = [line for line in text.splitlines() if line.endswith("release/homoglyph> .")]
    assert not any("country/JP" in line for line in graph)
