import asyncio
from threading import Event

import pytest

from relgraph.web.shelf import Answer, Shared, Shelf


def answer(text="x"):
    return Answer.of("text/plain", text.encode())


def run(scenario):
    async def around():
        shelf = Shelf(10_000)
        try:
            await scenario(shelf)
        finally:
            shelf.close()

    asyncio.run(around())


def test_an_answer_is_made_once_for_all_who_wait():
    made, free = [], Event()

    def make():
        made.append(1)
        free.wait(5)
        return answer()

    async def scenario(shelf):
        waiting = [asyncio.create_task(shelf.get("key", make)) for _ in range(5)]
        await asyncio.sleep(0.05)
        free.set()
        assert {await one for one in waiting} == {answer()}
        assert await shelf.get("key", make) == answer()

    run(scenario)
    assert made == [1]


def test_who_goes_away_leaves_the_others_their_answer():
    free = Event()

    def make():
        free.wait(5)
        return answer()

    async def scenario(shelf):
        first, second = (asyncio.create_task(shelf.get("key", make)) for _ in range(2))
        await asyncio.sleep(0.05)
        first.cancel()
        free.set()
        assert await second == answer()

    run(scenario)


def test_a_failure_reaches_all_who_wait_and_is_not_kept():
    def fail():
        raise ValueError("no")

    async def scenario(shelf):
        waiting = [asyncio.create_task(shelf.get("key", fail)) for _ in range(2)]
        for one in waiting:
            with pytest.raises(ValueError, match="no"):
                await one
        assert await shelf.get("key", answer) == answer()

    run(scenario)


def test_without_a_key_nothing_is_kept():
    made = []

    async def scenario(shelf):
        for number in range(2):
            await shelf.get(None, lambda number=number: made.append(number) or answer())

    run(scenario)
    assert made == [0, 1]


def test_what_was_not_asked_for_longest_makes_room():
    made = []

    async def scenario(shelf):
        for key in (*range(12), 11, 0):
            await shelf.get(key, lambda key=key: made.append(key) or answer())

    run(scenario)
    assert made == [*range(12), 0]


def test_the_same_body_gives_the_same_bytes():
    assert answer("ü" * 1000) == answer("ü" * 1000)
    assert answer("ü").body.decode() == "ü"


def test_what_one_process_has_made_the_other_reads(tmp_path):
    made = []
    whole = Answer.of("text/html", b"x\ny", links="</a>", status=303, location="/b")
    for _ in range(2):
        assert Shared(tmp_path, 10_000).get(("key", 1), lambda: made.append(1) or whole) == whole
    assert made == [1]


def test_a_shared_folder_does_not_grow_without_end(tmp_path):
    shared = Shared(tmp_path, 5_000)
    for key in range(20):
        shared.get(key, answer)
    assert 0 < len([*tmp_path.iterdir()]) <= 5


def test_where_nothing_can_be_shared_answers_are_made(tmp_path):
    assert Shared(tmp_path / "gone", 5_000).get("key", answer) == answer()


def test_a_shelf_leaves_what_it_makes_to_others(tmp_path):
    async def asked(make):
        shelf = Shelf(10_000, tmp_path)
        try:
            return await shelf.get("key", make)
        finally:
            shelf.close()

    assert asyncio.run(asked(answer)) == asyncio.run(asked(lambda: answer("other"))) == answer()
