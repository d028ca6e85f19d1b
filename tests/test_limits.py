"""What is too large to be split and counted is refused with a reason, before that is tried."""

import pytest

from briefgen.errors import ReadError
from briefgen.model import Outcome, Source
from briefgen.read.judgement import verdicts
from briefgen.read.limits import (
    LONGEST_BLOCK,
    MOST_BLOCKS,
    MOST_CHARACTERS,
    MOST_SENTENCES,
    MOST_TAGS,
    check_page,
    check_text,
)

LINE = "The port was closed on Monday after a storm, the mayor of the town said to reporters.\n\n"

TOO_LARGE = {
    "one word": ("a.txt", "x" * (MOST_CHARACTERS + 1), "characters in a document"),
    "many lines": ("a.txt", LINE * (MOST_CHARACTERS // len(LINE) + 1), "characters in a document"),
    "one line": ("a.txt", "word " * (LONGEST_BLOCK // 5 + 1), "characters in a paragraph"),
    "a long word": ("a.md", "x" * (LONGEST_BLOCK + 1), "characters in a paragraph"),
    "short lines": ("a.txt", "It fell then\n\n" * (MOST_BLOCKS + 1), "paragraphs in a document"),
    "short words": ("a.txt", "It is. It was.\n" * MOST_SENTENCES, "sentences in a document"),
    "tags": ("a.html", "<p>a</p>" * (MOST_TAGS // 2 + 1), "tags in a page"),
    "member": (
        "a.jsonl",
        f'{{"text": "{"x" * (MOST_CHARACTERS + 1)}"}}',
        "characters in a document",
    ),
}


@pytest.mark.parametrize(("path", "text", "what"), TOO_LARGE.values(), ids=TOO_LARGE)
def test_what_is_too_large_is_refused_and_says_how_much_there_may_be(
    path: str, text: str, what: str
) -> None:
    [found] = verdicts(Source(path, "", text.encode()))
    assert found.outcome is Outcome.REFUSED
    assert found.reason.startswith("expected at most ")
    assert what in found.reason
    assert "split it into several" in found.reason


def test_what_is_just_not_too_large_is_read() -> None:
    check_text("x" * MOST_CHARACTERS)
    check_text("a. " * MOST_SENTENCES)
    check_page("<" * MOST_TAGS)
    with pytest.raises(ReadError):
        check_page("<" * (MOST_TAGS + 1))
    [found] = verdicts(Source("a.txt", "", (LINE * 2_000).encode()))
    assert found.outcome is Outcome.READ
