import pytest

from relgraph.difference.pairing import Change
from relgraph.difference.reading import Difference
from relgraph.difference.telling import tell
from relgraph.store.graphs import open_graphs


@pytest.fixture
def told(two_builds):
    def telling(language):
        with open_graphs(str(two_builds[0])) as old, open_graphs(str(two_builds[1])) as new:
            return list(tell(Difference(old, new), language))

    return telling


def test_german(told):
    lines = [line.text for line in told("de")]
    assert lines[0] == "bw-2024-02-01-halbleiter  01.02.2024"
    visit = lines.index("  ~ Besuch: Winfried Kretschmann → Südkorea")
    assert "      am: nichts → 01.2024" in lines[visit:]
    assert "bw-2024-05-01-kanagawa  01.05.2024  Staatsministerium  (neu)" in lines
    assert any(line.startswith("  + Partnerschaft: Baden-Württemberg ↔ Kanagawa  (laufend, ") for line in lines)
    assert "      „Baden-Württemberg und die Präfektur Kanagawa verbindet seit 1989 eine Partnerschaft.“" in lines
    assert "  − Südkorea ↔ Baden-Württemberg: Zusammenarbeit  (aus bw-2024-02-01-halbleiter)" in lines
    assert "  Meldungen        1 neu, 0 weg, 1 geändert" in lines


def test_english_and_colours(told):
    lines = told("en")
    assert [line.change for line in lines if "Partnership: Baden-Württemberg ↔ Kanagawa  (" in line.text] == [
        Change.CAME
    ]
    assert any(line.text.startswith("  ~ Visit: Winfried Kretschmann → South Korea") for line in lines)
    assert "  releases         1 new, 0 gone, 1 changed" in [line.text for line in lines]


def test_nothing_differs(two_builds):
    with open_graphs(str(two_builds[0])) as old, open_graphs(str(two_builds[0])) as new:
        assert [line.text for line in tell(Difference(old, new), "de")] == ["Beide Graphen sind gleich."]
