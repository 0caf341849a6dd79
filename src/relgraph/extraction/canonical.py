"""What a name made by a head noun is called in a dictionary, and the entity of that name."""

import re

from relgraph import iris
from relgraph.extraction.draft import Draft
from relgraph.extraction.home import listed_body, region
from relgraph.extraction.lexicon import Head
from relgraph.extraction.named import Name
from relgraph.extraction.nouns import is_adjective
from relgraph.extraction.spans import Span
from relgraph.extraction.tokens import Token
from relgraph.model import Entity
from relgraph.vocabulary import EntityType

_ENDING = {"m": "er", "f": "e", "n": "es", "p": "e"}
_OF_PLACE = re.compile(r" (?:des Landes|der Stadt|des Landkreises|der Landeshauptstadt|des Kantons) (?=[A-ZÄÖÜ])")


def canonical(draft: Draft, tokens: list[Token], name: Name, first: int) -> str:
    """The name as a dictionary would give it: adjectives and head in the nominative."""
    parts: list[str] = []
    for index, token in enumerate(tokens, first):
        german = index < name.at and name.head.language == "de"
        if german and is_adjective(draft, index) and not token.text.endswith("er"):
            stem = re.sub(r"(?:en|em|es|er|e)$", "", token.text)
            ending = _ENDING["p" if name.plural and name.head.type == EntityType.EVENT else name.head.gender]
            parts.append(stem[0].upper() + stem[1:] + ending)
        elif (
            index == name.at
            and name.form
            and not (name.plural and name.head.type == EntityType.EVENT and name.left < name.at)
        ):
            parts.append(nominative(token.text, name.form, name.head))
        else:
            parts.append(token.text)
    told = " ".join(parts)
    if name.head.type == EntityType.GOVERNMENT_BODY:
        told = _OF_PLACE.sub(" ", told)
    told = re.sub(r"[„“”»«\"]", "", told)
    return " ".join(re.sub(r" (?=[,.)])|(?<=\() | (?=[–/] )|(?<= [–/]) ", "", told).split())


def nominative(word: str, form: str, head: Head) -> str:
    """The head of a name in the nominative singular."""
    if head.gender == "p" or " " in head.head:
        return word
    prefix = word[: -len(form)]
    as_it_is = not prefix or prefix.endswith("-") or head.head.startswith("-")
    return prefix + (head.head if as_it_is else head.head.lower())


def entity_of(draft: Draft, head: Head, label: str, *, local: bool = False) -> Entity:
    """The entity of a name: the body that the authorities list, else one of its own; `local` to the release."""
    if not local and (listed := listed_body(head.type, label)):
        return listed
    iri = iris.local_entity(head.type, draft.release.id, label) if local else iris.entity(head.type, label)
    return Entity(id=iri, type=head.type, name=label)


def of_state(draft: Draft, name: Name) -> str | None:
    """The name of a state's body: "der französische Senat" and "der Senat Frankreichs" are the "Senat Frankreich"."""
    whole = name.head.abroad or (name.head.bare == "there" and name.head.there == "Country")
    if not whole or name.size > 1 or name.inner is not None:
        return None
    if name.left == name.at < name.right - 1:
        span = draft.starting(draft.tokens[name.at + 1].start)
        alone = span is not None and span.form == "genitive" and draft.token_at(span.end) == name.right
    else:
        span = draft.starting(draft.tokens[name.left].start)
        alone = span is not None and span.modifies and name.left == name.at - 1 and name.right == name.at + 1
    if span is None or not alone or draft.type_of(span) != EntityType.COUNTRY:
        return None
    return f"{nominative(draft.tokens[name.at].text, name.form, name.head)} {draft.entities[span.id].name}"


def is_towns(draft: Draft, name: Name) -> bool:
    """Whether only a town's form in -er says whose a body is."""
    span = draft.starting(draft.tokens[name.left].start)
    return span is not None and span.modifies and draft.type_of(span) == EntityType.CITY


def is_seat(draft: Draft, span: Span | None) -> bool:
    """Whether a form in -er names a city of the release's region, whose bodies sit there: "Potsdamer Staatskanzlei"."""
    city = draft.entities[span.id] if span and span.modifies else None
    own = region(draft) if city and city.type == EntityType.CITY else None
    return city is not None and own is not None and city.part_of == own.id
