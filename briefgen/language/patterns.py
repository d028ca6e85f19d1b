"""How the tables of a language are written: lists of words and phrases, made into patterns."""

import re

PRONOUN = "opens with a pronoun for something said before"
CONTINUES = "opens with a word that continues what went before"
TAKES_UP = "takes up something said before"
COUNTS_ON = "counts on from something said before"
INTRODUCED = "names something by a word that needs its introduction"

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĘĚĞĢĪİĹĽŁŃŇŌŐŒŔŘŚŞŠŢŤŪŮŰŸŹŻŽΑ-ΩА-ЯЁЄІЇҐ"
"""Capital letters, for a character class."""

VOWELS = "aeiouyàâãáäéèêëíìîïóòôõöúùûüæœаеёиоуыэюяії"
"""Small letters that are vowels."""

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""Figures that are set high, 0 to 9."""

_QUOTE = "[\"'“‘«„(\\[]*\\s?"


def any_word(words: str) -> str:
    """Return a pattern for any of the `words`."""
    return f"(?:{'|'.join(words.split())})"


def any_phrase(phrases: str) -> str:
    """Return a verbose pattern for any of the `phrases`, one on each line.

    A line that begins with `|` goes on with the one above.
    """
    whole = re.sub(r"\n\s*\|", "|", phrases).strip()
    lines = (" ".join(line.split()) for line in whole.splitlines())
    return f"(?:{'|'.join(line.replace(' ', '[ ]') for line in lines)})"


def opening(
    pattern: str, flags: re.RegexFlag = re.IGNORECASE, quote: str = _QUOTE
) -> re.Pattern[str]:
    """Return the verbose `pattern` as what a sentence begins with, quotation marks aside."""
    return re.compile(rf"^{quote}(?:{pattern})", flags | re.VERBOSE)


def capital(letters: str = UPPER) -> re.Pattern[str]:
    """Return the pattern of a capital that a word begins with; `letters` says what is one."""
    return re.compile(rf"[{letters}](?<!\w.)")  # letters first: they are found fast


def words_in(words: str, cased: bool = False) -> re.Pattern[str]:
    """Return the pattern of where any of the `words` stands, which begin with a letter.

    What it matches is the first letter: letters are found fast, then word after word is tried.
    """
    initials = {word[0] for word in words.split()}
    if not cased:
        initials |= {letter.upper() for letter in initials}
    whole = any_word(words) if cased else f"(?i:{any_word(words)})"
    return re.compile(rf"[{''.join(sorted(initials))}](?<!\w.)(?<=(?={whole}\b).)")


def ending(words: str) -> re.Pattern[str]:
    """Return where a sentence ends with one of the `words` and a stop, and a capital follows."""
    return re.compile(rf"(?<![\w.])(?:{words})\.\s+(?=[\"“«„(]?\s?[{UPPER}])", re.VERBOSE)


_SMALL_NAMES = any_word(
    """
    adidas apt axios bash bpost busybox clang cmake containerd cron cups curl dbus deno dnsmasq dpa
    dpkg easyjet emacs esbuild etcd exim ffmpeg flydubai gcc git github glibc grub gunicorn gzip
    haproxy jquery kubectl libwebp lodash lululemon musl mysql nginx nmap npm npx openssh openssl
    pip pnpm polkit postfix postgres proftpd pypi rsync runc sendmail snapd sqlite ssh sshd sudo
    systemd tcpdump thyssenkrupp tmux udev vim vsftpd webpack wget xz yum zlib zsh
    """
)


def small_names(particles: str) -> re.Pattern[str]:
    """Return the pattern of names that begin small, or have one of the `particles` before them.

    So begin `iPhone`, `log4j`, `node.js` and `curl`; with the particle `al-`, `al-Bab`.
    """
    return re.compile(
        rf"(?:{particles})[{UPPER}]|[a-z]{{1,5}}[A-Z]|[a-z]{{2,12}}\d|[a-z]\d(?:\d|[a-z]\b)"
        rf"|[a-z][a-z-]{{1,30}}\.(?:ai|app|com|de|dev|fr|io|js|net|org|ru)\b|{_SMALL_NAMES}(?![\w.])"
    )
