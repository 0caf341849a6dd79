from relgraph.evaluation.comparison import Comparison

TEXT = "Das Land Lindenland und die Präfektur Aokawa arbeiten zusammen."
ENTITIES = (("Region", "Lindenland", "Lindenland"), ("Region", "Aokawa", "Präfektur Aokawa", "Aokawa"))


def test_a_name_goes_before_a_mention(annotated, extracted):
    read = extracted("ll-1", TEXT, (("Region", "Land", "Lindenland", "Aokawa"), ("Region", "Aokawa")), ())
    comparison = Comparison(annotated("ll-1", TEXT, ENTITIES, ()), read)
    assert comparison.names == {"x:Region/Aokawa": "Aokawa", "x:Region/Land": "Lindenland"}


def test_matched_relations_stand_in_the_order_in_which_they_were_read(annotated, extracted):
    wanted = [("cooperation", "Lindenland", "Aokawa", {}), ("visit", "Lindenland", "Aokawa", {})]
    read = extracted("ll-1", TEXT, ENTITIES, wanted[::-1])
    pairs = Comparison(annotated("ll-1", TEXT, ENTITIES, wanted), read).pairs
    assert [(found.type, gold.type) for found, gold in pairs] == [("visit", "visit"), ("cooperation", "cooperation")]


def test_what_was_not_read_matches_nothing(annotated):
    comparison = Comparison(annotated("ll-1", TEXT, ENTITIES, ()), None)
    assert (comparison.names, comparison.pairs, comparison.region) == ({}, [], "unknown")
