"""German: cues of what a sentence is, and definite phrases that take up what was named before."""

from briefgen.language.cues import Cue, cased, cues, opening, within
from briefgen.language.definites import Definites, kin, taken_up
from briefgen.language.patterns import any_word

_PART = any_word(
    """
    abschnitte?s? kapitels? anhang anhangs berichte?s? artikels? beitrags? beitrag dokuments?
    newsletters? ausgabe übersicht zusammenfassung tabellen? abbildung(?:en)? grafik(?:en)? seiten?
    absatz papier studie text rundbrief
    """
)

_READERS = any_word(
    """
    nutzer nutzerinnen anwender kunden kundinnen administratoren unternehmen organisationen
    betreiber leser leserinnen bewohner anwohner reisende verbraucher eltern besitzer
    """
)

_DO = any_word(
    """
    installieren aktualisieren prüfen spielen ändern beachten lesen klicken abonnieren vermeiden
    folgen melden laden deaktivieren wechseln bitte kontaktieren sichern
    """
)

CUES = cues(
    pointer=Cue(
        within=within(
            r"""
            (?:abschnitt|kapitel|anhang|abbildung|abb\.|tabelle|tab\.|kasten|fußnote
                |§) (?:\d+(?:\.\d+)*
                |[a-z]\b|[ivx]+\b)
            (?:siehe|vgl\.|wie) (?:oben|unten|weiter unten|im folgenden)
            (?:weiter|wie) (?:oben|unten)|im folgenden|im nächsten (?:abschnitt|kapitel|teil)
            (?:nähere|weitere|mehr) (?:informationen|einzelheiten|details) (?:finden|gibt|zu)
            """
        )
    ),
    deictic=Cue(
        opening=opening(
            rf"""
            (?:der|die|das|ein|eine) {_PART} (?:unten|oben|beschreibt|erläutert|legt dar|fasst
                |gliedert|ist wie folgt|behandelt|führt aus|zeichnet nach|stellt dar|listet)
            """
        ),
        within=within(
            rf"""
            (?:diese[rsmn]?|unsere?[rsmn]?|(?:der|die|das|dem|den) (?:vorliegende|nächste|folgende
                |vorige|letzte)[nrs]?) {_PART}
            """
        ),
    ),
    remark=Cue(
        within=within(
            r"""
            (?:(?:ist|sei|bleibt|wäre) (?:\w+ )?)?(?:festzuhalten|anzumerken|zu beachten
                |hervorzuheben
                |erwähnenswert|bemerkenswert|wichtig zu)|man (?:muss|sollte) (?:wissen|sagen
                |bedenken)
            (?:um es|kurz|offen|klar|einfach) gesagt|mit anderen worten|anders gesagt|wohlgemerkt
            die (?:gute|schlechte) nachricht|die antwort (?:lautet|ist)|zu beachten ist
            (?:bedarf|bedurfte|verdient|verlangt|brauchte) (?:einer |eine |einige |der |mehr )?
                (?:\w+ )?(?:erklärung|korrektur|richtigstellung|vorsicht|erläuterung|einordnung
                |beachtung|sorgfalt|klarstellung)
            """
        )
    ),
    abstract=Cue(
        opening=opening(
            r"""
            (?:die|eine|diese|der|ein|das|zwei|drei|einige|mehrere) (?:\w+ )?(?:frage|einschränkung
                |anmerkung|lehre|schlussfolgerung|hypothese|these|beobachtung|lesart|antwort|deutung
                |unterscheidung|punkt|befund|argument|fazit|fragen|einschränkungen|anmerkungen
                |lehren|beobachtungen|punkte) (?!(?:der|des|von|vom) )
            was (?:bleibt|fehlt|zählt|offen bleibt)|offen bleibt
            """
        )
    ),
    address=Cue(
        within=within(
            r"(?:lesen|finden|klicken|abonnieren|können|wenn) sie|ihr(?:e[nmr]?)? \w+ schützen"
        )
    ),
    notice=Cue(
        within=within(
            r"""
            gesponsert von|präsentiert von|mit freundlicher (?:unterstützung|genehmigung)
                |unser partner
            (?:zuerst|ursprünglich|erstmals) (?:\w+ ){0,4}(?:erschienen|veröffentlicht|publiziert)
            (?:erschien|erschienen) (?:zuerst|ursprünglich|erstmals)|creative[- ]commons
            alle rechte vorbehalten|(?:unseren?|kostenlosen?|täglichen?) newsletter|jetzt anmelden
            (?:mitarbeit|übersetzung|redaktion|aus dem \w+ von) ?:|lizenz (?:veröffentlicht
                |erschienen)
            melden sie sich|abonnieren sie|weiterlesen|mit material von|nachdruck
            """
        )
    ),
    caption=Cue(
        opening=opening(
            r"""
            (?:foto|bild|abbildung|abb\.|grafik|karte|quelle|illustration|archivbild|symbolbild)s?
                (?: \d+)? ?[:.–—]
            (?:blick auf|luftaufnahme|luftbild|satellitenbild|aufnahme) (?:der|des|von|vom|eines
                |einer)?
            """
        ),
        within=within(
            r"foto:|bild:|archivbild|symbolbild|getty images|im bild|\(foto|bildnachweis"
        ),
    ),
    note=Cue(
        opening=cased(
            r"\W*[*†‡§]+\s?\w|\W*(?:Anmerkung|Hinweis|Anm\.|Korrektur|Berichtigung|Aktualisierung"
            r"|Legende|Methodik|Stand|Update)\b[^.:]{0,30}[:—]"
        ),
        within=within(
            r"""
            anmerkung der redaktion|rundungsdifferenzen|rundungsbedingt|(?:zahlen|werte|angaben
                |daten)
                (?:\w+ ){0,4}(?:vorläufig|gerundet|in klammern)
            frühere[nr]? (?:fassung|version) diese\w+|der autor ist|die autorin ist
                |über (?:den autor
                |die autorin)
            """
        ),
    ),
    advice=Cue(
        opening=opening(
            rf"{_DO}(?: sie\b)?(?=[^.]*(?: sie|\.$))\n(?:um|wenn|falls) [^,]{{4,80}}, {_DO} sie"
        ),
        within=within(
            rf"""
            (?:werden?|wird|sind|ist) (?:\w+ ){{0,4}}(?:gebeten|aufgefordert|angehalten|geraten
                |aufgerufen|empfohlen)
            {_READERS} (?:\w+ ){{0,8}}(?:sollten|müssen|sollen)|(?:sollten|müssen) {_READERS}
            (?:empfiehlt|rät|empfehlen|raten) (?:\w+ ){{0,3}}(?:{_READERS}|dringend|zu|allen)
            (?:sollte|sollten|muss|müssen) (?:\w+ ){{0,5}}(?:installiert|aktualisiert|eingespielt
                |geprüft
                |geändert|deaktiviert|vermieden) werden
            """
        ),
    ),
    nothing=Cue(
        opening=opening(
            r"""
            (?:es (?:gab|gibt|wurden|lagen|liegen) )?keine?r?n? (?:\w+ ){0,2}(?:entwicklung(?:en)?
                |veränderung(?:en)?|änderung(?:en)?|vorfälle?|hinweise?|berichte?|fälle?
                |erkenntnisse
                |meldungen|opfer|angriffe?|ereignisse)
            es gab (?:\w+ ){0,4}keine
            """
        ),
        within=within(
            r"""
            keine (?:wesentlichen|nennenswerten|größeren|neuen|bedeutenden|besonderen|weiteren) \w+
            nichts (?:neues|zu (?:berichten|melden)|geändert)|unverändert
            (?:konnte|konnten|kann|können) (?:\w+ ){0,5}nicht (?:\w+ )?(?:bestätigt|bestätigen
                |überprüft|überprüfen|geprüft)|nicht (?:unabhängig )?(?:bestätigt|überprüfbar)
            """
        ),
    ),
    action=Cue(
        within=within(
            r"""
            (?:hat|haben|hatte|wurde|wurden|ist|sind|war) (?:[\w-]+ ){0,14}?(?:ge\w{3,}(?:t|en)
                |\w{2,}(?:iert|tört|letzt|öffentlicht|kündigt|haftet|schossen|urteilt|deckt))
            \w{3,}(?:te|ten)|griff|griffen|schlug|traf|starb|starben|nahm|nahmen|fiel|stieg|brach
                |gab
            stahl|stahlen|zwang|schoss|verlor|gewann|begann|floh|flohen|ließ|fanden|fand|trat
            """
        )
    ),
    day=Cue(
        within=within(
            r"""
            (?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|gestern|(?:seit |im jahr |jahr )(?:19
                |20)\d\d
            \d{1,2}\. ?(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november
                |dezember|\d{1,2}\.)
            """
        )
    ),
)
"""What talk and events are known by; capitals say nothing of names, since all nouns have them."""

_HEADS = r"(?:\w+-?)?" + any_word(
    """
    angriffe?n? attacken? anschläge? anschlag überfall überfälle explosion razzia lücken?
    schwachstellen?
    sicherheitslücken? fehler schadsoftware trojaner erpressungstrojaner hintertür kampagnen?
    vorfalls? vorfälle angreifern? hackern? tätern? opfern? verdächtigen? firma unternehmen
    konzerns?
    behörde bande gruppe krankenhaus schiffe?s? frachter flugzeuge?s? brande?s? feuer erdbeben sturm
    unfalls? abkommens? gesetze?s? entscheidung urteil viruse?s? virus krankheit seuche
    epidemie
    ausbruch botnetz datenleck leck
    """
)

DEFINITES = Definites(
    phrase=taken_up(
        articles=r"(?:der|die|das|den|dem|beim|vom|zum|zur)\ (?:neue[nr]? |kritische[nr]? "
        r"|jüngste[nr]? |mutmaßlichen? |genannten? |beiden |betroffenen? )?",
        demonstratives=r"diese[rsmn]?\ (?:neue[nr]? |kritische[nr]? )?",
        heads=_HEADS,
        complements=r"des|der|von|vom|auf|gegen|in|im|an|am|bei|beim|aus|für|zu|zur|zum|mit|zwischen"
        r"|eines|einer|über|durch|unter|namens",
    ),
    kin=kin(
        """
        angr \\w*angriff attack anschlag anschläg überf explo razzia kampagn vorf vorfall hack täter
        opfer verdächt beschoss einbr eingedrung stahl erpress schoss getötet verletzt \\w*attack

        \\w*lücke \\w*schwachstelle fehler cve-\\d

        schadsoft \\w*trojaner hintertür botnetz virus programm

        firma \\w*unternehmen konzern behörde bande gruppe krankenhaus bank gmbh ag\\b

        \\w*schiff frachter tanker fähre

        flugzeug maschine flug

        brand feuer brannte flammen

        virus krankheit seuche epidemie ausbruch fieber

        abkommen gesetz entscheid urteil vertrag beschl beschloss
        """
    ),
)
"""Nouns, compounds among them, that behind an article alone stand for what was named before."""
