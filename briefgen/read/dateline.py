"""The place and date that news agencies put before their first sentence."""

import re

from briefgen.read.dates import MASKED_DATE, YEAR_MARK, masked

_LONGEST = 110
"""Characters that a dateline may have."""

_LOOK = 320
"""Characters of a text that are looked at."""

# What is looked at is masked, so that no pattern has to spell the months out. Possessive
# throughout: what a place has taken it keeps, so that no text keeps the patterns busy.
_WORD = r"[A-ZÀ-ÞŁŚŠŻŽЀ-Я][\w.'’-]*+"
_CITY = rf"{_WORD}(?:[ /](?:(?:de|da|do|del|la|el|al|es|of|sur|am|an der) )?{_WORD}){{0,3}}+"
_PLACE = rf"{_CITY}(?:, {_CITY}){{0,2}}+"
_CAPITALS = r"[A-ZÀ-ÞЀ-Я][A-ZÀ-ÞЀ-Я.'’-]{2,}+(?:[ /][A-ZÀ-ÞЀ-Я][A-ZÀ-ÞЀ-Я.'’-]*+){0,3}+"
_DAY = rf"(?:[^\W\d_]{{2,13}}\.?,? )?(?i:{MASKED_DATE}{YEAR_MARK})"
_AGENCY = r"(?:\([A-ZЀ-Я][\w&./ ’'-]{1,40}\)|/[A-ZЀ-Я][\w& ’'-]{1,20}/)"
_DASH = r"\s*(?:--|[-–—:])\s*"
_NAMED = r"\((?:AFP|AP|CNN|Reuters|REUTERS|UPI|Xinhua|TASS|dpa|EFE|ANSA)\)"
_NO_ASIDE = r"(?!.{0,200}? (?:--|[-–—]) )"
"""No second dash: `ECOWAS — The bloc — met` is a sentence from its first word."""

_FORMS = (
    rf"{_PLACE},? {_DAY}(?:,? ?(?i:{_AGENCY}))?{_DASH}",  # LONDON, Oct 14 (Wire) -
    rf"{_PLACE}(?:,? {_DAY})? ?{_AGENCY}{_DASH}",  # Istanbul (Wire) --
    rf"{_DAY} ?(?i:{_AGENCY}){_DASH}",  # Oct 14 (Wire) -
    rf"{_AGENCY}\s*--\s*",  # (Wire) --
    rf"(?:{_PLACE} *)?{_NAMED}(?:{_DASH}|\s*)",  # (CNN)The ...
    rf"{_CAPITALS}(?:, {_CITY}){{0,2}}\s*(?:--|[–—]| -)\s+{_NO_ASIDE}",  # LONDON —
)
_JOINT = re.compile(r"[-–—:)]")
"""What every dateline ends with."""

_DATELINE = re.compile(rf"(?:{'|'.join(_FORMS)})(?=[\"“‘«'(\[]*[A-ZÀ-ÞЀ-Я\dⱿ])")


def dateline(text: str) -> int:
    """Return the length of the dateline that `text` begins with, 0 if it has none.

    >>> dateline("ROTTERDAM, Oct 14 (Wire) - The port is open.")
    27
    >>> dateline("ECOWAS — The bloc of fifteen — met.")
    0
    """
    if not _JOINT.search(text, 0, _LONGEST):
        return 0
    found = _DATELINE.match(masked(text[:_LONGEST]) + text[_LONGEST:_LOOK])
    return found.end() if found and found.end() <= _LONGEST else 0
