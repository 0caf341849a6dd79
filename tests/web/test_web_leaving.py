import httpx
import pytest

HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
PAGE = {"Accept": "text/html"}


def test_who_hangs_up_frees_the_core(site):
    with httpx.Client(base_url=site, headers=PAGE) as client:
        for _ in range(4):  # more than there are processes to answer
            with pytest.raises(httpx.ReadTimeout):
                client.get("/sparql", params={"query": HEAVY}, timeout=0.5)
        answer = client.get("/sparql", params={"query": "ASK { ?s a rg:Country }"}, timeout=250)  # before the limit
    assert "<strong>Ja</strong>" in answer.text


def test_a_page_that_needs_no_desk_is_served_while_heavy_questions_run(site):
    with httpx.Client(base_url=site, headers=PAGE) as client:
        for _ in range(3):
            with pytest.raises(httpx.ReadTimeout):
                client.get("/sparql", params={"query": HEAVY}, timeout=0.3)
            assert client.get("/topics", timeout=250).status_code == 200
