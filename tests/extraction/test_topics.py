"""Which topics are looked at for a relation, and where they come from."""

from relgraph.extraction.candidates import candidates
from relgraph.extraction.pipeline import frames, recognise
from relgraph.extraction.topics import topic_features
from relgraph.model import Release
from relgraph.vocabulary import RelationType


def seen(text, kind):
    """Features of each topic that is looked at for the first candidate of a type."""
    for frame in frames(*recognise(Release(id="x", title="x", region="Brandenburg", text=text))):
        for candidate in candidates(frame, {kind}):
            return dict(topic_features(frame, candidate))
    return {}


def test_topics_of_the_sentence_and_of_those_beside_it_are_looked_at():
    text = "Es ging um Wasserstoff. Brandenburg arbeitet mit Japan in der Robotik zusammen. Auch Photonik kam vor."
    found = seen(text, RelationType.COOPERATION)
    places = {
        topic: {f"topic {where}" for where in ("here", "next", "before")} & set(names) for topic, names in found.items()
    }
    assert places == {"robotics": {"topic here"}, "photonics": {"topic next"}, "hydrogen": {"topic before"}}


def test_universities_imply_their_field():
    text = "Die Universität Konstanz arbeitet mit der Universität Kyoto zusammen."
    found = seen(text, RelationType.COOPERATION)
    assert "topic cooperation implied=research" in found["research"]
    assert "topic higher-education" in found["higher-education"]


def test_trade_implies_goods_or_investment():
    assert set(seen("Brandenburg liefert Möbel nach Japan.", RelationType.TRADE)) == {"trade", "investment"}


def test_the_name_of_an_end_tells_a_topic():
    text = "Brandenburg arbeitet mit dem Japanischen Institut für Wasserstoffforschung zusammen."
    assert "topic name" in seen(text, RelationType.COOPERATION)["hydrogen"]


def test_a_sentence_beside_tells_whom_else_it_names():
    text = "Brandenburg arbeitet mit Japan zusammen. Mit Kanada und Polen geht es um Wasserstoff."
    names = seen(text, RelationType.COOPERATION)["hydrogen"]
    assert {"topic next own=0", "topic next others=2"} <= set(names)


def test_others_between_a_topic_and_the_ends_count():
    text = "Brandenburg arbeitet mit Japan zusammen, während Kanada und Polen auf Wasserstoff setzen."
    assert "topic here rivals=2" in seen(text, RelationType.COOPERATION)["hydrogen"]


def test_how_often_a_release_names_a_topic_counts():
    text = "Brandenburg arbeitet mit Japan bei Wasserstoff zusammen. Wasserstoff ist wichtig."
    assert "topic here in 2" in seen(text, RelationType.COOPERATION)["hydrogen"]
