"""A bundle: all files, each described, all saying the same, the same bytes whoever makes it."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from fnmatch import fnmatchcase
from pathlib import Path

import pyoxigraph as ox
import pytest

from relgraph.describing.dataset import about
from relgraph.difference.chain import Chain, changes_folder
from relgraph.errors import DataError
from relgraph.export import export
from relgraph.publishing.bundle import BASE, Where
from relgraph.publishing.kinds import kind_of, kinds
from relgraph.publishing.verifying import texts_of, verify
from relgraph.store.embedded import open_embedded

FORMATS = {"nq": "N_QUADS", "trig": "TRIG", "jsonld": "JSON_LD", "nt": "N_TRIPLES", "ttl": "TURTLE", "rdf": "RDF_XML"}
MERGED = ("nt", "ttl", "rdf")


def graph(content, format_):
    return {*ox.parse(content, getattr(ox.RdfFormat, format_))}


def test_every_format_says_the_same(files, built):
    with open_embedded(built / "store") as store:
        data = graph(b"".join(export(store, "nq")), "N_QUADS")
    assert data
    merged = {ox.Quad(*quad.triple) for quad in data}
    for suffix, format_ in FORMATS.items():
        assert graph(files[f"relgraph.{suffix}"], format_) == (merged if suffix in MERGED else data)


def test_the_ontology_says_the_same_in_every_format(files):
    told = [graph(files[f"ontology/ontology.{suffix}"], FORMATS[suffix]) for suffix in ("ttl", "jsonld", "rdf")]
    assert told[0] == told[1] == told[2]
    assert len(told[0]) > 1000


def test_lines_are_sorted(files):
    for name in ("relgraph.nq", "relgraph.nt"):
        lines = files[name].decode().splitlines()
        assert lines == sorted(set(lines))


def test_nothing_is_named_by_chance(files):
    """No blank node in what describes: two bundles can be compared line by line."""
    for name in ("void.ttl", "dcat-ap-de.ttl", "prov.ttl"):
        assert not [quad for quad in graph(files[name], "TURTLE") if isinstance(quad.subject, ox.BlankNode)]


def test_every_file_is_of_a_kind_and_every_kind_has_a_file(files):
    used = {kind_of(name) for name in files}
    assert {kind.name for kind in kinds()} - {kind.name for kind in used} <= {"ontology/*"}
    with pytest.raises(DataError, match="is no file that a bundle has"):
        kind_of("secret.txt")


def test_every_file_is_safe_to_name(files):
    assert all(re.fullmatch(r"(?:[\w~-][\w~.-]*/)*\.?[\w~-][\w~.-]*", name) and ".." not in name for name in files)


def test_no_document_of_the_bundle_needs_another(files):
    """The context of JSON-LD stands in the document; only RO-Crate names its own by address, as its standard asks."""
    for name, content in files.items():
        if name.endswith((".jsonld", ".json")) and name != "ro-crate-metadata.json":
            context = json.loads(content)["@context"]
            assert isinstance(context, dict) or context == "http://www.w3.org/ns/csvw", name
    for name in ("ro-crate-preview.html", "ontology/index.html", "ontology/index.en.html"):
        assert "default-src" in files[name].decode()  # its policy
        assert not re.search(rb"<(?:script|img|iframe)[^>]*src=|<link rel=.?stylesheet", files[name])


def test_the_crate_describes_every_file_that_stands_before_it(files):
    crate = {one["@id"]: one for one in json.loads(files["ro-crate-metadata.json"])["@graph"]}
    parts = {part["@id"] for part in crate["./"]["hasPart"]}
    single = {name for name in files if not name.startswith("site/")}
    assert parts == single - {"ro-crate-metadata.json", "ro-crate-preview.html", "SHA256SUMS"} | {"site/"}
    for name in parts - {"site/"}:
        assert crate[name]["contentSize"] == str(len(files[name]))
        assert crate[name]["encodingFormat"] == kind_of(name).media
    for one in crate.values():  # flat: everything that is named is described or an address
        for value in one.values():
            for link in value if isinstance(value, list) else [value]:
                if isinstance(link, dict):
                    assert link["@id"] in crate or link["@id"].startswith("https://")
    assert crate["./"]["datePublished"] == "2026-11-27"
    assert crate["ro-crate-metadata.json"]["about"] == {"@id": "./"}


def test_names_of_the_publisher_are_text_in_pages(files):
    assert b"Ministerium &lt;b&gt;" in files["ro-crate-preview.html"]
    assert b"<b>" not in files["ro-crate-preview.html"]


def test_a_bundle_holds_against_the_releases(folder, releases):
    verified = verify(folder, texts_of([releases]))
    assert verified.good
    assert [file.file for file in verified.files] == sorted(
        ["relations.csv", *(f"relgraph.{suffix}" for suffix in FORMATS)]
    )
    assert verified.listed == len([path for path in folder.rglob("*") if path.is_file()]) - 1


def test_the_changes_lead_to_the_graph_of_the_bundle(folder):
    chain = Chain(folder / "changes")
    chain.verify()
    assert chain.last.graph_sha256 == hashlib.sha256((folder / "relgraph.nq").read_bytes()).hexdigest()


def test_a_graph_at_which_the_changes_do_not_end_is_not_published(run, built, tmp_path):
    chain = Chain(changes_folder(built / "store"))
    (tmp_path / "mine-changes").mkdir()
    shutil.copytree(built / "store", tmp_path / "mine")
    for path in chain.files():
        (tmp_path / "mine-changes" / path.name).write_bytes(path.read_bytes())
    index = tmp_path / "mine-changes" / "changes.jsonl"
    index.write_text(index.read_text().replace(chain.last.graph_sha256, "0" * 64))
    done = run("publish", tmp_path / "out", "--store", tmp_path / "mine", "--no-site")
    assert done.status == 1
    assert "relgraph changes --record" in done.err
    assert not (tmp_path / "out").exists()


def test_the_list_of_digests_is_one_for_sha256sum(folder):
    done = subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=folder, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_command_gives_the_same_bytes_elsewhere(files, built, about_file, tmp_path):
    """Another folder, seed of hashes, locale and time zone."""
    environment = {"PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Asia/Tokyo", "PYTHONPATH": os.pathsep.join(sys.path)}
    (tmp_path / "link").symlink_to(built / "store")
    command = [sys.executable, "-m", "relgraph", "publish", "out", "--store", "link", "--metadata", about_file]
    command += ["--base-url", "https://example.org/data/", "--sparql-url", "https://example.org/sparql"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env=os.environ | environment)
    assert done.returncode == 0, done.stderr
    out = tmp_path / "out"
    written = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert written == files


@pytest.mark.parametrize(
    "given", ["ftp://example.org/", "example.org", "https://exa mple.org/", "https://e.org/?a", "/x"]
)
def test_an_address_that_is_none_is_refused(given):
    with pytest.raises(DataError, match=r"--base-url: .* is no address on the web"):
        Where.of(given, None)
    with pytest.raises(DataError, match="--sparql-url"):
        Where.of(BASE, given)


def test_the_command_refuses_what_it_would_destroy(run, built, tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    done = run("publish", tmp_path, "--store", built / "store")
    assert done.status == 1
    assert "thesis.txt" in done.err
    assert run("publish", tmp_path / "x", "--store", built / "store", "--metadata", tmp_path / "no.yml").status == 1
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_every_kind_of_file_is_told_in_the_docs():
    """To renew the table, print these rows."""
    page = (Path(__file__).parents[2] / "docs" / "publishing.md").read_text(encoding="utf-8")
    assert "\n" + "\n".join(f"| `{kind.name}` | {kind.en} |" for kind in kinds()) + "\n\n" in page


def test_patterns_stand_behind_the_names_that_they_would_take(files):
    for number, kind in enumerate(kinds()):
        assert not any(fnmatchcase(kind.name, earlier.name) for earlier in kinds()[:number])


def test_default_metadata_is_sound():
    assert about().licence == "other-opensource"
