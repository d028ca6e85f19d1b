"""German, in tables."""

import re

from briefgen.language.patterns import (
    CONTINUES,
    COUNTS_ON,
    INTRODUCED,
    PRONOUN,
    TAKES_UP,
    UPPER,
    any_phrase,
    any_word,
    ending,
    opening,
    small_names,
    words_in,
)
from briefgen.language.short_words import SHORT_WORDS
from briefgen.language.statements.german import CUES, DEFINITES
from briefgen.language.table import Language

_STOP_WORDS = frozenset(
    """
    ab aber alle allem allen aller alles allerdings als also am an andere anderem anderen anderer
    anderes auch auf aus außerdem außer bald bei beide beiden beim bereits bis bisher bloß da dabei
    dadurch dafür dagegen daher dahin damals damit danach daneben dann daran darauf daraus darf
    darin darüber darum darunter das dass davon davor dazu dein deine dem demnach den denen denn
    dennoch der deren des deshalb dessen desto deswegen dich die dies diese diesem diesen dieser
    dieses dir doch dort du durch dürfen dürfte ebenso eigentlich ein eine einem einen einer eines
    einige einigen einiger einiges einmal er erst es etwa etwas euch euer eure falls fast für ganz
    gegen gegenüber gewesen gibt gab habe haben hat hatte hatten hätte hätten her hier hin hinter
    ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem ins insgesamt irgend ist ja
    je jede jedem jeden jeder jedes jedoch jene jenem jenen jener jenes jetzt kann kannst kaum kein
    keine keinem keinen keiner können könnte könnten laut man manche manchem manchen mancher mehr
    mehrere mehreren mein meine meist mich mir mit müssen muss musste mussten nach nachdem neben
    nicht nichts nie niemand noch nun nur ob obwohl oder ohne per pro schon sehr sei seien sein
    seine seinem seinen seiner seines seit seitdem selbst sich sie sind so sobald sodass sofern
    solche solchem solchen solcher sogar soll sollen sollte sollten somit sondern sonst soweit sowie
    sowohl statt über überhaupt um und uns unser unsere unter viel viele vielen vom von vor war
    waren warum was wegen weil weiter weitere weiteren weiterhin welche welchem welchen welcher
    wenig wenige wenn wer werde werden werdet weshalb wie wieder wir wird wo wobei wodurch wohl
    wollen wollte worden wurde wurden während würde würden zu zudem zum zumindest zunächst zur
    zurück zwar zwischen zwei
    sagte sagen sagt sagten erklärte teilte herr herrn frau hr fr
    """.split()
)

_TIMES = any_word(
    "woche jahr jahres jahre jahren monat monats montag dienstag mittwoch donnerstag freitag"
    " samstag sonntag sommer winter herbst frühjahr frühling morgen abend tage tagen wochenende"
    " jahrhundert"
)

_PRONOUNS = any_word(
    "er sie ihm ihn ihnen ihre? ihrer ihrem ihren seine? seiner seinem seinen dies dieses dieser"
    " diese diesem diesen jene[rsmn]? derselbe dieselben? beide letztere[rsnm]? erstere[rsnm]?"
)

_EXPLETIVE = r"die\ (?!beiden\b)|dies(?:e[rsmn]?)?\ (?:\w+\ )?" + _TIMES + r"\b"

_CONTINUED = any_phrase(
    """
    (?:aber|und|oder|denn|doch|jedoch|allerdings|dennoch|trotzdem|deshalb|deswegen|daher|darum
        |dadurch|dabei|dafür|dagegen|damit|danach|daneben|daraufhin|davor|dazu|dann|also|außerdem
        |zudem|ferner|überdies|ebenso|ebenfalls|auch|schließlich|anschließend|stattdessen
        |gleichzeitig|inzwischen|unterdessen|indes|hingegen|vielmehr|folglich|somit|so|später|zuvor
        |seitdem|seither|dort|hier|darüber hinaus|nichtsdestotrotz|gleichwohl)
    im (?:gegenteil|gegensatz dazu|anschluss|übrigen|gegenzug)
    zum (?:beispiel|einen|anderen)
    zur (?:folge|gleichen zeit)
    in der tat
    in (?:diesem|solchen|der folge)
    auf diese(?:r|m)?
    aus diesem
    mit anderen worten
    nach wie vor
    """
)

_ANAPHORS = any_word(
    """
    gruppe bewegung organisation bericht studie umfrage dokument erklärung mitteilung artikel text
    autoren forscher experten analysten behörden entscheidung maßnahme entwicklung abkommen
    vereinbarung plan projekt vorschlag vorfall angriff anschlag opfer angreifer lösung grund
    ergebnis beiden zwei drei vier letztere[rns]? erstere[rns]? land insel
    """
)

_SAID = any_word(
    """
    sagte sagten erklärte erklärten betonte warnte fügte meinte berichtete kritisierte forderte
    schrieb teilte erläuterte bekräftigte ergänzte räumte
    """
)

_BACKWARD = (
    (
        PRONOUN,
        opening(
            rf"(?!{_EXPLETIVE})(?:{_PRONOUNS}|andere|eine?[rs]?\ davon|das\ (?:ist|sei|war"
            r"|wäre|bedeutet|hat|hätte|heißt|zeigt|liegt|gilt))\b"
        ),
    ),
    (CONTINUES, opening(rf"{_CONTINUED}(?=[\s,:])")),
    (
        TAKES_UP,
        opening(
            rf"""(?:[\w-]+,?\ ){{0,4}}
            (?:dies(?:e[mnrs]?)?|jene[mnrs]?|solche[mnrs]?|derartige[mnrs]?)\ (?!(?:\w+\ )?{_TIMES})
            \w
            |[^,.]{{1,40}}\ (?:jedoch|allerdings|hingegen|dagegen)\b"""
        ),
    ),
    (
        COUNTS_ON,
        opening(r"(?:ein|eine|der|die|das)\ (?:zweite|dritte|vierte|andere|weitere)[rsn]?\b"),
    ),
    (
        INTRODUCED,
        opening(
            rf"(?:der|die|das|den|dem)\ (?:neuen?\ )?{_ANAPHORS}\b(?!\ (?:de[rsn]|vo[nm]|zu[rm]?"
            rf"|über|für|gegen|aus|in|im|auf|an|(?-i:[{UPPER}]))|,)"
        ),
    ),
)

_FURNITURE = {
    "subscription line": r"""
        (jetzt )?(abonnieren|anmelden|registrieren|einloggen)( .{0,60})?
        (melden|registrieren|loggen) sie sich .{0,80}(an|ein)?
        (erhalten|bekommen) sie .{1,80}(newsletter|e-mail|postfach) ...
        (dieser|der) (artikel|inhalt) ist (nur )?für abonnenten ...
        (bereits|schon) (abonnent|registriert).{0,60}
        (jetzt )?newsletter( .{0,40})?
    """,
    "donation line": r"""
        (jetzt )?spenden( sie .{0,60})?
        unterstützen sie (uns|unsere .{1,40}|unabhängigen .{1,40})
    """,
    "read-time line": r"""
        (lesezeit|lesedauer)\W*(ca\.? )?\d+ min(uten?)?
        \d+ min(uten?)?\.?( lesezeit)?
    """,
    "publication line": r"""
        (veröffentlicht|aktualisiert|stand|erschienen) ?(am|um|vor|:) [^,]{1,60}
    """,
    "share bar": r"""
        (teilen|drucken|merken|weiterleiten|link kopieren|artikel teilen)( .{0,60})?
        folgen sie uns( .{0,60})?
        (\d+ )?kommentare?
    """,
    "heading of a link list": r"""
        (lesen sie auch|mehr zum thema|das könnte sie auch interessieren|meistgelesen
            |weitere artikel|ähnliche artikel|mehr dazu|auch interessant|siehe auch
            |verwandte (artikel|themen))
    """,
    "link line": r"""
        ((lesen sie|siehe) (auch|mehr|hier)|mehr dazu|weiterlesen) ?[:|»→] ?.{0,200}
        (mehr lesen|weiterlesen|startseite|menü|suche|suchen|zum inhalt( springen)?|nach oben
            |zum seitenanfang|schlagwörter ?:.{0,200}|themen ?:.{0,200})
    """,
    "cookie notice": r"""
        (diese (web)?s(ei|i)te|wir|unsere (web)?s(ei|i)te)( und unsere partner)? (verwendet?|nutzt?
            |verwenden|nutzen) cookies ...
        (alle )?(cookies )?(akzeptieren|ablehnen|zustimmen|verwalten|einstellungen)
        (datenschutz(erklärung)?|impressum|agb|nutzungsbedingungen)
    """,
    "legal line": r"""
        alle rechte vorbehalten.*
    """,
    "advertisement": r"""
        (anzeige|werbung|gesponsert|advertorial)
    """,
}

GERMAN = Language(
    tag="de",
    name="German",
    stop_words=_STOP_WORDS,
    letters={0xAD: None},
    stemmer="german",
    links=frozenset("der des von für".split()),
    articles=frozenset(
        "der die das den dem des ein eine einen einem einer eines im am zum zur vom ihr".split()
    ),
    abbreviations=frozenset(
        """
        hr hrn fr dr prof dipl ing med jur phil st nr art abs bzw ca d h z b u a i v bspw ggf inkl
        evtl vgl mio mrd tsd str tel abb bd ed hrsg jan feb mär apr jun jul aug sep sept okt nov dez
        gen lt maj co geb gest verh s ff vs
        """.split()
    ),
    numbered=frozenset(
        """
        abschn abteilg anh anl anm aufl az beschl buchst durchschn exkl gl höchst kap kategor lit
        max min mind pos sek sp std ungef verf verordn ziff zul zzgl
        """.split()
    ),
    titles=frozenset(
        """
        Abg Adm Bgdr Bgm Brig Btl Bürgerm Ev Frh Frhr Fw Gebr Gef Gefr Ges Gf Hbf Hptfw Hptm Insp
        Kap Kapt Kdt Komm Kp Kpt Kriminalkomm Lt Mag Min Mons Oberstlt Oblt Obst Olt Ostlt Pfr
        Präs RA Ref Reg Rgt StA Staatssekr Stellv Stv Uffz Vors Zgf
        """.split()
    ),
    short_words=SHORT_WORDS["de"],
    missed=ending(
        r"usw|etc|u\.\ ?s\.\ ?w|Co|mich|Mag|ca|no|la|me|[nv]\.\ ?Chr"
        r"|u\.\ ?[aäÄ](?=\.\s+(?:A[mn]|D[aei]\w|Doch|Eine?|E[rs]|I[mn]|Nach|Sie|Wir)\b)"
    ),
    ordinals=True,
    backward=_BACKWARD,
    early_pronoun=re.compile(r"^(?P<before>(?:[\w„»-]+,? ){1,5})(?P<pronoun>er|sie|ihm|ihnen)\b"),
    no_antecedent=re.compile(
        r"""\d+|heute|gestern|morgen|zuletzt|kürzlich|jahre?n?|monate?n?|wochen?|tage?n?|uhr|
        (?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|januar|februar|märz|april|mai|juni|juli|
        august|september|oktober|november|dezember|ende|anfang|mitte|letzten?|vergangenen?|
        angaben|\w+lich""",
        re.VERBOSE,
    ),
    spoken_by_pronoun=re.compile(rf"\b{_SAID} (?:er|sie)\b|\b(?:[Ee]r|[Ss]ie) {_SAID}\b"),
    bare_surname=re.compile(
        rf"\b(?:Herrn?|Frau|Hr\.|Fr\.) (?:von |van )?[{UPPER}][\w’-]+(?! [{UPPER}])"
    ),
    first_person=re.compile(
        r"\b(?:[Ii]ch|[Ww]ir|[Uu]ns|[Uu]nser(?:e[mnrs]?)?|[Mm]ein(?:e[mnrs]?)?|[Mm]ich|[Mm]ir)\b"
    ),
    small_beginnings=small_names("al-|el-"),
    reports=words_in(
        """
        sagte sagten sagt erklärte erklärten teilte berichtete berichteten schrieb behauptete
        zufolge laut
        """
    ),
    hedges=words_in(
        """
        wohl vielleicht vermutlich wahrscheinlich möglicherweise womöglich offenbar angeblich
        mutmaßliche?[mnrs]? könnten? dürften? scheint scheinen anscheinend sollen soll
        """
    ),
    quoted=re.compile(r"„[^„“”]*[“”]|»[^»«]*«|«[^«»]*»|\"[^\"]*\"|“[^“”]*”"),
    pairs=(("(", ")"), ("[", "]"), ("„", "“”"), ("»", "«")),
    closers="\"'”’»)]“«‘",
    wordiness=0.94,
    definites=DEFINITES,
    cues=CUES,
    furniture=_FURNITURE,
)
"""German is stemmed: `Hafen` and `Hafens`, `Streik` and `Streiks` are one term.

All its nouns have capitals, which therefore say nothing of names.
"""
