"""A release, and shorthands to say something of it."""

import pytest

from relgraph.extraction.readers import FirstReader
from relgraph.extraction.second.reader import SecondReader
from relgraph.extraction.second.server import Server
from relgraph.model import Release

TEXT = "\n\n".join(
    (
        "Ministerpräsident Jonas Keller empfing am 4. Mai 2023 die Gouverneurin Yuki Tanaka aus der Präfektur Kanagawa."
        " Die Gouverneurin lobte die Hochschulen.",
        "Bayern und Kanagawa unterzeichneten eine Absichtserklärung zur Robotik. "
        "Beide Seiten sind einander seit 1989 verbunden.",
        "Zwischen Bayern und Südkorea gibt es keine Partnerschaft. Bayern schätzt Finnland. "
        "Wasserstoff ist für Finnland wichtig. Der Freistaat gibt 200.000 Euro für Nagoya.",
    )
)


@pytest.fixture
def release():
    return Release(id="by-1", title="Besuch", region="Bayern", date="2023-05-05", text=TEXT)


@pytest.fixture
def say():
    """A relation as a model says it; what is not given is what the text states."""

    def said(**fields):
        return {
            "type": "cooperation", "subject": "Bayern", "object": "Kanagawa", "topics": [], "status": "active",
            "document": None, "role": None, "amount": None, "date": None, "from": None, "until": None,
            "confidence": 0.9, "evidence": "Bayern und Kanagawa unterzeichneten eine Absichtserklärung zur Robotik.",
        } | fields  # fmt: skip

    return said


@pytest.fixture
def waits():
    """Seconds that a server was given to rest, none of which is slept."""
    return []


@pytest.fixture
def server_of(model_server, waits):
    return lambda **options: Server(model_server.url, sleep=waits.append, **options)


@pytest.fixture
def second(server_of):
    """A second reader who asks the loopback server."""
    return SecondReader(FirstReader(), server_of().answer, "Qwen2.5:7b")
