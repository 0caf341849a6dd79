import pytest


def by_end(explanation):
    return {end.end: end for end in explanation.ends}


def test_a_name_is_told_with_what_governs_it(explained):
    told = explained("Ministerpräsident Karl Vogt reiste am 3. Mai 2020 nach Japan.", "visit")
    ends = by_end(told)
    assert ends["object"].text == "genannt als „Japan“; hinter „nach“"
    assert ends["object"].linked
    assert ends["object"].mention.text == told.relation.evidence.text[-6:-1] == "Japan"
    assert not ends["subject"].linked
    assert ends["subject"].text.endswith("Amt bei: Brandenburg")


def test_a_word_that_stands_for_somebody_is_told(explained):
    text = "Umweltminister Franz Meier kam nach Rom. Der Minister besuchte am Montag die Universität Kyoto."
    ends = by_end(explained(text, "visit"))
    assert ends["subject"].name == "Franz Meier"


def test_who_is_filled_in_is_told(explained):
    told = explained("Die Zusammenarbeit mit Japan bei Wasserstoff soll enger werden.", "cooperation", "en")
    ends = by_end(told)
    assert (ends["subject"].name, ends["subject"].how, ends["subject"].mention) == ("Brandenburg", "home", None)
    assert ends["subject"].text == "not named; the release's own side is filled in"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Aiko Tanaka, die Gouverneurin von Kanagawa, sprach ein Grußwort.", "steht beim Amt"),
        ("Umweltminister Franz Meier reiste nach Rom.", "steht nicht beim Amt; aus Amt und Meldung erschlossen"),
    ],
)
def test_where_an_office_belongs_is_told(explained, text, why):
    told = explained(text, "affiliation")
    assert by_end(told)["object"].text == why
    assert told.cause.kind == "office"
    assert told.confidence.sum is None
    assert told.confidence.probability == told.relation.confidence
