import asyncio

import pytest

from relgraph.web.holding import Holding
from relgraph.web.kept import Answers, Kept
from written import write_store

QUAD = "<http://a/{}> <http://a/p> <http://a/o> ."


def test_a_thing_is_made_once_for_each_generation(tmp_path):
    write_store(tmp_path, [QUAD.format("s")])
    made = []
    kept = Kept(Holding(str(tmp_path)), lambda store: made.append(store) or len(made))
    assert (kept.now(), kept.now(), asyncio.run(kept.soon())) == (1, 1, 1)
    write_store(tmp_path, [QUAD.format("t")])
    assert asyncio.run(kept.soon()) == 2


def test_an_answer_is_asked_for_once_however_many_wait_and_whoever_goes_away():
    asked = []

    async def ask():
        asked.append(1)
        await asyncio.sleep(0.05)
        return "answer"

    async def run():
        answers = Answers()
        waiting = [asyncio.create_task(answers.get("key", ask)) for _ in range(3)]
        await asyncio.sleep(0)
        waiting[0].cancel()
        found = await asyncio.gather(*waiting[1:])
        return [*found, await answers.get("key", ask)]

    assert asyncio.run(run()) == ["answer"] * 3
    assert len(asked) == 1


def test_what_failed_is_not_kept_and_the_oldest_goes_first():
    async def fail():
        raise ValueError("no")

    async def ask():
        return "answer"

    async def run():
        answers = Answers(most=2)
        for key in "aba":
            with pytest.raises(ValueError, match="no"):
                await answers.get(key, fail)
        for key in "abc":
            await answers.get(key, ask)
        with pytest.raises(ValueError, match="no"):
            await answers.get("a", fail)
        return await answers.get("c", fail)

    assert asyncio.run(run()) == "answer"
