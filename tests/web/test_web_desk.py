import asyncio
import contextlib
import os
import signal

import pytest

from errands import asked, dies, hoards, late_once, on_ending, process, unknown
from relgraph.errors import QueryError, UnknownName
from relgraph.web.desk import Desk, Lanes, Late, Stopped, Waited

HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.fixture
def desk(built):
    made = Desk(str(built / "store"), askers=1, limit=30, memory=512)
    yield made
    made.close()


def test_an_answer_comes_from_a_process_beside(desk):
    async def ask():
        return await desk.ask(asked, "SELECT ?s { ?s a rg:Country }"), await desk.ask(process)

    rows, other = asyncio.run(ask())
    assert rows > 0
    assert other != os.getpid()


def test_an_error_keeps_what_it_carries(desk):
    with pytest.raises(UnknownName) as raised:
        asyncio.run(desk.ask(unknown))
    assert raised.value.suggestions == ("Japan",)


def test_an_error_of_the_engine_keeps_its_place(desk):
    with pytest.raises(QueryError, match="line 2, column") as raised:
        asyncio.run(desk.ask(asked, "SELECT ?s {\n ?s ?p }"))
    assert raised.value.place[0] == 2


def test_a_heavy_question_is_stopped_at_the_limit_and_its_process_replaced(built):
    desk = Desk(str(built / "store"), askers=1, limit=1, memory=512)

    async def ask():
        before = await desk.ask(process)
        with pytest.raises(Late, match="1 s"):
            await desk.ask(asked, HEAVY)
        return before, await desk.ask(process)

    before, after = asyncio.run(ask())
    desk.close()
    assert before != after


def test_a_process_ends_at_once_whatever_the_engine_does(desk):
    assert asyncio.run(desk.ask(on_ending)) == signal.SIG_DFL


def test_who_goes_away_frees_the_process(desk):
    async def ask():
        before = await desk.ask(process)
        heavy = asyncio.create_task(desk.ask(asked, HEAVY))
        await asyncio.sleep(0.3)
        heavy.cancel()
        return before, await desk.ask(process)

    before, after = asyncio.run(ask())
    assert before != after


def test_a_process_that_breaks_down_is_replaced(desk):
    async def ask():
        with pytest.raises(Stopped, match="broke down"):
            await desk.ask(dies)
        return await desk.ask(asked, "SELECT ?s { ?s a rg:Country }")

    assert asyncio.run(ask()) > 0


@pytest.mark.parametrize(
    "sparql",
    ["SELECT ?a (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f } GROUP BY ?a ?b ?c ?d ?e ?f", None],
    ids=["in the engine", "in Python"],
)
def test_who_takes_too_much_memory_is_ended_and_replaced(built, sparql):
    desk = Desk(str(built / "store"), askers=1, limit=60, memory=256)

    async def ask():
        with pytest.raises(Stopped, match="memory"):
            await (desk.ask(asked, sparql) if sparql else desk.ask(hoards))
        return await desk.ask(asked, "SELECT ?s { ?s a rg:Country }")

    assert asyncio.run(ask()) > 0
    desk.close()


def test_processes_that_are_killed_while_they_are_idle_are_replaced(desk):
    async def ask():
        for _ in range(3):
            os.kill(await desk.ask(process), signal.SIGKILL)
            for _ in range(20):  # whoever asks while it ends is told so, and the next has an answer
                with contextlib.suppress(Stopped):
                    await desk.ask(process)
                await asyncio.sleep(0.05)
        return await desk.ask(asked, "SELECT ?s { ?s a rg:Country }")

    assert asyncio.run(ask()) > 0


def test_what_takes_long_does_not_hold_up_what_does_not(built):
    location = str(built / "store")
    lanes = Lanes(*(Desk(location, askers=1, limit=limit, memory=512, patience=120) for limit in (0.5, 120)))

    async def ask():
        heavy = [asyncio.create_task(lanes.ask(asked, HEAVY)) for _ in range(4)]
        light = [await lanes.ask(asked, "SELECT ?s { ?s a rg:Country }") for _ in range(3)]
        running = not any(one.done() for one in heavy)
        for one in heavy:
            one.cancel()
        return light, running

    light, running = asyncio.run(ask())
    lanes.close()
    assert min(light) > 0
    assert running


def test_who_waits_longer_than_the_limit_for_a_process_is_told(built):
    desk = Desk(str(built / "store"), askers=1, limit=0.4, memory=512)

    async def ask():
        await desk.ask(process)
        return await asyncio.gather(*(desk.ask(asked, HEAVY) for _ in range(6)), return_exceptions=True)

    kinds = {type(one) for one in asyncio.run(ask())}
    assert Waited in kinds
    assert kinds <= {Late, Waited}
    desk.close()


def test_what_was_late_does_not_hold_up_others_again(built):
    location = str(built / "store")
    quick, slow = (Desk(location, askers=1, limit=limit, memory=512, patience=120) for limit in (0.5, 1))
    lanes = Lanes(quick, slow)

    async def stopped(sparql):
        before = await quick.ask(process)
        with pytest.raises(Late, match=r"1\.5 s"):
            await lanes.ask(asked, sparql)
        return before != await quick.ask(process)

    async def ask():
        await slow.ask(process)
        return [await stopped(sparql) for sparql in (HEAVY, HEAVY, HEAVY + " ")]

    assert asyncio.run(ask()) == [True, False, True]
    lanes.close()


def test_what_was_late_once_is_tried_again_when_it_is_answered_soon(built, tmp_path):
    location = str(built / "store")
    quick, slow = (Desk(location, askers=1, limit=limit, memory=512, patience=120) for limit in (0.4, 30))
    lanes = Lanes(quick, slow)

    async def ask():
        await slow.ask(process)
        told = [await lanes.ask(late_once, tmp_path / "asked") for _ in range(2)]
        return told, await slow.ask(process), await quick.ask(process)

    told, *processes = asyncio.run(ask())
    assert told == processes
    lanes.close()
