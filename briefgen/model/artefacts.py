"""The files that a brief is delivered as."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Artefact:
    """A file of the issue, ready to be written or mailed."""

    name: str
    media_type: str
    data: bytes = field(repr=False)
