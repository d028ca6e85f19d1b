"""The house rules that a program can check, read off the source itself."""

import ast
import statistics
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "briefgen"

GROUND = frozenset({"disk", "errors", "language", "model"})
STAGES = frozenset(
    """
    read index corpus split salience pick evidence compose ledger render message outbox deliver
    """.split()
)
FACES = frozenset(
    """
    adding bundled config doctor evaluation fetch fontconfig inventory looking mailing packages
    pango pipeline prerequisites report scaffold schedule stock study themes training unchanged
    watching weekly windows withhold
    """.split()
)

# Which rooms each room may import; its own sub-modules and briefgen's version go without saying.
MAY_IMPORT: dict[str, frozenset[str]] = {
    **dict.fromkeys(GROUND | {"bundled", "packages", "windows"}, frozenset()),
    "model": frozenset({"windows"}),
    "pango": frozenset({"packages"}),
    "prerequisites": frozenset({"packages", "pango"}),
    "strict_yaml": frozenset({"errors"}),
    "stock": frozenset({"pango"}),
    **dict.fromkeys(STAGES, GROUND),
    "withhold": GROUND | {"read", "stock"},
    "report": GROUND | {"read", "salience", "withhold"},
    "read": GROUND | {"stock", "strict_yaml"},
    "ledger": GROUND | {"stock", "windows"},
    "render": GROUND | {"pango"},
    "message": GROUND | {"ledger", "render", "strict_yaml"},  # of an issue built long before
    "config": GROUND | {"bundled", "stock", "strict_yaml", "windows"},
    "fetch": GROUND,
    "adding": GROUND | {"fetch", "read", "stock", "strict_yaml"},
    "unchanged": frozenset({"bundled", "stock", "windows"}),
    "watching": frozenset({"stock"}),
    "study": GROUND | STAGES | {"stock"},
    "pipeline": GROUND | STAGES | {"report", "study", "windows", "withhold"},
    "evaluation": GROUND | STAGES | {"pipeline"},
    "training": GROUND | STAGES | {"evaluation"},
    "themes": GROUND | STAGES,
    "doctor": GROUND | {"bundled", "config", "fontconfig", "pango", "read"},
    "fontconfig": frozenset({"packages", "pango"}),
    "inventory": GROUND | {"corpus"},
    "looking": GROUND | {"read", "split"},
    "mailing": GROUND | {"deliver", "message", "outbox"},
    "weekly": GROUND | STAGES | {"pango", "pipeline", "stock", "windows"},
    "schedule": GROUND,
    "scaffold": GROUND | {"bundled"},
    "cli": GROUND | STAGES | FACES,
    "__main__": frozenset({"cli"}),
}

NAMELESS = {"util", "utils", "helper", "helpers", "common", "base", "misc"}
HEAVY = {
    *("feedparser", "jinja2", "markdown_it", "numpy", "pydantic", "scipy", "sklearn", "urllib3"),
    "weasyprint",
}
AMBIENT = {
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "date.today",
    "time.time",
    "time.time_ns",
    "time.localtime",
    "time.gmtime",
    "os.getcwd",
    "Path.cwd",
}


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}
TREES = {name: ast.parse(path.read_text("utf-8")) for name, path in MODULES.items()}


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield what is imported anywhere in `tree`, as a module of briefgen where it is one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in MODULES else node.module


def room(module: str) -> str:
    """Return the part of the architecture that `module` belongs to; briefgen itself is none."""
    return module.split(".")[1] if "." in module else ""


def trespasses(name: str, tree: ast.AST) -> list[str]:
    """Return the imports of `tree`, the module `name`, that the table does not allow."""
    allowed = MAY_IMPORT[room(name)] | {room(name), ""}
    ours = {module for module in imported(tree) if module.split(".")[0] == "briefgen"}
    return sorted(module for module in ours if room(module) not in allowed)


def ambient_reads(tree: ast.AST) -> list[str]:
    """Return where `tree` reads the clock or the working directory."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            owner = ast.unparse(node.value).rpartition(".")[2]
            found.append((f"{owner}.{node.attr}", node.lineno))
        elif isinstance(node, ast.ImportFrom):
            found += [(f"{node.module}.{alias.name}", node.lineno) for alias in node.names]
    return [f"line {line}: {name}" for name, line in found if name in AMBIENT]


def lines(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def function_lengths(tree: ast.AST) -> Iterator[int]:
    """Yield the lines of each function, from `def` to its last, the docstring not counted."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            docstring = lines(node.body[0]) if ast.get_docstring(node) else 0
            yield lines(node) - docstring


INSIDE = [name for name in MODULES if name != "briefgen"]


def test_every_module_has_a_place() -> None:
    assert {name for name in INSIDE if room(name) not in MAY_IMPORT} == set()


def test_every_module_imports_only_what_its_place_may() -> None:
    found = {name: trespasses(name, TREES[name]) for name in INSIDE}
    assert {name: some for name, some in found.items() if some} == {}


@pytest.mark.parametrize(
    ("name", "source", "found"),
    [
        ("briefgen.pick", "from briefgen.split import split", ["briefgen.split"]),
        ("briefgen.read.text", "def f():\n    import briefgen.render", ["briefgen.render"]),
        ("briefgen.model", "from briefgen import errors", ["briefgen.errors"]),
        ("briefgen.render.html", "from briefgen.render.view import page", []),
        ("briefgen.ledger", "from briefgen import __version__", []),
    ],
)
def test_an_import_against_the_direction_is_found(name: str, source: str, found: list[str]) -> None:
    assert trespasses(name, ast.parse(source)) == found


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = {name: set(imported(tree)) & MODULES.keys() for name, tree in TREES.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def test_every_module_is_named_for_something() -> None:
    assert {name for name in INSIDE if name.rpartition(".")[2] in NAMELESS} == set()


def test_no_module_is_longer_than_400_lines() -> None:
    lengths = {name: len(path.read_text("utf-8").splitlines()) for name, path in MODULES.items()}
    assert {name: length for name, length in lengths.items() if length > 400} == {}


def test_half_the_functions_fit_in_6_lines_and_nine_in_ten_in_15() -> None:
    lengths = [length for tree in TREES.values() for length in function_lengths(tree)]
    median, ninetieth = statistics.median(lengths), statistics.quantiles(lengths, n=10)[-1]
    figures = f"{len(lengths)} functions: median {median} lines, 90th percentile {ninetieth}"
    print(figures)  # noqa: T201 - shown by `pytest -rP`, worth watching before it fails
    assert median <= 6 and ninetieth <= 15, figures


def test_only_the_command_line_reads_the_clock_and_the_working_directory() -> None:
    found = {name: ambient_reads(tree) for name, tree in TREES.items() if room(name) != "cli"}
    assert {name: some for name, some in found.items() if some} == {}


@pytest.mark.parametrize(
    "source",
    [
        "import datetime\nstamp = datetime.datetime.now()",
        "from datetime import date\nday = date.today()",
        "from time import time",
        "import os\nos.getcwd()",
        "from pathlib import Path\nhere = Path.cwd()",
        "from datetime import datetime\nnow = datetime.now  # handed on, not called",
    ],
)
def test_a_look_at_the_clock_or_the_working_directory_is_found(source: str) -> None:
    assert len(ambient_reads(ast.parse(source))) == 1


def packages_loaded(*arguments: str) -> set[str]:
    """Return the top-level packages that a fresh Python imports when it runs `arguments`."""
    command = [sys.executable, "-X", "importtime", *arguments]
    finished = subprocess.run(command, capture_output=True, text=True)
    assert finished.returncode == 0, finished.stderr
    lines = [line for line in finished.stderr.splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip().split(".")[0] for line in lines}


def test_help_loads_no_heavy_library() -> None:
    loaded = packages_loaded("-m", "briefgen", "--help")
    assert "click" in loaded
    assert loaded & HEAVY == set()


def test_only_the_process_that_reads_risky_files_loads_the_libraries_for_them() -> None:
    loaded = packages_loaded("-c", "import briefgen.read")
    assert loaded & {"docx", "feedparser", "htmldate", "lxml", "pypdfium2", "trafilatura"} == set()


def test_a_heavy_library_that_is_loaded_is_noticed() -> None:
    assert "jinja2" in packages_loaded("-c", "import jinja2.sandbox")
