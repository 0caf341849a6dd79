"""The benchmark measures something; what it measures is no matter of a test."""

from reading import command, measure_one_by_one, measure_speed


def test_reading_is_measured():
    found = measure_speed("relgraph", 4)
    assert found.keys() == {"load", "read", "texts", "characters", "peak"}
    assert found["texts"] == 3
    assert all(value > 0 for value in found.values())


def test_memory_is_measured_of_reading_and_of_a_command_that_there_is(tmp_path, accepted):
    assert measure_one_by_one(2)["peak"] > 0
    assert accepted(command(tmp_path))
