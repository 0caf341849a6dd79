"""How long commands take on many synthetic releases; `make bench` runs it.

Each command runs as a person runs it, in a process of its own: seconds by the clock, seconds of a core, and the most
memory it held. A store is also changed, release by release, and held against what it was. The figures go to
docs/performance.md.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from time import perf_counter

from questions import PAGE, QUICK, SIZE, counts, example, machine

BEGIN, END = "<!-- make bench writes the times of commands here -->\n", "<!-- and no further -->\n"
RELEASE = """---
id: bw-2024-02-01-neu
title: Reise nach Südkorea
date: 2024-02-01
publisher: Staatsministerium Baden-Württemberg
region: Baden-Württemberg
---

Ministerpräsident Winfried Kretschmann reist nach Südkorea.

Baden-Württemberg arbeitet mit Japan in der Forschung zusammen.
"""


def commands(folder, release):
    """What is run, in order: words for the table, and the arguments."""
    store, changed, new = folder / "store", folder / "changed", folder / "neu.md"
    reading = ["--store", store]
    return [
        ("ask, a country", ["ask", "Welche Institutionen in Japan arbeiten mit Baden-Württemberg?", *reading]),
        ("ask, a field", ["ask", "Wer führt bei Halbleitern?", *reading]),
        ("brief Japan", ["brief", "Japan", *reading, "-o", folder / "japan.html"]),
        ("compare Japan China Korea", ["compare", "Japan", "China", "Korea", *reading]),
        ("network", ["network", *reading]),
        ("network --min-confidence 0.6", ["network", "--min-confidence", "0.6", *reading]),
        ("network path", ["network", "path", "Baden-Württemberg", "Japan", *reading]),
        ("review relations --list", ["review", "relations", "--list", *reading]),
        ("retract, one release", ["retract", release, "--store", changed]),
        ("ingest, one release", ["ingest", new, "--machine", "--store", changed]),
        ("diff, before and after", ["diff", store, changed]),
    ]


def timed(arguments):
    """Seconds by the clock and of a core, and megabytes at most, of a command that must succeed."""
    start = perf_counter()
    command = [sys.executable, "-m", "relgraph", *map(str, arguments)]
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            said.seek(0)
            sys.exit(f"{' '.join(command)} ended with status {os.waitstatus_to_exitcode(status)}: {said.read()}")
    return perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure(folder, releases, tell):
    """Write a store and run everything on it; tell each line of the page."""
    from relgraph.store.opening import open_store

    script = [sys.executable, Path(__file__).with_name("synthetic.py"), folder / "store", "--releases", str(releases)]
    subprocess.run(script, check=True, stderr=subprocess.DEVNULL)
    shutil.copytree(folder / "store", folder / "changed")
    (folder / "neu.md").write_text(RELEASE, encoding="utf-8")
    with open_store(folder / "store") as store:
        release = example(store, "release")
    quads = counts(folder / "store")["quads"]
    tell(f"{releases:,} releases, {quads:,} quads. Measured on {date.today()}: {machine()}.\n")
    tell("| command | clock, s | core, s | memory, MB |")
    tell("| --- | --: | --: | --: |")
    for words, arguments in commands(folder, release):
        clock, core, memory = timed(arguments)
        tell(f"| `{words}` | {clock:.1f} | {core:.1f} | {memory:,.0f} |")
    tell("")


def main():
    """Measure, and put the table where the page has a place for it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--releases", type=int, default=SIZE)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK:,} releases, and the page stays as it is")
    parser.add_argument("--print", action="store_true", help="leave the page as it is")
    given = parser.parse_args()
    lines = []

    def tell(line):
        lines.append(line)
        print(line, flush=True)

    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), QUICK if given.quick else given.releases, tell)
    if not (given.quick or given.print):
        head, begin, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
        _, end, tail = rest.partition(END)
        PAGE.write_text(f"{head}{begin}\n{chr(10).join(lines)}\n{end}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
