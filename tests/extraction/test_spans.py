"""The spans of a text against the plain list that they stand for."""

from hypothesis import given
from hypothesis import strategies as st

from relgraph.extraction.spans import Span, Spans

PLACES = st.integers(0, 30)
STRETCHES = st.tuples(PLACES, st.integers(1, 9)).map(lambda pair: (pair[0], pair[0] + pair[1]))
SPANS = st.lists(st.builds(lambda place, id_: Span(*place, id_), STRETCHES, st.sampled_from("abc")), max_size=25)


def both(added: list[Span], removed: list[int]) -> tuple[list[Span], Spans]:
    """A list that is sorted at each step, and the spans under test, after the same steps."""
    naive, spans = [], Spans()
    for span in added:
        naive.append(span)
        naive.sort(key=lambda span: span.start)
        spans.add(span)
    for number in removed:
        if number < len(naive):
            span = naive[number]
            naive.remove(span)
            spans.remove(span)
    return naive, spans


@given(SPANS, st.lists(PLACES, max_size=12), STRETCHES)
def test_spans_answer_like_a_list(added: list[Span], removed: list[int], stretch: tuple[int, int]) -> None:
    naive, spans = both(added, removed)
    start, end = stretch
    overlapping = [span for span in naive if span.start < end and start < span.end]
    assert list(spans) == naive
    assert len(spans) == len(naive)
    assert list(spans.overlapping(start, end)) == overlapping
    assert spans.first(start, end) == next(iter(overlapping), None)
    assert list(spans.within(start, end)) == [span for span in naive if start <= span.start and span.end <= end]
    assert spans.starting(start) == next((span for span in naive if span.start == start), None)
    assert list(spans.before(start)) == [span for span in reversed(naive) if span.start < start]


@given(SPANS)
def test_what_is_removed_leaves_no_trace(added: list[Span]) -> None:
    _, spans = both(added, [0] * len(added))
    assert list(spans) == []
    assert spans.first(0, 50) is None
