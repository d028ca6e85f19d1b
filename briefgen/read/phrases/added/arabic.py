"""What programs and agencies add to texts in Arabic, and where it was seen."""

from briefgen.read.phrases.phrase import CHECKED, COOKIES, FEED, MAIL, NEWSLETTER, RIGHTS, Phrase

ARABIC = (
    Phrase(
        FEED,
        r"(ظهرت|نشرت|ظهر|نشر) (المقالة|التدوينة|المقال|الموضوع|هذا المقال) .{1,250} (أولا|"
        r"أولاً|أولًا|لأول مرة)"
        r" (على|في) .{1,100}",
        "WordPress, foot of each entry of a feed",
    ),
    Phrase(
        FEED,
        r"(المقالة|التدوينة|المقال) .{1,250} (ظهرت|ظهر|نشرت|نشر) (أولا|أولاً|أولًا|"
        r"لأول مرة) (على|في)"
        r" .{1,100}",
        "WordPress, foot of each entry of a feed",
    ),
    Phrase(FEED, r"(المصدر|المصادر|نقلا عن|نقلاً عن) ?: ?[^.:؛«»“”]{1,80}", "papers"),
    Phrase(
        CHECKED,
        r"[^.]{0,140}(لم|لا|تعذر|يتعذر)[^.]{0,60}(التحقق|التأكد|تأكيد|"
        r"التثبت)[^.]{0,80}(مستقل|مستقلة)"
        r"[^.]{0,60}",
        "Reuters and AFP in Arabic, reports on wars",
    ),
    Phrase(
        CHECKED,
        r"[^.]{0,100}(لم|لا) (تتمكن|يتمكن|تستطع|يستطع|يمكن|تتأكد)[^.]{0,40}(مستقل|"
        r"مستقلة)[^.]{0,80}",
        "Reuters and AFP in Arabic, reports on wars",
    ),
    Phrase(RIGHTS, r"(©|\(c\)) ?.{0,120}(محفوظة|فرانس برس|رويترز).{0,60}", "papers"),
    Phrase(
        RIGHTS,
        r"(يمنع|يحظر|لا يجوز) .{0,40}(نشر|نسخ|إعادة نشر|اقتباس).{0,120}",
        "papers, below each article",
    ),
    Phrase(
        COOKIES,
        r"(باستمرارك|بالاستمرار|من خلال|عند) .{0,60}(توافق|موافقتك|تقبل) .{0,120}",
        "consent bars",
    ),
    Phrase(
        NEWSLETTER,
        r"(اشترك|اشتركوا|سجل|تابع|تابعوا|انضم) .{0,60}(نشرتنا|النشرة|القناة|قناتنا|واتساب|"
        r"تلغرام|تليغرام)"
        r".{0,80}",
        "Al Jazeera, Al Arabiya, within the article",
    ),
    Phrase(
        MAIL,
        r"(في|بتاريخ) .{0,80} (كتب|كتبت).{0,80}:",
        "Gmail, above what is answered",
    ),
    Phrase(
        MAIL,
        r"-{2,} ?(الرسالة الأصلية|رسالة معاد توجيهها|رسالة محولة).{0,60}",
        "Outlook, Gmail, above what is passed on",
    ),
    Phrase(
        MAIL,
        r"(مرسل|أرسلت) من (جهاز|هاتف).{0,40}",
        "Apple Mail, Samsung",
    ),
    Phrase(
        MAIL,
        r"(إلغاء الاشتراك|لإلغاء الاشتراك)( .{0,80})?|(عرض|افتح) .{0,40}المتصفح",
        "Mailchimp",
    ),
)
