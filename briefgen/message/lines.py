"""An audience as people read it."""

from collections.abc import Iterator

from briefgen.message.audience import Audience
from briefgen.model import Recipient, Tlp


def listing(audience: Audience, tlp: Tlp) -> Iterator[str]:
    """Yield a line for each recipient: the parts they get, or why they get none; then the sum."""
    told = [(one, "gets", ", ".join(one.parts) + _caution(one)) for one in audience.receiving]
    told += [(one.recipient, "left out", one.reason) for one in audience.left_out]
    width = max((len(_who(recipient)) for recipient, _, _ in told), default=0)
    for recipient, what, why in told:
        yield f"{what:<8}  {_who(recipient):<{width}}  {why}"
    counts = len(audience.receiving), len(audience.left_out)
    yield f"An issue marked {tlp} goes to {counts[0]} of {len(told)}; left out: {counts[1]}"


def _who(recipient: Recipient) -> str:
    return f"{recipient.name} <{recipient.address}>" if recipient.name else recipient.address


def _caution(recipient: Recipient) -> str:
    return "" if recipient.address.isascii() else " (the server must know SMTPUTF8)"
