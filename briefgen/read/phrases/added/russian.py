"""What programs and agencies add to texts in Russian, and where it was seen."""

from briefgen.read.phrases.phrase import CHECKED, COOKIES, FEED, MAIL, NEWSLETTER, RIGHTS, Phrase

RUSSIAN = (
    Phrase(
        FEED,
        r"(запись|сообщение|статья|пост) .{1,250} (впервые|сначала|первой|первым) (появил|"
        r"опубликован|размещен)\w* .{1,100}",
        "Yoast SEO, foot of each entry of a feed",
    ),
    Phrase(FEED, r"источники?: ?[^.:;«»“”]{1,80}", "press releases, aggregators"),
    Phrase(
        FEED,
        r"(читать|читайте|смотреть) (полный текст|статью|материал|новость|полностью|оригинал)\b"
        r".{0,100}",
        "papers, entries that are cut",
    ),
    Phrase(
        CHECKED,
        r"[^.]{1,140}\b(не (может|могут|смогл[аио]?|смог|удалось|удаётся|удается|имеет"
        r" возможности)|невозможно|нельзя)\b[^.]{0,60}\b(независим\w+|самостоятельно)\b"
        r"[^.]{0,80}",
        "Meduza, BBC in Russian, Reuters, reports on wars",
    ),
    Phrase(
        CHECKED,
        r"[^.]{0,140}\b(независим\w+) (подтверждени\w+|проверк\w+)\b[^.]{0,40}\b(нет|не)\b"
        r"[^.]{0,40}",
        "Meduza, BBC in Russian, reports on wars",
    ),
    Phrase(
        RIGHTS,
        r"(©|\(c\)) ?.{0,30}(тасс|риа новости|интерфакс|медуза|reuters|afp)\b.{0,120}",
        "TASS, RIA",
    ),
    Phrase(
        RIGHTS,
        r"(этот|данный) (материал|текст|сообщение) .{0,40}\b(создан|опубликован|перепечатан|"
        r"распространен|подготовлен)\w* .{1,200}",
        "Meduza and others, notices that a law demands",
    ),
    Phrase(
        COOKIES,
        r"(продолжая|оставаясь|используя)\b.{0,80}\b(соглаш|принима|дае)\w+\b.{0,120}",
        "consent bars of Russian sites",
    ),
    Phrase(
        NEWSLETTER,
        r"(подпис\w+|получайте)\b.{0,80}\b(рассылк\w+|телеграм\w*|telegram|канал\w*|"
        r"почт\w+)\b.{0,80}",
        "papers, within the article",
    ),
    Phrase(
        MAIL,
        r".{0,60}\b\d{4}\b ?г?.{0,80} (написал|пишет|писал)(а|\(а\))?:",
        "Gmail, Apple Mail, Thunderbird, above what is answered",
    ),
    Phrase(
        MAIL,
        r"-{2,} ?(исходное|пересылаемое|пересланное|оригинальное) сообщение\b.{0,60}|начало "
        r"переадресованного сообщения:?",
        "Outlook, Mail.ru, Apple Mail, above what is passed on",
    ),
    Phrase(
        MAIL,
        r"отправлено с (моего )?.{1,30}",
        "Apple Mail, Samsung",
    ),
    Phrase(
        MAIL,
        r"(отписаться|отказаться от рассылки)( .{0,80})?|(открыть|посмотреть|просмотреть) "
        r".{0,40}\bбраузере",
        "UniSender, SendPulse",
    ),
)
