"""The names that people and programs give to what is known of a text: keys and columns.

They are compared without letter case and without the signs in them, so that `pubDate`, `pub_date`
and `Pub Date` are one. Of several that are there the first is taken.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

_SIGNS = re.compile(r"[\W_]+")
_LOOKS_LIKE_A_DATE = re.compile("date|datum|fecha|дата|تاريخ|zeit|time|publish|veröffentlich")

PUBLISHED = (
    *"published publishdate publisheddate pubdate publicationdate publishedat publishedon".split(),
    *"publishedtime publishtime articlepublishedtime datepublished datepublish".split(),
    *"datepublication dateofpublication firstpublished dcdate dcdateissued dctermsissued".split(),
    *"date issued issuedate dateissued dateofissue dctermsdate".split(),
    *"releasedate released datereleased posted postdate postedat postedon dateposted".split(),
    *"datum veröffentlicht veröffentlichtam veröffentlichungsdatum erscheinungsdatum".split(),
    *"publiziert publiziertam publié publiéle datedepublication dateparution".split(),
    *"datedeparution fecha fechapublicación fechapublicacion fechadepublicación".split(),
    *"fechadepublicacion publicado datapublicação datapublicacao datadepublicação".split(),
    *"datadepublicacao publicadoem data дата датапубликации опубликовано".split(),
    *"تاريخالنشر التاريخ تاريخ".split(),
    *"datetime isodate pubdatetime dategmt webpublicationdate".split(),
)
"""When a text was published."""

MADE = tuple("createdat created creationdate datecreated dateadded timestamp".split())
"""When it was made, which may be when somebody kept a text that another had published."""

CHANGED = tuple(
    "updated updatedat updateddate dateupdated lastupdated lastupdate lastmod lastmodified"
    " lastmodifiedat modified modifiedat datemodified modificationdate articlemodifiedtime".split()
)
"""When it was last changed: the last resort."""

DAYS = (PUBLISHED, MADE, CHANGED)
"""Those who may say the day; of the first of which any says something, one has to know it."""

NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "id": ("id", "guid", "uuid"),
        "title": tuple(
            "title headline subject titel titre título titulo заголовок العنوان".split()
        ),
        "publisher": tuple(
            "publisher source outlet site sitename publication sourcename herausgeber".split()
        ),
        "author": tuple(
            "author authors byline creator writer autor autoren autores auteur auteurs verfasser"
            " автор авторы الكاتب المؤلف".split()
        ),
        "address": tuple(
            "address url link canonicalurl canonical permalink originalurl sourceurl externalurl"
            " articleurl".split()
        ),
        "language": ("language", "lang", "locale", "sprache", "langue", "idioma", "язык"),
        "retrieved": ("retrieved", "accessed"),
    }
)
"""Every other field by the names that it goes by."""


def plain(name: str) -> str:
    """Return a name as it is compared.

    >>> plain("pub_date") == plain("pubDate") == plain("Pub Date")
    True
    """
    return _SIGNS.sub("", name).casefold()


def looks_like_a_date(name: str) -> bool:
    """Whether a name that is not known here may be that of a day or a time."""
    return bool(_LOOKS_LIKE_A_DATE.search(name.casefold()))
