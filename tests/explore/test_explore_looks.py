import re

import pytest

from relgraph.explore.embedding import style
from relgraph.explore.looks import LOOKS, OUTLINES
from relgraph.vocabulary import EntityType

# light, dark as the system has it, dark as chosen: the blocks of variables in the style sheet
LIGHT, DARK, CHOSEN_DARK = (
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))
    for block in re.findall(r":root[^ ]* \{(.*?)\}", style("common.css"), flags=re.DOTALL)
    if "--ground" in block
)


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """Contrast as WCAG 2 defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_dark_is_the_same_by_choice_as_by_the_system():
    assert CHOSEN_DARK == DARK != LIGHT


def test_every_type_has_a_look_of_its_own():
    assert set(LOOKS) == {*EntityType, "Topic"}
    assert len({(look.shape, look.hue) for look in LOOKS.values()}) == len(LOOKS)
    assert {look.shape for look in LOOKS.values()} == set(OUTLINES)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_signs_and_texts_stand_out_from_what_is_behind_them(colours):
    for look in LOOKS.values():
        assert contrast(colours[f"hue-{look.hue}"], colours["surface"]) >= 4.5, look
    for name in ("ink", "muted", "accent"):
        for ground in ("ground", "surface", "soft", "mark"):
            assert contrast(colours[name], colours[ground]) >= 4.5, (name, ground)
    assert contrast(colours["edge"], colours["surface"]) >= 3
    assert contrast(colours["on-accent"], colours["accent"]) >= 4.5
