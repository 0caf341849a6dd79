"""The second reader: what the first has read, and what a model says that the text bears."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NoReturn

from relgraph import iris
from relgraph.errors import FetchError
from relgraph.extraction.readers import Account, Reader, Unread
from relgraph.extraction.second.answers import Said, read_answer
from relgraph.extraction.second.questions import LONGEST, questions
from relgraph.extraction.second.screening import CAP, Dropped, Reason, Screen
from relgraph.extraction.second.server import Unanswered
from relgraph.extraction.second.sights import Sights
from relgraph.extraction.second.stored import Ask
from relgraph.model import Extraction, Relation, Release

Key = tuple[str, frozenset[str | None] | tuple[str, str | None]]


class SecondReader:
    """Adds to what the first reader finds; what that one found stays as it is.

    A release on which the model gives no answer is left to the first reader and stands in the account.
    """

    def __init__(self, first: Reader, ask: Ask, model: str) -> None:
        self._first = first
        self._ask = ask
        self._model = model
        self._rule = f"second-reader/{iris.slug(model)}"
        self._asked = 0
        self._counts: Counter[str] = Counter()
        self._dropped: Counter[Reason] = Counter()
        self._left_out: Counter[str] = Counter()
        self._unread: list[Unread] = []

    @property
    def account(self) -> Account:
        """What the model was asked so far, and what became of its answers."""
        return Account(
            model=self._model,
            rule=self._rule,
            cap=CAP,
            asked=self._asked,
            said=self._counts["said"],
            kept=self._counts["kept"],
            confirmed=self._counts["confirmed"],
            dropped={reason.value: self._dropped[reason] for reason in Reason if self._dropped[reason]},
            left_out=dict(sorted(self._left_out.items())),
            unread=tuple(self._unread),
        )

    def read(self, release: Release) -> Extraction:
        """Entities and relations of a release.

        Raises:
            FetchError: the server refuses address, key or model.
            OSError: answers cannot be stored.
        """
        first = self._first.read(release)
        try:
            sights, answers = self._answers(release)
        except Unanswered as error:
            self._unread.append(Unread(release=release.id, why=error.why))
            return first
        return self._joined(first, sights, self._screened(sights, answers))

    def _answers(self, release: Release) -> tuple[Sights, list[Said | None]]:
        """All that is said of a release, or nothing of it."""
        if len(release.text) > LONGEST:
            raise Unanswered(release.id, f"not asked: more than {LONGEST} characters")
        sights = Sights(release)
        asked = [*questions(self._model, sights)]
        self._asked += bool(asked)
        try:
            return sights, [said for question in asked for said in read_answer(self._ask(question))]
        except FetchError:
            raise
        except ValueError as error:
            raise Unanswered(release.id, str(error)) from error

    def _screened(self, sights: Sights, answers: Iterable[Said | None]) -> Iterator[Relation]:
        """Relations that the text bears; the others are counted by reason."""
        screen = Screen(sights, self._rule)
        seen: set[Key] = set()
        for said in answers:
            self._counts["said"] += 1
            try:
                relation, left_out = screen.relation(said) if said else _malformed()
                if _key(relation) in seen:
                    raise Dropped(Reason.REPEATED)
            except Dropped as dropped:
                self._dropped[dropped.reason] += 1
                continue
            seen.add(_key(relation))
            self._left_out.update(left_out)
            yield relation

    def _joined(self, first: Extraction, sights: Sights, said: Iterable[Relation]) -> Extraction:
        """The first reading with what is new; a relation that both read stays as the first has it and names both."""
        relations = {_key(relation): relation for relation in first.relations}
        for relation in said:
            known = relations.get(_key(relation))
            self._counts["confirmed" if known else "kept"] += 1
            if known:
                relation = known.model_copy(update={"rule": f"{known.rule} + {self._rule}"})
            relations[_key(relation)] = relation
        entities = {entity.id: entity for entity in first.entities}
        for relation in relations.values():
            for id_ in (relation.subject, relation.object, relation.document):
                if id_ is not None and id_ not in entities:
                    entities[id_] = sights.draft.entities[id_]
        return Extraction(release=first.release, entities=(*entities.values(),), relations=(*relations.values(),))


def _key(relation: Relation) -> Key:
    pair = (relation.subject, relation.object)
    return relation.type, frozenset(pair) if relation.type.symmetric else pair


def _malformed() -> NoReturn:
    raise Dropped(Reason.MALFORMED)
