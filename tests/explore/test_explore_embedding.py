import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.explore import embedding
from relgraph.explore.embedding import json_block, policy, script, vis_network

LEAVES = st.none() | st.booleans() | st.integers() | st.text()
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8)


@given(VALUES)
def test_a_block_reads_back_and_holds_nothing_that_ends_it(value):
    block = json_block(value)
    assert json.loads(block) == value
    assert not set(block) & set("<>&\u2028\u2029")


def test_hostile_text_is_escaped():
    assert json_block("</script>&\u2028") == r'"\u003c/script\u003e\u0026\u2028"'


def test_the_policy_lets_nothing_load():
    found = policy(("a()",), ("b {}",))
    assert "default-src 'none'" in found
    assert "unsafe" not in found
    assert "http" not in found


def test_the_library_comes_out_of_pyvis_whole():
    text = vis_network()
    assert "@version 9.1.2" in text
    assert "\r" not in text


def test_a_script_that_would_end_its_element_is_refused(tmp_path, monkeypatch):
    (tmp_path / "bad.js").write_text("'</SCRIPT>'", encoding="utf-8")
    monkeypatch.setattr(embedding, "STATIC", tmp_path)
    with pytest.raises(ValueError, match="end its own element"):
        script("bad.js")
