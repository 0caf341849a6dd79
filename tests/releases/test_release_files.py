import os

import pytest

from relgraph.errors import ReleaseError
from relgraph.releases.files import read_characters, release_files


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.txt", b"", "empty"),
        ("a.md", b" \n\t\n", "empty"),
        ("a.txt", b"%PDF-1.7 \x00", "a PDF; name it .pdf"),
        ("a.yml", b"id: x", "an annotation, not a release"),
        ("a.docx", b"x", "no release: expected .htm, .html, .md, .pdf, .txt"),
        ("a.txt", b"abc\x00def", "not text: a NUL byte at offset 3"),
        ("a.txt", "Land".encode("utf-16"), "UTF-16; save it as UTF-8"),
        ("a.txt", "Präfektur".encode("latin-1"), "not UTF-8: byte 0xE4 at offset 2"),
        ("a.html", b"<meta charset='iso-8859-1'>\x81", "not Windows-1252: byte 0x81 at offset 27"),
        ("a.html", b"<meta charset='koi8-r'>\xe4", "not UTF-8: byte 0xE4 at offset 23"),
    ],
)
def test_what_is_no_release_is_named(tmp_path, name, content, why):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ReleaseError) as error:
        read_characters(path)
    assert str(error.value) == f"{path}: {why}"


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    path = tmp_path / "noise.html"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(ReleaseError, match=r"50\.0 MB, more than the 5 MB that a \.html may have"):
        read_characters(path)


def test_a_pipe_is_no_file(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(ReleaseError, match="not a regular file"):
        read_characters(tmp_path / "pipe.txt")


def test_a_declared_western_charset_is_read_as_browsers_do(tmp_path):
    path = tmp_path / "a.html"
    path.write_bytes(
        '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">„Präfektur“'.encode("cp1252")
    )
    assert read_characters(path).endswith("„Präfektur“")


def test_folders_are_walked_in_order_without_hidden_files(tmp_path):
    for name in ("b/x.md", "a/y.HTML", "a/.z.md", ".git/w.md", "a/gold.yml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert release_files([tmp_path]) == [tmp_path / "a" / "y.HTML", tmp_path / "b" / "x.md"]


@pytest.mark.parametrize(("name", "why"), [("none", "no such file or folder"), ("empty", "a folder without releases")])
def test_paths_that_lead_to_nothing(tmp_path, name, why):
    (tmp_path / "empty").mkdir()
    with pytest.raises(ReleaseError, match=why):
        release_files([tmp_path / name])


def test_a_link_that_leads_out_of_its_folder_is_told_of(tmp_path):
    (tmp_path / "secret.txt").write_text("Das Land hat ein Geheimnis, das niemand lesen soll.")
    folder = tmp_path / "releases"
    folder.mkdir()
    (folder / "own.txt").write_text("Das Land arbeitet mit Japan bei der Robotik zusammen.")
    (folder / "within.txt").symlink_to("own.txt")
    assert [path.name for path in release_files([folder])] == ["own.txt", "within.txt"]
    (folder / "out.txt").symlink_to("../secret.txt")
    with pytest.raises(ReleaseError, match=r"out\.txt: a link that leads out of its folder"):
        release_files([folder])
    assert release_files([folder / "out.txt"])  # whoever names it means it
