"""How a sentence ends, in whatever language."""

import re
from functools import cache

STOPS = ".!?…:。！？؟۔।"
"""What a sentence ends in, or what announces the next, in any script."""

TAIL = 80
"""Characters from the end of a text in which its ending is looked for."""


def ends(text: str, stops: str = STOPS) -> bool:
    """Return whether `text` ends in one of the `stops`, and what closes behind it.

    The number of a footnote or the source of a picture may stand there too.
    """
    tail = text[-TAIL:]
    return tail != "" and (tail[-1] in stops or bool(_ending(stops).search(tail)))


@cache
def _ending(stops: str) -> re.Pattern[str]:
    return re.compile(rf"[{re.escape(stops)}][\"'”’»)\]]*(?:\s?[(\[][^()\[\]]{{1,60}}[)\]])*$")
