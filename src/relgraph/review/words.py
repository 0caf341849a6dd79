"""The words of reviewing in German and English, read from `data/review/words.yml`."""

from relgraph.explaining.words import wordings


def say(language: str, group: str, key: str, **values: object) -> str:
    """What is said of something in a language.

    >>> say("en", "rows", "release")
    'Release'
    """
    return wordings("review")[group][key].say(language, **values)
