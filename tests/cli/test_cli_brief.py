"""`relgraph brief`."""

import json

import pytest


@pytest.mark.parametrize("name", ["brief.html", "brief.md", "brief.json"])
def test_the_suffix_chooses_the_format(run, built, tmp_path, name):
    done = run("brief", "Kanagawa", "--store", built / "store", "-o", tmp_path / name, "--lang", "de")
    assert (done.status, done.out) == (0, "")
    assert "Kurzdossier Kanagawa" in (tmp_path / name).read_text(encoding="utf-8")


def test_the_scope_is_told(run, built):
    done = run(
        "brief", "JP", "--region", "Baden-Württemberg", "--since", "2015", "--lang", "en", "--store", built / "store"
    )
    assert done.status == 0
    assert "*What government releases say · point of view: Baden-Württemberg · releases since 2015*" in done.out


def test_programs_get_json_on_standard_output(run, built):
    done = run("brief", "Japan", "--format", "json", "--store", built / "store")
    assert json.loads(done.out)["notes"]


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["Kanagwa"], 1, "did you mean Kanagawa"),
        (["Japan", "--region", "Badn-Württemberg"], 1, "did you mean Baden-Württemberg"),
        (["Japan", "--since", "gestern"], 2, "'gestern' is not a date such as 2023-12-01, 2023-12 or 2023"),
        (["Japan", "-o", "brief.doc"], 1, "brief.doc: its suffix names no format"),
    ],
)
def test_wrong_use_is_one_line(run, built, arguments, status, message):
    done = run("brief", *arguments, "--store", built / "store")
    assert done.status == status
    assert message in done.err
    assert done.out == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["Vietnam", "--lang", "de"], "Kein Dossier: Zu Vietnam ist im Graphen keine Beziehung belegt."),
        (["Vietnam", "--lang", "en"], "No brief: the graph holds no relation of Vietnam."),
        (["Kanagawa", "--since", "2090", "--lang", "en"], "No brief: this scope holds no relation of Kanagawa"),
    ],
)
def test_of_nothing_no_brief_is_written(run, built, tmp_path, arguments, said):
    done = run("brief", *arguments, "--store", built / "store", "-o", tmp_path / "brief.md")
    assert (done.status, done.out) == (1, "")
    assert said in done.err
    assert not (tmp_path / "brief.md").exists()


def test_a_brief_of_something_is_silent_about_names(run, built):
    assert run("brief", "Kanagawa", "--store", built / "store", "--lang", "de").err == ""


@pytest.mark.parametrize(("name", "begin"), [("brief.docx", b"PK"), ("brief.pdf", b"%PDF-")])
def test_papers_are_bytes(run, built, tmp_path, name, begin):
    assert run("brief", "Kanagawa", "--store", built / "store", "-o", tmp_path / name).status == 0
    assert (tmp_path / name).read_bytes().startswith(begin)
