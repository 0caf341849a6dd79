import subprocess
import sys

import pytest

from relgraph.errors import ReleaseError
from relgraph.model import Release
from relgraph.releases.reader import ReleaseDefaults, Skipped, open_release, read_release, read_releases

TEASER = "Egon Teaser mit Verdienstmedaille geehrt"
PAGE_AS_TEXT = f"""Internationales

Neuer Rahmen mit der Präfektur Aokawa

Berechne Lesezeit
  • Teilen
Dr. Thea Brunnwald, Staatsministerin und Chefin der Staatskanzlei

Hessen und die Präfektur Aokawa bauen ihre\u00a0Zusammen\u00adarbeit aus.\r
Zum Auftakt trafen sich beide Seiten am Donnerstag, 14. März 2024, in Rosenfurt.

Wasserstoff im Mittelpunkt

Die Präfektur ist bei Brennstoffzellen führend, betonte Brunnwald; davon lerne auch Hessen.

Weitere Meldungen

Frau hält Urkunde (Quelle: dpa).
Ehrung

{TEASER}
"""


def write(path, text):
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_a_page_copied_as_text_is_read_without_what_it_carries(tmp_path):
    reading = open_release(write(tmp_path / "Neuer Rahmen.txt", PAGE_AS_TEXT))
    assert reading.release == Release(
        id="neuer-rahmen",
        title="Neuer Rahmen mit der Präfektur Aokawa",
        date="2024-03-14",
        region="Hessen",
        text="Dr. Thea Brunnwald, Staatsministerin und Chefin der Staatskanzlei\n\n"
        "Hessen und die Präfektur Aokawa bauen ihre Zusammenarbeit aus.\n\n"
        "Zum Auftakt trafen sich beide Seiten am Donnerstag, 14. März 2024, in Rosenfurt.\n\n"
        "Wasserstoff im Mittelpunkt\n\n"
        "Die Präfektur ist bei Brennstoffzellen führend, betonte Brunnwald; davon lerne auch Hessen.",
    )
    assert reading.missing == ("publisher",)


def test_the_day_in_a_file_name_counts_more_than_a_day_in_the_text(tmp_path):
    assert read_release(write(tmp_path / "rahmen-2024-03-15.txt", PAGE_AS_TEXT)).date == "2024-03-15"


def test_a_publisher_below_the_text_is_found(tmp_path):
    text = PAGE_AS_TEXT.replace(
        "Weitere Meldungen", "Quelle:\n\nPressestelle der Staatskanzlei Rheinland-Pfalz\n\nWeitere Meldungen"
    )
    release = read_release(write(tmp_path / "a.txt", text))
    assert (release.publisher, release.region) == ("Staatskanzlei Rheinland-Pfalz", "Rheinland-Pfalz")
    assert "Pressestelle" not in release.text


def test_options_fill_what_is_missing_and_overrule_nothing(tmp_path):
    defaults = ReleaseDefaults(publisher="Land Tirol", region="Tirol", date="2020", language="en")
    release = read_release(write(tmp_path / "a.txt", PAGE_AS_TEXT), defaults=defaults)
    assert (release.publisher, release.region, release.date, release.language) == (
        "Land Tirol",
        "Hessen",
        "2024-03-14",
        "en",
    )


def test_a_text_of_one_paragraph_stands_for_its_title(tmp_path):
    reading = open_release(write(tmp_path / "a.txt", "Südkorea ist bei Halbleitern führend."))
    assert reading.release.title == reading.release.text == "Südkorea ist bei Halbleitern führend."
    assert "title" in reading.missing


def test_one_bad_file_among_many_is_skipped(tmp_path):
    write(tmp_path / "a.md", "---\nid: eins\ntitle: Eins\n---\nDas Land reist im Mai nach Japan.")
    write(tmp_path / "b.txt", "")
    write(tmp_path / "c.md", "---\nid: eins\ntitle: Zwei\n---\nDas Land reist im Juni nach Japan.")
    write(tmp_path / "d.txt", "Zu kurz")
    write(tmp_path / "e.txt", "<!DOCTYPE html><p>Text")
    write(tmp_path / "f.md", "---\nid: zwei\ntitle: Drei\n---\nDas Land reist im Juli nach Japan.")
    found = list(read_releases([tmp_path]))
    assert [one.id for one in found if isinstance(one, Release)] == ["eins", "zwei"]
    assert [(one.path, one.why) for one in found if isinstance(one, Skipped)] == [
        (str(tmp_path / "b.txt"), "empty"),
        (str(tmp_path / "c.md"), f"id eins was already read from {tmp_path / 'a.md'}"),
        (str(tmp_path / "d.txt"), "too short to be a release: 2 words besides its headline"),
        (str(tmp_path / "e.txt"), "an HTML page; name it .html"),
    ]


def test_paths_are_looked_at_before_the_first_release_is_read(tmp_path):
    with pytest.raises(ReleaseError, match="no such file or folder"):
        read_releases([write(tmp_path / "a.txt", PAGE_AS_TEXT), tmp_path / "missing"])


def test_the_same_file_given_twice_is_read_once(tmp_path):
    path = write(tmp_path / "a.txt", PAGE_AS_TEXT)
    assert [type(one) for one in read_releases([path, tmp_path])] == [Release]


def test_reading_text_imports_no_page_library(tmp_path):
    path = write(tmp_path / "a.txt", PAGE_AS_TEXT)
    code = f"from relgraph.releases.reader import *; read_release(Path({str(path)!r})); import sys"
    check = "; sys.exit(any(name in sys.modules for name in ('trafilatura', 'lxml')))"
    assert subprocess.run([sys.executable, "-c", code + check], check=False).returncode == 0
