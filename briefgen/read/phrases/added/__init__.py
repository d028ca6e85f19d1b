"""What programs and agencies add to texts they did not write, in each language, and who does.

Phrases are in the notation of `briefgen.read.phrases`. WordPress's lines are those of its own
translations and of its plug-in Yoast SEO, which signs each entry of a feed.
"""

from collections.abc import Mapping
from types import MappingProxyType

from briefgen.read.phrases.added.arabic import ARABIC
from briefgen.read.phrases.added.english import ENGLISH
from briefgen.read.phrases.added.french import FRENCH
from briefgen.read.phrases.added.german import GERMAN
from briefgen.read.phrases.added.portuguese import PORTUGUESE
from briefgen.read.phrases.added.russian import RUSSIAN
from briefgen.read.phrases.added.spanish import SPANISH
from briefgen.read.phrases.phrase import Phrase

ADDED: Mapping[str, tuple[Phrase, ...]] = MappingProxyType(
    {
        "en": ENGLISH,
        "de": GERMAN,
        "es": SPANISH,
        "fr": FRENCH,
        "pt": PORTUGUESE,
        "ru": RUSSIAN,
        "ar": ARABIC,
    }
)
"""The phrases by the tag of their language; the first signs the entries of feeds."""
