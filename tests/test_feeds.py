"""`briefgen add --feed` and `briefgen refresh`: feeds and what they link to, from a real server."""

import json
import re
import socket
import sys
import time
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from web_site import Site

from briefgen.adding import (
    Added,
    Fate,
    Item,
    Keep,
    Refreshed,
    Subscription,
    Wanted,
    add,
    follow,
    refresh,
    remove,
)
from briefgen.adding.subscriptions import subscriptions
from briefgen.cli import main
from briefgen.errors import ConfigError, FetchError
from briefgen.fetch import Page, feed
from briefgen.model import Metadata
from briefgen.read.files import find
from briefgen.read.sources_yaml import declared

TODAY = date(2026, 11, 21)
XML = {"Content-Type": "application/rss+xml"}
HTML = {"Content-Type": "text/html"}


def rss(site: Site, *numbers: int, more: str = "") -> bytes:
    items = "".join(
        f"<item><title>Fuel &amp;amp; roads {n}</title><link>{site.address}/news/{n}</link>"
        f"<guid isPermaLink='false'>g{n}</guid><author>desk@example.org (A Person)</author>"
        f"<pubDate>Thu, {n % 28 + 1:02} Oct 2026 08:00:00 GMT</pubDate>"
        f"<description>&lt;p&gt;Summary {n}.&lt;/p&gt;</description></item>"
        for n in numbers
    )
    return (
        f"<?xml version='1.0'?><rss version='2.0'><channel><title>The Outlet</title>"
        f"<language>en-gb</language>{items}{more}</channel></rss>"
    ).encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    return tmp_path / "seeds"


@pytest.fixture
def outlet(site: Site) -> Site:
    """Return a site with three pages and a feed of them."""
    site.routes["/feed"] = (200, XML, rss(site, 1, 2, 3))
    for number in range(1, 300):
        site.routes[f"/news/{number}"] = (200, HTML, f"<p>News {number}.".encode())
    return site


def to(site: Site, path: str = "/feed", keep: Keep = Keep.PAGES) -> Subscription:
    return Subscription(f"{site.address}{path}", None, keep, ("http", "private"))


def nothing(seconds: float) -> None:
    return None


def taken(one: Refreshed) -> list[str]:
    """Return the fate of each new entry."""
    return [str(added.fate) for added in one.added]


def look(folder: Path) -> Refreshed:
    [one] = refresh(folder, TODAY, nothing)
    return one


# --- what comes of a feed ----------------------------------------------------------------------


def test_what_a_feed_links_to_is_stored_with_what_the_feed_says_of_it(
    outlet: Site, folder: Path
) -> None:
    brought = follow(to(outlet), folder, TODAY, nothing)
    assert brought.ok and taken(brought) == ["added"] * 3
    path = "127.0.0.1-news-2.html"
    assert (folder / path).read_text() == "<p>News 2."
    assert declared(folder)[path] == Metadata(
        title="Fuel & roads 2",
        publisher="The Outlet",
        author="A Person",
        published=date(2026, 10, 3),
        address=f"{outlet.address}/news/2",
        language="en-gb",
        retrieved=TODAY,
    )
    assert (folder / "feeds.yaml").read_text() == (
        f"{outlet.address}/feed:\n  keep: pages\n  allow:\n  - http\n  - private\n"
    )
    assert subscriptions(folder) == (to(outlet),)


def test_no_entry_is_taken_twice(outlet: Site, folder: Path) -> None:
    follow(to(outlet), folder, TODAY, nothing)
    outlet.routes["/feed"] = (200, XML, rss(outlet, 3, 4))
    assert taken(look(folder)) == ["added"]
    assert look(folder) == Refreshed(f"{outlet.address}/feed")
    assert len(find(folder)) == 4
    assert outlet.paths().count("/news/3") == 1


def test_a_text_a_person_took_out_does_not_come_back(outlet: Site, folder: Path) -> None:
    follow(to(outlet), folder, TODAY, nothing)
    (folder / "127.0.0.1-news-2.html").unlink()
    (folder / "sources.yaml").unlink()
    assert look(folder).added == ()


@pytest.mark.parametrize("memory", ["kept", "lost"])
@pytest.mark.parametrize("keep", list(Keep))
def test_a_text_that_was_removed_does_not_come_back(
    memory: str, keep: Keep, outlet: Site, folder: Path
) -> None:
    follow(to(outlet, keep=keep), folder, TODAY, nothing)
    remove(folder, Wanted(("127.0.0.1-news-2.html",), folder))
    if memory == "lost":
        (folder.parent / ".briefgen" / "seeds-feeds.json").unlink()
    outlet.routes["/feed"] = (200, XML, rss(outlet, 1, 2, 3, 4))
    assert taken(look(folder)) == ["added"]
    assert find(folder) == tuple(f"127.0.0.1-news-{number}.html" for number in (1, 3, 4))


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("/news/2", []),  # not even asked for
        ("/moved/2", ["left out: it was removed, as 127.0.0.1-news-2.html"]),
        ("/copy/2", ["left out: it was removed, as 127.0.0.1-news-2.html"]),
        ("/news/9", ["added: "]),
    ],
)
def test_nor_does_it_come_back_from_another_feed_or_from_elsewhere(
    link: str, told: list[str], outlet: Site, folder: Path
) -> None:
    outlet.routes["/moved/2"] = (301, {"Location": "/news/2"}, b"")
    outlet.routes["/copy/2"] = outlet.routes["/news/2"]
    item = f"<item><title>T</title><link>{outlet.address}{link}</link><guid>x</guid></item>"
    outlet.routes["/other"] = (200, XML, rss(outlet, more=item))
    follow(to(outlet), folder, TODAY, nothing)
    remove(folder, Wanted(("127.0.0.1-news-2.html",), folder))
    brought = follow(to(outlet, "/other"), folder, TODAY, nothing)
    assert [f"{one.fate}: {one.reason}" for one in brought.added] == told
    assert brought.ok
    assert "127.0.0.1-news-2.html" not in find(folder)


def test_a_removed_text_that_a_person_adds_again_is_a_text_like_others(
    outlet: Site, folder: Path
) -> None:
    follow(to(outlet), folder, TODAY, nothing)
    name = "127.0.0.1-news-2.html"
    known = declared(folder)[name]
    remove(folder, Wanted((name,), folder))
    add([Item("x", name, b"<p>News 2.", known)], folder)
    memory = json.loads((folder.parent / ".briefgen" / "seeds-removed.json").read_text())
    assert memory == {"addresses": {}, "digests": {}}
    assert find(folder)[1] == name and declared(folder)[name] == known


def test_an_entry_whose_file_is_gone_keeps_its_page_from_being_fetched_again(
    outlet: Site, folder: Path
) -> None:
    follow(to(outlet), folder, TODAY, nothing)
    (folder / "127.0.0.1-news-2.html").unlink()
    (folder.parent / ".briefgen" / "seeds-feeds.json").unlink()
    assert look(folder).added == ()
    assert outlet.paths().count("/news/2") == 1


def test_a_feed_that_has_not_changed_is_not_sent_again(outlet: Site, folder: Path) -> None:
    fields = XML | {"ETag": '"7"', "Last-Modified": "Sat, 21 Nov 2026 10:00:00 GMT"}
    outlet.routes["/feed"] = (200, fields, rss(outlet, 1))
    follow(to(outlet), folder, TODAY, nothing)
    outlet.routes["/feed"] = (304, {}, b"")
    assert look(folder) == Refreshed(f"{outlet.address}/feed")
    asked = outlet.asked[-1][1]
    assert asked["If-None-Match"] == '"7"'
    assert asked["If-Modified-Since"] == "Sat, 21 Nov 2026 10:00:00 GMT"


@pytest.mark.parametrize("how", ["deleted", "broken", "of another form"])
def test_a_memory_that_is_lost_costs_nothing_but_a_look(
    how: str, outlet: Site, folder: Path
) -> None:
    """What stands in sources.yaml is known by its address."""
    follow(to(outlet), folder, TODAY, nothing)
    memory = folder.parent / ".briefgen" / "seeds-feeds.json"
    if how == "deleted":
        memory.unlink()
    else:
        memory.write_text("{" if how == "broken" else '{"x": [1]}')
    assert look(folder).added == ()
    assert len(find(folder)) == 3
    assert json.loads(memory.read_text())


@pytest.mark.parametrize(
    ("entry", "fates"),
    [
        ("<item><title>T</title><link>{0}/news/1</link><guid>other</guid></item>", []),
        ("<item><link>{0}/moved/1</link><guid isPermaLink='false'>g1</guid></item>", []),
        ("<item><title>T</title><link>{0}/moved/1</link><guid>x</guid></item>", ["already there"]),
        ("<item><title>T</title><link>{0}/copy/1</link><guid>x</guid></item>", ["already there"]),
        ("<item><title>T</title><guid isPermaLink='false'>x</guid></item>", ["failed"]),
        ("<item></item>", []),
        ("<item><title>T</title><link>{0}/news/9</link></item>" * 2, ["added"]),
    ],
)
def test_the_same_text_in_another_guise_is_the_same_text(
    entry: str, fates: list[str], outlet: Site, folder: Path
) -> None:
    outlet.routes["/moved/1"] = (301, {"Location": "/news/1"}, b"")
    outlet.routes["/copy/1"] = outlet.routes["/news/1"]
    follow(to(outlet), folder, TODAY, nothing)
    outlet.routes["/feed"] = (200, XML, rss(outlet, more=entry.format(outlet.address)))
    assert taken(look(folder)) == fates


def test_what_two_feeds_link_to_is_taken_once(outlet: Site, folder: Path) -> None:
    outlet.routes["/other"] = (200, XML, rss(outlet, 2, 4))
    follow(to(outlet), folder, TODAY, nothing)
    assert taken(follow(to(outlet, "/other"), folder, TODAY, nothing)) == ["added"]
    assert len(find(folder)) == 4


ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title>
<updated>2026-10-01T00:00:00Z</updated>
<entry><id>urn:1</id><title type="html">A &lt;b&gt;bold&lt;/b&gt; claim</title>
<link href="note/1"/><updated>2026-10-02T00:00:00Z</updated>
<published>2026-10-01T09:00:00Z</published>
<summary>Short.</summary>
<content type="html">&lt;p&gt;Fuel is short in “Bamako”.&lt;/p&gt;
&lt;script&gt;x&lt;/script&gt;</content>
</entry><entry><id>urn:2</id><title>Plain</title><updated>2026-10-02T00:00:00Z</updated>
<content type="text">Roads are open.</content></entry></feed>"""


def test_an_entry_can_be_taken_for_itself(outlet: Site, folder: Path) -> None:
    outlet.routes["/atom"] = (200, {"Content-Type": "application/atom+xml"}, ATOM.encode())
    one = to(outlet, "/atom", Keep.ENTRIES)
    assert taken(follow(one, folder, TODAY, nothing)) == ["added"] * 2
    assert outlet.paths() == ["/atom"]
    kept = {path: (folder / path).read_text("utf-8-sig") for path in find(folder)}
    assert {path: text.strip() for path, text in kept.items()} == {
        "127.0.0.1-note-1.html": "<p>Fuel is short in “Bamako”.</p>\n<script>x</script>",
        "plain.txt": "Roads are open.",
    }
    known = declared(folder)
    assert known["127.0.0.1-note-1.html"] == Metadata(
        "A bold claim", "Notes", None, date(2026, 10, 1), f"{outlet.address}/note/1", None, TODAY
    )
    assert known["plain.txt"].published is None, "when it was updated says nothing of that"
    assert subscriptions(folder)[0].keep is Keep.ENTRIES


# --- manners -----------------------------------------------------------------------------------


def test_pages_are_asked_for_as_their_site_asks(outlet: Site, folder: Path) -> None:
    rules = b"User-agent: *\nDisallow: /news/2\nCrawl-delay: 5\n"
    outlet.routes["/robots.txt"] = (200, {}, rules)
    waited: list[float] = []
    brought = follow(to(outlet), folder, TODAY, waited.append)
    assert taken(brought) == ["added", "failed", "added"]
    assert brought.added[1].reason == "the site's robots.txt forbids it"
    assert outlet.paths() == ["/feed", "/news/1", "/news/3"]
    assert len(outlet.asked) == 4, "robots.txt once"
    [wait] = waited
    assert 4 < wait <= 5
    assert look(folder).added == (), "what is forbidden is not asked for again"


def test_a_second_passes_between_pages_of_a_site_that_asks_for_nothing(
    outlet: Site, folder: Path
) -> None:
    waited: list[float] = []
    follow(to(outlet), folder, TODAY, waited.append)
    assert len(waited) == 2 and all(0.5 < one <= 1 for one in waited)


def test_a_site_that_asks_for_an_hour_gives_one_page_a_time(outlet: Site, folder: Path) -> None:
    outlet.routes["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 3600\n")
    brought = follow(to(outlet), folder, TODAY, nothing)
    assert taken(brought) == ["added", "failed", "failed"]
    assert "asks for 3600 seconds between two pages" in brought.added[1].reason
    assert brought.left == 2
    assert taken(look(folder)) == ["added", "failed"]


def test_the_rules_of_a_site_a_page_has_moved_to_are_heard(outlet: Site, folder: Path) -> None:
    other = Site()
    other.routes["/robots.txt"] = (200, {}, b"User-agent: briefgen\nDisallow: /\n")
    outlet.routes["/news/1"] = (302, {"Location": f"{other.address}/page"}, b"")
    brought = follow(to(outlet), folder, TODAY, nothing)
    assert taken(brought) == ["failed", "added", "added"]
    assert other.paths() == []
    other.close()


# --- what goes wrong ---------------------------------------------------------------------------


def test_what_cannot_be_had_now_is_tried_again(outlet: Site, folder: Path) -> None:
    """And the feed is asked for whole until it was had whole."""
    outlet.routes["/feed"] = (200, XML | {"ETag": '"1"'}, rss(outlet, 1, 2))
    page, outlet.routes["/news/2"] = outlet.routes["/news/2"], (503, {}, b"")
    brought = follow(to(outlet), folder, TODAY, nothing)
    assert (taken(brought), brought.left, brought.ok) == (["added", "failed"], 1, False)
    outlet.routes["/news/2"] = page
    assert taken(look(folder)) == ["added"]
    assert "If-None-Match" not in outlet.asked[-2][1]
    look(folder)
    assert outlet.asked[-1][1]["If-None-Match"] == '"1"'


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ((404, {}, b""), "found 404"),
        ((200, {"Content-Type": "image/png"}, b"x"), "expected a text, such as"),
        ((200, HTML, b""), "nothing in it"),
        ((302, {"Location": "http://10.0.0.1:22/"}, b""), "expected port"),
    ],
)
def test_what_can_never_be_had_is_told_once(
    page: Any, reason: str, outlet: Site, folder: Path
) -> None:
    outlet.routes["/news/2"] = page
    brought = follow(to(outlet), folder, TODAY, nothing)
    assert taken(brought) == ["added", "failed", "added"]
    assert reason in brought.added[1].reason
    assert look(folder).added == ()


def test_after_three_pages_that_do_not_come_the_rest_is_left(outlet: Site, folder: Path) -> None:
    outlet.routes["/feed"] = (200, XML, rss(outlet, *range(1, 100)))
    for number in range(1, 100):
        outlet.routes[f"/news/{number}"] = (500, {}, b"")
    brought = follow(to(outlet), folder, TODAY, nothing)
    assert len([path for path in outlet.paths() if path != "/feed"]) == 3
    assert brought.left == 99
    assert len(brought.added) == 20
    assert "99 left for the next time" in str(brought)


def test_a_long_feed_is_taken_bit_by_bit(
    outlet: Site, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefgen.adding.feeds.MOST", 25)
    outlet.routes["/feed"] = (200, XML, rss(outlet, *range(1, 31)))
    first = follow(to(outlet, keep=Keep.ENTRIES), folder, TODAY, nothing)
    assert (len(first.added), first.left) == (25, 5)
    second = look(folder)
    assert (taken(second), second.left) == (["added"] * 5, 0)


def test_one_feed_that_fails_does_not_keep_the_others(outlet: Site, folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    (folder / "feeds.yaml").write_text(
        f"http://127.0.0.1:{port}/feed: {{allow: [http, private]}}\n"
        f"https://127.0.0.1:{outlet.port}/feed:\n"
        f"{outlet.address}/absent: {{allow: [http, private]}}\n"
        f"{outlet.address}/news/1: {{allow: [http, private]}}\n"
        f"{outlet.address}/feed: {{allow: [http, private], publisher: Ours}}\n"
    )
    *failed, good = refresh(folder, TODAY, nothing)
    assert [one.reason for one in failed] == [
        "no answer: Connection refused",
        "expected a public address, found 127.0.0.1 (loopback); --allow-private allows it",
        "expected status 200, found 404",
        "expected an RSS or Atom feed, found none",
    ]
    assert taken(good) == ["added"] * 3
    assert {one.publisher for one in declared(folder).values()} == {"Ours"}


def test_what_is_no_feed_is_not_followed(outlet: Site, folder: Path) -> None:
    brought = follow(to(outlet, "/news/1"), folder, TODAY, nothing)
    assert brought.reason == "expected an RSS or Atom feed, found none"
    assert find(folder) == () and not (folder / "feeds.yaml").exists()


def test_a_listing_that_is_wrong_is_noticed_before_anything_is_fetched(
    outlet: Site, folder: Path
) -> None:
    (folder / "feeds.yaml").write_text(
        "www.example.org/feed: {keep: everything}\nhttps://a.example/: {every: day}\n- x\n"
    )
    with pytest.raises(ConfigError):
        follow(to(outlet), folder, TODAY, nothing)
    assert outlet.asked == []


@pytest.mark.parametrize(
    ("listing", "problem"),
    [
        ("www.example.org/feed:\n", "line 1: .*expected an address such as https://www.example"),
        ("https://a.example/f: {keep: all}\n", 'keep: expected pages or entries, got "all"'),
        ("https://a.example/f: {kep: all}\n", 'unknown key; did you mean "keep"'),
        ("https://a.example/f: {allow: [ftp]}\n", 'expected http or private, got "ftp"'),
        ("- https://a.example/f\n", "expected keys and values"),
    ],
)
def test_what_is_wrong_with_a_listing_is_said(listing: str, problem: str, folder: Path) -> None:
    (folder / "feeds.yaml").write_text(listing)
    with pytest.raises(ConfigError, match=problem):
        subscriptions(folder)


def test_a_listing_can_be_written_by_hand(folder: Path) -> None:
    (folder / "feeds.yaml").write_text("# ours\nhttps://a.example/f:\nhttps://b.example/f: {}\n")
    assert [one.address for one in subscriptions(folder)] == [
        "https://a.example/f",
        "https://b.example/f",
    ]
    (folder / "feeds.yaml").write_text("# none yet\n")
    assert subscriptions(folder) == ()
    assert refresh(folder, TODAY, nothing) == ()


LAUGHS = (
    "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {one} '{f'&{before};' * 20}'>" for before, one in pairwise("abcdefgh"))
    + "]><rss version='2.0'><channel><title>&h;</title><item><guid>1</guid></item></channel></rss>"
)
OUTSIDE = (
    "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
    "<rss version='2.0'><channel><title>&x;</title><item><guid>1</guid></item></channel></rss>"
)


ITEM = b"<rss version='2.0'><channel><item><title>"
HOSTILE = {
    "a billion laughs": (LAUGHS.encode(), "without entities"),
    "an entity from outside": (OUTSIDE.encode(), "without entities"),
    "nested": (ITEM + b"<a>" * 200_000 + b"</a>" * 200_000, "at most 100 levels"),
    "broken and long": (ITEM + b"<a " * 300_000, "to be well-formed"),
    "comments": (ITEM + b"<![CDATA[" + b"<!--" * 400_000 + b"]]></title></item></channel></rss>"
                 , ""),
    "broken and short": (ITEM + b"<a " * 50_000, ""),
    "zeros": (bytes(100_000), "found none"),
    "other bytes": (bytes(range(256)) * 100, "found none"),
    "nothing": (b"", "found none"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "reason"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_feed_takes_little_time(data: bytes, reason: str) -> None:
    """feedparser takes minutes for some of these, and CPython hours for others."""
    start = time.process_time()
    given = Page("https://a.example/f", "application/rss+xml", "", "", "", data)
    if reason:
        with pytest.raises(FetchError, match=reason):
            feed(given)
    else:
        assert len(feed(given).entries) <= 1
    assert time.process_time() - start < 5


def test_the_name_of_a_file_is_no_feed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "<rss>").write_bytes(
        b"<rss version='2.0'><channel><title>T</title></channel></rss>"
    )
    found = feed(Page("https://a.example/f", "application/rss+xml", "", "", "", b"<rss>"))
    assert found.title is None


# --- the commands ------------------------------------------------------------------------------


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    CliRunner().invoke(main, ["init", str(tmp_path / "desk")])
    monkeypatch.chdir(tmp_path / "desk")
    monkeypatch.setattr("time.sleep", nothing)
    return tmp_path / "desk"


def call(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def test_a_feed_is_followed_and_refreshed(outlet: Site, desk: Path) -> None:
    address = f"{outlet.address}/feed"
    words = ("add", "--feed", address, "--allow-http", "--allow-private", "--publisher", "P")
    done = call(*words)
    assert done.exit_code == 0
    assert done.output.splitlines() == [
        f"added          127.0.0.1-news-1.html  ({outlet.address}/news/1)",
        f"added          127.0.0.1-news-2.html  ({outlet.address}/news/2)",
        f"added          127.0.0.1-news-3.html  ({outlet.address}/news/3)",
        f"feed           {address}: 3 added",
    ]
    assert "publisher: P\n" in (desk / "seeds" / "feeds.yaml").read_text()
    done = call("refresh")
    assert (done.exit_code, done.output) == (0, f"feed           {address}: nothing new\n")
    outlet.routes["/feed"] = (200, XML, rss(outlet, 4))
    outlet.routes["/news/4"] = (404, {}, b"")
    done = call("refresh", "--json")
    assert done.exit_code == 1
    [one] = json.loads(done.stdout)["feeds"]
    assert (one["address"], one["added"][0]["fate"]) == (address, "failed")


def test_an_address_is_fetched_into_the_corpus(outlet: Site, desk: Path) -> None:
    address = f"{outlet.address}/news/1"
    done = call("add", address, "--allow-http", "--allow-private", "--title", "T")
    assert done.output == f"added          127.0.0.1-news-1.html  ({address})\n"
    [known] = declared(desk / "seeds").values()
    assert (known.title, known.address, known.retrieved) == ("T", address, date.today())
    done = call("add", address, "--allow-http", "--allow-private")
    assert done.output == f"already there  127.0.0.1-news-1.html  ({address})\n"


def test_without_permission_nothing_local_is_asked(outlet: Site, desk: Path) -> None:
    for words in (["add", outlet.address], ["add", "--feed", outlet.address, "--allow-http"]):
        assert call(*words).exit_code == 1
    assert outlet.asked == []


def test_a_library_to_fetch_with_that_is_missing_is_named_and_no_traceback_shown(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "urllib3.util", None)
    done = call("add", "https://www.example.org/")
    assert done.exit_code == 1
    assert re.fullmatch(
        r"briefgen: this installation of briefgen is broken: .*urllib3.*; see `briefgen doctor`\n",
        done.stderr,
    )


def test_without_its_library_no_feed_is_blamed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "feedparser", None)
    with pytest.raises(ImportError):
        feed(Page("https://www.example.org/", "application/rss+xml", "", "", "", b"<rss/>"))


def test_a_feed_is_told_on_a_line() -> None:
    added = (Added("x", Fate.ADDED, "x.html"), Added("y", Fate.FAILED, reason="gone"))
    assert str(Refreshed("https://a.example/f", added, 3)) == (
        "feed           https://a.example/f: 1 added, 1 failed, 3 left for the next time"
    )
