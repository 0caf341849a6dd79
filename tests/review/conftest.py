"""A release about a visit and a partnership, as it would be read, and an annotation of it."""

from hashlib import sha256

import pytest

from relgraph.evaluation.gold import Gold
from relgraph.extraction.pipeline import extract
from relgraph.model import Release

TEXT = """Gouverneur Hajime Furuta besuchte am 11. November 2014 Baden-Württemberg.

Baden-Württemberg und die Präfektur Kanagawa verbindet seit 1989 eine Partnerschaft. Minister Peter Friedrich sprach \
mit Hajime Furuta.

Japan ist bei der Robotik führend. Die Firma Novatron AG lieferte Roboter."""
VISIT = "Gouverneur Hajime Furuta besuchte am 11. November 2014 Baden-Württemberg."
PARTNERS = "Baden-Württemberg und die Präfektur Kanagawa verbindet seit 1989 eine Partnerschaft."
TALK = "Minister Peter Friedrich sprach mit Hajime Furuta."
STRONG = "Japan ist bei der Robotik führend."
RELEASE = Release(id="bw-2014-11-11-kanagawa", title="Besuch", date="2014-11-12", region="Baden-Württemberg", text=TEXT)


def _annotation(**changes):
    said = {
        "id": RELEASE.id,
        "sha256": sha256(TEXT.encode()).hexdigest(),
        "entities": [
            {"name": "Hajime Furuta", "type": "Person", "mentions": ["Hajime Furuta"]},
            {"name": "Baden-Württemberg", "type": "Region", "mentions": ["Baden-Württemberg"]},
            {"name": "Präfektur Kanagawa", "type": "Region", "mentions": ["Präfektur Kanagawa"], "partOf": "Japan"},
            {"name": "Japan", "type": "Country", "mentions": ["Japan"]},
            {"name": "Novatron", "type": "Company", "mentions": ["Novatron AG"]},
        ],
        "relations": [
            {"type": "visit", "subject": "Hajime Furuta", "object": "Baden-Württemberg", "date": "2014-11-11",
             "status": "concluded", "evidence": VISIT},
            {"type": "partnership", "subject": "Baden-Württemberg", "object": "Präfektur Kanagawa", "from_": "1989",
             "evidence": PARTNERS},
            {"type": "trade", "subject": "Novatron", "object": "Japan", "evidence": "Die Firma Novatron AG lieferte"
             " Roboter."},
        ],
    }  # fmt: skip
    return Gold.model_validate(said | changes)


@pytest.fixture(scope="session")
def read():
    """What the machine reads out of the release."""
    return extract(RELEASE)


@pytest.fixture(scope="session")
def release():
    return RELEASE


@pytest.fixture(scope="session")
def annotation():
    """The annotation with changes, as a function."""
    return _annotation


@pytest.fixture(scope="session")
def sentences():
    """Sentences of the release by what they state."""
    return {"visit": VISIT, "partnership": PARTNERS, "meeting": TALK, "strength": STRONG}
