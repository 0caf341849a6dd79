"""What is built for measuring is built by commands that there are, of a release that is new."""

from building import other_release, steps
from filing import write_file
from synthetic import Synthetic


def test_each_step_is_a_command_with_its_options(tmp_path, accepted):
    path = write_file(tmp_path, other_release(3))
    found = steps(tmp_path, tmp_path / "build", path, "bw-1")
    assert all(name == arguments[0] and accepted(arguments) for name, arguments in found.items())


def test_the_other_release_is_none_of_those():
    assert other_release(3) not in [one.release for one in Synthetic(4)]
