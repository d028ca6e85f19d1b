"""What a site asks of programs: its robots.txt (RFC 9309), asked for once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.errors import FetchError
from briefgen.fetch.addresses import Policy, parsed
from briefgen.fetch.pages import AGENT, Limits, get

if TYPE_CHECKING:
    from protego import Protego

COURTESY = 1.0
"""Seconds between two pages of a site that asks for no other pause."""

_LIMITS = Limits(size=512 * 1024, patience=10.0, total=20.0)
_AGENT = AGENT.partition("/")[0]


class Robots:
    """The rules of the sites met so far, by scheme, host and port."""

    def __init__(self, policy: Policy) -> None:
        """Begin with no site met; each robots.txt is fetched as `policy` lets it."""
        self._policy = policy
        self._rules: dict[str, Protego | None] = {}

    def expect_leave(self, address: str) -> None:
        """Raise FetchError unless the site lets briefgen have what is at `address`.

        A site without a robots.txt forbids nothing; one that cannot be asked now forbids all, for
        now (RFC 9309, 2.3.1).
        """
        rules = self._of(address)
        if rules is None:
            raise FetchError("the site's robots.txt cannot be had now")
        if not rules.can_fetch(address, _AGENT):
            raise FetchError("the site's robots.txt forbids it", lasting=True)

    def pause(self, address: str) -> float:
        """Return the seconds to let pass between two pages of the site of `address`."""
        rules = self._of(address)
        asked = rules.crawl_delay(_AGENT) if rules else None
        return max(COURTESY, asked or 0.0)

    def _of(self, address: str) -> Protego | None:
        origin = parsed(address, self._policy.http).origin
        if origin not in self._rules:
            self._rules[origin] = _rules(f"{origin}/robots.txt", self._policy)
        return self._rules[origin]


def _rules(address: str, policy: Policy) -> Protego | None:
    """Return the rules at `address`, None if they cannot be had for now."""
    from protego import Protego

    try:
        page = get(address, policy, _LIMITS)
    except FetchError as error:
        return Protego.parse("") if error.lasting else None
    return Protego.parse(page.data.decode("utf-8", "replace"))
