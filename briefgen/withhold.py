"""What an issue must not quote, whatever it is worth: what it cannot know, and what stood before.

The earlier issues of the output folder are inputs like others: their ledgers are hashed into the
new one, so the same inputs give the same bytes.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix

from briefgen.language import stemmed
from briefgen.language.forward import FORWARD
from briefgen.model import Candidate, Sentence
from briefgen.read.dates import dated_spans
from briefgen.stock import earlier_issues

REPEATED = 0.8
"""Share of a sentence's content words in an earlier quotation from which it says the same again.

Set on made pairs: a rewrite by another outlet keeps .85 or more, the next event of a story at most
.75 (tests/test_withhold.py has some of each).
"""

REPEATED_LATER = 0.9
"""The same for a text dated after the earlier issue: one word in ten may be what has changed."""

FEWEST = 4
"""Content words below which only the very same sentence is a repetition."""

_FIGURE = re.compile(r"\d[\d.,]*\d|\d")
_NAME = re.compile(r"(?<=[\w,;:’'\")] )[A-ZÀ-ÞА-ЯЁ][\w’'-]+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence that an earlier issue quoted, and that issue's name and day."""

    text: str
    issue: str
    day: date


@dataclass(frozen=True, slots=True)
class Memory:
    """What earlier issues quoted; `ledgers` has the SHA-256 of each ledger read, by its issue.

    `last_issue` is the day of the issue before this one, `problems` what is wrong with ledgers.
    """

    quotations: tuple[Quotation, ...] = ()
    ledgers: Mapping[str, str] = field(default_factory=dict)
    last_issue: date | None = None
    problems: tuple[str, ...] = ()


def recall(output: Path, week: str, issues: int) -> Memory:
    """Return what the last `issues` issues before that of `week` quoted.

    A ledger that cannot be read is a problem to be reported; the others count all the same. The
    last issue is looked up even if none is to be remembered.
    """
    ledgers: dict[str, str] = {}
    quotations: list[Quotation] = []
    problems: list[str] = []
    last_issue = None
    places = earlier_issues(output, week)[-max(issues, 1) :]
    for place in places:
        try:
            data = place.read_bytes()
            ledger = json.loads(data)
            day = date.fromisoformat(ledger["issue"]["date"])
            texts = [str(sentence["text"]) for sentence in ledger["sentences"]]
        except (OSError, ValueError, LookupError, TypeError, RecursionError) as error:
            problems.append(
                f"{place.parent.name}/{place.name}: cannot be read ({type(error).__name__}),"
                " so what this issue quoted is not remembered"
            )
            continue
        ledgers[place.parent.name] = hashlib.sha256(data).hexdigest()
        last_issue = day
        if issues:
            quotations += (Quotation(text, place.parent.name, day) for text in texts)
    return Memory(tuple(quotations), ledgers, last_issue, tuple(problems))


def withheld(
    candidates: Sequence[Candidate], memory: Memory, issue_day: date
) -> dict[Sentence, str]:
    """Return why each sentence among the candidates, and those before them, must not be quoted."""
    sentences = list(
        dict.fromkeys(
            sentence
            for candidate in candidates
            for sentence in (candidate.sentence, candidate.before)
            if sentence
        )
    )
    reasons = dict(_repeated(sentences, memory.quotations))
    for sentence in sentences:
        day = later_day_as_past(sentence, issue_day)
        if day:
            reasons[sentence] = f"{LATER_DAY} {day}, after the issue's day, as past"
    return reasons


LATER_DAY, QUOTED_IN = "names", "quoted in"
"""How the two kinds of reasons begin."""


def later_day_as_past(sentence: Sentence, issue_day: date) -> date | None:
    """Return the full date after `issue_day` that the sentence names as past, None if it has none.

    A plan or a deadline is no such date; `briefgen.language.forward` says what makes it one.
    """
    if not _FIGURE.search(sentence.text):
        return None
    forward = FORWARD.get(sentence.language.split("-")[0])
    for day, start in dated_spans(sentence.text):
        if day > issue_day and forward:
            text = sentence.text.lower()
            if not forward.anywhere.search(text) and not forward.before.search(text[:start]):
                return day
    return None


def _repeated(
    sentences: Sequence[Sentence], quotations: Sequence[Quotation]
) -> Iterator[tuple[Sentence, str]]:
    """Yield what was quoted before, in these words or in others that say no more."""
    if not quotations:
        return
    exact = {" ".join(one.text.split()): one for one in quotations}
    for language in sorted({sentence.language for sentence in sentences}):
        spoken = [sentence for sentence in sentences if sentence.language == language]
        nearest, shares = _nearest(spoken, quotations, language)
        for sentence, place, share in zip(spoken, nearest, shares, strict=True):
            same = exact.get(" ".join(sentence.text.split()))
            quotation = same or quotations[place]
            if same or _says_no_more(sentence, quotation, share):
                yield sentence, f"{QUOTED_IN} {quotation.issue}"


def _nearest(
    sentences: Sequence[Sentence], quotations: Sequence[Quotation], language: str
) -> tuple[list[int], list[float]]:
    """Return for each sentence the quotation with most of its content words, and their share."""
    columns: dict[str, int] = {}
    words = _incidence([stemmed(one.text, language) for one in sentences], columns)
    said = _incidence([stemmed(one.text, language) for one in quotations], columns)
    width = max(len(columns), 1)
    words.resize((words.shape[0], width))
    said.resize((said.shape[0], width))
    common = (words @ said.T).toarray()
    counts = np.maximum(np.asarray(words.sum(axis=1)).ravel(), 1)
    nearest = common.argmax(axis=1)
    shares = common[np.arange(len(nearest)), nearest] / counts
    shares[counts < FEWEST] = 0.0
    return nearest.tolist(), shares.tolist()


def _incidence(texts: Iterable[Sequence[str]], columns: dict[str, int]) -> csr_matrix:
    """Return which stems each text has, 1 or 0; `columns` grows by those met first here."""
    rows = [sorted({columns.setdefault(stem, len(columns)) for stem in text}) for text in texts]
    indptr = np.cumsum([0, *map(len, rows)])
    indices = np.array([column for row in rows for column in row], dtype=np.int64)
    shape = len(rows), max(len(columns), 1)
    return csr_matrix((np.ones(len(indices)), indices, indptr), shape=shape)


def _says_no_more(sentence: Sentence, quotation: Quotation, share: float) -> bool:
    """Whether a sentence that has so much in common with a quotation adds nothing to it.

    A figure or a name that the quotation does not have is something more.
    """
    is_later = sentence.published is not None and sentence.published > quotation.day
    if share < (REPEATED_LATER if is_later else REPEATED):
        return False
    figures = set(_FIGURE.findall(sentence.text)) - set(_FIGURE.findall(quotation.text))
    names = set(_NAME.findall(sentence.text)) - set(quotation.text.replace("’s", "").split())
    return not figures and not any(name not in quotation.text for name in names)
