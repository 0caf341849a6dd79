from relgraph.explore.charts import specification
from relgraph.explore.embedding import style
from relgraph.explore.looks import LOOKS
from relgraph.explore.theme import RAMP, colours, config, hues, locales, step


def luminance(colour):
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_colours_are_the_light_ones_of_the_pages():
    light = style("common.css").partition("@media")[0]
    assert colours()
    assert all(f"{name}: {colour}" in light for name, colour in colours().items())


def test_every_group_of_the_pages_has_a_hue_of_its_own():
    assert len(set(hues())) == len(hues()) == len({look.hue for look in LOOKS.values()})


def test_hues_stand_out_from_the_ground_and_words_can_be_read_on_it():
    held = colours()
    assert all(contrast(hue, held["surface"]) >= 4.5 for hue in hues())
    assert contrast(held["ink"], held["surface"]) >= 4.5
    assert contrast(held["muted"], held["surface"]) >= 4.5


def test_a_number_can_be_read_on_every_step_of_the_ramp():
    for most in range(200):
        fill, ink = step(most, 200)
        assert contrast(fill, ink) >= 4.5, fill


def test_the_ramp_goes_from_light_to_dark_and_every_step_is_reached():
    assert sorted(RAMP, key=luminance, reverse=True) == list(RAMP)
    assert {step(count, 500)[0] for count in range(1, 501)} == set(RAMP)


def test_nothing_counted_is_the_ground():
    assert step(0, 0)[0] == step(0, 5)[0] == colours()["surface"]


def test_what_a_chart_configures_itself_stands():
    class Own:
        def to_dict(self):
            return {"mark": "bar", "config": {"axis": {"labelLimit": 99}}}

    own = specification(Own())["config"]
    assert own["axis"] == config()["axis"] | {"labelLimit": 99}
    assert own["font"] == config()["font"]


def test_numbers_are_written_as_the_reader_does():
    assert locales("de")[0]["thousands"] == "."
    assert locales("en")[0]["thousands"] == ","
    assert locales("de")[1]["months"][2] == "März"
