"""An issue on disk x recipients -> messages, each for one reader, ready for the wire.

`load_issue` takes a folder that `briefgen build` wrote, `load_recipients` the file of readers,
`audience` says who gets what and who does not, `envelopes` makes the messages; `routable` checks a
single address. Nothing is sent.
"""

from briefgen.message.addresses import routable
from briefgen.message.audience import Audience, LeftOut, audience
from briefgen.message.envelope import envelopes
from briefgen.message.issue import load_issue
from briefgen.message.letter import Seal
from briefgen.message.lines import listing
from briefgen.message.recipients import load_recipients

__all__ = [
    "Audience",
    "LeftOut",
    "Seal",
    "audience",
    "envelopes",
    "listing",
    "load_issue",
    "load_recipients",
    "routable",
]
