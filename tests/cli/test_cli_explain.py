import json

import pytest

WORDS = ("bw-2023-05-04-robotik", "strength", "Japan")


def test_a_relation_of_the_store_is_explained(run, built):
    done = run("explain", *WORDS, "--store", built / "store", "--lang", "de")
    assert (done.status, done.err) == (0, "")
    assert "„Japan ist bei der Robotik führend.“" in done.out
    assert "Summe" in done.out


def test_json_has_the_same(run, built, releases):
    stored = run("explain", *WORDS, "--store", built / "store", "--format", "json")
    filed = run("explain", *WORDS, "--releases", releases, "--format", "json")
    told = json.loads(stored.out)
    assert stored.out == filed.out
    assert told["relation"]["evidence"]["text"] == "Japan ist bei der Robotik führend."
    assert told["confidence"]["groups"][0]["steps"]


@pytest.mark.parametrize(
    ("locale", "heading"), [("de_DE.UTF-8", "Wie sicher"), ("C.UTF-8", "Wie sicher"), ("en_GB.UTF-8", "How sure")]
)
def test_the_locale_chooses_the_language(run, built, monkeypatch, locale, heading):
    monkeypatch.setenv("LC_ALL", locale)
    assert heading in run("explain", *WORDS, "--store", built / "store").out


def test_a_miss_is_one_line_with_suggestions(run, built):
    done = run("explain", "bw-2023-05-04-robotik", "strength", "Japn", "--store", built / "store")
    assert (done.status, done.out) == (1, "")
    assert done.err == "relgraph: unknown entity of bw-2023-05-04-robotik 'Japn'; did you mean Japan?\n"


def test_two_words_are_wrong_use(run, built):
    done = run("explain", "bw-2023-05-04-robotik", "strength", "--store", built / "store")
    assert done.status == 2


def test_no_store_is_one_line(run, tmp_path):
    done = run("explain", *WORDS, "--store", tmp_path)
    assert (done.status, done.out, len(done.err.splitlines())) == (1, "", 1)


def test_control_characters_of_a_release_are_spelt_out(run, tmp_path):
    path = tmp_path / "a.md"
    path.write_text(
        '---\nid: a\ntitle: "Rot \\e[31m"\nregion: Brandenburg\n---\n\n'
        "Japan ist bei der Robotik seit Jahren führend.\n",
        encoding="utf-8",
    )
    done = run("explain", "a", "strength", "Japan", "--releases", path)
    assert done.status == 0
    assert "\x1b" not in done.out
