def test_words_of_the_sentence(explained):
    (date,) = explained("Ministerpräsident Karl Vogt reiste am 3. Mai 2020 nach Japan.", "visit").dates
    assert (date.field, date.value, date.how, date.words) == ("date", "2020-05-03", "own", "3. Mai 2020")


def test_what_the_release_completes_is_told(explained):
    (date,) = explained("Ministerpräsident Karl Vogt reiste am 3. Mai nach Japan.", "visit").dates
    assert date.value == "2020-05-03"
    assert "ergänzt vom Datum der Meldung (2020-06-15)" in date.text


def test_the_occasion_that_the_release_tells_of(explained):
    text = (
        "Am 3. Mai 2020 begann die Reise nach Japan. "
        "Ministerpräsident Karl Vogt traf in Tokio Gouverneurin Aiko Tanaka zu einem Gespräch."
    )
    (date,) = explained(text, "meeting").dates
    assert (date.value, date.how, date.sentence) == (
        "2020-05-03", "occasion", "Am 3. Mai 2020 begann die Reise nach Japan.",
    )  # fmt: skip


def test_since_when_a_partnership_holds(explained):
    (date,) = explained("Seit 1989 verbindet Brandenburg eine Partnerschaft mit Kanagawa.", "partnership").dates
    assert (date.field, date.value, date.how) == ("from", "1989", "own")
    assert date.text == "im Satz: hinter „seit“ oder „ab“: „1989“"
