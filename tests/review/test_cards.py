import pytest

from relgraph import resources
from relgraph.explaining.sources import StoredReleases
from relgraph.review.cards import Cards
from relgraph.review.listing import COLUMNS, listing
from relgraph.review.material import Material
from relgraph.review.queue import Choice, Kind, Queue
from relgraph.review.words import say
from relgraph.store.opening import open_store
from relgraph.vocabulary import RelationType


@pytest.fixture
def cards(material, store):
    def make(language="de"):
        return Cards(material, StoredReleases(store), language)

    return make


def test_a_relation_is_shown_with_its_ends_marked(cards, queued):
    (item,) = queued(relation_types=frozenset({RelationType.VISIT}), kinds=(Kind.RELATIONS,))
    card = cards().card(item)
    (sentence,) = card.sentences
    assert card.title == "Besuch: Hans Müller → Japan"
    assert [sentence.text[start:end] for start, end in sentence.marks] == ["Hans Müller", "Japan"]
    rows = dict(card.rows)
    assert (rows["Status"], rows["am"]) == ("abgeschlossen", "2020-05")
    assert rows["Regel"] == "visit/test, Sicherheit 0,45"
    assert rows["Meldung"] == "r1, 2024-05-01, Staatsministerium: Meldung r1"
    assert rows["Adresse"] == "https://example.org/r1"
    assert card.choices == (
        "[a] stimmt",
        "[r] steht da nicht",
        "[c] berichtigen",
        "[s] später",
        "[u] zurück",
        "[q] aufhören",
    )


def test_a_relation_that_reading_finds_too_says_why(built):
    with open_store(built / "store") as opened:
        material = Material(opened)
        choice = Choice(below=1.0, kinds=(Kind.RELATIONS,), relation_types=frozenset({RelationType.VISIT}))
        (item,) = Queue(material, choice).items(set())
        card = Cards(material, StoredReleases(opened), "en").card(item)
    (sentence,) = card.sentences
    assert [sentence.text[start:end] for start, end in sentence.marks] == ["Winfried Kretschmann", "Südkorea"]
    assert dict(card.rows)["Subject"].startswith("Winfried Kretschmann: named as “Winfried Kretschmann”")


def test_a_strength_is_titled_by_its_topics(cards, queued):
    (item,) = queued(relation_types=frozenset({RelationType.STRENGTH}), kinds=(Kind.RELATIONS,))
    assert cards("en").title(item) == "Technological strength: Japan → Robotics, Semiconductors"


def test_a_name_is_shown_with_candidates_and_sentences(cards, queued):
    (item,) = queued(kinds=(Kind.NAMES,))
    card = cards().card(item)
    assert card.title == "Heidelberg University (Wissenschaftliche Einrichtung) – wer ist das?"
    assert [one.text for one in card.sentences] == ["Die Heidelberg University ist Partner von Japan."]
    assert card.sentences[0].source == "r1, 2024-05-01"
    told = dict(card.rows)["Vorschlag 1"]
    assert told.startswith(
        "Universität Heidelberg (Wissenschaftliche Einrichtung), zu 100 % ähnlich, https://w3id.org/"
    )


def test_a_pair_is_shown_with_sentences_of_both(cards, queued):
    item = next(one for one in queued(kinds=(Kind.DUPLICATES,)) if one.known.name == "H. Müller")
    card = cards("en").card(item)
    assert card.title == "H. Müller = Hans Müller?"
    assert [one.text for one in card.sentences] == [
        "H. Müller sprach mit der Novatron AG.",
        "Hans Müller besuchte Japan.",
    ]
    assert card.choices[:3] == ("[y] the same", "[n] two", "[m] unsure")


def test_the_queue_as_a_table(cards, queued):
    table = listing(queued(), cards())
    rows = list(table.dicts())
    assert table.columns == COLUMNS
    assert [row["kind"] for row in rows] == ["relation"] * 4 + ["name"] + ["pair"] * 2
    assert (rows[0]["confidence"], rows[0]["release"], rows[0]["object"]) == ("0.42", "r2", None)
    assert rows[4]["candidates"].startswith("https://w3id.org/relgraph/id/organisation/")


def test_all_words_are_there_in_both_languages():
    words = resources.read_yaml(resources.folder("data") / "review" / "words.yml")
    values = dict.fromkeys(("n", "name", "type", "id", "rule", "one", "other", "total", "left", "path"), "x")
    values |= dict.fromkeys(("decision", "about", "by", "date", "why", "sentence"), "x")
    for group, entries in words.items():
        for key in entries:
            assert say("de", group, key, **values)
            assert say("en", group, key, **values)
