def pace_of(clock):
    from relgraph.releases.sources.pace import Pace

    return Pace(clock, clock.sleep)


def test_a_host_is_asked_once_a_second(clock):
    pace = pace_of(clock)
    for _ in range(3):
        pace.wait("example.org")
    assert clock.slept == [1.0, 1.0]


def test_hosts_do_not_wait_for_each_other(clock):
    pace = pace_of(clock)
    for host in ("a.example", "b.example", "c.example"):
        pace.wait(host)
    assert clock.slept == []


def test_time_that_has_passed_anyway_counts(clock):
    pace = pace_of(clock)
    pace.wait("example.org")
    clock.now += 0.75
    pace.wait("example.org")
    clock.now += 5
    pace.wait("example.org")
    assert clock.slept == [0.25]


def test_a_site_may_want_more_time_and_never_less(clock):
    pace = pace_of(clock)
    for seconds in (1.0, 10.0, 0.1):
        pace.wait("example.org", seconds)
    assert clock.slept == [10.0, 1.0]
