"""Run one template file on plain data, and say exactly where it is broken if it is."""

import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefgen.errors import TemplateError


def fill(name: str, folders: Sequence[Path], view: Mapping[str, object]) -> str:
    """Return the template `name`, from the first of `folders` that has it, filled from `view`.

    Names ending in `.html.j2` are escaped for HTML as they are filled. The sandbox knows no
    randomness, so that the same view gives the same text.

    Raises:
        TemplateError: naming file, line and cause, whatever is wrong with the template.
    """
    environment = ImmutableSandboxedEnvironment(
        loader=jinja2.FileSystemLoader(folders),
        undefined=jinja2.StrictUndefined,
        autoescape=name.endswith(".html.j2"),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    del environment.globals["lipsum"], environment.filters["random"]
    try:
        return environment.get_template(name).render(view)
    except jinja2.TemplateNotFound as error:
        searched = ", ".join(map(str, folders))
        raise TemplateError(f"{error.name}: expected in {searched}; not found") from error
    except Exception as error:  # a template is the user's code: any failure in it is theirs to mend
        raise TemplateError(f"{_place(name, folders, error)}: {_cause(error)}") from error


def _place(name: str, folders: Sequence[Path], error: Exception) -> str:
    """Return `file:line` of the innermost template line that `error` came through."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"{error.filename or name}:{error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if any(map(Path(frame.filename).is_relative_to, folders))]
    return f"{inside[-1].filename}:{inside[-1].lineno}" if inside else name


def _cause(error: Exception) -> str:
    if isinstance(error, jinja2.TemplateError):
        return error.message or type(error).__name__
    return f"{type(error).__name__}: {error}"
