import json

SENTENCE = "Ministerpräsident Karl Vogt reiste nicht nach Japan."


def test_a_sentence_is_diagnosed(run):
    done = run("why-not", SENTENCE, "--expect", "Besuch", "--region", "Brandenburg", "--lang", "de")
    assert (done.status, done.err) == (0, "")
    assert "verneint" in done.out


def test_json_has_the_same(run):
    done = run("why-not", SENTENCE, "--region", "Brandenburg", "--format", "json")
    told = json.loads(done.out)
    assert told["sentences"][0]["sentence"] == SENTENCE
    assert told["sentences"][0]["stops"][0]["check"]


def test_the_sentence_may_come_from_standard_input(run):
    done = run("why-not", "-", "--format", "json", stdin=f"{SENTENCE}\n")
    assert json.loads(done.out)["sentences"][0]["sentence"] == SENTENCE


def test_without_a_region_that_is_noted(run):
    assert "--region" in run("why-not", SENTENCE).out


def test_an_unknown_type_suggests(run):
    done = run("why-not", SENTENCE, "--expect", "visitt")
    assert (done.status, done.out) == (1, "")
    assert done.err == "relgraph: unknown type of relation 'visitt'; did you mean visit?\n"


def test_an_empty_sentence_is_wrong_use(run):
    assert run("why-not", "  ").status == 2


def test_control_characters_are_spelt_out(run):
    done = run("why-not", "Japan \x1b[31m reist nach Ghana.")
    assert done.status == 0
    assert "\x1b" not in done.out
    assert "\\x1b" in done.out
