import pytest

from relgraph.errors import FetchError
from relgraph.releases.sources.addresses import is_public, redirected, resolve, target_of


@pytest.mark.parametrize(
    ("url", "normal"),
    [
        ("https://www.example.org", "https://www.example.org/"),
        ("HTTP://Example.org:80/a#b", "http://example.org/a"),
        ("https://example.org.:8443/x?y=1", "https://example.org:8443/x?y=1"),
        ("https://example.org/Präfektur?q=ü", "https://example.org/Pr%C3%A4fektur?q=%C3%BC"),
        ("http://[2a00::1]:8080/a", "http://[2a00::1]:8080/a"),
        ("https://example.org/a.html;jsessionid=0123.live7?nn=1", "https://example.org/a.html?nn=1"),
        ("https://example.org/a/../b", "https://example.org/b"),
    ],
)
def test_addresses_are_normalised(url, normal):
    assert target_of(url).url == normal


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("ftp://example.org/a", "only http and https"),
        ("javascript:alert(1)", "only http and https"),
        ("example.org/presse", "only http and https"),
        ("http:///presse", "names no host"),
        ("http://user:secret@example.org/", "user name or password"),
        ("http://example.org:99999/", "no address"),
        ("http://exa mple.org/", "no address"),
        ("http://example.org/\r\nHost: intern", "no address"),
        (f"http://example.org/{'a' * 3000}", "no address"),
        ("http://[::1/", "no address"),
        (f"http://{'ä' * 70}.example/", "no address"),
    ],
)
def test_what_is_no_address_of_a_page(url, why):
    with pytest.raises(FetchError, match=why) as error:
        target_of(url)
    assert "secret" not in str(error.value)
    assert "\n" not in str(error.value)


PRIVATE = [
    "127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
    "224.0.0.1", "255.255.255.255", "192.0.2.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1",
    "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "::127.0.0.1", "64:ff9b::7f00:1",
    "2002:7f00:1::", "2002:c0a8:101::1", "2001:db8::1", "2001:0:7f00:1::1", "100::1",
]  # fmt: skip
PUBLIC = ["141.1.1.1", "193.197.148.1", "2a00:1450::1", "::ffff:141.1.1.1", "64:ff9b::8d01:101", "2002:8d01:101::1"]


@pytest.mark.parametrize("address", PRIVATE)
def test_addresses_within_a_network_are_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_addresses_of_the_internet_are_public(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "[::1]", "[::ffff:7f00:1]"]
)
def test_a_host_is_checked_by_what_it_resolves_to(host):
    with pytest.raises(FetchError, match="not a public address"):
        resolve(target_of(f"http://{host}/"))


def test_a_private_host_that_is_wanted_is_resolved_and_no_other():
    assert "127.0.0.1" in resolve(target_of("http://localhost/"), private={"localhost"})
    with pytest.raises(FetchError, match=r"127\.0\.0\.1, which is not a public address"):
        resolve(target_of("http://127.0.0.1/"), private={"localhost"})


def test_an_unknown_host_is_named():
    with pytest.raises(FetchError, match=r"host nirgends\.invalid is unknown"):
        resolve(target_of("http://nirgends.invalid/"))


def test_redirects_are_resolved_against_the_page_and_checked():
    start = target_of("https://example.org/a/b")
    assert redirected(start, "../c?d").url == "https://example.org/c?d"
    assert redirected(start, "//example.net/x").url == "https://example.net/x"
    for location in ("file:///etc/passwd", "gopher://example.org/", "http://[", "data:text/html,x"):
        with pytest.raises(FetchError):
            redirected(start, location)
