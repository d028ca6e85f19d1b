"""Pages that feeds link to, asked for as their sites ask programs to."""

from collections.abc import Callable
from time import monotonic

from briefgen.errors import FetchError
from briefgen.fetch import Limits, Page, Policy, Robots, get, parsed

LONGEST = 60.0
"""Seconds that a site may ask to wait; where it is more, one page a refresh is taken."""

GIVEN_UP = 3
"""Pages in a row that could not be had for now, after which no more are asked for."""

_PAGE = Limits(size=5 * 1024 * 1024, total=30.0)


class Visits:
    """A round of visits: robots.txt is heard, and a site is given time between two of them."""

    def __init__(self, policy: Policy, pause: Callable[[float], object]) -> None:
        """Begin with no site visited; `pause` waits for some seconds."""
        self._policy = policy
        self._pause = pause
        self._robots = Robots(policy)
        self._last: dict[str, float] = {}
        self._failures = 0

    @property
    def in_vain(self) -> bool:
        """Return whether the pages asked for last could all not be had."""
        return self._failures >= GIVEN_UP

    def page(self, address: str) -> Page:
        """Return the page at `address`; FetchError if it cannot or must not be had."""
        if self.in_vain:
            raise FetchError(f"left for the next time, after {GIVEN_UP} others did not come")
        try:
            page = get(address, self._policy, _PAGE, first=self._wait_for_leave)
        except FetchError as error:
            self._failures = 0 if error.lasting else self._failures + 1
            raise
        self._failures = 0
        return page

    def _wait_for_leave(self, address: str) -> None:
        self._robots.expect_leave(address)
        site = parsed(address, http=True).origin
        if site in self._last:
            asked = self._robots.pause(address)
            if asked > LONGEST:
                raise FetchError(f"the site asks for {asked:g} seconds between two pages")
            self._pause(max(0.0, self._last[site] + asked - monotonic()))
        self._last[site] = monotonic()
