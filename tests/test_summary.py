import pytest

from relgraph.extraction.readers import Account, Unread
from relgraph.extraction.second.screening import Reason
from relgraph.report import Left, Report
from relgraph.review.misfits import Unfit
from relgraph.summary import fields, say, second_reader, summary

COUNTED = Report(
    releases=1, entities=2, relations=3, evidence=1, entities_by_type={"Country": 2},
    relations_by_type={"strength": 2, "visit": 1}, relations_by_basis={"machine": 2, "curated": 0, "reviewed": 1},
)  # fmt: skip
ACCOUNT = Account(model="m", rule="second-reader/m", cap=0.5, asked=2, said=3, kept=1, dropped={"said twice": 2},
                  left_out={"date": 1}, unread=(Unread(release="a", why="no answer"),))  # fmt: skip


def test_counts_come_in_the_words_of_a_language():
    assert [*summary(COUNTED, "en")] == [
        "1 release, 2 entities, 3 relations, 1 evidence sentence",
        "entities: Country 2",
        "relations: Technological strength 2, Visit 1",
        "basis: read by machine 2, curated 0, reviewed 1; curated: 0 of 1 release",
    ]
    assert [*summary(COUNTED, "de")] == [
        "1 Meldung, 2 Namen, 3 Beziehungen, 1 Belegsatz",
        "Namen: Staat 2",
        "Beziehungen: Technologische Stärke 2, Besuch 1",
        "Grundlage: maschinell gelesen 2, kuratiert 0, geprüft 1; kuratiert: 0 von 1 Meldung",
    ]


def test_what_is_left_out_missing_edited_unfit_and_odd_is_told():
    unfit = Unfit(decision="same", by="Eva", date="2026-11-27", about="A – B", why="entity gone", name="A")
    more = {
        "relations_by_type": {}, "edited": ("c",), "decided": 4, "unfit": (unfit,), "skipped": (Left(path="a/b.txt",
        why="empty"),), "missing": {"a": ("date", "region"), "c": ("date",)}, "warnings": ("odd", "odder"),
    }  # fmt: skip
    lines = [*summary(COUNTED.model_copy(update=more), "en")]
    assert lines[2] == "relations: none"
    assert lines[4:] == [
        "c: no longer the text that was annotated; read by machine",
        "decisions: 4 played back, 1 not",
        "the same: A – B (by Eva on 2026-11-27) no longer fits: no release names “A”",
        "skipped: a/b.txt: empty",
        "missing: date 2, region 1 (see report.json)",
        "2 warnings, the first: odd",
    ]


def test_what_became_of_a_second_readers_answers_is_told():
    assert [*second_reader(ACCOUNT, "en")] == [
        "second reader m: 2 releases asked about, 3 said, 1 kept, 0 confirmed, 2 dropped",
        "dropped: said twice 2",
        "left out: date 1",
        "not read by the second reader: 1 release, the first: a: no answer",
    ]
    assert [*second_reader(ACCOUNT, "de")][1] == "verworfen: zweimal genannt 2"
    assert [*second_reader(None, "de")] == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_all_that_can_be_counted_has_words(language):
    assert all(say(language, "reasons", reason) for reason in Reason)
    optional = ("topics", "document", "event", "role", "amount", "date", "from", "until", "status")
    assert fields(("title", "date", "publisher", "region", *optional), language).count(",") == 12
