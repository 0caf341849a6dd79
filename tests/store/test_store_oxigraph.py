"""What the engine complains of."""

import weakref

from relgraph.errors import StoreError
from relgraph.store.oxigraph import engine_error


class Answer:
    """Stands where an answer of the engine does, which may be let go of in its own thread alone."""


def test_an_error_holds_no_answer_on_its_way_to_other_threads():
    answers = []

    def read():
        answer = Answer()
        answers.append(weakref.ref(answer))
        raise OSError("a file is gone")

    try:
        read()
    except OSError as error:
        told = engine_error("store", error)
        assert isinstance(told, StoreError)
        assert answers[0]() is None
