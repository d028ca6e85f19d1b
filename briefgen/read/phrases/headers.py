"""The names of a mail's headers, as programs write them above what they forward, by language.

Outlook, Apple Mail, Thunderbird and Gmail translate them; each name was seen in one of these.
"""

from collections.abc import Mapping

_NAMES: Mapping[str, str] = {
    "en": "from|sent|date|to|cc|bcc|subject|reply-to|importance|attachments?",
    "de": "von|gesendet(?: am)?|datum|an|kopie|blindkopie|betreff|antwort an|priorität|anlagen?",
    "fr": (
        "de|expéditeur|envoyé(?: le)?|date(?: d[’']envoi)?|à|pour|destinataires?|copie(?: à)?|objet"
        "|sujet|répondre à|pièces? jointes?"
    ),
    "es": "de|enviad[oa](?: el)?|fecha|para|con copia|copia|asunto|responder a|adjuntos?",
    "pt": ("de|enviad[oa](?: em)?|data|para|com cópia|cópia|assunto|responder (?:a|para)|anexos?"),
    "ru": (
        "от(?: кого)?|отправитель|отправлен[оа]?|дата(?: отправки)?|кому|получатель|копия|тема"
        "|ответить"
    ),
    "ar": "من|المرسل|تاريخ الإرسال|التاريخ|أرسلت|تم الإرسال|إلى|المستلم|نسخة|الموضوع|رد إلى",
}

FIELDS = "|".join(_NAMES.values())
"""Any of the names, as alternatives of a regular expression."""

REPLY = "re|fwd?|aw|wg|tr|réf|rv|res|enc|ref|antw|отв|ответ|пересл|fw|رد|إعادة توجيه"
"""What programs write before the subject of an answer or of what is forwarded."""
