"""Regions, hosts and heads by which a publisher is known."""

import re

import pytest

from relgraph.releases.publishers import host_of, publishers, region_of_name
from relgraph.resources import folder, read_yaml


def test_every_host_speaks_for_a_known_region():
    names = {region.name for region in publishers().regions}
    assert {host.region for host in publishers().hosts} <= names


def test_codes_names_and_hosts_are_unique():
    for values in (
        [region.code for region in publishers().regions],
        [region.name for region in publishers().regions],
        [form for region in publishers().regions for form in region.forms],
        [host.host for host in publishers().hosts],
    ):
        assert sorted(values) == sorted(set(values))


@pytest.mark.parametrize("region", publishers().regions, ids=lambda region: region.code)
def test_a_region_is_known_by_each_of_its_forms(region):
    assert {region_of_name(f"Staatskanzlei {form}") for form in region.forms} == {region.name}


@pytest.mark.parametrize("host", publishers().hosts, ids=lambda host: host.host)
def test_a_host_that_names_a_publisher_names_one_of_its_region(host):
    assert host_of(f"https://{host.host}/presse") == host
    assert host.publisher is None or region_of_name(host.publisher) == host.region


def test_the_heads_compile():
    heads = read_yaml(folder("data") / "lexicon" / "de" / "publishers.yml")["heads"]
    assert [
        head for head in heads if not re.compile(head).fullmatch(head) and "\\" not in head and "(" not in head
    ] == []
