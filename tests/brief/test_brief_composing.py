"""What a brief says: every statement with its note, counted in words that agree, shortened to three pages."""

import re
import shlex
from dataclasses import replace

import pytest

from relgraph.brief.composing import PAGES, compose, height
from relgraph.brief.document import Grid, Items, Picture
from relgraph.brief.gathering import gather
from relgraph.queries.asking import ask
from relgraph.store.opening import open_store
from relgraph.vocabulary import RelationType, Status


@pytest.fixture(scope="module")
def japan(about):
    return about("Japan")


@pytest.fixture(scope="module")
def said(japan, text):
    return text(japan)


def line(said, begin):
    return next(line for line in said if line.startswith(begin))


def note(brief, sentence):
    return next(note for note in brief.notes if note.sentence == sentence)


def test_the_coverage_counts_releases_and_what_statements_rest_on(said):
    assert said[0].startswith("Aus 5 Mitteilungen, 2018 bis 2022. Herausgeber: Staatsministerium Baden-Württemberg (3)")
    assert said[0].endswith(". 12 Aussagen über Beziehungen: 1 geprüft, 11 maschinell gelesen (1 davon unsicher).")


def test_many_publishers_of_one_release_each_are_counted(bundled, text):
    with open_store(bundled / "store") as store:
        told = [text(compose(gather(store, focus), "de"))[0] for focus in ("Japan", "China", "Frankreich", "USA")]
    for said in told:
        assert re.search(r"\. (Herausgeber: .+ \(\d+\)|\d+ Herausgeber mit je einer Mitteilung)", said), said
        assert len(said) < 500


def test_numbers_agree_in_grammar(about, text):
    said = text(about("Japan", region="Hessen"))
    assert said[0] == (
        "Aus 1 Mitteilung, 2022. Herausgeber: Hessische Staatskanzlei. 1 Aussage über Beziehungen: 1 geprüft."
    )
    assert line(said, "Belegt sind").startswith("Belegt sind 1 Beziehung (1 Satz in 1 Mitteilung): 1 Vertretung[1].")


def test_partnerships_tell_since_when_and_how_well_they_are_known(said, japan):
    told = line(said, "Baden-Württemberg – Kanagawa: Partnerschaft")
    one, two = (note(japan, sentence).number for sentence in (
        "Seit 1989 sind das Land und Kanagawa Partner.", "Die Partnerschaft mit Kanagawa wird dreißig."))  # fmt: skip
    assert told.startswith(
        "Baden-Württemberg – Kanagawa: Partnerschaft seit 1989, laufend, 2 Sätze in 2 Mitteilungen, "
        "zuletzt 12. November 2019"
    )
    assert told.count("[") == 2
    assert f"[{one}]" in told
    assert f"[{two}]" in told


def test_agreements_name_paper_day_and_topics(said):
    told = line(said, "Baden-Württemberg – Kanagawa: Vereinbarung")
    assert "Vereinbarung, Nordstrategie, 12. November 2019 (Wasserstoff*)[" in told


def test_what_reaches_back_furthest_counts_from_the_release_where_no_sentence_has_a_date(store, text):
    material = gather(store, "Japan")
    facts = tuple(replace(fact, from_=None, date=None) for fact in material.facts)
    told = line(text(compose(replace(material, facts=facts), "de")), "Belegt sind")
    # The plans of March 2018 are no dealings yet
    begin = told.split("Am weitesten zurück reicht: ")[1]
    assert begin.split("[")[0].endswith(", gemeldet 2. Juni 2018")


def test_a_dated_sentence_of_a_later_release_reaches_back_further(said):
    assert "Am weitesten zurück reicht: Partnerschaft Baden-Württemberg – Kanagawa, seit 1989" in line(
        said, "Belegt sind"
    )


def test_where_all_was_told_on_one_day_nothing_reaches_back(about, text):
    assert "Am weitesten" not in line(text(about("Japan", region="Hessen")), "Belegt sind")


def test_several_who_met_somebody_are_told_apart_as_names_hold_commas(store, text):
    material = gather(store, "Japan")
    met = next(fact for fact in material.facts if fact.type is RelationType.MEETING)
    another = replace(met, relation=f"{met.relation}-2", subject=material.facts[-1].origin.region)
    told = line(text(compose(replace(material, facts=(*material.facts, another)), "de")), "Aiko Tanaka")
    assert "| Baden-Württemberg; Karl Vogt[" in told or "| Karl Vogt; Baden-Württemberg[" in told


def test_people_have_the_office_last_stated(said):
    assert line(said, "Aiko Tanaka").startswith("Aiko Tanaka | Gouverneurin, Kanagawa[")
    assert "Karl Vogt[" in line(said, "Aiko Tanaka")
    assert line(said, "Aiko Tanaka").endswith("14.05.2018*")


def test_technologies_stand_side_by_side(said):
    told = line(said, "Robotik")
    assert told.startswith("Robotik | Japan[")
    assert "| Baden-Württemberg[" in told
    assert "| Universität Konstanz – Universität Kyoto (unsicher gelesen)[" in told


def test_commitments_tell_what_is_open_and_what_was_done(said):
    assert line(said, "Offene Vorhaben") == "Offene Vorhaben (Stand 5. April 2022)"
    told = line(said, "Kooperation Baden-Württemberg – Japan")
    assert "(Wasserstoff): Termin 2027*, angekündigt 1. März 2018; noch nicht fällig[" in told
    assert not any(one.startswith("Später") for one in said)


def test_a_promise_reported_done_is_told_with_both_sentences(store, text):
    material = gather(store, "Japan")
    plan = next(fact for fact in material.facts if fact.type is RelationType.COOPERATION and fact.until)
    report = next(fact for fact in material.facts if fact.told == "2022-04-05")
    done = replace(
        plan, relation=f"{plan.relation}-2", status=Status.ACTIVE, origin=report.origin, evidence=report.evidence
    )
    said = text(compose(replace(material, facts=(*material.facts, done)), "de"))
    told = line(said, "Später als umgesetzt gemeldet")
    assert "Kooperation Baden-Württemberg – Japan (angekündigt 01.03.2018, gemeldet 05.04.2022)[" in told
    assert told.count("[") == 2
    assert "Offene Vorhaben sind nicht belegt." in said


def test_a_visit_ahead_is_open_and_one_never_reported_is_told_as_announced(about, text):
    ahead, passed = (text(about("Japan", until=day)) for day in ("2018-05-01", "2018-06-01"))
    assert "Termin Mai 2018, angekündigt 1. März 2018; noch nicht fällig" in line(ahead, "Besuch Karl Vogt → Japan")
    assert not any(told.startswith("Besuch Karl Vogt → Japan") for told in passed)
    assert "Besuch Karl Vogt → Japan (angekündigt für 05/2018)[" in line(passed, "Weitere Besuche")


def test_the_timeline_is_a_picture_with_words(japan):
    [picture] = [block for block in japan.blocks if isinstance(block, Picture)]
    assert picture.alt.startswith("Zeitverlauf der belegten Beziehungen nach Art, 1989 bis 2022: Partnerschaft: 2")
    assert sum(moment.statements for moment in picture.moments) == 10
    assert {moment.planned for moment in picture.moments if moment.lane == "Besuch"} == {True, False}


def test_institutions_of_both_sides_are_listed(said):
    assert line(said, "Universität Kyoto").startswith(
        "Universität Kyoto | Wissenschaftliche Einrichtung | Kooperation – Universität Konstanz (unsicher gelesen)["
    )
    assert any(one.startswith("Universität Konstanz | ") for one in said)


@pytest.mark.parametrize("focus", ["Japan", "Kanagawa", "Südkorea", "Universität Kyoto"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_line_and_every_row_carries_a_note(about, focus, language):
    for block in about(focus, language).blocks:
        if isinstance(block, Items):
            assert all(any(run.notes for run in item) for item in block.items)
        if isinstance(block, Grid):
            assert all(any(run.notes for cell in row for run in cell) for row in block.rows)


@pytest.mark.parametrize("language", ["de", "en"])
def test_notes_are_numbered_as_they_are_cited_and_quote_verbatim(store, about, language):
    brief, material = about("Japan", language), gather(store, "Japan")
    cited = list(dict.fromkeys(number for run in brief.runs() for number in run.notes))
    assert [note.number for note in brief.notes] == list(range(1, len(brief.notes) + 1))
    assert sorted(cited) == [note.number for note in brief.notes]
    for note in brief.notes:
        assert note.relations
        for relation in note.relations:
            [fact] = [fact for fact in material.facts if fact.relation == relation]
            assert (note.sentence, note.address) == (material.sentences.of(fact.evidence), fact.origin.url)


def test_notes_say_on_what_they_rest(japan):
    bases = {note.sentence: note.basis for note in japan.notes}
    assert bases["Hessen hat ein Büro in Japan."] == "geprüft von Eva Muster am 2.\xa0Januar 2023"
    assert bases["Konstanz forscht mit Kyoto an Robotern."] == (
        "maschinell gelesen, Konfidenz: Kooperation 0,45 (unsicher)"
    )
    [korea] = [note for note in japan.notes if note.unsure]
    assert korea.sentence == "Konstanz forscht mit Kyoto an Robotern."


def test_a_curated_sentence_says_so(about):
    assert [note.basis for note in about("Südkorea", "en").notes] == ["curated"]


def test_english_keeps_german_sentences_and_marks_german_names(about, text):
    brief = about("Japan", "en")
    said = text(brief)
    assert said[0].startswith("From 5 releases, 2018 to 2022. Publishers: ")
    assert line(said, "Baden-Württemberg – Kanagawa").startswith(
        "Baden-Württemberg – Kanagawa: Partnership since 1989, ongoing, 2 sentences in 2 releases, last 12 Nov"
    )
    assert note(brief, "Hessen hat ein Büro in Japan.").lang == "de"
    assert {run.lang for run in brief.runs() if run.text in ("Universität Konstanz", "Gouverneurin")} == {"de"}
    assert {run.lang for run in brief.runs() if run.text == "Kyoto University"} == {None}


def test_a_focus_without_any_relation_says_so_and_no_more(about, text):
    brief = about("Peru")
    assert text(brief) == ["Der Graph enthält hierzu keine Beziehung."]
    assert brief.notes == ()


def test_empty_sections_say_so(about, text):
    said = text(about("Südkorea"))
    for sentence in (
        "Partnerschaften oder Vereinbarungen sind nicht belegt.",
        "Begegnungen mit namentlich genannten Personen der Partnerseite sind nicht belegt.",
        "Technologische Stärken, Schwerpunkte oder Felder der Zusammenarbeit sind nicht belegt.",
        "Offene Vorhaben sind nicht belegt.",
        "Einrichtungen sind in keiner belegten Beziehung genannt.",
    ):
        assert sentence in said


def test_the_same_store_gives_the_same_brief(about):
    assert about("Japan") == about("Japan")


@pytest.mark.parametrize("focus", ["Japan", "China", "Frankreich", "Polen", "USA", "Ukraine", "Schweiz", "Italien"])
def test_it_fits_on_three_pages_and_says_what_is_left_out(bundled, focus, text):
    with open_store(bundled / "store") as store:
        brief = compose(gather(store, focus), "de")
    assert height(brief) <= PAGES * 56
    assert not any("weitere Zeile" in line and "relgraph query" not in line for line in text(brief))


def test_many_marks_of_the_timeline_become_years(about, monkeypatch):
    from relgraph.brief import timeline

    monkeypatch.setattr(timeline, "_MANY", 3)
    [picture] = [block for block in about("Japan").blocks if isinstance(block, Picture)]
    assert {len(moment.date) for moment in picture.moments} == {4}
    assert sum(moment.statements for moment in picture.moments) == 10
    visits = {(moment.date, moment.planned) for moment in picture.moments if moment.lane == "Besuch"}
    assert visits == {("2018", True), ("2018", False)}


def test_what_is_left_out_can_be_asked_for(bundled, text):
    with open_store(bundled / "store") as store:
        briefs = [compose(gather(store, "China", **scope), "de") for scope in ({}, {"since": "2010", "until": "2026"})]
        commands = {run.text for brief in briefs for run in brief.runs() if run.code}
        assert len(commands) > 5
        assert any("--param until=2026" in command for command in commands)
        for command in commands:
            _, _, question, *parameters = shlex.split(command)
            assert ask(question, dict(given.split("=", 1) for given in parameters[1::2]), store).size > 0
