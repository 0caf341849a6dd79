import pytest

from relgraph.errors import DataError
from relgraph.resources import folder, package_file, parse_yaml, read_words, read_yaml, strict_yaml


@pytest.mark.parametrize("name", ["ontology", "queries", "data"])
def test_the_folders_are_found(name):
    assert folder(name).is_dir()


def test_a_missing_folder_is_named():
    with pytest.raises(DataError, match="no-such-folder"):
        folder("no-such-folder")


def test_a_file_of_another_package_is_found_and_a_missing_package_named():
    assert package_file("pyvis", "__init__.py", "pictures").is_file()
    with pytest.raises(DataError, match=r"no_such_package: .*carries pictures"):
        package_file("no_such_package", "x", "pictures")


def test_dates_stay_text_whatever_their_precision():
    written = ["2014-11-20", "2014-11", "2014-11-20 10:00:00"]
    assert parse_yaml(f"[{', '.join(written)}]", "x") == written


def test_numbers_and_truth_values_are_as_in_yaml():
    assert parse_yaml("{n: 3, yes: true, none: null}", "x") == {"n": 3, True: True, "none": None}


def test_the_line_of_a_mistake_is_named():
    with pytest.raises(DataError, match=r"offices\.yml: line 3:"):
        parse_yaml("a: 1\nb: [\n", "offices.yml")


def test_a_file_that_is_no_utf8_is_an_error(tmp_path):
    (tmp_path / "latin.yml").write_bytes("Köln".encode("latin-1"))
    with pytest.raises(DataError, match=r"latin\.yml"):
        read_yaml(tmp_path / "latin.yml")


def test_a_missing_file_is_an_error(tmp_path):
    with pytest.raises(DataError, match=r"missing\.yml"):
        read_yaml(tmp_path / "missing.yml")


def test_yaml_makes_no_python_objects():
    with pytest.raises(DataError):
        parse_yaml("!!python/object/apply:os.system [true]", "evil.yml")


LAUGHS = "a0: &a0 [x, x]\n" + "\n".join(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]" for i in range(1, 40))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (LAUGHS, r"evil\.yml: line 2: an alias, \*a0"),
        ("&a [*a]", "line 1: an alias"),
        ("a: &x {b: 1}\nc: {<<: *x}", "line 2: an alias"),
        ("[" * 50 + "]" * 50, "nested too deeply"),
        ("{a: " * 5_000, "nest"),
        ("- " * 5_000 + "a", "nest"),
        ("\n".join(" " * i + "a:" for i in range(2_000)), "nest"),
        ("!!python/name:os.system", "line 1: could not determine a constructor"),
        ("a: !!timestamp 2020-99-99", "none of its kind"),
        ("a: !!int b", "none of its kind"),
        ("a: !!bool b", "none of its kind"),
        ("a: " + "9" * 5_000, "none of its kind"),
        ("a: " + "1:" * 5_000 + "1", "a number that nobody could print"),
        ('a: "\\UFFFFFFFF"', "line 1|none of its kind"),
    ],
)
@pytest.mark.parametrize("load", [parse_yaml, strict_yaml])
def test_yaml_that_means_harm_is_an_error_in_one_line(load, text, why):
    with pytest.raises(DataError, match=why) as caught:
        load(text, "evil.yml")
    assert len(str(caught.value)) < 300
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", ["a: '*b'", "a: b * c", "a: x*y", "a: |\n  *b*", "a: [x, '-*b']"])
def test_a_star_in_a_text_is_no_alias(text):
    assert "*" in str(parse_yaml(text, "x"))


@pytest.mark.parametrize(
    ("text", "why"),
    [("- a", "not a mapping"), ("title: {de: Titel}", "title: words are needed"), ("title: x", "title:")],
)
def test_words_are_needed_in_both_languages(tmp_path, text, why):
    path = tmp_path / "words.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=why):
        read_words(path)
