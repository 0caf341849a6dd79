"""Formats by suffix, and the brief for programs."""

import json

import pytest

from relgraph.brief.writing import SUFFIXES, format_of, write_brief
from relgraph.errors import QueryError


@pytest.mark.parametrize(("suffix", "format_"), SUFFIXES.items())
def test_the_suffix_chooses(suffix, format_):
    assert format_of(f"x/brief{suffix.upper()}") == format_


def test_a_suffix_that_names_no_format_is_told():
    with pytest.raises(QueryError, match=r"brief.doc: its suffix names no format; one of .html"):
        format_of("brief.doc")


def test_programs_get_blocks_runs_and_notes(about):
    content = json.loads(write_brief(about("Japan"), "json"))
    assert content["title"] == "Kurzdossier Japan"
    assert {block["kind"] for block in content["blocks"]} == {"heading", "paragraph", "items", "grid", "picture"}
    assert content["notes"][0]["number"] == 1
    assert content["notes"][0]["relations"][0].startswith("https://w3id.org/relgraph/id/relation/")


def test_another_format_is_refused(about):
    with pytest.raises(QueryError, match="no such format"):
        write_brief(about("Japan"), "odt")
