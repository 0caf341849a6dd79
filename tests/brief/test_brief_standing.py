"""Whether a date, a paper or a topic stands in the sentence quoted."""

import pytest

from relgraph.brief.standing import date_stands, name_stands, topics_standing
from relgraph.vocabulary import TOPIC


@pytest.mark.parametrize(
    ("date", "sentence", "stands"),
    [
        ("1989", "Seit 1989 sind sie Partner.", True),
        ("1989", "Das Werk 19891 steht.", False),
        ("1989", "Seit dreißig Jahren sind sie Partner.", False),
        ("2018-05", "Im Mai reist er.", True),
        ("2018-05", "Im Mainz reist er.", False),
        ("2018-05", "Am 3.5.2018 reist er.", True),
        ("2018-05-14", "Am 14. Mai reist er.", True),
        ("2018-05-14", "Im Mai reist er.", False),
        ("2018-05-14", "Am Freitag (14.05.) reist er.", True),
        ("2018-05-14", "On 14 May he travels.", True),
        ("2018-05-04", "Am 14. Mai reist er.", False),
    ],
)
def test_dates(date, sentence, stands):
    assert date_stands(date, sentence) is stands


@pytest.mark.parametrize(
    ("name", "stands"),
    [("Gemeinsames Memorandum", True), ("Memorandum of Understanding", True), ("Charta", False), ("MoU", False)],
)
def test_names(name, stands):
    assert name_stands(name, "Sie unterschrieben ein gemeinsames Memorandum.") is stands


def test_topics():
    assert topics_standing("Beide forschen an Wasserstoff.") >= {TOPIC + "hydrogen"}
    assert topics_standing("Beide trafen sich.") == frozenset()
