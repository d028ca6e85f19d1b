"""An issue's files -> the folder or store that the settings name, as a door of the outbox."""

from briefgen import deliver
from briefgen.deliver import UnstoredError
from briefgen.model import Copy, Envelope, Issue
from briefgen.outbox import Post, Verdict, Way
from briefgen.outbox.posting import Commit, Reply, printed


def bundle(issue: Issue, address: str) -> Envelope:
    """Return what is copied to an address: the files of an issue as they were built."""
    return Envelope("", address, issue.name, issue.edition, b"", issue.files)


def copying(copies: Copy, way: Way) -> Post:
    """Return what copies each issue into a folder of its own, named for it, at its recipient.

    Raises DeliveryError, with the way to get it, if the library for that is not installed.
    """
    deliver.expect_library(copies.to)
    options = {name: typed(value) for name, value in copies.options}
    options |= {name: secret.reveal() for name, secret in way.secrets.items()}

    def post(envelope: Envelope, commit: Commit) -> Reply:
        folder = f"{envelope.recipient}/{envelope.issue}"
        try:
            deliver.store(envelope.files, folder, options, commit)
        except UnstoredError as error:
            return Reply(_verdict(error), printed(_without(way, str(error))))
        return Reply(Verdict.ACCEPTED, folder)

    return post


def typed(value: str) -> str | int | bool:
    """Return what an option is in Python.

    >>> typed("eu-west-1"), typed("22"), typed("false")
    ('eu-west-1', 22, False)
    """
    if value in ("true", "false"):
        return value == "true"
    return int(value) if value.isascii() and value.isdigit() else value


def _verdict(error: UnstoredError) -> Verdict:
    if error.unclear:
        return Verdict.UNANSWERED
    return Verdict.REFUSED if error.lasting else Verdict.DEFERRED


def _without(way: Way, words: str) -> str:
    """Return the words without the secrets that a store may have repeated."""
    for secret in way.secrets.values():
        words = words.replace(secret.reveal(), "...")
    return words
