import pytest

from relgraph.errors import DataError
from relgraph.resources import folder, package_file, parse_yaml, read_words, read_yaml


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


@pytest.mark.parametrize(
    ("text", "why"),
    [("- a", "not a mapping"), ("title: {de: Titel}", "title: words are needed"), ("title: x", "title:")],
)
def test_words_are_needed_in_both_languages(tmp_path, text, why):
    path = tmp_path / "words.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=why):
        read_words(path)
