"""The words of `data/asking`: each fits what the others say."""

import pytest

from relgraph.queries.catalogue import catalogue
from relgraph.understanding import lexicon
from relgraph.understanding.concepts import sightings
from relgraph.understanding.lexicon import LANGUAGES, concepts, cues, phrases, words

KINDS = {
    "@place", "@home", "@abroad", "@two", "@body", "@person", "@document", "@event", "@release", "@topic", "@since",
    "@until", "@date", "@duration", "@number",
}  # fmt: skip
MARKS = {"<place>", "<body>", "<person>", "<document>", "<event>", "<release>", "<topic>", "<date>"}


@pytest.mark.parametrize("name", catalogue())
def test_every_question_of_the_catalogue_has_cues_and_examples_in_both_languages(name):
    examples = cues()[name].examples
    assert {language: sum(one.language == language for one in examples) >= 2 for language in LANGUAGES} == {
        "de": True,
        "en": True,
    }


@pytest.mark.parametrize("name", cues())
def test_cues_are_of_concepts_and_kinds_that_there_are(name):
    parts = {part.removeprefix("!") for cue in cues()[name].cues for part in cue.split()}
    assert parts <= {*concepts(), *KINDS}


def test_shared_tables_are_of_concepts_that_there_are():
    shared = words()
    for table in (shared.relation_types, shared.statuses, shared.classes, shared.by):
        assert set(table) <= set(concepts())


def test_examples_take_parameters_of_their_question():
    known = catalogue()
    for name, question in cues().items():
        for example in question.examples:
            if name in known:
                assert {key for key in example.params if known[name].parameter(key) is None} == set(), example.text


def test_a_pattern_stands_once_in_a_concept_and_its_marks_are_known():
    for concept, patterns in concepts().items():
        assert set(patterns) == set(LANGUAGES), concept
        for listed in patterns.values():
            assert len(set(listed)) == len(listed), concept
            assert {part for text in listed for part in text.split() if part.startswith("<")} <= MARKS


def test_both_languages_say_the_same():
    assert set(phrases()["de"]) == set(phrases()["en"])


def test_a_file_that_is_off_is_named(tmp_path, monkeypatch):
    from pydantic import TypeAdapter

    from relgraph.errors import DataError

    (tmp_path / "asking").mkdir()
    (tmp_path / "asking" / "questions.yml").write_text("offices: {cues: {office: much}}", encoding="utf-8")
    monkeypatch.setattr(lexicon, "folder", lambda name: tmp_path)
    with pytest.raises(DataError, match=r"questions\.yml: offices"):
        lexicon.read_asking("questions.yml", TypeAdapter(dict[str, lexicon.Cues]))


def test_no_words_express_no_concept():
    assert sightings([]) == []
