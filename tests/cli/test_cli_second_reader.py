import json
import subprocess
import sys

import pytest

RULE = "second-reader/qwen2-5-7b"
SENTENCE = "Japan ist bei der Robotik führend."
INVENTED = "Japan und das Land gründen eine Bank."


def said(**fields):
    return {
        "type": "interest", "subject": "Japan", "object": None, "topics": ["robotics"], "status": "active",
        "confidence": 0.99, "evidence": SENTENCE,
    } | fields  # fmt: skip


@pytest.fixture
def options(model_server):
    model_server.answers = [[said(), said(type="strength"), said(evidence=INVENTED)], [said()]]
    return ["--second-reader", model_server.url, "--model", "Qwen2.5:7b"]


def snapshot(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_extract_adds_what_the_model_says_and_tells_what_became_of_it(run, releases, options):
    done = run("extract", releases / "robotik.md", *options, "--lang", "en")
    assert done.status == 0
    (line,) = (json.loads(line) for line in done.out.splitlines())
    rules = {relation["rule"]: relation for relation in line["relations"]}
    assert (rules[RULE]["type"], rules[RULE]["confidence"]) == ("interest", 0.6)
    assert rules[RULE]["evidence"]["text"] == SENTENCE
    assert any(rule.startswith("strength/") and rule.endswith(f" + {RULE}") for rule in rules)
    assert done.err.splitlines() == [
        "second reader Qwen2.5:7b: 1 release asked about, 3 said, 1 kept, 1 confirmed, 1 dropped",
        "dropped: sentence not in the text 1",
    ]


def test_build_puts_both_readings_into_the_graph_and_the_account_into_the_report(run, releases, options, tmp_path):
    done = run("build", releases, "--out", tmp_path / "out", *options)
    assert done.status == 0, done.err
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    account = report["second_reader"]
    assert (account["model"], account["rule"], account["cap"]) == ("Qwen2.5:7b", RULE, 0.6)
    assert (account["asked"], account["said"], account["kept"], account["confirmed"]) == (2, 4, 1, 1)
    # What is said of the other release is true of the first alone
    assert account["dropped"] == {"sentence not in the text": 2}
    assert "2 Meldungen vorgelegt, 4 genannt, 1 übernommen, 1 bestätigt, 2 verworfen" in done.err
    table = (tmp_path / "out" / "export" / "relations.csv").read_text(encoding="utf-8")
    assert f",{RULE}," in table
    assert f" + {RULE}," in table
    assert run("check", "--store", tmp_path / "out" / "store", "--fail-on", "error").status == 0


def test_stored_answers_give_the_same_bytes_without_the_server(run, releases, options, model_server, tmp_path):
    options += ["--answers", tmp_path / "answers"]
    assert run("build", releases, "--out", tmp_path / "first", *options).status == 0
    asked = len(model_server.requests)
    assert asked == 2
    model_server.answers = [[]]
    assert run("build", releases, "--out", tmp_path / "second", *options).status == 0
    assert len(model_server.requests) == asked
    first, second = snapshot(tmp_path / "first" / "export"), snapshot(tmp_path / "second" / "export")
    assert first == second
    assert (tmp_path / "first" / "report.json").read_bytes() == (tmp_path / "second" / "report.json").read_bytes()
    assert RULE.encode() in b"".join(second.values())


def test_without_the_option_nobody_is_asked(run, releases, model_server):
    assert run("extract", releases).status == 0
    assert model_server.requests == []


def test_a_release_that_the_model_misses_is_counted_and_is_status_1(run, releases, options, model_server, tmp_path):
    model_server.answers = [[said()], "Gern!"]
    done = run("build", releases, "--out", tmp_path / "out", *options)
    assert done.status == 1
    assert (
        "vom zweiten Leser nicht gelesen: 1 Meldung, die erste: bw-2024-02-01-halbleiter: the answer is not" in done.err
    )
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert report["releases"] == 2
    assert [one["release"] for one in report["second_reader"]["unread"]] == ["bw-2024-02-01-halbleiter"]
    model_server.answers = ["Gern!"]
    assert run("extract", releases, *options).status == 1


@pytest.mark.parametrize("command", ["build", "extract"])
def test_a_server_that_refuses_is_one_line(run, releases, options, model_server, tmp_path, command):
    model_server.answers = [lambda handler: model_server.send(handler, 404)]
    out = ["--out", tmp_path / "out"] if command == "build" else ["-o", tmp_path / "out"]
    done = run(command, releases, *out, *options)
    assert (done.status, done.out) == (1, "")
    assert done.err.splitlines() == [
        f"relgraph: {model_server.url}/chat/completions: answers with HTTP status 404 (Not Found); "
        "is the address, the model's name or the key wrong?"
    ]
    assert not (tmp_path / "out" / "store" / "CURRENT").exists()


def test_the_key_comes_from_the_environment_and_goes_to_the_server_alone(
    run, releases, options, model_server, monkeypatch, tmp_path
):
    monkeypatch.setenv("MODELL_KEY", "streng-geheim")
    options += ["--api-key-env", "MODELL_KEY", "--answers", tmp_path / "answers"]
    done = run("build", releases, "--out", tmp_path / "out", *options)
    assert model_server.headers[0]["Authorization"] == "Bearer streng-geheim"
    assert "streng-geheim" not in done.err
    assert not any(b"streng-geheim" in content for content in snapshot(tmp_path).values())


@pytest.mark.parametrize("key", ["", "  ", "zwei\nZeilen", "schlüssel"])
def test_a_key_that_is_none_is_wrong_use_and_is_not_shown(run, releases, options, model_server, monkeypatch, key):
    monkeypatch.setenv("MODELL_KEY", key)
    done = run("extract", releases, *options, "--api-key-env", "MODELL_KEY")
    assert done.status == 2
    assert "MODELL_KEY" in done.err
    assert not key.strip() or key not in done.err
    assert model_server.requests == []


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--second-reader", "http://localhost:1/v1"], "needs a --model"),
        (["--model", "m"], "how to ask a --second-reader"),
        (["--api-key-env", "KEY"], "how to ask a --second-reader"),
        (["--second-reader", "http://localhost:1/v1", "--model", "m", "--model-timeout", "0"], "--model-timeout"),
        (["--second-reader", "http://localhost:1/v1", "--model", "m", "--api-key-env", "NO_SUCH_KEY"], "is not set"),
    ],
)
def test_options_that_do_not_go_together_are_wrong_use(run, releases, arguments, why):
    done = run("extract", releases, *arguments)
    assert (done.status, done.out) == (2, "")
    assert why in " ".join(done.err.split())


def test_an_address_that_is_none_is_one_line(run, releases):
    done = run("extract", releases, "--second-reader", "localhost:11434/v1", "--model", "m")
    assert (done.status, done.err.count("\n")) == (1, 1)
    assert "only http and https are asked" in done.err


def test_importing_the_command_brings_no_http_client():
    code = "import sys, relgraph.cli.extract, relgraph.cli.build; sys.exit('urllib3' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
