"""Ledger <-> `brief.json`, and the JSON Schema (draft 2020-12) that describes it."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_jsonable_python

from briefgen.errors import LedgerError
from briefgen.ledger.consistency import contradictions
from briefgen.ledger.entries import Ledger

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_LISTED = 10
"""Problems of a broken ledger that are listed; the rest are counted."""


def dump(ledger: Ledger) -> bytes:
    """Return `brief.json`: UTF-8, indented by two, keys and lists in the order of the nouns."""
    return _encode(to_jsonable_python(ledger))


def load(path: Path) -> Ledger:
    """Return the ledger kept in `path`.

    Raises LedgerError, which lists what is wrong and where, if it cannot be read, breaks the
    schema or contradicts itself.
    """
    try:
        ledger = _adapter().validate_json(path.read_bytes(), strict=True)
    except OSError as error:
        raise LedgerError(f"{path}: expected a brief.json, found: {error.strerror}") from error
    except ValidationError as error:
        problems = error.errors(include_url=False)
        raise _broken(path, [_problem(problem) for problem in problems]) from error
    if problems_within := contradictions(ledger):
        raise _broken(path, problems_within)
    return ledger


def schema() -> bytes:
    """Return the JSON Schema of `brief.json`, as stored in `brief.schema.json`."""
    generated = _adapter().json_schema(mode="validation")
    named = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return _encode(named | generated | {"title": "briefgen ledger, format 1"})


def _adapter() -> TypeAdapter[Ledger]:
    return TypeAdapter(Ledger)


def _encode(value: Any) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode("utf-8")


def _broken(path: Path, problems: list[str]) -> LedgerError:
    listed = [f"  {problem}" for problem in problems[:_LISTED]]
    if len(problems) > _LISTED:
        listed.append(f"  and {len(problems) - _LISTED} more")
    return LedgerError("\n".join([f"{path}: expected an intact brief.json, found:", *listed]))


def _problem(error: "ErrorDetails") -> str:
    where = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in error["loc"])
    expected = error["msg"].replace("Input should be", "expected", 1)
    actual = "" if error["type"] in {"missing", "json_invalid"} else _shown(error["input"])
    return f"{where.lstrip('.') or 'the file'}: {expected}{actual}"


def _shown(value: object) -> str:
    text = repr(value)
    return f", found {text[:60]}{'…' if len(text) > 60 else ''}"
