import csv
import json
import shlex

import pytest


@pytest.fixture
def ask(run, built):
    return lambda *args: run("ask", *args, "--store", built / "store")


def test_a_question_in_words_is_answered_behind_its_reading(ask):
    done = ask("Wer führt bei Halbleitern?")
    assert done.status == 0
    assert done.out.startswith("gelesen als: Technologieführer · Thema Halbleiter\n")
    assert "Südkorea ist in der Chipfertigung führend." in done.out


def test_words_need_no_quotes_and_speak_their_own_language(ask):
    assert ask("who", "leads", "in", "semiconductors").out.startswith("read as: Technology leaders")
    assert ask("who", "leads", "in", "semiconductors", "--lang", "de").out.startswith("gelesen als: ")


def test_data_is_free_of_the_reading_which_is_told_beside_it(ask):
    done = ask("Wer führt bei Halbleitern?", "--format", "csv")
    assert [row["leader_name"] for row in csv.DictReader(done.out.splitlines())] == ["Südkorea"]
    assert done.err.startswith("gelesen als: ")
    assert json.loads(ask("Wer führt bei Halbleitern?", "--format", "json").out)["reading"]["question"]


def test_a_question_outside_the_catalogue_is_refused_with_the_nearest(ask):
    done = ask("Wie viele Einwohner hat Japan?")
    assert (done.status, done.out) == (1, "")
    assert "davon handelt keine Frage: Einwohner" in done.err
    assert "am nächsten kommt: Was ist über einen Akteur bekannt? relgraph query actor-card" in " ".join(
        done.err.split()
    )
    assert done.err.endswith("alle Fragen: relgraph queries\n")


def test_what_nothing_speaks_for_is_not_offered(ask):
    done = ask("Wie geht es Ihnen?")
    assert done.status == 1
    assert done.err.splitlines() == ["Diese Frage steht nicht im Katalog.", "alle Fragen: relgraph queries"]


def test_partners_in_a_place_are_partnerships_and_their_ranking_is_offered(ask):
    done = ask("Partner in Kanagawa")
    assert done.out.startswith("gelesen als: Partnerschaften · Region Kanagawa\n")
    assert "relgraph query partner-ranking --param country=Kanagawa" in done.out


def test_who_sits_in_a_body_may_ask_for_members(ask):
    done = ask("Wer sitzt in der Arge Alp?")
    assert done.out.startswith("gelesen als: Personen einer Einrichtung · Akteur Arge Alp\n")
    assert "relgraph query memberships --param 'actor=Arge Alp'" in done.out


def test_the_command_of_another_reading_can_be_run(ask, run, built):
    content = json.loads(ask("Was verbindet Baden-Württemberg und Japan?", "--format", "json").out)
    command = content["reading"]["command"]
    assert run(*shlex.split(command)[1:], "--store", built / "store").status == 0


def test_last_year_counts_from_the_day_given(ask):
    assert "seit 2018" in ask("Besuche in Japan im letzten Jahr", "--on", "2019-06-01").out


@pytest.mark.parametrize(
    "arguments", [[], ["Japan", "--errors"], ["Japan", "--reading", "0"], ["Japan", "--on", "1.1."]]
)
def test_wrong_use_is_told(ask, arguments):
    assert ask(*arguments).status == 2


def test_a_reading_that_there_is_not_is_told(ask):
    done = ask("Wer führt bei Halbleitern?", "--reading", "9")
    assert done.status == 1
    assert "reading 9" in done.err


def test_a_file_of_questions_is_measured(ask, tmp_path):
    path = tmp_path / "asked.yml"
    path.write_text(
        "- {text: Besuche mit Japan, question: visits-and-meetings, params: {country: Japan}}\n"
        "- {text: Besuche mit Japan, question: trade-ties, params: {country: Japan}}\n",
        encoding="utf-8",
    )
    row = next(csv.DictReader(ask("--evaluate", path, "--format", "csv").out.splitlines()))
    assert (row["questions"], row["right"], row["wrong"]) == ("2", "50.0%", "50.0%")
    errors = list(csv.DictReader(ask("--evaluate", path, "--errors", "--format", "csv").out.splitlines()))
    assert [error["right"] for error in errors] == ["trade-ties country=Japan"]


def test_the_number_of_rows_follows_a_table(ask):
    answered = ask("Wer führt bei Halbleitern?")
    assert answered.err.splitlines()[-1] in ("1 Zeile", "2 Zeilen")
    assert ask("Wer führt bei Halbleitern?", "--format", "csv").err.splitlines()[-1].startswith("gelesen als")


def test_choices_are_told_in_words(ask):
    assert "nach Partner" in ask("Wie abhängig ist Baden-Württemberg?").out
    assert "type Company" in ask("Which companies are not linked to an authority?").out
