import pytest

from relgraph.extraction.readers import FirstReader
from relgraph.model import Release
from relgraph.review.decisions import Reject, Same
from relgraph.review.marks import MarkingReader

SIGNED = {"by": "Eva Muster", "date": "2026-11-27"}
PLACES = ("Japan", "Kanagawa", "Singapur", "Ontario", "China")
SENTENCE = "Das Land arbeitet mit {} bei Wasserstoff eng zusammen."


@pytest.fixture(scope="session")
def many():
    """Short releases, more than a team holds at a time."""

    def made(number):
        text = f"{SENTENCE.format(PLACES[number % len(PLACES)])} Die Firma Novatron AG lieferte {number} Roboter."
        return Release(id=f"bw-{number:03}", title="Titel", region="Baden-Württemberg", text=text)

    return [made(number) for number in range(170)]


@pytest.fixture
def marking():
    """A reader with decisions that fit, that do not, and that are about releases which never come."""
    relation = {"type": "cooperation", "subject": "Baden-Württemberg", "object": "Japan"}
    about = {"sentence": SENTENCE.format("Japan"), "relation": relation}
    return MarkingReader(
        FirstReader(),
        {},
        [
            Reject(**SIGNED, release="bw-005", **about),
            Reject(**SIGNED, release="bw-006", **about),
            Reject(**SIGNED, release="bw-999", **about),
            Same(**SIGNED, entity="Novatron AG", other={"name": "Nova", "type": "Company"}, release="bw-100"),
            Same(**SIGNED, entity="Niemandsland", other="Japan"),
        ],
    )
