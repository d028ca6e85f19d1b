"""Requests for summaries: what is accepted, and that what is wrong is named by line and place."""

import json

import pytest

from briefgen.errors import UsageError
from briefgen.read.jsonlines import Request, requests
from briefgen.read.limits import MOST_CHARACTERS

DOCUMENT = {"title": "A title", "text": "The army left. Mali fell."}


def asked(*lines: bytes) -> list[Request]:
    return list(requests(lines, "in.jsonl"))


def line(**keys: object) -> bytes:
    return json.dumps({"id": 1, "documents": [DOCUMENT], **keys}).encode() + b"\n"


@pytest.mark.parametrize("number", ["one", "", 7, -1, 2.5, 10**30])
def test_an_id_is_any_text_or_number_and_comes_back_as_it_is(number: object) -> None:
    (request,) = asked(line(id=number))
    assert (request.id, type(request.id)) == (number, type(number))


def test_documents_keep_their_order_titles_and_texts() -> None:
    (request,) = asked(line(documents=[DOCUMENT, {"text": "B"}, {"text": "C", "title": None}]))
    assert [one.metadata.title for one in request.documents[:2]] == ["A title", "B"]
    assert [one.text for one in request.documents] == [DOCUMENT["text"], "B", "C"]
    assert len({one.path for one in request.documents}) == 3


@pytest.mark.parametrize(
    ("given", "theme"), [({}, ""), ({"theme": None}, ""), ({"theme": "a"}, "a")]
)
def test_a_theme_may_be_left_out(given: dict[str, object], theme: str) -> None:
    assert asked(line(**given))[0].theme == theme


def test_blank_lines_byte_order_marks_and_other_keys_are_passed_over() -> None:
    lines = [b"\xef\xbb\xbf" + line(id=1), b"\n", b"  \r\n", line(id=2, reference="x"), line(id=3)]
    assert [one.id for one in asked(*lines)] == [1, 2, 3]


def test_a_line_of_forty_megabytes_is_read() -> None:
    text = ("The army left the town of Talmar at dawn. " * 50 + "\n\n") * 1_000
    (request,) = asked(line(documents=[{"text": text}] * 20))
    assert sum(len(one.text) for one in request.documents) > 40_000_000


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (b"{", "expected a JSON object, found at column 2: Expecting property name"),
        (b'{"id": 1,}', "expected a JSON object, found at column"),
        (b"nonsense", "expected a JSON object, found at column 1: Expecting value"),
        (b"[" * 100_000, "expected a JSON object, found one nested too deep"),
        (b'{"id": NaN}', "expected a JSON object, found NaN, which is no number"),
        (b'{"id": "\xff"}', "expected a JSON object, found 'utf-8' codec can't decode"),
        (b'{"id": ' + b"9" * 5000 + b"}", "expected a JSON object, found Exceeds the limit"),
        (b"[1]", "expected an object, found [1]"),
        (b"null", "expected an object, found nothing"),
        (line(id=None), "id: expected a text or a number, found nothing"),
        (line(id=True), "id: expected a text or a number, found true"),
        (line(id=[1]), "id: expected a text or a number, found [1]"),
        (line(theme=["a"]), 'theme: expected a text, found ["a"]'),
        (line(documents=None), "documents: expected a list, found nothing"),
        (line(documents="a"), 'documents: expected a list, found "a"'),
        (line(documents=[DOCUMENT, "a"]), 'documents[1]: expected an object, found "a"'),
        (line(documents=[{}]), "documents[0].text: expected a text, found nothing"),
        (line(documents=[{"text": 5}]), "documents[0].text: expected a text, found 5"),
        (
            line(documents=[{"text": "", "title": 5}]),
            "documents[0].title: expected a text, found 5",
        ),
        (line(id={"a": "b" * 100}), 'id: expected a text or a number, found {"a": "bbbbb'),
    ],
)
def test_what_is_wrong_is_named_by_line_and_place(wrong: bytes, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        asked(line(), b"\n", wrong)
    assert str(caught.value).startswith("in.jsonl: line 3: " + message)
    assert len(str(caught.value)) < 200


def test_a_text_that_is_too_large_is_named_by_line_and_place() -> None:
    with pytest.raises(UsageError) as caught:
        asked(line(), line(documents=[{"text": "x" * (MOST_CHARACTERS + 1)}]))
    assert "line 2: documents[0].text: expected at most 5,000,000" in str(caught.value)


def test_what_stands_before_a_wrong_line_is_given_first() -> None:
    answers = requests([line(id="good"), b"{"], "in.jsonl")
    assert next(answers).id == "good"
    with pytest.raises(UsageError, match="line 2"):
        next(answers)
