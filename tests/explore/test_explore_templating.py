import pytest
from jinja2 import UndefinedError

from relgraph.explore.templating import environment


def test_the_first_room_that_has_a_template_gives_it():
    site = environment("relgraph.publishing.site", "relgraph.web")
    assert "publishing/site" in site.get_template("layout.html").filename
    assert "relgraph/web" in site.get_template("things.html").filename
    assert "relgraph/explore" in site.get_template("stretches.html").filename


def test_values_are_escaped_and_one_that_is_missing_is_an_error():
    assert environment().from_string("{{ name }}").render(name="<b>") == "&lt;b&gt;"
    with pytest.raises(UndefinedError):
        environment().from_string("{{ name }}").render()


def test_data_cannot_end_the_element_it_stands_in():
    assert environment().from_string("{{ data|json_block }}").render(data="</script>") == r'"\u003c/script\u003e"'
