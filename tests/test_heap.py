import subprocess
import sys

SCRIPT = """
import sys
from pathlib import Path
from relgraph import heap

def held():
    return int(Path("/proc/self/statm").read_text().split()[1])

before = held()
things = [bytes(2000) for _ in range(20_000)]
kept = things[::100]
del things
freed = held() - before
heap.trim()
print(freed, held() - before)
"""


def test_memory_that_is_free_goes_back_to_the_system_though_some_between_is_kept():
    told = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True).stdout
    freed, trimmed = map(int, told.split())
    assert freed * 4096 > 20_000_000
    assert trimmed < freed / 2
