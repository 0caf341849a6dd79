"""What is likely is the same whether all that speaks for a candidate is weighed or only what may be enough."""

import pytest

from relgraph.extraction.candidates import candidates
from relgraph.extraction.features import Features
from relgraph.extraction.pipeline import frames, recognise
from relgraph.extraction.scorer import LEAST, Scorer, scorer
from relgraph.extraction.weighing import Likely
from relgraph.model import Release
from relgraph.vocabulary import RelationType

TEXT = """Minister Franz Meier besuchte am 3. Mai die Präfektur Kanagawa und traf dort Gouverneur Hajime Furuta.
Bayern, Hessen und die Universität Kyoto arbeiten seit 2019 mit Japan, Kanada und der Universität Konstanz zusammen.
Das Land unterstützt die Hochschulen bei der Robotik nicht. Bayern ist bei Halbleitern führend.
Eine Delegation reiste mit Wirtschaftsminister Karl Ott nach Ontario, um ein Abkommen mit Kanada zu unterzeichnen."""


@pytest.fixture(scope="module")
def found():
    return list(frames(*recognise(Release(id="x", title="x", region="Bayern", date="2020-05-04", text=TEXT))))


def weighed(frame, by):
    """Every candidate with the probability that all its features give."""
    features = Features(frame)
    return [(one, by.probability(features.of(one))) for one in candidates(frame)]


@pytest.mark.parametrize("by", [scorer(), Scorer({"bias": -0.9, "claimed": 1.0, "cooperation sides=own>abroad": 0.6})])
def test_whoever_is_likely_is_found_and_nobody_else(found, by):
    kept, left = 0, 0
    for frame in found:
        everyone = weighed(frame, by)
        likely = list(Likely(frame, by).of(frozenset(RelationType)))
        assert [one for one, _ in likely] == [one for one, probability in everyone if probability >= LEAST]
        told = [probability for _, probability in everyone if probability >= LEAST]
        assert [probability for _, probability in likely] == pytest.approx(told)
        kept, left = kept + len(likely), left + len(everyone) - len(likely)
    assert kept > 4
    assert left > 20
