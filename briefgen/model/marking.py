"""Who may read a brief."""

from enum import StrEnum


class Tlp(StrEnum):
    """The Traffic Light Protocol 2.0 labels (FIRST, August 2022), never translated."""

    RED = "TLP:RED"
    AMBER_STRICT = "TLP:AMBER+STRICT"
    AMBER = "TLP:AMBER"
    GREEN = "TLP:GREEN"
    CLEAR = "TLP:CLEAR"

    def exceeds(self, ceiling: "Tlp") -> bool:
        """Whether this is for fewer eyes than `ceiling`."""
        order = list(Tlp)  # the strictest first
        return order.index(self) < order.index(ceiling)
