import json


def test_jsonl_has_a_line_for_each_release(run, releases):
    done = run("extract", releases)
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert (done.status, done.err) == (0, "")
    assert [line["release"]["id"] for line in lines] == ["bw-2023-05-04-robotik", "bw-2024-02-01-halbleiter"]
    for line in lines:
        for relation in line["relations"]:
            evidence = relation["evidence"]
            assert line["release"]["text"][evidence["start"] : evidence["end"]] == evidence["text"]


def test_the_table_names_ends_and_quotes_the_sentence(run, releases):
    done = run("extract", releases / "robotik.md", "--format", "table")
    assert done.status == 0
    assert "Japan ist bei der Robotik führend." in done.out
    assert "Technologische Stärke" in done.out
    english = run("extract", releases / "robotik.md", "--format", "table", "--lang", "en")
    assert "Technological strength" in english.out
    assert english.out.splitlines()[0].startswith("Release")


def test_html_is_one_page_with_the_text(run, releases, tmp_path):
    done = run("extract", releases, "--format", "html", "-o", tmp_path / "gelesen.html")
    page = (tmp_path / "gelesen.html").read_text(encoding="utf-8")
    assert (done.status, done.out, done.err) == (0, "", f"wrote {tmp_path}/gelesen.html\n")
    assert page.lower().startswith("<!doctype html>")
    assert "Südkorea" in page


def test_a_file_of_a_folder_that_cannot_be_read_is_told_and_is_status_1(run, releases, tmp_path):
    (tmp_path / "leer.txt").touch()
    (tmp_path / "robotik.md").write_bytes((releases / "robotik.md").read_bytes())
    done = run("extract", tmp_path)
    assert done.status == 1
    assert done.err == f"übergangen: {tmp_path.name}/leer.txt: empty\n"
    assert len(done.out.splitlines()) == 1


def test_a_named_file_that_cannot_be_read_prints_nothing(run, releases, tmp_path):
    (tmp_path / "leer.txt").touch()
    done = run("extract", releases, tmp_path / "leer.txt")
    assert (done.status, done.out) == (1, "")


def test_processes_of_this_machine_and_a_cluster_are_not_both_asked(run, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Bayern unterhält seit 2019 ein Büro in Shenzhen.")
    both = run("extract", path, "--workers", 2, "--scheduler", "tcp://127.0.0.1:1")
    assert (both.status, "--scheduler has workers of its own" in both.err) == (2, True)
    wrong = run("extract", path, "--scheduler", "nonsense")
    assert (wrong.status, wrong.out) == (1, "")
    assert "nonsense: no scheduler answers" in wrong.err
    assert run("extract", path, "--workers", 1).out == run("extract", path, "--workers", 2).out != ""
