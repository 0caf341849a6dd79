import pytest
from lxml import html

from relgraph.releases.markup import date_beside, publisher_in, remove_menus


def test_cells_of_links_are_menus_and_cells_of_text_are_not():
    menu = "<td><a>Startseite</a><br><a>Presse</a></td>"
    text = "<td>Das Land und die <a>Präfektur</a> arbeiten mit der <a>Universität</a> zusammen.</td>"
    tree = html.fromstring(f"<table><tr>{menu}{text}<td><a>Erklärung</a></td></tr></table>")
    remove_menus(tree)
    assert tree.text_content() == "Das Land und die Präfektur arbeiten mit der Universität zusammen.Erklärung"


@pytest.mark.parametrize(
    ("title", "publisher"),
    [
        ("Gäste aus Okinami - Wirtschaftsministerium Heidmark", "Wirtschaftsministerium Heidmark"),
        ("Staatskanzlei Neuland | Gäste aus Okinami", "Staatskanzlei Neuland"),
        ("Presse: Gäste aus Okinami: Stadt Linden", "Stadt Linden"),
        ("Gäste aus Okinami » Kanton Bergen", "Kanton Bergen"),
        ("Gäste aus Baden-Baden – Neues", None),
        ("Stadt empfängt Gäste aus Okinami", None),
        ("", None),
    ],
)
def test_the_title_of_a_window_may_name_the_publisher(title, publisher):
    assert publisher_in([title]) == publisher


def test_navigation_and_side_columns_go_but_never_the_headline():
    tree = html.fromstring("<div><nav>Menü <aside>Rand</aside></nav>Text<aside>Rand<h1>Rahmen</h1></aside></div>")
    remove_menus(tree)
    assert tree.text_content() == "TextRandRahmen"


def test_the_day_of_a_change_is_not_that_of_the_release():
    page = "<body><main><p class='date'>Zuletzt aktualisiert: 1.1.2024</p><p class='date'>2.1.2019</p><h1>R</h1></main>"
    assert date_beside(headline(page)) == "2019-01-02"


def headline(page):
    return html.fromstring(page).xpath("//h1")[0]


def test_the_nearest_date_counts():
    near, far = "<time datetime='2020-05-06T10:00'>am Mittwoch</time>", "<p class='date'>1.1.2019</p>"
    assert date_beside(headline(f"<body><main>{far}<div>{near}<h1>Rahmen</h1></div></main></body>")) == "2020-05-06"


def test_no_date_is_taken_from_what_leads_elsewhere():
    page = (
        "<body><main><a class='date'>1.1.2019</a><nav><p class='date'>2.1.2019</p></nav><h1>Rahmen</h1></main></body>"
    )
    assert date_beside(headline(page)) is None
