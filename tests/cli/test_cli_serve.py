import pytest


@pytest.mark.parametrize(
    ("options", "environment", "told"),
    [
        (["--allow-updates", "--host", "0.0.0.0"], {}, "lets anybody who reaches 0.0.0.0 change the graph"),
        (["--token-file", "{empty}"], {}, "holds no token"),
        (["--token-file", "{token}"], {"RELGRAPH_TOKEN": "anders"}, "both name a token"),
        ([], {"RELGRAPH_TOKEN": "zwei Worte"}, "RELGRAPH_TOKEN: holds no token"),
        (["--base-url", "graph.example.org"], {}, "begin with http://"),
    ],
)
def test_what_would_open_the_graph_by_mistake_is_wrong_use(
    run, built, tmp_path, monkeypatch, options, environment, told
):
    (tmp_path / "empty").touch()
    (tmp_path / "token").write_text("geheim")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    given = [option.format(empty=tmp_path / "empty", token=tmp_path / "token") for option in options]
    done = run("serve", "--store", built / "store", "--port", "0", *given)
    assert done.status == 2
    assert told in done.err
    assert "zwei" not in done.err
