"""Which pairs of a sentence are looked at, and what is seen of them."""

import pytest

from relgraph.extraction.candidates import ENDS, candidates
from relgraph.extraction.features import Features
from relgraph.extraction.pipeline import frames, recognise
from relgraph.extraction.signals import signals
from relgraph.model import Release
from relgraph.vocabulary import EntityType, RelationType


def frames_of(text, region="Brandenburg"):
    return list(frames(*recognise(Release(id="x", title="x", region=region, text=text))))


def found(text, kind, region="Brandenburg"):
    """Names of the ends of each candidate of a type, with its features."""
    seen = {}
    for frame in frames_of(text, region):
        features = Features(frame)
        names = frame.scene.draft.entities
        for one in candidates(frame):
            if one.type == kind:
                other = names[one.object.id].name if one.object else None
                seen.setdefault((names[one.subject.id].name, other), (one, features.of(one)))
    return seen


def test_every_type_of_relation_has_its_ends():
    assert set(ENDS) == set(RelationType)


def test_a_pair_is_seen_with_what_governs_it():
    seen = found("Die Universität Konstanz kooperiert mit der Universität Kyoto.", RelationType.COOPERATION)
    one, features = seen["Universität Konstanz", "Universität Kyoto"]
    assert one.cue.family == "Kooperation"
    assert {"cooperation s=nom", "cooperation o=mit", "cooperation order=ScO", "claimed"} <= set(features)


def test_a_symmetric_pair_is_seen_once():
    seen = found("Die Universität Konstanz kooperiert mit der Universität Kyoto.", RelationType.COOPERATION)
    assert ("Universität Kyoto", "Universität Konstanz") not in seen


def test_a_negated_clause_shows():
    seen = found("Eine Partnerschaft zwischen Bayern und Karnataka gibt es nicht.", RelationType.PARTNERSHIP, "Bayern")
    assert "partnership negated" in seen["Bayern", "Karnataka"][1]


def test_sides_are_told_from_the_release():
    seen = found("Ministerin Eva Kranz besuchte Kanada.", RelationType.VISIT)
    assert "visit sides=person-own>abroad" in seen["Eva Kranz", "Kanada"][1]


def test_the_region_stands_in_where_none_is_named():
    one, _ = found("Eine Zusammenarbeit mit Kanada ist geplant.", RelationType.COOPERATION)["Brandenburg", "Kanada"]
    assert (one.subject.kind, one.subject.named) == ("home", False)


def test_no_word_announces_no_candidate():
    assert all(not list(candidates(frame)) for frame in frames_of("Kanada liegt neben den USA."))


@pytest.mark.parametrize("kind", [kind for kind in RelationType if kind != RelationType.AFFILIATION])
def test_every_type_is_announced_by_some_word(kind):
    families = {family for signal, family in signals().all() if signal == kind}
    assert families


def test_ends_keep_to_their_types():
    for frame in frames_of("Umweltminister Franz Meier nahm in Tokio am Global Climate Forum teil."):
        for one in candidates(frame):
            if one.type == RelationType.PARTICIPATION:
                assert one.object is None or one.object.type == EntityType.EVENT


def test_a_word_inside_a_name_announces_nothing():
    text = "Kanada liegt neben der Stiftung Zusammenarbeit Kiel und neben Japan."
    seen = found(text, RelationType.COOPERATION)
    assert all(one.cue.family != "Zusammenarbeit" for one, _ in seen.values())


def test_a_body_for_which_a_person_signs_is_an_end_where_nobody_names_it():
    text = (
        "Kanagawas Gouverneurin Aiko Tanaka kam nach Potsdam. "
        "Mit Aiko Tanaka unterzeichnete Ministerpräsident Karl Vogt ein Memorandum."
    )
    one, _ = found(text, RelationType.AGREEMENT)["Brandenburg", "Kanagawa"]
    assert {claim.rule.id for claim in one.claims} >= {"agreement/unterzeichnet-mit"}
