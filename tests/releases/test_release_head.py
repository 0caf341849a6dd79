import pytest

from relgraph.releases.head import behead

LEAD = "Das Land und die Präfektur Aokawa arbeiten bei Wasserstoff zusammen."


def test_rubric_date_and_publisher_stand_beside_the_headline():
    lines = [
        "Pressemitteilung Nr. 12/2024",
        "Staatskanzlei Rheinland-Pfalz",
        "Mainz, 14. März 2024",
        "Neuer Rahmen",
        LEAD,
    ]
    head = behead(lines)
    assert (head.title, head.date, head.publisher) == ("Neuer Rahmen", "2024-03-14", "Staatskanzlei Rheinland-Pfalz")
    assert head.body == (LEAD,)


def test_lines_below_the_headline_stay():
    head = behead(
        ["Internationales", "Neuer Rahmen mit Aokawa", "Brunnwald: Wir lernen voneinander", "14.03.2024", LEAD]
    )
    assert head.title == "Neuer Rahmen mit Aokawa"
    assert head.body == ("Brunnwald: Wir lernen voneinander", LEAD)


def test_a_known_title_is_looked_for_and_what_stands_above_it_goes():
    head = behead(["Ehrung", "Neuer Rahmen", "Dr. Thea Brunnwald, Staatsministerin", LEAD], title="Neuer Rahmen")
    assert head.body == ("Dr. Thea Brunnwald, Staatsministerin", LEAD)


@pytest.mark.parametrize(
    "headline",
    [
        "Kretschmann in Japan",
        "„Aokawa bleibt ein Partner, auf den wir uns verlassen können!“",
        "Besuch am 14. März 2024 in Aokawa",
    ],
)
def test_headlines_of_many_kinds(headline):
    head = behead([headline, LEAD])
    assert head.title == headline
    assert head.body == (LEAD,)


@pytest.mark.parametrize("lines", [[LEAD], [LEAD, "Ausblick", LEAD]])
def test_a_text_without_headline_keeps_every_line(lines):
    head = behead(lines)
    assert head.title is None
    assert head.body == tuple(lines)


def test_no_lines_make_no_head():
    assert behead([]).body == ()
