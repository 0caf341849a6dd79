"""Releases that mean harm stay text on the pages that show them."""

import httpx
import pytest

from relgraph.build import build

HARM = "<script>alert(1)</script><img src=x onerror=alert(2)>"
RELEASE = f"""---
id: bw-1
title: "Titel {HARM}"
date: 2024-02-01
publisher: "Haus {HARM}"
url: https://example.org/bw-1
region: Baden-Württemberg
---

Baden-Württemberg arbeitet mit Japan bei der Robotik zusammen {HARM}.

Baden-Württemberg arbeitet mit der Firma "{HARM}" GmbH und mit China in der Forschung zusammen.
"""
PATHS = (
    "/brief?about=Japan",
    "/compare?partner=Japan&partner=China",
    "/compare?partner=Japan&partner=China&format=svg",
    "/compare/sentences?partner=Japan&row=https://w3id.org/relgraph/topic/robotics",
    "/map?view=asia-pacific",
    "/timeline?about=Japan",
    "/sparql?format=html&query=SELECT+*+{+GRAPH+?g+{+?s+?p+?o+}+}",
    "/sparql?format=html&query=CONSTRUCT+{+?s+?p+?o+}+WHERE+{+GRAPH+?g+{+?s+?p+?o+}+}",
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory, serve_site):
    """Address of a server on a release that means harm."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "a.md").write_text(RELEASE, encoding="utf-8")
    build([folder / "a.md"], folder / "out")
    with serve_site(folder / "out" / "store", "--limit", "60") as address:
        yield address


@pytest.mark.parametrize("path", PATHS)
def test_what_a_release_says_is_never_markup(hostile, path):
    answer = httpx.get(f"{hostile}{path}", timeout=120)
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert "<img src=x" not in answer.text
    assert "Japan" in answer.text or "country/JP" in answer.text


@pytest.mark.parametrize("path", PATHS[:2] + PATHS[3:])
def test_nothing_of_it_runs(hostile, browser, path):
    page = browser.new_page()
    heard = []
    page.on("dialog", lambda dialog: (heard.append(dialog.message), dialog.dismiss()))
    page.goto(f"{hostile}{path}")
    page.wait_for_timeout(100)
    page.close()
    assert heard == []
