"""What a `briefgen.yaml` may hold: its keys, their types and bounds, and what may be left out."""

import re
from typing import Annotated, Literal

from annotated_types import MinLen
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)

from briefgen.config.mail import CopiesShape, MailShape, WebhookShape
from briefgen.language import terms
from briefgen.model import Format, Keyword, Limits, Tlp
from briefgen.model.settings import MEMORY
from briefgen.strict_yaml import Line
from briefgen.windows import FORMS, Undated, WindowRule, parse_rule


def _matchable(phrase: str) -> str:
    """Return the phrase, which must hold a word that briefgen looks for."""
    if not terms(phrase):
        raise ValueError
    return phrase


def _keyword(written: object, accept: ValidatorFunctionWrapHandler) -> Keyword:
    """Return the keyword that `phrase` or `{phrase: weight}` stands for."""
    match written:
        case str(phrase):
            keyword: Keyword = accept({"phrase": phrase})
        case dict() if len(written) == 1:
            [(phrase, weight)] = written.items()
            keyword = accept({"phrase": phrase, "weight": weight})
        case _:
            raise ValueError
    _matchable(keyword.phrase)
    return keyword


_MATCHABLE = "a phrase that can match (stop words, signs and single letters cannot)"

Folder = Annotated[str, MinLen(1), Field(description="a folder")]
File = Annotated[str, MinLen(1), Field(description="a file")]
Identifier = Annotated[
    str,
    Field(
        pattern="^[a-z][a-z0-9-]*$",
        description="small letters a to z, digits and hyphens, beginning with a letter",
    ),
]
LanguageTag = Annotated[
    str,
    Field(
        pattern="^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
        description="a language tag such as en or pt-BR",
    ),
]
Phrase = Annotated[str, AfterValidator(_matchable), Field(description=_MATCHABLE)]
Weighted = Annotated[
    Keyword, WrapValidator(_keyword), Field(description=f"{_MATCHABLE}, or phrase: weight")
]


def _window(written: str) -> WindowRule:
    """Return the rule that a value of `window:` stands for."""
    return parse_rule(written)


def _memory(written: object) -> int:
    """Return how many issues are remembered; `none` is no issue."""
    if written == "none":
        return 0
    if not isinstance(written, str) or not re.fullmatch(r"[1-9]\d{0,2}", written, re.ASCII):
        raise ValueError
    return int(written)


WindowText = Annotated[WindowRule, BeforeValidator(_window), Field(description=FORMS)]
MemoryText = Annotated[
    int, BeforeValidator(_memory), Field(description="a number of issues up to 999, or none")
]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ThemeShape(_Shape):
    """An entry of `themes`; the keys are those of `briefgen.model.Theme`."""

    id: Identifier
    title: Line
    keywords: Annotated[tuple[Weighted, ...], MinLen(1)]
    description: str = ""
    exclusions: tuple[Phrase, ...] = ()


class FileShape(_Shape):
    """The whole file; `weights` is one that `briefgen train` wrote.

    `tlp` has no default: who may read a brief is for its desk to say.
    """

    title: Line
    tlp: Tlp
    themes: Annotated[tuple[ThemeShape, ...], MinLen(1)]
    series: Line = ""
    organisation: Line = ""
    sources: Folder = "seeds"
    output: Folder = "output"
    formats: Annotated[tuple[Format, ...], MinLen(1)] = ("md", "html", "pdf")
    page: Literal["A4", "Letter"] = "A4"
    limits: Limits = Limits()
    weights: File | None = None
    mail: MailShape | None = None
    webhook: WebhookShape | None = None
    copies: CopiesShape | None = None
    language: LanguageTag = "en"
    window: WindowText | None = None
    undated: Undated = "leave out"
    minimum: Annotated[int, Field(ge=1, le=10_000)] = 1
    memory: MemoryText = MEMORY
