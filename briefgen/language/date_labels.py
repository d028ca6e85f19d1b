"""What stands before a date and says what it is the date of, language by language.

Phrases in small letters, without the colon that may come after them. Languages are not told apart:
a phrase of one means nothing else in another.
"""

import re
from collections.abc import Iterable


def _phrases(written: str) -> tuple[str, ...]:
    """Return the phrases between commas, a longer one before those that it begins with."""
    return tuple(
        sorted((one.strip() for one in written.split(",")), key=lambda one: (-len(one), one))
    )


PUBLISHED = _phrases(
    "published online, published, posted, issued, released, date published, published date,"
    " publish date, publishing date, publication date, date of publication, publication,"
    " date posted, posting date, date of issue, issue date, date issued, issued date,"
    " release date, date of release, date released, dated, article published, story published,"
    " filed, created, date created, creation date, uploaded, for immediate release,"
    " publié, publiée, paru, parue, diffusé, diffusée, mis en ligne, mise en ligne, émis, émise,"
    " date de publication, date de parution, date de diffusion, date de mise en ligne,"
    " date d'émission, parution, créé, créée, rédigé,"
    " creado, creada, publicado, publicada, difundido, difundida, emitido, emitida,"
    " fecha de publicación, fecha de la publicación, fecha de emisión, fecha de difusión,"
    " publicación,"
    " criado, criada, divulgado, divulgada, data de publicação, data da publicação,"
    " data de divulgação, data de emissão, publicação,"
    " erstellt, erstellungsdatum, freigegeben, veröffentlicht, erschienen, publiziert,"
    " herausgegeben, ausgegeben, veröffentlichungsdatum, veröffentlichung,"
    " datum der veröffentlichung, tag der veröffentlichung, erscheinungsdatum,"
    " publikationsdatum, ausgabedatum, online seit, online gestellt,"
    " создано, дата создания, опубликовано, опубликована, опубликован, размещено, размещена,"
    " выпущено, дата публикации, дата выхода, дата выпуска, дата размещения, время публикации,"
    " نشر, نشرت, تم النشر, تم نشره, تاريخ النشر, تاريخ الإصدار, تاريخ الاصدار, صدر, صدرت,"
    " تاريخ الصدور"
)
"""Words after which a date says when a text was published."""

DATE = _phrases(
    "date, datum, fecha, data, дата, التاريخ, تاريخ, بتاريخ,"
    " sent, gesendet, envoyé, enviado, отправлено,"
    " report date, date of report, document date, bulletin date, date du rapport,"
    " date du bulletin, date du document, date de rédaction, berichtsdatum, datum des berichts,"
    " fecha del informe, fecha del boletín, data do relatório, data do boletim, дата отчета,"
    " дата отчёта, дата документа, تاريخ التقرير"
)
"""The day of the text if it is a label of its own, and nothing says of what else."""

DATE_WORDS = _phrases("date, datum, fecha, data, дата, تاريخ")
"""Words for a date, whatever of."""

AS_OF = _phrases(
    "as of, data as of, situation as of, status as of, information as of, current as of,"
    " situation au, données au, données arrêtées au, état au, à la date du, situation à la date du,"
    " stand, datenstand, sachstand, stand der daten, stand der informationen, redaktionsschluss,"
    " datos al, situación al, información al, datos actualizados al, situación a,"
    " dados até, dados de, situação em, informações até,"
    " по состоянию на, данные на, данные по состоянию на, обстановка на,"
    " حتى تاريخ, البيانات حتى, بيانات حتى, الوضع حتى, المعلومات حتى"
)
"""Words after which a date says up to when a text knows of things."""

UPDATED = _phrases(
    "updated, update, last update, last updated, modified, last modified, edited, last edited,"
    " revised, last revised, reviewed, last reviewed, date updated, date modified,"
    " actualisé, actualisée, modifié, modifiée, mis à jour, mise à jour, dernière mise à jour,"
    " dernière modification, date de mise à jour,"
    " actualizado, actualizada, modificado, modificada, última actualización,"
    " última modificación, fecha de actualización,"
    " atualizado, atualizada, última atualização, data de atualização,"
    " aktualisiert, zuletzt aktualisiert, geändert, zuletzt geändert, letzte aktualisierung,"
    " letzte änderung, aktualisierung, aktualisierungsdatum,"
    " обновлено, обновлена, обновлен, дата обновления, последнее обновление,"
    " дата последнего обновления, изменено,"
    " آخر تحديث, اخر تحديث, تم التحديث, تاريخ التحديث, تحديث"
)
"""Words after which a date says when a text was last changed, not when it was published."""

BY = _phrases("by, par, por, von, автор, بقلم, كتب")
"""Words before the name of the author."""

NOT_YET = frozenset(
    "next expected planned scheduled proposed previous prochaine prochain prévue prevue"
    " nächste nächstes nächster geplantes geplante voraussichtliches próxima próximo prevista"
    " previsto следующая планируемая ожидаемая التالي القادم المتوقع".split()
)
"""Words that make the day of publication behind them that of another text, or of none so far."""

EVENT = _phrases(
    "venue, location, where, place of event, lieu, lieu de la réunion, ort, veranstaltungsort,"
    " lugar, sede, local, место проведения, место встречи, المكان, مكان الانعقاد"
)
"""Labels that tell an invitation, whose date is that of the event."""

HAPPENINGS = _phrases(
    "hearing, meeting, summit, session, festival, regatta, match, final, concert, training, course,"
    " exam, vote, election, elections, wedding, funeral, launch, opening, closing, strike, day,"
    " réunion, audience, sommet, séance, concert, formation, examen, vote, élection, mariage,"
    " sitzung, treffen, gipfel, fest, spiel, konzert, schulung, prüfung, wahl, trauung, eröffnung,"
    " reunión, cumbre, sesión, partido, concierto, curso, elección, inauguración,"
    " reunião, cúpula, cimeira, sessão, jogo, curso, eleição, inauguração,"
    " заседание, встреча, саммит, матч, концерт, выборы, открытие,"
    " اجتماع, قمة, جلسة, مباراة, حفل, انتخابات, افتتاح"
)
"""What happens on a day: it is no place, and its day is not that of a text."""

EVENT_NAMES = _phrases(
    "event, events, agenda, calendar, conference, conferences, webinar, workshop, invitation,"
    " deadline, due, until, expires, expiry, save-the-date, termin, termine, veranstaltung,"
    " veranstaltungen, einladung, frist, bis, événement, événements, evenements, calendrier,"
    " evento, eventos, convocatoria, convite, calendario, calendário, приглашение, мероприятие,"
    " календарь, دعوة, فعالية, تقويم"
)
"""Words in the name of a file or an address that make its day that of an event or a term."""

MASTHEADS = _phrases(
    "issue, no, number, nr, vol, volume, edition, bulletin, newsletter, report, sitrep, briefing,"
    " press release, news release, media release, circular, memo, advisory,"
    " communiqué, communiqué de presse, bulletin, rapport, rapport de situation, numéro, édition,"
    " lettre d'information, note d'information,"
    " ausgabe, nummer, pressemitteilung, presseinformation, pressemeldung, lagebericht, bericht,"
    " rundbrief, wochenbericht, tagesbericht,"
    " boletín, comunicado, comunicado de prensa, nota de prensa, informe, informe de situación,"
    " número, edición, boletim, comunicado de imprensa, nota à imprensa, relatório, edição,"
    " informativo, выпуск, номер, бюллетень, пресс-релиз, сводка, отчёт, отчет, доклад,"
    " العدد, نشرة, بيان, بيان صحفي, تقرير,"
    " meldung, mitteilung, nachricht, artikel, beitrag, nota, noticia, notícia, новость, сообщение,"
    " خبر"
)
"""What periodicals and releases call themselves in the line that has their number and their day."""

PREPOSITIONS = _phrases(
    "on, the, of, dated, le, du, au, el, del, de, da, em, dia, am, vom, den, der, от, в, с,"
    " في, بتاريخ, يوم"
)
"""Words that may stand between a label and its date."""

DONE_AT = _phrases("done at, fait à, hecho en, dado en, feito em, gegeben zu")
"""Words before the place in the last line of a document that has one with its day."""

PLACE_OPENINGS = _phrases(
    "new, old, san, santa, santo, são, sao, saint, sainte, st, sankt, los, las, la, le, el, al,"
    " port, porto, puerto, fort, mount, cape, rio, río, belo, buenos, hong, tel, abu, addis, kuala,"
    " phnom, bad, the, north, south, east, west, ciudad, villa, nova, novi, nizhny, нижний,"
    " великий, санкт, новый, старый, красный"
)
"""How names of places begin that have several words; others may be those of feasts or people."""

AT = _phrases("at, à, às, um, a las, в, الساعة, على الساعة")
"""Words that may stand between a date and its hour."""

HALVES = _phrases("am, a.m, a.m., pm, p.m, p.m., ص, م, صباحا, مساء")
"""What says which half of the day an hour is of."""


def alternatives(phrases: Iterable[str]) -> str:
    """Return a pattern for any of the phrases, their apostrophes straight or curly."""
    return f"(?:{'|'.join(phrases)})".replace("'", "['’]")


def of_publication_by_name(phrases: Iterable[str]) -> Iterable[str]:
    """Return those of the labels that name what they are the date of, or say it of no other thing.

    `Lawsuit filed: ...` is the day of what was filed; `Advisory published: ...` that of the text.
    """
    return (one for one in phrases if _OF_A_TEXT.search(one))


_OF_A_TEXT = re.compile(
    "publi|veröffentlich|erschein|datum|date of|date d|issue date|release date|fecha|data d"
    "|публик|дата|نشر|تاريخ"
)
