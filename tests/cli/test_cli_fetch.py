import json
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

STORIES = {
    "robotik": ("Gespräche über Robotik", "Japan ist bei der Robotik führend. Das Land will davon lernen."),
    "kanagawa": ("Besuch aus Kanagawa", "Bayern und die Präfektur Kanagawa verbindet seit 1989 eine Partnerschaft."),
    "wasserstoff": ("Mehr Wasserstoff", "Bayern arbeitet mit Südkorea bei Wasserstoff eng zusammen."),
}
REST = "<p>Beide Seiten sprachen am Rande des Termins über die nächsten Schritte und den Austausch der Hochschulen.</p>"


@pytest.fixture
def address(tmp_path):
    """A site with a feed of three releases, served from a folder as files are."""
    folder = tmp_path / "site"
    folder.mkdir()
    items = ""
    for day, (name, (title, text)) in enumerate(STORIES.items(), 1):
        page = f"<html lang='de'><body><article><h1>{title}</h1><p>{text}</p>{REST}</article></body></html>"
        (folder / f"{name}.html").write_text(f"<!DOCTYPE html>{page}", encoding="utf-8")
        items += f"<item><title>{title}</title><link>/{name}.html</link>"
        items += f"<pubDate>Fri, 0{day} Dec 2023 10:00:00 +0100</pubDate></item>"
    feed = f"<rss version='2.0'><channel><title>Presse | Staatskanzlei Bayern</title>{items}</channel></rss>"
    (folder / "feed.xml").write_text(feed, encoding="utf-8")

    class Handler(SimpleHTTPRequestHandler):
        def log_message(self, *args):
            """Keep standard error for what the command says."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


def test_what_a_feed_lists_is_fetched_and_built_into_a_graph(run, address, tmp_path):
    out = tmp_path / "pages"
    done = run("fetch", f"{address}/feed.xml", "-o", out, "--allow-private", "localhost")
    assert (done.status, done.err) == (0, "3 new, 0 changed, 0 unchanged, 0 skipped\n")
    paths = done.out.splitlines()
    assert [path.rpartition("/")[2].split("-")[1] for path in paths] == list(STORIES)

    built = run("build", out, "--out", tmp_path / "build")
    assert built.status == 0, built.err
    report = json.loads((tmp_path / "build" / "report.json").read_text(encoding="utf-8"))
    assert (report["releases"], report["missing"]) == (3, {})
    answer = run("query", "partnerships", "--store", tmp_path / "build" / "store", "--format", "csv")
    assert "Bayern und die Präfektur Kanagawa verbindet seit 1989 eine Partnerschaft." in answer.out
    assert "2023-12-02" in answer.out


def test_an_address_without_a_release_is_told_and_is_status_1(run, address, tmp_path):
    options = ["-o", tmp_path / "pages", "--allow-private", "LOCALHOST"]
    done = run("fetch", f"{address}/missing.html", "file:///etc/passwd", *options)
    assert (done.status, done.out) == (1, "")
    assert done.err.splitlines() == [
        f"skipped {address}/missing.html: answers with HTTP status 404 (Not Found)",
        "skipped 'file:///etc/passwd': only http and https are asked",
        "0 new, 0 changed, 0 unchanged, 2 skipped",
    ]


def test_this_machine_is_not_asked_unless_it_is_named(run, address, tmp_path):
    done = run("fetch", f"{address}/feed.xml", "-o", tmp_path / "pages")
    assert done.status == 1
    assert "which is not a public address (to ask it all the same: --allow-private localhost)" in done.err
    assert not (tmp_path / "pages").exists()


def test_a_cache_may_lie_elsewhere(run, address, tmp_path):
    options = ["-o", tmp_path / "pages", "--cache", tmp_path / "cache", "--allow-private", "localhost"]
    assert run("fetch", f"{address}/robotik.html", *options).status == 0
    assert list((tmp_path / "cache").glob("*.body"))
    assert not (tmp_path / "pages" / ".cache").exists()
    assert run("fetch", f"{address}/robotik.html", *options).err == "0 new, 0 changed, 1 unchanged, 0 skipped\n"
