"""Each cue of the page lexicon takes its own examples and leaves what it must."""

import pytest

from relgraph.releases.trailing import cue_of, cues, is_rubric


def taken(line):
    return cue_of(line) is not None or is_rubric(line)


def test_ids_are_unique():
    ids = [cue.id for cue in cues()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("cue", cues(), ids=lambda cue: cue.id)
def test_a_cue_takes_its_examples_and_leaves_the_others(cue):
    assert cue.example
    assert [line for line in cue.example if not taken(line)] == []
    assert any(cue.regex.search(line) for line in cue.example)
    assert [line for line in cue.never if taken(line)] == []


@pytest.mark.parametrize("cue", cues(), ids=lambda cue: cue.id)
def test_a_cue_is_needed(cue, monkeypatch):
    from relgraph.releases import trailing

    rest = tuple(other for other in cues() if other is not cue)
    monkeypatch.setattr(trailing, "cues", lambda: rest)
    trailing._compiled.cache_clear()
    try:
        assert [line for line in cue.example if not taken(line)], "its examples are taken without it"
    finally:
        monkeypatch.undo()
        trailing._compiled.cache_clear()
