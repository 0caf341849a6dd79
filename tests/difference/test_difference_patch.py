from hypothesis import given
from hypothesis import strategies as st

from relgraph.difference.patch import Patch
from relgraph.store.graphs import open_graphs
from relgraph.store.terms import Iri, Literal

NAMES = st.sampled_from([Iri(f"https://w3id.org/relgraph/id/{name}") for name in ("a", "a/b", "ä", "z")])
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
VALUES = st.one_of(
    NAMES,
    st.builds(Literal, TEXTS),
    st.builds(Literal, TEXTS, language=st.sampled_from(["de", "en-gb"])),
    st.builds(Literal, st.just("2014"), st.just("http://www.w3.org/2001/XMLSchema#gYear")),
)
QUADS = st.lists(st.tuples(NAMES, NAMES, VALUES, st.none() | NAMES), max_size=8)


def patch_of(old, new):
    with open_graphs(str(old)) as before, open_graphs(str(new)) as after:
        patch = Patch(before, after)
        return "".join(patch.lines()), patch.size


def write(path, quads):
    lines = [" ".join(term.n3() for term in quad if term is not None) + " ." for quad in quads]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")


@given(old=QUADS, new=QUADS)
def test_a_patch_makes_the_old_graph_the_new_one(tmp_path_factory, apply, read, old, new):
    folder = tmp_path_factory.mktemp("patch")
    write(folder / "old.nq", old)
    write(folder / "new.nq", new)
    before, after = read(folder / "old.nq"), read(folder / "new.nq")
    patch, size = patch_of(folder / "old.nq", folder / "new.nq")
    assert apply(patch, before) == after
    assert size == len(before ^ after)


def test_the_patch_of_two_builds_makes_one_the_other(two_builds, apply, read):
    old, new = two_builds
    there, size = patch_of(old, new)
    back, _ = patch_of(new, old)
    assert size > 10
    assert apply(there, read(old)) == read(new)
    assert apply(back, read(new)) == read(old)


def test_the_same_difference_has_the_same_name(two_builds):
    old, new = two_builds
    assert patch_of(old, new) == patch_of(old / "store", new / "store")
    assert patch_of(old, new)[0].split("\n")[0] != patch_of(new, old)[0].split("\n")[0]
