"""What a build has to say of itself: how much was read and quoted, and what was lost and why."""

from dataclasses import dataclass

from briefgen.model.sources import Outcome


@dataclass(frozen=True, slots=True)
class Loss:
    """Texts that are not in the issue for the same reason.

    `where` is the file that holds all of them, empty if each is a file of its own; `paths` are the
    first of them.
    """

    outcome: Outcome
    count: int
    reason: str
    where: str = ""
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The account of a build: every text seen is in `quoted`, in `unquoted` or in a loss.

    `sentences` are those of the issue, `sources` the texts they are from; `minimum` is how many an
    issue must have to be mailed. `losses` come the worst first. `later_sentences` name a later day
    as past, `repeated_sentences` were quoted in an earlier issue, both counted among what could
    have been chosen. `notes` are whole lines: empty themes, doubtful dates, damage.
    """

    texts: int
    read: int
    sentences: int
    sources: int
    minimum: int
    covered: str
    losses: tuple[Loss, ...] = ()
    later_sentences: int = 0
    repeated_sentences: int = 0
    notes: tuple[str, ...] = ()

    @property
    def is_enough(self) -> bool:
        """Whether the issue has so many sentences that it may be mailed."""
        return self.sentences >= max(self.minimum, 1)
