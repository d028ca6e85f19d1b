"""Which sentences are about a theme: by their document, by a keyword, or by what they are like."""

import numpy as np

from briefgen.salience.grams import Flags, Floats, Integers

ON_THEME = 0.2
"""How like a theme a sentence must be, beside the sentence most like it, to be about the theme."""

SINGLE_MINDED = 0.25
"""The share of a document's sentences that must be like a theme, if all of them are to be about it.
At 0.35 a fifth of what it is worth on pooled updates is lost, at 0.5 nearly all."""

HOLDING = 0.1
"""The share of its sentences that must hold a keyword as well. A report of 900 sentences on another
subject holds the keywords of most themes in a fiftieth of them, a news text in a fifth."""

RARELY = 0.03
"""The share of its sentences that hold a keyword, one more of them granted, below which a document
is on another subject however like the theme some of it is: reports of 500 and 900 sentences held
one in 0 to 2 % of them; a day's roundup without any has up to 30 sentences."""

APART = 0.4
"""How like a theme, beside the sentence most like it, a sentence must be that holds no keyword and
is of a document about something else: at `ON_THEME`, pooled news lose 0.24 of R-2."""


def fitting(document: Integers, likeness: Floats, routed: Flags, whole: Floats) -> Flags:
    """Return which sentences are about a theme; none if no sentence has a keyword `whole`.

    `document` numbers the document of each sentence, `likeness` is its cosine to the theme,
    `routed` says whether its document is about the theme, and `whole` is 1 if it has a keyword.

    Of a document about the theme, what is like the theme is about it, and all that it says if
    enough of it is like the theme and holds a keyword; in a text with several stories the others
    are not. Of another document it is what is much more like the theme; of one that is so long that
    it would hold more keywords if it were about the theme, what holds one.
    """
    nearness = likeness / (likeness.max(initial=0.0) or 1.0)
    near = nearness >= ON_THEME
    size, held = np.bincount(document), np.bincount(document, whole)
    single_minded = (np.bincount(document, near) >= SINGLE_MINDED * size) & (held >= HOLDING * size)
    may_be = (held + 1 >= RARELY * size)[document]
    about = (nearness >= APART) | (routed & (near | single_minded[document]))
    return np.asarray(((whole > 0) | (may_be & about)) & whole.any())
