"""The feed of changes: a page for people, the index and the files for programs."""

import asyncio
import gzip
import hashlib
import json
import re
import shutil

import httpx
import pytest

from relgraph.editing.changing import retract
from relgraph.web.app import create_app
from relgraph.web.settings import Settings


@pytest.fixture(scope="module")
def folder(built, tmp_path_factory):
    folder = tmp_path_factory.mktemp("feed")
    for name in ("store", "changes"):
        shutil.copytree(built / name, folder / name)
    retract(["bw-2024-02-01-halbleiter"], folder / "store")
    return folder


class Feed:
    """The application without the desk, which no page of changes needs."""

    def __init__(self, store):
        self.app = create_app(Settings(str(store), askers=1, ahead=0))
        self.settings = Settings(str(store))
        self.app.state.site = self

    def get(self, path, **options):
        async def ask():
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
                return await client.get(path, **options)

        return asyncio.run(ask())


@pytest.fixture(scope="module")
def feed(folder):
    return Feed(folder / "store")


def test_the_page_lists_the_newest_first(feed):
    page = feed.get("/changes", headers={"Accept": "text/html"})
    assert page.status_code == 200
    assert page.text.index('id="c2"') < page.text.index('id="c1"')
    assert "+2" in page.text
    assert all(f'<a href="{place}">' in page.text for place in ("/changes", "/api", "/.well-known/void"))
    assert '<a href="/changes/000002.rdfp" aria-label="RDF-Patch zu Nr. 2">' in page.text
    assert "/changes.jsonl" in page.headers["Link"]
    assert "Changes" in feed.get("/changes?lang=en").text


@pytest.mark.parametrize("path", ["/changes", "/changes.jsonl"])
def test_the_index_is_that_of_the_folder(feed, folder, path):
    answer = feed.get(path, headers={"Accept": "application/x-ndjson, text/html;q=0.5"})
    assert answer.headers["content-type"] == "application/x-jsonlines"
    assert answer.content == (folder / "changes" / "changes.jsonl").read_bytes()
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    again = feed.get("/changes.jsonl", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_the_files_hold_what_the_index_says(feed, encoding):
    for entry in map(json.loads, feed.get("/changes.jsonl").text.splitlines()):
        for key, media in (("patch", "application/rdf-patch"), ("records", "application/x-jsonlines")):
            headers = {"Accept-Encoding": encoding}
            answer = feed.get(f"/changes/{entry[key].removesuffix('.gz')}", headers=headers)
            assert answer.headers["content-type"] == media
            assert hashlib.sha256(answer.content).hexdigest() == entry[f"{key}_sha256"]
            as_it_lies = feed.get(f"/changes/{entry[key]}", headers=headers)
            assert as_it_lies.headers["content-type"] == "application/gzip"
            assert gzip.decompress(as_it_lies.content) == answer.content
            again = feed.get(f"/changes/{entry[key]}", headers={"If-None-Match": as_it_lies.headers["ETag"]})
            assert again.status_code == 304


@pytest.mark.parametrize("name", ["000009.rdfp", ".lock", "changes.jsonl", "..%2Fstore%2FCURRENT", "000001"])
def test_nothing_else_is_given(feed, name):
    assert feed.get(f"/changes/{name}").status_code == 404


def test_a_form_that_there_is_not(feed):
    assert feed.get("/changes", headers={"Accept": "image/png"}).status_code == 406


@pytest.mark.parametrize("store", ["no/store", "http://127.0.0.1:1/query"])
def test_without_a_chain_the_page_says_so(feed, store, monkeypatch):
    monkeypatch.setattr(feed, "settings", Settings(store))
    page = feed.get("/changes?lang=en")
    assert (page.status_code, "is not recorded" in page.text) == (200, True)
    assert feed.get("/changes.jsonl").status_code == 404


def test_numbers_are_written_as_on_all_pages(feed, folder, tmp_path, monkeypatch):
    for name in ("store", "changes"):
        shutil.copytree(folder / name, tmp_path / name)
    index = tmp_path / "changes" / "changes.jsonl"
    index.write_text(re.sub(r'"came": ?\d+', '"came":55265', index.read_text()))
    monkeypatch.setattr(feed, "settings", Settings(str(tmp_path / "store")))
    assert "<td>+55.265</td>" in feed.get("/changes").text
    assert "+55,265" in feed.get("/changes?lang=en").text


def test_a_damaged_chain_is_no_trouble_of_the_reader(feed, folder, tmp_path, monkeypatch):
    for name in ("store", "changes"):
        shutil.copytree(folder / name, tmp_path / name)
    (tmp_path / "changes" / "000001.rdfp.gz").unlink()
    monkeypatch.setattr(feed, "settings", Settings(str(tmp_path / "store")))
    assert feed.get("/changes").status_code == 503
