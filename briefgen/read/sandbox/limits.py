"""What a document may cost; where the system knows no such limits, patience alone is limited."""

from dataclasses import dataclass
from importlib.util import find_spec

_HAS_LIMITS = find_spec("resource") is not None  # Windows has none


OUT_OF_MEMORY = 77
"""The exit status of a process that has none left."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that reading one document may take: bytes of memory, seconds of work and in all."""

    memory: int = 1024 * 1024 * 1024
    work: int = 30
    seconds: float = 60.0


def confine(limits: Limits) -> None:
    """Limit the memory of this process for good; it can write no file and dumps no core."""
    if _HAS_LIMITS:
        import resource

        _lower(resource.RLIMIT_AS, limits.memory)
        _lower(resource.RLIMIT_FSIZE, 0)
        _lower(resource.RLIMIT_CORE, 0)


def allow_work(limits: Limits) -> None:
    """Let this process work for `limits.work` more seconds, after which the system ends it."""
    if _HAS_LIMITS:
        import resource

        usage = resource.getrusage(resource.RUSAGE_SELF)
        until = int(usage.ru_utime + usage.ru_stime) + limits.work + 1
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (until, most))


def _lower(kind: int, amount: int) -> None:
    import resource

    _, most = resource.getrlimit(kind)
    amount = amount if most == resource.RLIM_INFINITY else min(amount, most)
    resource.setrlimit(kind, (amount, amount))
