"""What is known of the corpus's files from one build to the next, in a SQLite file beside them.

All of it is derived from the files, so it may be deleted at any time; one that is damaged is put
aside and made anew.
"""

from briefgen.index.connection import DamageError
from briefgen.index.opening import Warn, place_for, with_index
from briefgen.index.store import Entry, Index, Kept

__all__ = ["DamageError", "Entry", "Index", "Kept", "Warn", "place_for", "with_index"]
