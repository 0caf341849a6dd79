"""Whether everybody can use the views of the application: axe, a small window, dark colours, both languages.

Pages of things are looked at in test_routes_things.py, the explorer in tests/explore.
"""

import pytest

from watching import hindrances

PATHS = (
    "/", "/questions", "/questions/visits-and-meetings?country=Japan", "/questions/agreements?since=x", "/api",
    "/ask?q=Wer+f%C3%BChrt+bei+Halbleitern%3F", "/ask?q=Wetter", "/search?q=Japan", "/brief?about=Japan",
    "/compare?partner=Japan&partner=China",
    "/compare/sentences?partner=Japan&row=https://w3id.org/relgraph/topic/research",
    "/map?view=europe", "/timeline?about=Japan", "/sparql?format=html&query=SELECT+*+{+?s+a+rg:Country+}+LIMIT+5",
    "/changes",
)  # fmt: skip


@pytest.mark.parametrize(("width", "scheme", "language"), [(1400, "light", "de"), (390, "dark", "en")])
@pytest.mark.parametrize("path", PATHS)
def test_nothing_serious_for_those_who_see_or_move_differently(visit, path, width, scheme, language):
    page = visit(f"{path}{'&' if '?' in path else '?'}lang={language}", width=width, color_scheme=scheme)
    page.wait_for_load_state("networkidle")
    assert hindrances(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
