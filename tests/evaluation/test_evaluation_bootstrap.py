from hypothesis import given
from hypothesis import strategies as st

from relgraph.evaluation.bootstrap import Bootstrap, interval
from relgraph.evaluation.measure import Measure
from relgraph.evaluation.scores import Counts, Key, add

KEY = Key("relations")
RELEASES = [Counts({KEY: Measure(number % 3, number % 5 + 2, number % 4 + 2)}) for number in range(40)]
counts = st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)).map(
    lambda three: Counts({KEY: Measure(min(three), three[0], three[1])})
)


def f1_interval(releases, **options):
    return interval([measure.f1 for measure in Bootstrap(releases, **options).measures(KEY)])


def test_the_interval_of_a_seed_never_changes():
    low, high = f1_interval(RELEASES)
    assert (round(low, 6), round(high, 6)) == (0.188552, 0.327759)
    assert low < add(RELEASES)[KEY].f1 < high
    assert f1_interval(RELEASES, seed=2) != (low, high)


@given(st.lists(counts, min_size=1, max_size=12))
def test_an_interval_is_one_of_shares_and_the_same_each_time(releases):
    drawn = Bootstrap(releases, rounds=40)
    for name in ("precision", "recall", "f1"):
        low, high = interval([getattr(measure, name) for measure in drawn.measures(KEY)])
        assert 0 <= low <= high <= 1
    assert drawn.measures(KEY) == Bootstrap(releases, rounds=40).measures(KEY)


@given(counts, st.integers(1, 6))
def test_equal_releases_leave_nothing_to_chance(release, number):
    value = add([release])[KEY].f1
    low, high = f1_interval([release] * number, rounds=20)
    assert abs(low - value) < 1e-9
    assert abs(high - value) < 1e-9


def test_what_was_never_counted_has_an_interval_at_nothing():
    assert f1_interval(RELEASES[:0] or [Counts()], rounds=20) == (0, 0)


def test_more_releases_give_a_narrower_interval():
    (low, high), (lower, higher) = f1_interval(RELEASES * 9), f1_interval(RELEASES)
    assert high - low < (higher - lower) / 2
