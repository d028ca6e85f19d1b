"""Whether a ledger agrees with itself, beyond what a JSON Schema can say."""

from collections.abc import Iterator

from briefgen.ledger.entries import CONTEXT, Ledger, SentenceEntry, SourceEntry


def contradictions(ledger: Ledger) -> list[str]:
    """Return what in `ledger` cannot be true, one line each: where, expected, found."""
    return [*_misnumbered(ledger), *_misplaced(ledger)]


def _misnumbered(ledger: Ledger) -> Iterator[str]:
    for name, numbers in (
        ("sources", [source.number for source in ledger.sources]),
        ("sentences", [sentence.number for sentence in ledger.sentences]),
    ):
        for index, number in enumerate(numbers):
            if number != index + 1:
                yield f"{name}[{index}].number: expected {index + 1}, found {number}"


def _misplaced(ledger: Ledger) -> Iterator[str]:
    sources = {source.number: source for source in ledger.sources}
    themes = {theme.id for theme in ledger.settings.themes}
    for index, sentence in enumerate(ledger.sentences):
        where = f"sentences[{index}]"
        if sentence.theme not in themes:
            yield f"{where}.theme: expected a theme of the settings, found {sentence.theme!r}"
        if sentence.source in sources:
            yield from _misfitting(where, sentence, sources[sentence.source])
        else:
            yield f"{where}.source: expected a number in sources, found {sentence.source}"


def _misfitting(where: str, sentence: SentenceEntry, source: SourceEntry) -> Iterator[str]:
    """Yield each length that does not follow from the span and the length of the source."""
    start, end = sentence.start, sentence.end
    for name, expected, actual in (
        ("end", min(end, source.characters), end),
        ("text", end - start, len(sentence.text)),
        ("prefix", min(CONTEXT, start), len(sentence.prefix)),
        ("suffix", min(CONTEXT, source.characters - end), len(sentence.suffix)),
    ):
        if actual != expected:
            kind = "at most" if name == "end" else "a length of"
            yield f"{where}.{name}: expected {kind} {expected}, found {actual}"
