"""Order of quads on their way to a file, beside a plain sort of all of them."""

from io import BytesIO

import pyoxigraph as ox
from hypothesis import given, settings
from hypothesis import strategies as st

from relgraph.store.embedded import memory_store
from relgraph.store.serialise import FORMATS, pieces, spooled
from relgraph.store.sorting import Sorting, merged
from relgraph.store.spool import Spool
from relgraph.vocabulary import PREFIXES

TYPE = PREFIXES["rdf"] + "type"
NAMES = st.sampled_from(["a:s", "a:s1", "a:s-1", "a:t"]).map(ox.NamedNode)
PREDICATES = st.sampled_from(["a:p", "a:q", TYPE]).map(ox.NamedNode)
TEXTS = st.text(alphabet='a \t\n\r\x00\\".<>ä\u2028', max_size=4)
OBJECTS = (
    NAMES
    | st.builds(ox.Literal, TEXTS | st.just(f"a <{TYPE}> ."))
    | st.builds(ox.Literal, TEXTS, language=st.just("de"))
)
GRAPHS = st.sampled_from([ox.DefaultGraph(), ox.NamedNode("a:g"), ox.NamedNode("a:g-1"), ox.NamedNode("a:g1")])
QUADS = st.lists(st.builds(ox.Quad, NAMES, PREDICATES, OBJECTS, GRAPHS), max_size=12)


def lines_of(quads):
    return [f"{quad} ." for quad in quads]


def in_order(triple):
    return str(triple.subject), triple.predicate.value != TYPE, str(triple.predicate), f"{triple.object} ."


def small(quads):
    """A spool that waits in files after some bytes."""
    store = memory_store(lines_of(quads))
    return Spool(store.fills(), held=64)


@given(QUADS)
@settings(deadline=None)
def test_quads_come_in_order_by_graph_and_by_subject(quads):
    with small(quads) as spool:
        found = [(block.graph.decode(), line) for block in spool.by_graph() for line in block.triples.splitlines()]
        by_graph = {name: [line for graph, line in found if graph == name] for name, _ in found}
        together, plain, single = (b"".join(one()).decode() for one in (spool.merged, spool.quads, spool.triples))
    names = sorted({quad.graph_name for quad in quads}, key=lambda name: getattr(name, "value", ""))
    assert [*by_graph] == ["" if isinstance(name, ox.DefaultGraph) else str(name) for name in names]
    for name, lines in zip(names, by_graph.values(), strict=True):
        own = sorted({quad.triple for quad in quads if quad.graph_name == name}, key=in_order)
        assert [line.decode() for line in lines] == [f"{triple} ." for triple in own]
    assert plain.split("\n")[:-1] == sorted(set(lines_of(quads)))
    assert together.split("\n")[:-1] == [f"{one} ." for one in sorted({quad.triple for quad in quads}, key=in_order)]
    assert single.split("\n")[:-1] == sorted({f"{quad.triple} ." for quad in quads})


@given(QUADS, st.sampled_from(FORMATS))
@settings(deadline=None)
def test_formats_read_side_by_side_are_those_read_alone(quads, format):
    bare = [quad for quad in quads if format != "xml" or "\x00" not in str(quad.object.value)]
    with small(bare) as spool, spooled(lines_of(bare)) as other:
        alone = b"".join(pieces(other, format))
        both = [*zip(pieces(spool, format), pieces(spool, format), strict=True)]
    assert [b"".join(one for one, _ in both), b"".join(other for _, other in both)] == [alone, alone]


def test_some_lines_of_the_default_graph_stay_behind():
    line, other = f"<a:s> <{TYPE}> <a:t> .", '<a:s> <a:p> "1" .'
    with Spool(memory_store([line, other, f"{line[:-2]} <a:g> ."]).fills(), {line.encode()}) as spool:
        assert [block.triples.decode() for block in spool.by_graph()] == [f"{other}\n", f"{line}\n"]


@given(st.lists(st.lists(st.binary(max_size=3).map(lambda one: one.replace(b"\n", b"")))), st.integers(1, 20))
def test_files_are_merged_however_little_of_each_is_read_at_once(lists, together):
    files = [BytesIO(b"".join(b"%s\n" % line for line in sorted(lines))) for lines in lists]
    found = [line for batch in merged(files, together=together) for line in batch]
    assert found == sorted({line for lines in lists for line in lines})


def test_lines_may_be_asked_for_before_the_last_is_written():
    with Sorting(held=2) as sorting:
        sorting.write(b"b\n")
        assert [*sorting.batches()] == [[b"b"]]
        sorting.write(b"a\n")
        assert [line for batch in sorting.batches() for line in batch] == [b"a", b"b"]
