"""A broken or hostile template is a named error, never a traceback, a leak or an odd brief."""

from pathlib import Path

import pytest

from briefgen.errors import TemplateError
from briefgen.render.template import fill

VIEW = {"title": "Fuel <b>", "sections": [{"title": "Roads"}]}


@pytest.mark.parametrize(
    ("text", "line", "cause"),
    [
        ("# {{ title }}\n\n{{ titel }}\n", 3, "'titel' is undefined"),
        ("{% for section in sections %}\n{{ section.name }}\n{% endfor %}", 2, "'name'"),
        ("one\n{% if title %}\n", 2, "endif"),
        ("one\ntwo\n{{ title | upcase }}", 3, "'upcase'"),
        ("one\n{{ title.__class__ }}", 2, "__class__"),
        ("one\n\n{{ 1 / 0 }}", 3, "ZeroDivisionError"),
        ("{{ title + 1 }}", 1, "TypeError"),
        ("one\n{{ title | random }}", 2, "'random'"),
        ("one\n{{ lipsum() }}", 2, "'lipsum' is undefined"),
    ],
)
def test_a_broken_template_is_named_with_its_line_and_the_cause(
    tmp_path: Path, text: str, line: int, cause: str
) -> None:
    (tmp_path / "brief.md.j2").write_text(text)
    with pytest.raises(TemplateError) as caught:
        fill("brief.md.j2", [tmp_path], VIEW)
    assert str(caught.value).startswith(f"{tmp_path / 'brief.md.j2'}:{line}: ")
    assert cause in str(caught.value)


def test_an_error_in_an_included_template_is_placed_in_that_file(tmp_path: Path) -> None:
    (tmp_path / "brief.md.j2").write_text("{% include 'part.md.j2' %}")
    (tmp_path / "part.md.j2").write_text("\n\n\n{{ nobody }}")
    with pytest.raises(TemplateError, match=r"part\.md\.j2:4: 'nobody' is undefined"):
        fill("brief.md.j2", [tmp_path], VIEW)


def test_a_missing_or_unreadable_template_is_named(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"brief\.md\.j2: expected in .*; not found"):
        fill("brief.md.j2", [tmp_path], VIEW)
    (tmp_path / "brief.md.j2").write_bytes(b"\xff\xfe# caf\xe9")
    with pytest.raises(TemplateError, match=r"brief\.md\.j2: UnicodeDecodeError"):
        fill("brief.md.j2", [tmp_path], VIEW)


def test_the_first_folder_that_has_a_template_wins(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    for folder in (ours, theirs):
        folder.mkdir()
        (folder / "brief.md.j2").write_text(f"{folder.name} {{% include 'tail' %}}")
    (ours / "tail").write_text("bundled")
    assert fill("brief.md.j2", [theirs, ours], VIEW) == "theirs bundled"


def test_only_html_templates_escape_for_html(tmp_path: Path) -> None:
    for name in ("page.html.j2", "brief.md.j2"):
        (tmp_path / name).write_text("{{ title }}")
    assert fill("page.html.j2", [tmp_path], VIEW) == "Fuel &lt;b&gt;"
    assert fill("brief.md.j2", [tmp_path], VIEW) == "Fuel <b>"


ESCAPES = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''['__class__'] }}",
    "{{ '' | attr('__class__') }}",
    "{{ ('' | attr)('__class__') }}",
    "{{ ['__class__'] | map('attr', '__mro__') | join }}",
    "{{ [''] | map(attribute='__class__') | join }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ range.__class__ }}",
    "{{ dict.__base__.__subclasses__() }}",
    "{{ '{0.__class__.__mro__}'.format('') }}",
    "{{ '{x.__class__}'.format_map({'x': 1}) }}",
    "{{ ''.format.__self__.__class__ }}",
    "{% set f = '{0.__class__}'.format %}{{ f(1) }}",
    "{{ ['{0.__class__}'] | map('format', 1) | list ~ ('{0.__class__}' | attr('format'))(1) }}",
    "{% macro m() %}{% endmacro %}{{ m.__func__ }}",
    "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "{{ sections.append(1) }}",
    "{{ sections[0].update({'title': 1}) }}",
    "{{ ().__class__.__base__ }}",
    "{{ (1).__class__ }}",
    "{{ title.encode().__class__ }}",
    "{% include '../secret.txt' %}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}{{ os.getcwd() }}",
    "{{ range(10 ** 9) | list }}",
]


@pytest.mark.parametrize("text", ESCAPES)
def test_no_known_escape_leaves_the_sandbox(tmp_path: Path, text: str) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "brief.md.j2").write_text(text)
    with pytest.raises(TemplateError):
        fill("brief.md.j2", [folder], VIEW)
    assert VIEW == {"title": "Fuel <b>", "sections": [{"title": "Roads"}]}
