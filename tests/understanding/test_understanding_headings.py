"""Who goes where: told by prepositions, by what is asked for, and by the order of the words."""

import pytest

from relgraph.understanding.headings import headings


@pytest.mark.parametrize(
    ("text", "visitor", "destination"),
    [
        ("Wer besuchte Japan?", None, "Japan"),
        ("Wen besuchte Japan?", "Japan", None),
        ("Wen besuchte Winfried Kretschmann in Japan?", "Winfried Kretschmann", "Japan"),
        ("Hat Winfried Kretschmann Japan besucht?", "Winfried Kretschmann", "Japan"),
        ("Wer kam aus Japan nach Baden-Württemberg?", "Japan", "Baden-Württemberg"),
        ("japanische Gäste in Baden-Württemberg", "Japan", "Baden-Württemberg"),
        ("Wer war zu Gast bei der Universität Heidelberg?", None, "Universität Heidelberg"),
        ("Wen empfing Winfried Kretschmann?", None, "Winfried Kretschmann"),
        ("Wer empfing Winfried Kretschmann?", "Winfried Kretschmann", None),
        ("Wer wurde von Winfried Kretschmann empfangen?", None, "Winfried Kretschmann"),
        ("Wer empfing den Gouverneur von Kanagawa?", "Kanagawa", None),
        ("Reisen von Winfried Kretschmann", "Winfried Kretschmann", None),
        ("Japan-Reise von Winfried Kretschmann", "Winfried Kretschmann", "Japan"),
        ("Welche Minister empfing Baden-Württemberg?", None, "Baden-Württemberg"),
        ("Who visited Japan?", None, "Japan"),
        ("Who did Winfried Kretschmann visit?", "Winfried Kretschmann", None),
        ("Whom did Winfried Kretschmann visit in Japan?", "Winfried Kretschmann", "Japan"),
        ("Who came to Baden-Württemberg from Japan?", "Japan", "Baden-Württemberg"),
        ("Visits by Winfried Kretschmann to Japan", "Winfried Kretschmann", "Japan"),
        ("Japan trip of Winfried Kretschmann", "Winfried Kretschmann", "Japan"),
    ],
)
def test_words_tell_who_goes_where(hear_bundled, text, visitor, destination):
    heard = hear_bundled(text)
    found = {part: named.thing.name for part, named in headings(heard.names, heard).items()}
    assert found == {part: name for part, name in (("visitor", visitor), ("destination", destination)) if name}


@pytest.mark.parametrize(
    "text",
    [
        "Besuche Japan 2019",
        "Besuche und Treffen in Japan",
        "Besuche zwischen Baden-Württemberg und Japan",
        "Wer reiste mit Winfried Kretschmann nach Japan?",
        "Besuche in Japan, in Kanagawa und in Südkorea",
        "Wer arbeitet mit Japan zusammen?",
        "Besuche seit 2019",
    ],
)
def test_where_the_words_leave_it_open_nothing_is_told(hear_bundled, text):
    heard = hear_bundled(text)
    assert headings(heard.names, heard) == {}
