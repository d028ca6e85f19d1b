"""Which addresses are fetched at all: the strange ones, the private ones, the ones in disguise."""

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import FetchError
from briefgen.fetch import Policy, allowing, get, parsed
from briefgen.fetch.special import special

LOOPBACK, PRIVATE, LOCAL = "(loopback)", "(private)", "(link-local)"
NUMBERS, NAME, USER = "four numbers", "a domain name", "no name or password"
NO_HOST, SCHEME, PORT = "the name of a host", "expected https, found", "expected port"

REFUSED = [
    # loopback, as itself and in the spellings of inet_aton(3)
    ("http://127.0.0.1/", LOOPBACK),
    ("https://127.0.0.1:8443/x", LOOPBACK),
    ("http://127.1.2.3/", LOOPBACK),
    ("http://127.255.255.255/", LOOPBACK),
    ("http://localhost/", LOOPBACK),
    ("http://LOCALHOST/", LOOPBACK),
    ("http://localhost./", LOOPBACK),
    ("http://127.0.0.1./", LOOPBACK),
    ("http://2130706433/", NUMBERS),
    ("http://0x7f000001/", NUMBERS),
    ("http://0x7f.1/", NUMBERS),
    ("http://0x7F.0x0.0x0.0x1/", NUMBERS),
    ("http://017700000001/", NUMBERS),
    ("http://0177.0.0.1/", NUMBERS),
    ("http://127.1/", NUMBERS),
    ("http://127.0.1/", NUMBERS),
    ("http://127.0.0.01/", NUMBERS),
    ("http://127.0.0.0x1/", NUMBERS),
    ("http://127.0.0.1.1/", NUMBERS),
    ("http://300.1.1.1/", NUMBERS),
    ("http://0/", NUMBERS),
    ("http://a.b.0x/", NUMBERS),
    ("http://evil.example.7/", NUMBERS),
    ("http://%31%32%37.0.0.1/", LOOPBACK),
    ("http://127.0.0.1%2f@evil.example/", USER),
    # other addresses that are not the public internet
    ("http://0.0.0.0/", "(this network)"),
    ("http://10.0.0.1/", PRIVATE),
    ("http://172.16.0.1/", PRIVATE),
    ("http://172.31.255.254/", PRIVATE),
    ("http://192.168.1.1/admin", PRIVATE),
    ("http://169.254.169.254/latest/meta-data/", LOCAL),
    ("http://100.64.0.1/", "carrier"),
    ("http://100.100.100.200/", "carrier"),
    ("http://168.63.129.16/", "cloud"),
    ("http://192.0.0.192/", "protocols"),
    ("http://192.0.2.7/", "documentation"),
    ("http://198.18.0.1/", "benchmarks"),
    ("http://198.51.100.1/", "documentation"),
    ("http://203.0.113.5/", "documentation"),
    ("http://192.88.99.1/", "relay"),
    ("http://224.0.0.251/", "multicast"),
    ("http://240.0.0.1/", "reserved"),
    ("http://255.255.255.255/", "reserved"),
    # IPv6, and IPv4 inside it
    ("https://[::1]/", LOOPBACK),
    ("https://[0:0:0:0:0:0:0:1]/", LOOPBACK),
    ("https://[::]/", "(unspecified)"),
    ("https://[::ffff:127.0.0.1]/", LOOPBACK),
    ("https://[::ffff:7f00:1]/", LOOPBACK),
    ("https://[::ffff:10.1.2.3]/", PRIVATE),
    ("https://[::127.0.0.1]/", "(not global)"),
    ("https://[64:ff9b::7f00:1]/", LOOPBACK),
    ("https://[64:ff9b:1::a00:1]/", "translation"),
    ("https://[2002:7f00:1::]/", "relay"),
    ("https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/", "protocols"),
    ("https://[fe80::1]/", LOCAL),
    ("https://[fe80::1%25eth0]/", "without a zone"),
    ("https://[fc00::1]/", "(unique local)"),
    ("https://[fd00:ec2::254]/", "(unique local)"),
    ("https://[fec0::1]/", "(site-local)"),
    ("https://[ff02::1]/", "multicast"),
    ("https://[2001:db8::1]/", "documentation"),
    ("https://[3fff::1]/", "documentation"),
    ("https://[100::1]/", "(not global)"),
    ("https://[::1/", NO_HOST),
    ("https://[v1.x]/", NO_HOST),
    # names and passwords
    ("https://user@www.example.org/", USER),
    ("https://user:secret@www.example.org/", USER),
    ("https://www.example.org@127.0.0.1/", USER),
    ("https://www.example.org:443@127.0.0.1/", USER),
    ("https://@127.0.0.1/", USER),
    ("https://a@b@127.0.0.1/", USER),
    # parsers that disagree
    ("https://www.example.org\\@127.0.0.1/", "no \\"),
    ("https:\\\\127.0.0.1\\", "no \\"),
    ("https://127.0.0.1\t/", "nothing invisible"),
    ("https://www.exam\nple.org/", "nothing invisible"),
    ("https://www.example.org\x00.evil.example/", "nothing invisible"),
    ("https://\u202eelpmaxe.example/", "nothing invisible"),
    ("https://www.example.org /", "no space"),
    ("https:///etc/passwd", NAME),
    ("https://", NAME),
    ("https://?x", NAME),
    ("https://.example.org/", NAME),
    ("https://a..example.org/", NAME),
    ("https://-a.example.org/", NAME),
    ("https://exa$mple.org/", NAME),
    # look-alikes of digits and dots
    ("https://127。0。0。1/", NO_HOST),
    ("https://①②⑦.⓪.⓪.①/", NO_HOST),
    ("https://１２７.0.0.1/", NO_HOST),
    ("https://example.org／.evil.example/", NO_HOST),
    ("https://exa\u00admple.org/", "nothing invisible"),
    # schemes and ports
    ("ftp://www.example.org/", SCHEME),
    ("file:///etc/passwd", SCHEME),
    ("gopher://127.0.0.1/", SCHEME),
    ("javascript://www.example.org/%0aalert(1)", SCHEME),
    ("data:text/html,hello", SCHEME),
    ("www.example.org/feed.xml", SCHEME),
    ("//www.example.org/", SCHEME),
    ("https:/www.example.org/", SCHEME),
    ("https://www.example.org:22/", PORT),
    ("https://www.example.org:25/", PORT),
    ("https://www.example.org:0/", PORT),
    ("https://www.example.org:65536/", NO_HOST),
    ("https://www.example.org:99999999999/", NO_HOST),
    ("https://www.example.org:x/", NO_HOST),
    ("https://www.example.org:-1/", NO_HOST),
    (f"https://www.example.org/{'a' * 2000}", "at most 2,000 characters"),
]


@pytest.mark.parametrize(("address", "reason"), REFUSED, ids=[one for one, _ in REFUSED])
def test_an_address_that_leads_astray_is_refused_before_anything_is_sent(
    address: str, reason: str
) -> None:
    """`lasting` tells it from an address that was tried in vain."""
    with pytest.raises(FetchError) as refused:
        get(address, Policy(http=True))
    assert reason in str(refused.value)
    assert refused.value.lasting


def test_the_table_is_long_enough_and_names_nothing_twice() -> None:
    assert len({address for address, _ in REFUSED}) == len(REFUSED) >= 60


@pytest.mark.parametrize(
    ("address", "form"),
    [
        ("https://www.example.org", "https://www.example.org/"),
        ("HTTPS://WWW.Example.ORG./A?b=C#d", "https://www.example.org/A?b=C"),
        ("https://www.example.org:443/", "https://www.example.org/"),
        ("https://www.example.org:8443/", "https://www.example.org:8443/"),
        ("https://xn--mnchen-3ya.example/", "https://xn--mnchen-3ya.example/"),
        ("https://münchen.example/straße", "https://xn--mnchen-3ya.example/stra%C3%9Fe"),
        # a Cyrillic letter in the first, Latin in the second: nobody takes one for the other
        ("https://www.ex\u0430mple.org/", "https://www.xn--exmple-4nf.org/"),
        ("https://www.example.org/a b".replace(" ", "%20"), "https://www.example.org/a%20b"),
        ("https://9.9.9.9/", "https://9.9.9.9/"),
        ("https://[2620:fe::fe]/", "https://[2620:fe::fe]/"),
        ("https://[2620:FE:0:0::FE]:8443/", "https://[2620:fe::fe]:8443/"),
        ("https://a_b.example.org/../x/./y", "https://a_b.example.org/x/y"),
    ],
)
def test_an_address_has_one_form_in_ascii(address: str, form: str) -> None:
    assert parsed(address).address == form
    assert parsed(form).address == form


def test_http_is_let_through_only_when_allowed() -> None:
    with pytest.raises(FetchError, match="expected https, found http; --allow-http allows it"):
        parsed("http://www.example.org/")
    assert parsed("http://www.example.org/", http=True).port == 80
    assert allowing(["http"]).http
    assert allowing(["private"]).refuse("10.0.0.1") is None
    assert allowing([]).refuse("10.0.0.1") == "private"


@given(st.ip_addresses(v=4))
def test_no_ipv4_address_that_ipaddress_knows_as_special_counts_as_public(
    address: IPv4Address,
) -> None:
    if special(str(address)) is None:
        assert address.is_global and not address.is_multicast


@given(st.ip_addresses(v=6))
def test_no_ipv6_address_that_ipaddress_knows_as_special_counts_as_public(
    address: IPv6Address,
) -> None:
    if special(str(address)) is None:
        assert address.is_global and not address.is_multicast


@given(st.ip_addresses(v=4), st.sampled_from(["::ffff:0:0", "64:ff9b::"]))
def test_an_ipv4_address_is_what_it_is_in_ipv6_as_well(address: IPv4Address, around: str) -> None:
    wrapped = IPv6Address(int(ip_address(around)) | int(address))
    assert special(str(wrapped)) == special(str(address))


@pytest.mark.parametrize("public", ["1.1.1.1", "93.184.216.34", "172.32.0.1", "2606:4700::1"])
def test_a_public_address_is_public(public: str) -> None:
    assert special(public) is None


@given(st.text(max_size=40))
def test_whatever_is_given_as_an_address_is_taken_or_refused_by_name(text: str) -> None:
    try:
        found = parsed(f"https://{text}", http=True)
    except FetchError as error:
        assert str(error)
    else:
        assert parsed(found.address, http=True) == found
