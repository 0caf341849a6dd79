import json

import pytest

from relgraph.errors import FetchError
from relgraph.extraction.pipeline import extract
from relgraph.extraction.readers import FirstReader
from relgraph.extraction.second.questions import LONGEST
from relgraph.extraction.second.reader import SecondReader
from relgraph.extraction.second.screening import CAP
from relgraph.model import Release

RULE = "second-reader/qwen2-5-7b"
FOND = "Bayern schätzt Finnland."


def of_model(extraction):
    return [relation for relation in extraction.relations if RULE in relation.rule]


def test_what_is_new_is_added_to_what_the_first_reader_found(second, model_server, release, say):
    model_server.answers = [[say(type="partnership", object="Finnland", evidence=FOND)]]
    read, first = second.read(release), extract(release)
    assert read.relations[: len(first.relations)] == first.relations
    (new,) = read.relations[len(first.relations) :]
    assert (new.rule, new.confidence, new.evidence.text) == (RULE, CAP, FOND)
    account = second.account
    assert (account.asked, account.said, account.kept, account.confirmed) == (1, 1, 1, 0)
    assert (account.dropped, account.left_out, account.unread) == ({}, {}, ())


@pytest.mark.parametrize("turned", [False, True])
def test_what_both_read_stays_as_the_first_has_it_and_names_both(second, model_server, release, say, turned):
    known = next(relation for relation in extract(release).relations if relation.type == "agreement")
    ends = {"subject": "Kanagawa", "object": "Bayern"} if turned else {}
    model_server.answers = [[say(type="agreement", status="planned", confidence=0.1, **ends)]]
    read = second.read(release)
    (both,) = of_model(read)
    assert both == known.model_copy(update={"rule": f"{known.rule} + {RULE}"})
    assert len(read.relations) == len(extract(release).relations)
    assert (second.account.kept, second.account.confirmed) == (0, 1)


def test_lies_are_dropped_and_counted_by_reason(second, model_server, release, say):
    model_server.answers = [
        [
            say(evidence="Bayern und Kanagawa gründen einen Staat."),
            say(evidence="Bayern und Kanagawa gründen eine Bank."),
            say(object="Südkorea"),
            say(type="conquest"),
            say(confidence=2),
            "Unsinn",
            say(type="cooperation", object="Finnland", evidence=FOND, topics=["hydrogen"]),
            say(type="cooperation", object="Bayern", subject="Finnland", evidence=FOND),
        ]
    ]
    read = second.read(release)
    assert len(of_model(read)) == 1
    account = second.account
    assert (account.said, account.kept, account.confirmed) == (8, 1, 0)
    assert account.dropped == {
        "malformed": 2, "unknown type": 1, "sentence not in the text": 2, "end not in the sentence": 1, "said twice": 1,
    }  # fmt: skip
    assert account.left_out == {"topics": 1}
    assert account.said == account.kept + account.confirmed + sum(account.dropped.values())


def test_an_entity_that_only_a_reference_names_is_one_of_the_extraction(second, model_server, say):
    text = "Bayern arbeitet mit der Präfektur Kanagawa in Japan zusammen. Die Präfektur lobte Japan."
    release = Release(id="x", title="x", region="Bayern", text=text)
    model_server.answers = [
        [say(type="visit", subject="Kanagawa", object="Japan", evidence="Die Präfektur lobte Japan.")]
    ]
    assert of_model(second.read(release))[0].subject.endswith("/JP-14")


@pytest.mark.parametrize("answer", ["Gern! Hier sind die Beziehungen.", '{"relations": "keine"}', ""])
def test_a_release_whose_answer_is_none_is_left_to_the_first_reader(second, model_server, release, answer):
    model_server.answers = [answer]
    assert second.read(release) == extract(release)
    (unread,) = second.account.unread
    assert unread.release == "by-1"
    assert unread.why.startswith("the answer is not of the schema")


def test_a_release_of_which_one_passage_is_not_answered_is_left_to_the_first_reader(second, model_server, say):
    text = "\n\n".join(f"Bayern hat im Jahr {year} an Finnland gedacht." for year in range(1700, 1950))
    release = Release(id="x", title="x", region="Bayern", text=text)
    told = say(type="trade", object="Finnland", evidence="Bayern hat im Jahr 1700 an Finnland gedacht.")
    model_server.answers = [[told], "nichts"]
    assert not of_model(second.read(release))
    assert len(second.account.unread) == 1
    model_server.answers = [[told], []]
    assert len(of_model(second.read(release))) == 1


def test_a_server_that_never_answers_is_an_error(second, model_server, release):
    model_server.answers = [lambda handler: model_server.send(handler, 500)]
    with pytest.raises(FetchError, match="500"):
        second.read(release)


def test_nobody_is_asked_about_a_text_without_end_or_without_names(second, model_server):
    long = Release(id="lang", title="x", region="Bayern", text="Bayern dankt Japan. " * (LONGEST // 20 + 1))
    plain = Release(id="leer", title="x", text="Es regnet.")
    assert second.read(long) == extract(long)
    assert second.read(plain) == extract(plain)
    assert model_server.requests == []
    assert (second.account.asked, [unread.release for unread in second.account.unread]) == (0, ["lang"])


def test_the_first_reader_asks_nobody(release):
    assert FirstReader().account is None
    assert FirstReader().read(release) == extract(release)


def test_the_seam_takes_any_first_reader_and_any_model(release, say):
    class Nothing:
        account = None

        def read(self, release):
            return extract(release).model_copy(update={"relations": ()})

    answers = json.dumps({"relations": [say(type="agreement")]})
    read = SecondReader(Nothing(), lambda request: answers, "Qwen2.5:7b").read(release)
    assert [relation.rule for relation in read.relations] == [RULE]
