import json
import os

import pytest

BROKEN = "---\ntitle: [offen\n---\n\nJapan ist bei der Robotik führend und bleibt es auch.\n"
GOLD = "id: bw-1\ntext: Japan ist bei der Robotik führend.\nrelations: []\n"
BAD = {
    "leer.txt": b"",
    "bericht.txt": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
    "bericht.pdf": b"%PDF-1.7\n",
    "rauschen.txt": bytes(range(256)) * 200_000,
    "latin.txt": "Köln und Zürich arbeiten in der Forschung zusammen.".encode("latin-1"),
    "kopf.md": BROKEN.encode(),
    "bw-1.yml": GOLD.encode(),
}


def snapshot(folder):
    """Every file of a build by name and content, those of the store too."""
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def existing(built, tmp_path):
    """A build of its own, to be spoilt or not."""
    out = tmp_path / "existing"
    os.system(f"cp -r {built} {out}")
    return out


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_and_leaves_the_store_as_it_was(run, existing, tmp_path, name):
    (tmp_path / name).write_bytes(BAD[name])
    before = snapshot(existing)
    done = run("build", tmp_path / name, "--out", existing)
    assert (done.status, done.out, done.err.count("\n")) == (1, "", 1)
    assert done.err.startswith("relgraph: ")
    assert name in done.err
    assert snapshot(existing) == before


def test_a_folder_without_releases_is_one_line_and_leaves_the_store_as_it_was(run, existing, tmp_path):
    (tmp_path / "bilder").mkdir()
    (tmp_path / "bilder" / "wappen.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    before = snapshot(existing)
    done = run("build", tmp_path / "bilder", "--out", existing)
    assert (done.status, done.err.count("\n")) == (1, 1)
    assert "bilder" in done.err
    assert snapshot(existing) == before


def test_a_folder_of_bad_releases_alone_leaves_the_store_as_it_was(run, existing, tmp_path):
    (tmp_path / "alle").mkdir()
    for name in ("leer.txt", "kopf.md"):
        (tmp_path / "alle" / name).write_bytes(BAD[name])
    before = snapshot(existing)
    done = run("build", tmp_path / "alle", "--out", existing)
    assert (done.status, done.err.count("\n")) == (1, 1)
    assert "1 other files gave no release either" in done.err
    assert snapshot(existing) == before


def test_a_path_that_does_not_exist_leaves_the_store_as_it_was(run, existing, tmp_path):
    before = snapshot(existing)
    done = run("build", tmp_path / "nirgends", "--out", existing)
    assert done.status in (1, 2)
    assert "nirgends" in done.err
    assert snapshot(existing) == before


def test_a_bad_file_in_a_folder_is_named_and_the_rest_is_built(run, releases, tmp_path):
    folder = tmp_path / "gemischt"
    folder.mkdir()
    (folder / "robotik.md").write_bytes((releases / "robotik.md").read_bytes())
    (folder / "kopf.md").write_bytes(BAD["kopf.md"])
    done = run("build", folder, "--out", tmp_path / "out", "--lang", "en")
    assert done.status == 1
    assert "skipped: gemischt/kopf.md: front matter" in done.err
    assert "1 release, " in done.err
    assert (tmp_path / "out" / "store" / "CURRENT").exists()


def test_the_summary_says_what_was_built_and_where(run, releases, tmp_path):
    done = run("build", releases, "--out", tmp_path / "out")
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert (done.status, done.out) == (0, "")
    assert f"2 Meldungen, {report['entities']} Namen, {report['relations']} Beziehungen" in done.err
    assert "Technologische Stärke 2" in done.err
    assert "Herausgeber 1" in done.err
    for place in ("store", "export", "explorer.html"):
        assert f"{tmp_path}/out/{place}" in done.err


def test_options_tell_what_a_release_does_not(run, tmp_path):
    (tmp_path / "meldung.txt").write_text("Das Land arbeitet mit Japan in der Forschung zusammen.", encoding="utf-8")
    options = ["--region", "Sachsen", "--date", "2024-03", "--publisher", "Staatskanzlei", "--language", "de"]
    done = run("build", tmp_path / "meldung.txt", "--out", tmp_path / "out", *options)
    assert done.status == 0
    assert "es fehlt: Titel 1 (mehr in report.json)" in done.err
    table = (tmp_path / "out" / "export" / "relations.csv").read_text(encoding="utf-8")
    assert "cooperation,active,https://w3id.org/relgraph/id/region/DE-SN,Sachsen," in table
    assert ",2024-03,Staatskanzlei," in table


def test_a_date_that_is_none_is_wrong_use(run, releases, tmp_path):
    done = run("build", releases, "--out", tmp_path / "out", "--date", "gestern")
    assert done.status == 2
    assert "'gestern' is not a date such as 2023-12-01, 2023-12 or 2023" in " ".join(done.err.split())
    assert not (tmp_path / "out").exists()
