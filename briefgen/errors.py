"""One exception family: whatever briefgen raises on purpose is a `BriefgenError`."""

from collections.abc import Iterable


class BriefgenError(Exception):
    """Something the user can mend; its text says where, what was expected and what was found."""


class InstallationError(BriefgenError):
    """A library that comes with briefgen is missing or does not load."""

    def __init__(self, cause: object) -> None:
        """Keep `cause`, such as the ImportError."""
        words = " ".join(str(cause).split())
        super().__init__(f"this installation of briefgen is broken: {words}")


class ConfigError(BriefgenError):
    """Everything that is wrong with a configuration file, all of it in one message."""

    def __init__(self, path: str, problems: Iterable[str]) -> None:
        """Keep `path` (the file) and `problems` (one line each, in file order)."""
        self.path = path
        self.problems = tuple(problems)
        count = len(self.problems)
        heading = f"{path}: {count} problem{'s' if count != 1 else ''}"
        super().__init__("\n".join([heading, *(f"  {problem}" for problem in self.problems)]))


class UsageError(BriefgenError):
    """A command was called in a way that cannot work."""


class ReadError(BriefgenError):
    """One source cannot be read; its verdict becomes `refused` with this text as the reason."""


class TemplateError(BriefgenError):
    """A template is broken; the text names its file, the line and the variable."""


class LedgerError(BriefgenError):
    """A brief does not match its sources, or its ledger cannot be read."""


class DeliveryError(BriefgenError):
    """A finished brief could not be put where it belongs; what was there before is whole."""


class FetchError(BriefgenError):
    """What an address names cannot be had; `lasting` says that asking again is of no use."""

    def __init__(self, reason: str, lasting: bool = False) -> None:
        """Keep what was expected and what was found."""
        self.lasting = lasting
        super().__init__(reason)


class OutboxError(BriefgenError):
    """Nothing more can be sent, or the journal of what was sent cannot be trusted or written."""
