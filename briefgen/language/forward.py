"""What makes a day to come a plan or a deadline, and not an event: by language.

A sentence that names a day after the issue's own as past is of another time, or its text is wrongly
dated; "must be patched by 30 August" is neither. `before` are words right before the date,
`anywhere` words that turn the sentence to the future.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Forward(NamedTuple):
    """Two patterns, to be searched in small letters: right before a date, and in the sentence."""

    before: re.Pattern[str]
    anywhere: re.Pattern[str]


def _forward(before: str, anywhere: str) -> Forward:
    return Forward(
        re.compile(rf"(?<!\w)(?:{before})\s+(?:[\w.’']+,?\s+)?$"),
        re.compile(rf"(?<!\w)(?:{anywhere})(?!\w)"),
    )


FORWARD: Mapping[str, Forward] = MappingProxyType(
    {
        "en": _forward(
            "by|until|till|before|through|from|starting|beginning|effective|after|as of|to|and|due",
            "will|won['’]t|would|shall|must|should|may|might|could|can|going to|set (?:to|for)|due"
            r"|plans?|planned|planning|scheduled?|schedules|expect(?:s|ed)?|deadlines?|expir\w+"
            r"|upcoming|slated|intends?|aims?|propos\w+|valid|target(?:s|ed)?|forecasts?|projected"
            r"|are to|is to|next|remain in (?:force|place)|begins|starts|ends|opens|takes effect",
        ),
        "fr": _forward(
            "d['’]ici(?: le| au)?|avant(?: le)?|jusqu['’]au|au|à partir du|dès le|après le|et le",
            r"\w+(?:era|eront|ira|iront|ra|ront)|doit|doivent|devra\w*|prévu\w*|prévoit|pourrait"
            r"|pourraient|échéance|expire\w*|au plus tard|prochain\w*|envisage\w*|compte",
        ),
        "de": _forward(
            "bis(?: zum| spätestens)?|ab(?: dem)?|vor dem|zum|spätestens(?: am)?|nach dem|und",
            r"wird|werden|soll|sollen|muss|müssen|kann|können|könnte\w*|dürfte\w*|geplant\w*|plant"
            r"|planen|vorgesehen\w*|frist\w*|läuft|laufen|endet|beginnt|startet|erwartet\w*|nächste\w*",
        ),
        "es": _forward(
            "hasta el|antes del|a partir del|desde el|para el|al|después del|y el",
            r"\w+(?:rá|rán)|debe|deben|deberá\w*|previst\w*|prevé\w*|podría\w*|puede|pueden|plazo"
            r"|vence|expira|próxim\w*|planea\w*|a más tardar|espera\w*",
        ),
        "pt": _forward(
            "até|até o|antes de|a partir de|desde|para|para o dia|após|e",
            r"\w+(?:rá|rão)|deve|devem|deverá\w*|previst\w*|prevê\w*|poderia\w*|pode|podem|prazo"
            r"|vence|expira|próxim\w*|planeja\w*|planeia\w*|o mais tardar|espera\w*",
        ),
        "ru": _forward(
            "до|к|с|после|не позднее|начиная с|по",
            r"буд\w+|долж\w+|план\w+|предстоит|ожида\w+|может|могут|срок\w*|истека\w+|намечен\w*"
            r"|следующ\w+|собира\w+|намерен\w*|запланирован\w*|вступит|завершится|начнется|начнётся",
        ),
        "ar": _forward(
            "قبل|حتى|بحلول|من|بعد|إلى|اعتبارا من",
            r"س[يتنأ]\w+|سوف|يجب|ينبغي|من المقرر|من المتوقع|المقبل\w*|القادم\w*|موعد\w*|قد|يمكن"
            r"|تعتزم|يعتزم",
        ),
    }
)
"""By language tag; a language that is not here is judged by none, and its sentences pass."""
