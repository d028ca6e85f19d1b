"""Feeds and exports as programs write them: found by themselves, empty where they are empty."""

import json
from html import escape

import pytest

from briefgen.model import Outcome, Source, Verdict
from briefgen.read.judgement import verdicts

REPORT = "The ferry company of Aalborn took its oldest ship out of service on Wednesday."
MORE = "Islanders will have to make do with one crossing a day until May."


def read(name: str, data: str) -> list[Verdict]:
    return list(verdicts(Source(name, "0" * 64, data.encode())))


def said(verdict: Verdict) -> list[str]:
    assert verdict.document, verdict.reason
    return [verdict.document.text[one.start : one.end] for one in verdict.document.blocks]


def rss(*items: str) -> str:
    return f"<rss version='2.0'><channel><title>Islander</title>{''.join(items)}</channel></rss>"


def item(description: str, title: str = "Ferries") -> str:
    return f"<item><title>{title}</title><guid>{len(description)}</guid>{description}</item>"


@pytest.mark.parametrize(
    "description",
    [
        "",
        "<description/>",
        "<description></description>",
        "<description> \n </description>",
        "<description><![CDATA[<!-- nothing -->]]></description>",
        "<description><![CDATA[<img src='x.png'/>]]></description>",
        "<description>&lt;p&gt;&lt;/p&gt;</description>",
        "<description>&amp;nbsp;</description>",
    ],
)
def test_an_entry_without_content_is_empty_and_not_refused(description: str) -> None:
    [verdict] = read("f.xml", rss(item(description)))
    assert (verdict.outcome, verdict.reason) == (Outcome.EMPTY, "no words in it")
    assert verdict.document and verdict.document.metadata.title == "Ferries"


@pytest.mark.parametrize("times", [0, 1, 2])
@pytest.mark.parametrize(
    "markup",
    [
        f"<p>{REPORT}</p><p>{MORE}</p>",
        f"{REPORT}<br/><br/>{MORE}",
        f"<div><b>{REPORT[:9]}</b>{REPORT[9:]}</div><div>{MORE}</div>",
        f'<p class="x">{REPORT}</p><ul><li>{MORE}</li></ul>',
        f"<h2>{REPORT}</h2>{MORE}",
    ],
)
def test_markup_is_no_words_however_often_it_is_escaped(markup: str, times: int) -> None:
    body = markup if times else f"<![CDATA[{markup}]]>"
    for _ in range(times):
        body = escape(body)
    [verdict] = read("f.xml", rss(item(f"<description>{body}</description>")))
    assert said(verdict) == [REPORT, MORE]
    [verdict] = read("f.json", json.dumps({"text": escape(markup) if times else markup}))
    assert said(verdict) == [REPORT, MORE]


def test_markup_in_what_is_called_plain_text_is_no_words() -> None:
    body = escape(f"<p>{REPORT}</p>")
    entry = f"<entry><id>1</id><title>A</title><content type='text'>{body}</content></entry>"
    feed = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>I</title>{entry}</feed>"
    [verdict] = read("f.atom", feed)
    assert said(verdict) == [REPORT]


@pytest.mark.parametrize(
    "words",
    [
        "Tonnage fell to a < b and then c > d, the office of the port wrote on Monday.",
        f"{REPORT} &lt;3",
    ],
)
def test_what_only_looks_like_markup_is_words(words: str) -> None:
    [verdict] = read("f.json", json.dumps({"text": words}))
    assert said(verdict) == [words]


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Ferries &amp;amp; ships", "Ferries & ships"),
        ("&lt;b&gt;Ferries&lt;/b&gt;", "Ferries"),
        ("&amp;lt;b&amp;gt;Ferries&amp;lt;/b&amp;gt;", "Ferries"),
        ("<![CDATA[<i>Ferries</i>]]>", "Ferries"),
        ("Ferries &amp;#8211; ships", "Ferries – ships"),
    ],
)
def test_a_title_has_no_markup(title: str, plain: str) -> None:
    [verdict] = read("f.xml", rss(item(f"<description>{REPORT}</description>", title)))
    assert verdict.document and verdict.document.metadata.title == plain


DUMPS = {
    "NewsAPI": {
        "status": "ok",
        "totalResults": 1,
        "articles": [
            {
                "source": {"id": None, "name": "Islander"},
                "author": "Nora Quist",
                "title": "Ferries",
                "description": MORE,
                "url": "https://islander.example/1",
                "publishedAt": "2026-03-04T10:00:00Z",
                "content": REPORT,
            }
        ],
    },
    "JSON Feed": {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Islander",
        "description": "News from the islands, every morning and for everyone who lives there.",
        "items": [
            {
                "id": "1",
                "url": "https://islander.example/1",
                "title": "Ferries",
                "content_html": f"<p>{REPORT}</p>",
                "summary": MORE,
                "date_published": "2026-03-04T10:00:00Z",
                "authors": [{"name": "Nora Quist"}],
            }
        ],
    },
    "schema.org": {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "Islander"},
            {
                "@type": "NewsArticle",
                "headline": "Ferries",
                "articleBody": REPORT,
                "datePublished": "2026-03-04",
                "author": [{"@type": "Person", "name": "Nora Quist"}],
                "publisher": {"@type": "Organization", "name": "Islander"},
                "mainEntityOfPage": {"@id": "https://islander.example/1"},
            },
        ],
    },
    "a schema.org article": {
        "@type": "NewsArticle",
        "headline": "Ferries",
        "articleBody": REPORT,
        "datePublished": "2026-03-04",
        "author": {"name": "Nora Quist"},
        "url": "https://islander.example/1",
    },
    "Elasticsearch": {
        "took": 2,
        "hits": {
            "total": {"value": 1},
            "hits": [
                {
                    "_id": "1",
                    "_source": {
                        "title": "Ferries",
                        "body": REPORT,
                        "date": "2026-03-04",
                        "author": "Nora Quist",
                        "url": "https://islander.example/1",
                    },
                }
            ],
        },
    },
    "WordPress": [
        {
            "id": 1,
            "date": "2026-03-04T10:00:00",
            "link": "https://islander.example/1",
            "title": {"rendered": "Ferries"},
            "content": {"rendered": f"<p>{REPORT}</p>", "protected": False},
            "author": "Nora Quist",
        }
    ],
    "a newspaper's interface": {
        "response": {
            "status": "ok",
            "results": [
                {
                    "id": "1",
                    "webTitle": "Ferries",
                    "webUrl": "https://islander.example/1",
                    "webPublicationDate": "2026-03-04T10:00:00Z",
                    "fields": {"bodyText": REPORT, "byline": "Nora Quist"},
                }
            ],
        }
    },
}


@pytest.mark.parametrize("dump", DUMPS)
def test_the_usual_dumps_are_read_by_themselves(dump: str) -> None:
    [verdict] = read("dump.json", json.dumps(DUMPS[dump]))
    assert said(verdict) == [REPORT]
    assert verdict.document
    known = verdict.document.metadata
    assert (known.title, known.author, str(known.published), known.address) == (
        *("Ferries", "Nora Quist", "2026-03-04"),
        "https://islander.example/1",
    )


def test_a_dump_s_record_without_a_text_says_so() -> None:
    found = read("dump.json", json.dumps({"articles": [{"text": REPORT}, {"views": 3}]}))
    assert [one.outcome for one in found] == [Outcome.READ, Outcome.REFUSED]


def test_what_a_dump_says_of_a_cut_is_no_words() -> None:
    [verdict] = read("d.json", json.dumps({"content": f"{REPORT} The ministry of [+1204 chars]"}))
    assert said(verdict) == [f"{REPORT} The ministry of…"]
