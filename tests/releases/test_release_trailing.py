import pytest

from relgraph.errors import DataError
from relgraph.releases import trailing
from relgraph.releases.trailing import cue_of, cues, divide

PROSE = "Lindenland und die Präfektur Aokawa arbeiten seit 1989 bei der Robotik eng zusammen."
ARTICLE = (
    f"{PROSE} Im Herbst reist eine Delegation des Landtags nach Aokawa und spricht dort mit der Gouverneurin über das "
    "nächste Vorhaben."
)


def test_everything_below_the_first_teaser_goes():
    divided = divide([PROSE, "Weitere Meldungen", "Egon Teaser geehrt", ARTICLE])
    assert divided.body == (PROSE,)
    assert divided.carried == ("Weitere Meldungen", "Egon Teaser geehrt", ARTICLE)


def test_above_the_first_prose_a_cue_takes_its_line_only():
    assert divide(["Aktuelles", "Besuch in Aokawa", PROSE]).body == ("Besuch in Aokawa", PROSE)


def test_a_box_within_the_release_ends_where_the_release_goes_on():
    lines = [PROSE, "Mehr zum Thema", "Partnerschaften des Landes", ARTICLE, "Ausblick", PROSE]
    assert divide(lines).body == (PROSE, ARTICLE, "Ausblick", PROSE)


def test_a_button_row_goes_wherever_it_stands():
    assert divide(["Teilen: E-Mail | X", PROSE, "drucken | empfehlen", "Ausblick", PROSE]).body == (
        PROSE,
        "Ausblick",
        PROSE,
    )


@pytest.mark.parametrize(
    "line",
    [
        "Weitere Meldungen aus Aokawa folgten, bevor der Hafen öffnete.",
        "Teilen wollen die Partner auch ihr Wissen über Hitzeschutz.",
        "Über die Zusammenarbeit sprach Ministerin Brunnwald in Minatori.",
        "Kontakt hielten beide Seiten in Videokonferenzen.",
        "Aktuelle Beiträge der Hochschule belegen den Nutzen der Robotik.",
        "Bilder, Foto und Film: Die Ausstellung zeigt Aokawa.",
        "Robotik",
        "Ausblick",
        "Dr. Thea Brunnwald, Staatsministerin",
    ],
)
def test_running_text_and_headings_stay(line):
    assert cue_of(line) is None
    assert divide([PROSE, line, PROSE]).body == (PROSE, line, PROSE)


def test_a_line_longer_than_any_button_is_never_one():
    assert cue_of("Start " + "› Presse " * 100) is None


def test_a_broken_lexicon_is_named(tmp_path, monkeypatch):
    file = tmp_path / "lexicon" / "de" / "page.yml"
    file.parent.mkdir(parents=True)
    monkeypatch.setattr(trailing, "folder", lambda name: tmp_path)
    for content in ("cues: 1", "- {id: a, cut: never, pattern: [a], example: [a]}"):
        file.write_text(content, encoding="utf-8")
        with pytest.raises(DataError, match=r"page\.yml: "):
            cues.__wrapped__()
