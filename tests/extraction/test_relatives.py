"""Relative pronouns agree with the noun that they stand for."""

import pytest


@pytest.mark.parametrize(
    ("text", "pronoun", "means"),
    [
        ("Er besucht die Universität Kyoto in Japan, mit der Ulm kooperiert.", "der", ["Universität Kyoto"]),
        ("Er fährt nach Lyon, mit dem Ulm kooperiert.", "dem", ["Lyon"]),
        ("Lyon und Nara, denen gedankt wurde, feiern.", "denen", ["Lyon", "Nara"]),
        ("Es kam Eva Kranz, deren Amt neu ist.", "deren", ["Eva Kranz"]),
        ("Er fährt in die Provinz Jiangsu, die stark wächst.", "die", ["Jiangsu"]),
    ],
)
def test_pronoun_means_the_noun_it_agrees_with(text: str, pronoun: str, means: list[str], standing) -> None:
    assert standing(text)[pronoun] == means


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Die Ausfuhren nach China, die gestiegen sind, helfen.", "die"),
        ("Es kamen Gäste aus Lyon mit Instrumenten, denen gedankt wurde.", "denen"),
        ("Es kamen Lyon, die Universität Kyoto und Nara.", "die"),
    ],
)
def test_pronoun_of_another_noun_means_nobody(text: str, pronoun: str, standing) -> None:
    assert pronoun not in standing(text)
