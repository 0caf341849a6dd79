import pytest

from relgraph.errors import DataError
from relgraph.extraction.readers import Account, FirstReader
from relgraph.review.decisions import Accept
from relgraph.review.marks import MarkingReader, marking_reader
from relgraph.vocabulary import Basis


class Counting(FirstReader):
    """A reader that counts what it is asked."""

    account = Account(model="m", rule="r", cap=0.5)

    def __init__(self):
        self.asked = 0

    def read(self, release):
        self.asked += 1
        return super().read(release)


def test_an_annotated_release_enters_as_annotated_and_asks_nobody(release, annotation):
    below = Counting()
    reader = MarkingReader(below, {release.id: annotation()})
    assert {one.basis for one in reader.read(release).relations} == {Basis.CURATED}
    assert (below.asked, reader.marked().curated, reader.account) == (0, (release.id,), below.account)


def test_an_edited_release_loses_its_annotation_and_that_is_told(release, annotation):
    edited = release.model_copy(update={"text": release.text + " Neu."})
    below = Counting()
    reader = MarkingReader(below, {release.id: annotation()})
    assert {one.basis for one in reader.read(edited).relations} == {Basis.MACHINE}
    assert (below.asked, reader.marked().curated, reader.marked().edited) == (1, (), (release.id,))


def test_decisions_are_played_back_on_what_was_annotated_and_on_what_was_read(release, annotation, sentences):
    visit = {"type": "visit", "subject": "Hajime Furuta", "object": "Baden-Württemberg"}
    accept = Accept(
        by="Eva", date="2026-11-27", release=release.id, sentence=sentences["visit"], relation=visit
    )  # fmt: skip
    for gold, other in (({release.id: annotation()}, Basis.CURATED), ({}, Basis.MACHINE)):
        reader = MarkingReader(FirstReader(), gold, [accept])
        bases = {one.type: one.basis for one in reader.read(release).relations}
        assert (bases["visit"], bases["partnership"]) == (Basis.REVIEWED, other)
        assert (reader.marked().decided, reader.marked().unfit) == (1, ())


def test_reading_alone_knows_neither_annotations_nor_decisions_that_were_not_named(tmp_path):
    path = tmp_path / "decisions.yml"
    path.write_text("- {decision: same, by: E, date: 2026-11-27, entity: A, other: B}\n")
    gold = tmp_path / "gold"
    gold.mkdir()
    with pytest.raises(DataError, match="a folder without annotations"):
        marking_reader(FirstReader(), gold=gold)
    assert marking_reader(FirstReader(), gold=gold, machine=True).marked().unfit == ()
    assert len(marking_reader(FirstReader(), decisions=path, machine=True).marked().unfit) == 1
