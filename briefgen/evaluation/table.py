"""An evaluation as lines to read."""

from collections.abc import Iterable, Iterator, Sequence

from briefgen.evaluation import Evaluation, Standing
from briefgen.evaluation.rouge import MEASURES
from briefgen.evaluation.systems import RIVALS

HEADINGS = ("system", *MEASURES, "seconds")


def table(evaluations: Iterable[Evaluation]) -> Iterator[str]:
    """Yield a table for each data set, a line for each system, and below it what to know of it."""
    for number, one in enumerate(evaluations):
        if number:
            yield ""
        yield f"{one.name}: {one.judged} lines, summaries of {one.words} words"
        yield "ROUGE recall in per cent, with 95 % intervals"
        yield ""
        yield from _aligned([HEADINGS, *(_cells(standing) for standing in one.standings)])
        yield from _leads(one)
        yield from (f"Note: {note}" for note in _notes(one))


def _cells(standing: Standing) -> tuple[str, ...]:
    figures = [
        f"{one.mean:.1f} ({one.low:.1f} to {one.high:.1f})" for one in standing.recall.values()
    ]
    return standing.system, *figures, f"{standing.seconds:.2f}"


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the rows as lines: names to the left, the last column, of numbers, to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for *cells, last in rows:
        padded = (cell.ljust(width) for cell, width in zip(cells, widths[:-1], strict=True))
        yield "  ".join([*padded, last.rjust(widths[-1])])


def _leads(evaluation: Evaluation) -> Iterator[str]:
    """Yield how far ahead briefgen is, or behind, with the interval of the difference."""
    for measure, lead in evaluation.lead.items():
        by = lead.by
        points = f"{by.mean:+.1f} ({by.low:+.1f} to {by.high:+.1f})"
        yield f"briefgen less {lead.of}, {measure}: {points}"


def _notes(evaluation: Evaluation) -> Iterator[str]:
    if evaluation.without_references:
        count = evaluation.without_references
        yield f"lines left out because they have no references to judge by: {count}"
    if evaluation.learnt_from:
        yield "briefgen's weights were learnt from a file of this name, which flatters briefgen"
    if not set(RIVALS) & {one.system for one in evaluation.standings}:
        yield f"{' and '.join(RIVALS)} are compared as well once sumy is installed"
