"""The preposition before a name, whatever stands between them."""

import pytest

from relgraph.understanding.prepositions import preposition


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("nach Japan", "toward"),
        ("in der Region Kanagawa", "inside"),
        ("mit der Universität Heidelberg", "with"),
        ("bei der Universität Heidelberg", "host"),
        ("Besuch der Universität Heidelberg", "of"),
        ("Winfried Kretschmanns Reisen", "of"),
        ("visits by Winfried Kretschmann", "by"),
        ("aus Japan", "from"),
        ("Japan", ""),
        ("Besuche Japan", ""),
    ],
)
def test_a_preposition_says_its_kind_over_articles_and_words_for_places(hear_bundled, text, kind):
    heard = hear_bundled(text)
    assert [preposition(named, heard) for named in heard.names] == [kind]
