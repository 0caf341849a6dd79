"""What a server bears: a hundred users at once, some of whom mean it harm; run by hand, or by `make bench`.

Users read pages, ask questions by REST and in SPARQL, light and heavy; others send what is malformed, too long or half
a request, a byte a second, hang up before the answer, or change the graph, with the token and without. Told are the
statuses of each kind of request, how long answers took, and how much memory all processes held over time. The run
fails where a status is none that such a request may have, where a heavy question is not stopped at its limit, or where
memory, open files or processes grow.
"""

import argparse
import asyncio
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from measuring import machine
from questions import QUICK, synthesised
from serving import ID, OTHERS, entities, free_port, serving

TOKEN = "crowd-token"
SEED = 2026
LATEST = 3
"""Times the limit after which a heavy question is over: it waits for a process and begins anew in the slow lane."""
HEAVY = (
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i LIMIT 1",
    "SELECT (COUNT(*) AS ?n) { ?a (rg:subject|^rg:subject|rg:object|^rg:object)* ?b . ?b (!rg:x)* ?c . ?d ?e ?f }",
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER regex(CONCAT(STR(?c), STR(?f)), '(a|b|ab)*(c|d|cd)*x{3}$') }",
    "SELECT (SUM(STRLEN(CONCAT(STR(?c), STR(?f), STR(?i)))) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
)
LIGHT = (
    "ASK { ?c a rg:Country }", "SELECT ?c WHERE { ?c a rg:Country } LIMIT 20",
    "SELECT ?t ?n WHERE { ?t a rg:Tie ; rg:sentenceCount ?n } ORDER BY DESC(?n) LIMIT 10",
    "CONSTRUCT { ?c rdfs:label ?l } WHERE { ?c a rg:Country ; rdfs:label ?l } LIMIT 50",
)  # fmt: skip
PAGES = (
    "/", "/questions", "/topics", "/explore", "/map", "/map?view=europe", "/timeline?about=Japan", "/brief?about=Japan",
    "/compare?partner=Japan&partner=China", "/search?q=Japan", "/ask?q=Wer+f%C3%BChrt+bei+Halbleitern%3F",
    "/questions/partnerships?country=Japan", "/changes", "/suggest?q=jap", "/entities?type=City", "/ontology",
)  # fmt: skip
RULED = ("partnerships", "strategy-frameworks", "concerns", "technology-leaders", "offices-abroad", "trade-ties")


@dataclass
class Kind:
    """A kind of request: how many of a hundred are of it, and the statuses that it may have; 0 is none at all."""

    share: int
    statuses: frozenset
    times: list = field(default_factory=list)
    told: Counter = field(default_factory=Counter)
    wrong: list = field(default_factory=list)

    def note(self, status, seconds, request):
        """Keep what came of one."""
        self.times.append(seconds)
        self.told[status] += 1
        if status not in self.statuses:
            self.wrong.append((status, request[:200]))

    def within(self, share):
        """Milliseconds within which so many came."""
        ordered = sorted(self.times)
        return 1000 * ordered[max(0, round(share * len(ordered)) - 1)] if ordered else 0.0


def kinds():
    """Every kind of request; 503 is what is stopped at a limit, told in docs/serving.md."""
    read, refused = {200, 503}, {400, 401, 403, 404, 405, 406, 408, 413, 414, 415, 422, 431}
    shares = {
        "pages": (40, read), "things": (20, read), "REST": (12, read), "SPARQL, light": (12, read),
        "SPARQL, heavy": (3, {503}), "broken": (6, refused | {0}), "hung up": (2, {0}), "slow": (1, {0, 408}),
        "updates without the token": (2, {401, 403}), "updates": (0, {204, 503}),
    }  # fmt: skip
    return {name: Kind(share, frozenset(statuses)) for name, (share, statuses) in shares.items()}


def request(method, path, *, body=b"", **headers):
    """A request as it goes over the wire."""
    given = {"Host": "127.0.0.1", "Accept": "text/html", "Accept-Encoding": "gzip", "Connection": "close"} | {
        name.replace("_", "-"): text for name, text in headers.items()
    }
    if body or method == "POST":
        given["Content-Length"] = str(len(body))
    lines = "".join(f"{name}: {text}\r\n" for name, text in given.items())
    return f"{method} {path} HTTP/1.1\r\n{lines}\r\n".encode("latin-1") + body


def sparql(query, **headers):
    """A question."""
    return request("GET", f"/sparql?query={quote(query)}", Accept="*/*", **headers)


def update(chance, **headers):
    """A change of a graph that has nothing to do with the others."""
    text = f"INSERT DATA {{ GRAPH <urn:crowd> {{ <urn:x> <urn:n> {chance.randrange(10**6)} }} }}"
    return request("POST", "/sparql", body=text.encode(), Content_Type="application/sparql-update", **headers)


def broken(chance):
    """What no client should send."""
    return chance.choice([
        sparql("SELECT ?x WHERE { ?x"), sparql("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"),
        sparql("ASK {} #" + "x" * 120_000), request("GET", "/" + "x" * 20_000), request("GET", "/nowhere"),
        request("PATCH", "/sparql"), request("POST", "/"), request("GET", "/id/country/JP", Accept="image/png"),
        request("POST", "/sparql", body=b"x=1", Content_Type="text/plain"),
        request("POST", "/explore/part", body=b"[" * 100_000, Content_Type="application/json"),
        request("POST", "/explore/stated", body=b"x" * 1_200_000, Content_Type="application/json"),
        request("GET", "/", X_Long="x" * 500_000), b"GET / HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x02\r\n\r\n",
        request("GET", "/sparql?update=CLEAR+ALL"), request("PUT", "/graph?default", body=b"<a> <b> <c> ."),
        request("GET", "/api/questions/partnerships/answer?country=Nirgendwo"),
        request("GET", "/api/questions/%00%ff/answer"), request("GET", "/static/../../pyproject.toml"),
        request("POST", "/sparql", body=b"\xff\xfe", Content_Type="application/sparql-query"),
    ])  # fmt: skip


class Crowd:
    """Users of one server, until the time is over."""

    def __init__(self, port, things, given):
        self.port, self.things, self.stopped = port, things, given.stopped
        self.limit, self.users, self.pause, self.latest = given.limit, given.users, given.pause, given.latest
        self.kinds = kinds()
        self._end = time.monotonic() + given.seconds

    async def ask(self):
        """All of them at once."""
        shares = {name: kind.share for name, kind in self.kinds.items()}
        users = [self._user(f"{SEED} {number}", shares, self.pause) for number in range(self.users)]
        await asyncio.gather(*users, self._user(f"{SEED}", {"updates": 1}, 6 * self.pause))

    async def _user(self, seed, shares, pause):
        """Ask, look at it for a while, ask again."""
        chance = random.Random(seed)
        while time.monotonic() < self._end:
            await asyncio.sleep(chance.uniform(0, 2 * pause))
            (name,) = chance.choices([*shares], [*shares.values()])
            begun, sent = time.perf_counter(), self._drawn(name, chance)
            status = await self._answered(name, sent)
            self.kinds[name].note(status, time.perf_counter() - begun, sent)

    def _drawn(self, name, chance):
        bearer = {"Authorization": f"Bearer {TOKEN}"}
        draw = {
            "pages": lambda: request("GET", chance.choice(PAGES)),
            "things": lambda: request("GET", chance.choice(self.things) + chance.choice(["", "", ".ttl", "?lang=en"])),
            "REST": lambda: request("GET", f"/api/questions/{chance.choice(RULED)}/answer", Accept="application/json"),
            "SPARQL, light": lambda: sparql(chance.choice(LIGHT)),
            "SPARQL, heavy": lambda: sparql(chance.choice(HEAVY)),
            "broken": lambda: broken(chance),
            "hung up": lambda: chance.choice([sparql(HEAVY[0]), request("GET", "/explore"), b"GET / HTTP/1.1\r\nHo"]),
            "slow": lambda: request("GET", "/topics"),
            "updates without the token": lambda: update(
                chance, **chance.choice([{}, {"Authorization": "Bearer wrong"}, {"Authorization": "Basic eDp5"}])
            ),
            "updates": lambda: update(chance, **bearer),
        }
        return draw[name]()

    async def _answered(self, name, sent):
        """Status of the answer; 0 where there is none."""
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        except OSError:
            return 599  # nobody listens: no status that anything may have
        try:
            if name == "slow":
                for place in range(len(sent)):
                    if reader.at_eof() or reader._buffer or time.monotonic() > self._end:
                        break
                    writer.write(sent[place : place + 1])
                    await asyncio.sleep(1)
            else:
                with suppress(ConnectionError):  # it may hang up on what is too long, having said why
                    writer.write(sent)
                    await writer.drain()
            if name == "hung up":
                await asyncio.sleep(0.2)
                return 0
            told = await reader.read(64)
            while await reader.read(1 << 16):
                pass
            return int(told[9:12]) if told else 0
        except ConnectionError:
            return 0
        finally:
            writer.transport.abort()

    def faults(self):
        """What must not be, in words."""
        for name, kind in self.kinds.items():
            for (status, sent), number in Counter(kind.wrong).items():
                yield f"{name}: status {status} {number} times, as for {sent!r}"
        for name in ("pages", "things", "REST", "SPARQL, light"):
            kind = self.kinds[name]
            if kind.told[503] > self.stopped * len(kind.times):
                yield f"{name}: {kind.told[503]} of {len(kind.times)} were stopped at a limit"
        heavy = self.kinds["SPARQL, heavy"].times
        if heavy and max(heavy) > LATEST * self.limit + self.latest:
            yield f"a heavy question took {max(heavy):.1f} s, limit {self.limit} s"


def family(pid):
    """A process and all that it has started."""
    found = [pid]
    for one in found:
        with suppress(OSError):
            for task in Path(f"/proc/{one}/task").iterdir():
                found += map(int, (task / "children").read_text().split())
    return found


def held(pid):
    """Megabytes that a process and those it has started hold, what they share counted once; processes; open files."""
    memory = files = 0
    everybody = family(pid)
    for one in everybody:
        with suppress(OSError, StopIteration):
            rollup = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
            memory += int(next(line for line in rollup if line.startswith("Pss:")).split()[1])
            files += len(os.listdir(f"/proc/{one}/fd"))
    return memory / 1024, len(everybody), files


async def watched(crowd, pid, every):
    """Let the crowd ask; what all processes held meanwhile."""
    asking, seen = asyncio.create_task(crowd.ask()), []
    while not asking.done():
        seen.append(held(pid))
        await asyncio.wait([asking], timeout=every)
    await asking
    return seen


def grown(seen, slack):
    """What grew in the second half, when all that is kept is there, in words."""
    half = seen[len(seen) // 2 :]
    for place, what, more in (
        (0, "megabytes are held", slack),
        (1, "processes are there", 2),
        (2, "files are open", 40),
    ):
        parts = half[: len(half) // 2], half[len(half) // 2 :]
        early, late = (sorted(one[place] for one in part)[len(part) // 2] for part in parts)
        if late > early * 1.1 + more:
            yield f"{late:,.0f} {what}, where {early:,.0f} were before"


def table(crowd):
    """A line for each kind."""
    yield "| request | answers | statuses | p50, ms | p95, ms | max, s |"
    yield "| --- | --: | --- | --: | --: | --: |"
    for name, kind in crowd.kinds.items():
        statuses = ", ".join(f"{status or 'none'}: {number:,}" for status, number in sorted(kind.told.items()))
        slowest = max(kind.times, default=0)
        figures = " | ".join(f"{kind.within(share):,.0f}" for share in (0.5, 0.95))
        yield f"| {name} | {len(kind.times):,} | {statuses} | {figures} | {slowest:.1f} |"


def besieged(store, given):
    """Serve a copy of a store, and let the crowd at it; what must not be, in words."""
    from relgraph.store.opening import open_store

    with open_store(store) as opened:
        things = [f"/id/{quote(name)}" for name, _ in entities(opened)]
        for ask in OTHERS.values():
            things += [f"/id/{quote(str(x).removeprefix(ID))}" for (x,) in opened.select(ask).rows]
    port = free_port()
    os.environ["RELGRAPH_TOKEN"] = TOKEN
    command = [sys.executable, "-m", "relgraph", "serve", "--store", store, "--port", str(port)]
    options = ["--limit", str(given.limit), "--ahead", str(given.ahead), "--workers", str(given.workers)]
    with serving([*command, *options], port) as pid:
        crowd = Crowd(port, things, given)
        seen = asyncio.run(watched(crowd, pid, min(2.0, given.seconds / 20)))
        time.sleep(min(given.limit, 6))  # connections that are idle are ended after five seconds
        after = held(pid)
    print(*table(crowd), "", sep="\n")
    every = max(1, len(seen) // 8)
    told, files = ([f"{one[place]:,.0f}" for one in seen[::every]] for place in (0, 2))
    print(f"Memory of all processes over time, MB: {', '.join(told)}; afterwards {after[0]:,.0f}.")
    print(f"Processes {seen[0][1]} to {max(one[1] for one in seen)}, afterwards {after[1]}.")
    print(f"Open files over time: {', '.join(files)}; afterwards {after[2]}.")
    return [*crowd.faults(), *grown(seen, given.slack)]


def main():
    """Let them at it, and say what must not be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", help="a store, which is copied; else one of synthetic releases is written")
    parser.add_argument("--releases", type=int, default=QUICK)
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--users", type=int, default=100)
    parser.add_argument("--pause", type=float, default=2.5, help="seconds between two requests of a user; in the mean")
    parser.add_argument("--limit", type=float, default=10)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--ahead", type=int, default=20_000)
    parser.add_argument("--latest", type=float, default=5, help="seconds by which a heavy question may be over late")
    parser.add_argument("--stopped", type=float, default=0.05, help="share of light requests that may get 503")
    parser.add_argument("--slack", type=float, default=64, help="megabytes by which memory may differ")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = f"{folder}/store"
        if given.store:
            shutil.copytree(given.store, store)
        else:
            synthesised(store, given.releases)
        print(f"{given.users} users for {given.seconds:g} s, limit {given.limit:g} s. {machine()}.\n")
        found = besieged(store, given)
    if found:
        sys.exit("\n".join(found))


if __name__ == "__main__":
    main()
