"""How fast pages are served to many readers at once; `make bench` runs it.

`relgraph serve` runs on synthetic releases as a person starts it; a hundred readers ask over connections that stay
open, each as soon as it has its answer, for entities drawn by how many ties they have. Then the same while two
questions run that no store can answer in time. Beside it, in the same run, `oxigraph serve` describes the same entities
out of the same files. What a core worked for an answer is told too, which what else runs on the machine changes less.
The figures go to docs/performance.md.
"""

import argparse
import asyncio
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from datetime import date
from itertools import islice
from pathlib import Path
from urllib.parse import quote

from loading import get, loaded
from measuring import machine
from questions import QUICK, SIZE, counts, synthesised
from table import Row, Telling

READERS = 100
ONCE, AGAIN, AHEAD = 3_000, 30_000, 20_000
SEED = 2026
HEAVY = "SELECT (COUNT(*) AS ?n) WHERE { ?a rg:subject ?x . ?b rg:object ?y . ?c rg:subject ?z . FILTER(?x != ?z) }"
LIMIT = 10
ID = "https://w3id.org/relgraph/id/"
ENDS = """SELECT ?end (COUNT(*) AS ?ties) WHERE {
  { ?tie rg:subject ?end } UNION { ?tie rg:object ?end } ?end a rg:Entity } GROUP BY ?end"""
DESCRIBED = """PREFIX rg: <https://w3id.org/relgraph/ontology#>
CONSTRUCT { ?s ?p ?o } WHERE { { VALUES ?s { THING } ?s ?p ?o } UNION { { SELECT DISTINCT ?s WHERE {
  { ?s rg:subject THING } UNION { ?s rg:object THING } } LIMIT 200 } ?s ?p ?o } }"""
OTHERS = {
    "release": "SELECT ?x WHERE { GRAPH ?x { ?x a rg:Release } } LIMIT 300",
    "relation": "SELECT ?x WHERE { GRAPH ?g { ?x a rg:Relation } } LIMIT 300",
    "tie": "SELECT ?x WHERE { ?x a rg:Tie } LIMIT 300",
}


def entities(store):
    """Every entity with a tie, with how many it has; in order."""
    return sorted((str(end).removeprefix(ID), int(str(ties))) for end, ties in store.select(ENDS).rows)


def distinct(weighted, number, chance):
    """So many entities, none twice: who has more ties tends to come first (Efraimidis and Spirakis)."""
    keyed = sorted(((chance.random() ** (1 / ties), name) for name, ties in weighted), reverse=True)
    return [name for _, name in islice(keyed, number)]


def drawn(weighted, others, number, chance):
    """Paths as readers ask for them: nine entities in ten by their ties, among them other pages and data."""
    names, weights = zip(*weighted, strict=True)
    for name in chance.choices(names, weights, k=number):
        if chance.random() < 0.9:
            yield f"/id/{quote(name)}"
        else:
            yield chance.choice([*others, f"/id/{quote(name)}.ttl", f"/id/{quote(name)}?lang=en", "/", "/topics"])


@contextmanager
def serving(command, port):
    """A server as long as it is needed."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            for _ in range(1200):
                if process.poll() is not None:
                    sys.exit(f"{command} ended with status {process.returncode}")
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.05)
            yield process.pid
        finally:
            process.terminate()
            process.wait(20)


def free_port():
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


async def heavy(port, number):
    """Ask again and again what cannot be answered in time; give what became of it."""
    request = get(f"/sparql?query={quote(HEAVY)}&format=csv", port)
    return await asyncio.gather(*(loaded(port, [request], 1) for _ in range(number)))


async def burdened(port, requests, readers, stopped):
    """Readers while two heavy questions run, again and again; what became of them is added to `stopped`."""
    done = asyncio.Event()

    async def asking():
        while not done.is_set():
            stopped.extend(await heavy(port, 2))

    asked = asyncio.create_task(asking())
    await asyncio.sleep(1)
    load = await loaded(port, requests, readers)
    done.set()
    await asked
    return load


def worked(pid, nice=0):
    """Seconds that cores have worked for a process and those it started, but for those that give way to others more."""
    stats = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            stats[int(path.parent.name)] = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it has ended
    mine = {pid}
    while more := {one for one, stat in stats.items() if int(stat[1]) in mine} - mine:
        mine |= more
    ticks = sum(
        int(stats[one][11]) + int(stats[one][12]) for one in mine if one in stats and int(stats[one][16]) <= nice
    )
    return ticks / os.sysconf("SC_CLK_TCK")


def idle(pid):
    """Wait until all pages are made beforehand; a line of the table that says how long that took."""
    start, before = time.perf_counter(), worked(pid, nice=19)
    last = before
    while True:
        time.sleep(2)
        now = worked(pid, nice=19)
        if now - last < 0.1:
            break
        last = now
    took = f"{time.perf_counter() - start:,.0f} s, {now - before:,.0f} s of cores"
    return f"| *pages are made beforehand: {took}* | | | | | | | |"


def row(name, load, core):
    """A line of the table."""
    wrong = {status: number for status, number in load.statuses.items() if status != 200}
    if wrong:
        sys.exit(f"{name}: answers with status {wrong}")
    number = len(load.times)
    figures = " | ".join(f"{load.quantile(share):,.0f}" for share in (0.5, 0.95, 0.99))
    size = load.bytes / number / 1024
    return (
        f"| {name} | {number:,} | {number / load.seconds:,.0f} | {figures} | {1000 * core / number:.1f} | {size:,.1f} |"
    )


def serve(folder, given, tell):
    """Measure the application; tell each line of the table, and give rows beside the peer."""
    from relgraph.store.opening import open_store

    share = 300 if given.few else 10 if given.quick else 1
    once, again, ahead, limit = (
        ONCE // share,
        AGAIN // share,
        AHEAD // share**2 if given.few else AHEAD // share,
        1 if given.few else LIMIT,
    )
    chance = random.Random(SEED)
    with open_store(folder) as store:
        weighted = entities(store)
        others = [f"/id/{quote(str(x).removeprefix(ID))}" for ask in OTHERS.values() for (x,) in store.select(ask).rows]
    first = distinct(weighted, once, chance)
    paths = [*drawn(weighted, others, again, chance)]
    port = free_port()
    command = [sys.executable, "-m", "relgraph", "serve", "--store", str(folder), "--port", str(port)]
    with serving([*command, "--limit", str(limit), "--ahead", str(ahead)], port) as pid:
        asyncio.run(loaded(port, [get("/", port)] * 20, 10))  # the processes are up

        def phase(name, call):
            before = worked(pid)
            load = asyncio.run(call)
            tell(row(name, load, worked(pid) - before))
            return load

        ask = [get(f"/id/{quote(name)}", port) for name in first]
        phase("entities, each for the first time, as the server starts", loaded(port, ask, given.readers))
        tell(idle(pid))
        ask = [get(path, port) for path in paths]
        usual = phase("as readers ask, nine entities in ten", loaded(port, ask, given.readers))
        stopped = []
        phase("the same, while two heavy questions run", burdened(port, ask * 2, given.readers, stopped))
        ask = [get(f"/id/{quote(name)}.nt", port, "application/n-triples") for name in first]
        phase("entities with their ties as N-Triples, for the first time", loaded(port, ask, given.readers))
    theirs, line = peer(folder, first, given.readers)
    tell(line)
    ends = [one for load in stopped for one in load.times]
    statuses = sorted({status for load in stopped for status in load.statuses})
    tell(
        f"\nOf {len(ends)} heavy questions each was ended after {min(ends):.1f} to {max(ends):.1f} s "
        f"(limit {limit} s, status {', '.join(map(str, statuses))})."
    )
    words = "`oxigraph serve`, without pages"
    rates = [len(load.times) / load.seconds for load in (usual, theirs)]
    yield Row(f"pages to {given.readers} readers, a second", rates[0], "", words, rates[1], more=True)
    yield Row("of them, 95 in 100 within", usual.quantile(0.95), "ms", words, theirs.quantile(0.95))


def peer(folder, names, readers):
    """The same entities described by `oxigraph serve`, out of the very files."""
    from relgraph.store.generations import current_generation

    port = free_port()
    oxigraph = Path(sys.executable).with_name("oxigraph")
    location = str(current_generation(Path(folder)))
    with serving([oxigraph, "serve-read-only", "--location", location, "--bind", f"127.0.0.1:{port}"], port) as pid:
        asked = [f"/query?query={quote(DESCRIBED.replace('THING', f'<{ID}{name}>'))}" for name in names]
        load = asyncio.run(loaded(port, [get(path, port, "application/n-triples") for path in asked], readers))
        return load, row("`oxigraph serve`: the same as N-Triples", load, worked(pid))


def main():
    """Measure, and put the table where the page has a place for it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--releases", type=int, default=SIZE)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK:,} releases, and the page stays as it is")
    parser.add_argument("--print", action="store_true", help="leave the page as it is")
    parser.add_argument("--store", help="a store of synthetic releases, else one is written")
    parser.add_argument("--few", action="store_true", help="little is asked for, limit 1 s, the page stays as it is")
    parser.add_argument("--readers", type=int, default=READERS)
    given = parser.parse_args()
    tell = Telling()
    with tempfile.TemporaryDirectory() as folder:
        store = given.store or f"{folder}/store"
        if not given.store:
            synthesised(store, QUICK if given.quick else given.releases)
        print(*measure(store, given, tell), sep="\n")
    if not (given.quick or given.few or given.print):
        tell.keep("pages")


def measure(store, given, tell):
    """Measure the application on a store; tell each line of the table, and give rows beside the peer."""
    had = counts(store)
    told = ", ".join(f"{had[name]:,} {name}" for name in ("releases", "quads", "entities"))
    tell(f"{told}. Measured on {date.today()}: {machine()}.\n")
    tell(f"| {given.readers} readers | answers | a second | p50, ms | p95, ms | p99, ms | core, ms each | kB each |")
    tell("| --- | --: | --: | --: | --: | --: | --: | --: |")
    yield from serve(store, given, tell)
    tell("")


if __name__ == "__main__":
    main()
