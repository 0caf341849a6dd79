"""What stands for somebody named before; a scene's phrases tell whom a reference was taken for."""

import pytest


@pytest.mark.parametrize(
    ("text", "reference", "means"),
    [
        ("Die Provinz Jiangsu wächst. In der Provinz leben Millionen.", "Provinz", "Jiangsu"),
        ("Lyon lud ein. Die Stadt wird 2000 Jahre alt.", "Stadt", "Lyon"),
        ("Die Universität Kyoto lud ein. Die Hochschule zählt 22.000 Köpfe.", "Hochschule", "Universität Kyoto"),
        ("In Kyoto sprach er. Dort wird geforscht.", "Dort", "Kyoto"),
        ("Aus Polen kam Holz. Dorthin ging Papier.", "Dorthin", "Polen"),
        ("Japans Botschafter Franz Meier kam. Der Diplomat war erfreut.", "Diplomat", "Franz Meier"),
        ("Botschafterin Eva Kranz und Minister Jan Held kamen. Sie dankte.", "Sie", "Eva Kranz"),
        ("Minister Franz Meier kam. Begrüßt hat ihn Rektor Jan Held.", "ihn", "Franz Meier"),
    ],
)  # fmt: skip
def test_reference_means_what_was_named(text: str, reference: str, means: str, standing) -> None:
    assert standing(text)[reference] == [means]


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Die Universität Kyoto lud ein. Eine Hochschule zahlt.", "Hochschule"),
        ("Die Universität Kyoto lud ein. Die andere Hochschule zahlt.", "Hochschule"),
        ("Die Universität Kyoto lud ein. Die Hochschule für Musik zahlt.", "Hochschule"),
        ("In Kyoto war er. Dort, wo gebaut wird, stockt es.", "Dort"),
        ("Minister Franz Meier kam. Rektor Jan Held dankte. Die Partner waren da, so vereinbarten sie es.", "sie"),
        ("Ministerin Eva Kranz kam. Er war nicht da.", "Er"),
    ],
)
def test_what_was_not_named_stands_for_nobody(text: str, reference: str, standing) -> None:
    assert reference not in standing(text)


def test_a_university_that_publishes_means_itself(standing) -> None:
    text = "Die Universität Ulm wächst. Gäste kamen von der Universität Kyoto. Die Hochschule zahlt."
    assert standing(text, publisher="Universität Ulm")["Hochschule"] == ["Universität Ulm"]


def test_references_are_no_mentions(read) -> None:
    extraction = read("Die Universität Kyoto lud ein. Die Hochschule zahlt dort.")
    assert {mention.text for entity in extraction.entities for mention in entity.mentions} == {"Universität Kyoto"}
