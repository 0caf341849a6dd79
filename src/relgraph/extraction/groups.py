"""Words for several who were named before: "beide Städte", "die drei Hochschulen", "die Partnerstädte".

Owns whom they mean; the words stand in `data/lexicon/de/coreference.yml`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from relgraph.extraction.coreference import modifies
from relgraph.extraction.draft import Draft
from relgraph.extraction.grammar import grammar
from relgraph.extraction.home import home
from relgraph.extraction.phrase import Phrase
from relgraph.extraction.publisher import publisher
from relgraph.extraction.tokens import Sentence, Token
from relgraph.extraction.words import Group, words
from relgraph.vocabulary import ACTORS, TERRITORIES, EntityType

_CASES = {
    "beide": "nom", "alle": "nom", "sämtliche": "nom", "die": "nom", "beider": "gen", "aller": "gen",
    "sämtlicher": "gen", "der": "gen", "beiden": "dat", "allen": "dat", "sämtlichen": "dat", "den": "dat",
}  # fmt: skip
_SPECIFIED = frozenset(("der", "des", "von", "vom", "aus", "in", "im", ",", ":", "„"))
_PARTIES = ACTORS - {EntityType.PERSON}
_COUNTED = tuple(
    frozenset(kinds)
    for kinds in (
        {EntityType.CITY},
        {EntityType.REGION},
        {EntityType.REGION, EntityType.COUNTRY},
        {EntityType.RESEARCH_INSTITUTION},
        {EntityType.BUSINESS_ORGANISATION},
        {EntityType.PERSON},
    )
)
"""Groups whose nouns say enough of their kind that the last named of it are meant."""
_PAIR = 2
_REACH = 30
"""Names and enumerations that are looked back over."""
_SENTENCES = 400
"""Characters back to where an enumeration may stand that a plural without a number takes up."""


@dataclass(slots=True)
class Groups:
    """What a release has told so far of who belongs together: enumerations in order, with where they end."""

    draft: Draft
    enumerations: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)

    def note(self, named: Sequence[Phrase]) -> None:
        """Remember the enumerations of a sentence."""
        self.enumerations += [(phrase.end, phrase.ids) for phrase in named if len(phrase.ids) > 1]

    def phrases(self, sentence: Sentence, pair: tuple[str, ...]) -> Iterator[Phrase]:
        """Phrases of a sentence that stand for several; `pair` are the parties told last."""
        tokens = self.draft.tokens_in(sentence.start, sentence.end)
        for index, noun in enumerate(tokens):
            if not noun.capital or self.draft.covered(noun.start, noun.end):
                continue
            first, number = self._quantity(tokens, index)
            if first is None:
                continue
            if (group := words().group_of.get(noun.text)) and not self._is_specified(tokens, index):
                ids = self._members(group, number, tokens[first].start, pair)
                if ids:
                    yield Phrase(tokens[first].start, noun.end, _governs(tokens, first), ids, reference=True)

    def _quantity(self, tokens: Sequence[Token], index: int) -> tuple[int | None, int]:
        """Where the words begin that say how many, and how many; None where none stand before the noun."""
        place, first, number = index - 1, None, 0
        while place >= 0:
            word = tokens[place].text.casefold()
            if word in words().numbers:
                first, number = place, number or words().numbers[word]
            elif first is not None or not modifies(self.draft, self.draft.token_at(tokens[place].start)):
                break
            place -= 1
        definite = first is not None and tokens[first].text.casefold() in _CASES
        return (first if definite else None), number

    def _is_specified(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether names of its own follow: "die Städte Bern und Nara", "beide Länder, Polen und Japan"."""
        after = index + 1
        if after >= len(tokens):
            return False
        beyond = tokens[after + 1] if after + 1 < len(tokens) and tokens[after].text in _SPECIFIED else tokens[after]
        return self.draft.starting(beyond.start) is not None or tokens[after].text in ("der", "des")

    def _members(self, group: Group, number: int, place: int, pair: tuple[str, ...]) -> tuple[str, ...]:
        """Ids of as many entities of a group as its words say."""
        kinds = group.types or _PARTIES
        told = self._of_kind(pair, kinds)
        if number == _PAIR and told:
            return told
        for end, ids in islice(reversed(self.enumerations), _REACH):
            fitting = self._of_kind(ids, kinds)
            if end <= place and fitting and (len(fitting) == number or (number == 0 and place - end < _SENTENCES)):
                return fitting
        if number == 0 and told:
            return told
        return self._last(kinds, number, place) if number and kinds in _COUNTED else ()

    def _of_kind(self, ids: Sequence[str], kinds: frozenset[EntityType]) -> tuple[str, ...]:
        """The ids where all of them are of these types and there are several, else none."""
        fits = len(ids) > 1 and all(self.draft.entities[id_].type in kinds for id_ in ids)
        return tuple(ids) if fits else ()

    def _last(self, kinds: frozenset[EntityType], number: int, place: int) -> tuple[str, ...]:
        """The release's own side, where it is of these types, and the last others of the type named last."""
        own = publisher(self.draft) or home(self.draft, TERRITORIES)
        found = [own.id] if own and own.type in kinds else []
        kind = None
        for span in islice(self.draft.spans.before(place), _REACH):
            of = self.draft.type_of(span)
            if len(found) == number:
                break
            if of in kinds and span.id not in found and not span.modifies and of == (kind or of):
                kind = of
                found.append(span.id)
        return tuple(found) if len(found) == number else ()


def _governs(tokens: Sequence[Token], first: int) -> str:
    """The preposition before a group, else its case."""
    before = tokens[first - 1].text.casefold() if first else ""
    if before in grammar().prepositions:
        return grammar().prepositions[before]
    return _CASES.get(tokens[first].text.casefold(), "nom")
