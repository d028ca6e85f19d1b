"""What the doctor finds of each thing that it looks at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A thing, whether it is as briefgen needs it, and its version or what is wrong with it."""

    name: str
    ok: bool
    detail: str

    def __str__(self) -> str:
        """Return the finding as a line."""
        return f"{'ok' if self.ok else 'NOT OK':<8}{self.name}: {self.detail}"
