"""Every command that is timed can be given, and some are."""

import re

from answers import commands, measure


def test_every_command_that_is_timed_is_one_with_its_options(synthetic, tmp_path, accepted):
    timed = [arguments for _, arguments in commands(tmp_path, synthetic, "bw-1")]
    assert len(timed) == 11
    assert all(map(accepted, timed))


def test_a_command_is_timed_on_a_copy(synthetic, tmp_path):
    lines = []
    measure(tmp_path, synthetic, lines.append, {"network"})
    rows = re.findall(r"^\| `(\w+).*` \| ([\d.]+) \| ([\d.]+) \| ([\d,]+) \|$", "\n".join(lines), re.MULTILINE)
    assert [name for name, *_ in rows] == ["network"]
    assert all(float(clock) > 0 < float(core) for _, clock, core, _ in rows)
    assert lines[0].startswith("30 releases")
