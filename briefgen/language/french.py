"""French, in tables."""

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
    capital,
    ending,
    opening,
    small_names,
    words_in,
)
from briefgen.language.short_words import SHORT_WORDS
from briefgen.language.statements.french import CUES, DEFINITES
from briefgen.language.table import Language

_STOP_WORDS = frozenset(
    """
    a afin ai aie ainsi ait alors après as au aucun aucune aujourd auquel aura auraient aurait
    auront aussi autant autre autres aux auxquelles auxquels avaient avais avait avant avec avez
    avoir avons ayant bien car ce ceci cela celle celles celui cependant certain certaine certaines
    certains ces cet cette ceux chacun chacune chaque chez ci comme comment contre dans de depuis
    derrière des desquelles desquels dessous dessus devant devrait donc dont du duquel durant elle
    elles en encore enfin ensuite entre envers es est et étaient étais était étant été être eu eux
    fait fois font fut hors hui il ils jamais je jusqu jusque la laquelle le lequel les lesquelles
    lesquels leur leurs lors lorsqu lorsque lui là ma mais malgré me mes mieux moi moins mon même
    mêmes ne ni non nos notamment notre nous on ont ou où outre par parce parfois parmi pas pendant
    peu peut peuvent plus plusieurs plutôt pour pourquoi pourrait puis puisqu puisque qu quand
    quant que quel quelle quelles quelqu quelque quelques quels qui quoi quoique sa sans sauf se
    selon sera seraient serait seront ses si sien soient soit son sont sous suis sur surtout ta
    tandis tant te tel telle telles tels tes toi ton toujours tous tout toute toutefois toutes
    toutes très trop tu un une va vers voici voilà vont vos votre vous vu vôtre ya
    dit dire déclaré affirmé annoncé indiqué mme mm
    """.split()
)

_TIMES = any_word(
    "année semaine matin soir nuit fois saison journée mois été hiver printemps automne"
    " week-end décennie région"
)

_PRONOUNS = any_word(
    "il elle ils elles celui-ci celle-ci ceux-ci celles-ci celui-là celle-là celui celle ceux"
    " celles cela ceci ça leur leurs son sa ses lui eux"
)

_EXPLETIVE = r"""il\ (?:est|était|reste|semble|semblait|paraît|apparaît|faut|faudra|y|s[’'])\b
    |il\ n[’'](?:est|y|était)\b|ce(?:ux|lles?|lui)\ (?:qui|que|dont)\b"""
"""`Il est probable que`, `Il y a`, `Ceux qui`: nothing said before is meant."""

_CONTINUED = any_phrase(
    """
    (?:mais|et|or|donc|car|ni|puis|ensuite|enfin|ainsi|aussi|alors|pourtant|cependant|toutefois
        |néanmoins|d[’']ailleurs|également|finalement|autrement|inversement|parallèlement|bref)
    en (?:outre|revanche|effet|conséquence|somme|clair|réponse|retour)
    par (?:ailleurs|conséquent|contre|exemple|la suite)
    de (?:plus|même|ce fait|son côté|leur côté)(?! en)
    (?:au|du) (?:contraire|même moment|même temps|coup)
    à (?:l[’']inverse|cet effet|cette fin|ce titre|son tour|leur tour)
    depuis(?: lors)?,
    après quoi
    (?:dans|pour) (?:ce|le même) (?:cas|temps|but|cadre)
    d[’'](?:autre|une) part
    c[’']est (?:pourquoi|ainsi|alors|dire|dans ce)
    plus (?:tard|récemment)
    pour autant
    malgré (?:tout|cela)
    cela (?:dit|étant)
    sinon
    """
)

_ANAPHORS = any_word(
    """
    groupe mouvement organisation rapport document communiqué étude enquête texte article auteurs?
    chercheurs? experts? analystes? responsables? décision mesure tendance accord plan projet
    proposition incident attaque victimes? assaillants? solution raison résultat île nation
    (?<=Le.)pays dernier dernière
    premier première second seconde deux trois quatre
    """
)

_SAID = any_word(
    """
    dit déclaré affirmé ajouté expliqué précisé indiqué estimé assuré souligné rappelé poursuivi
    conclu noté averti regretté confié lancé répondu reconnu déploré insisté
    """
)

_BACKWARD = (
    (
        PRONOUN,
        opening(rf"(?!{_EXPLETIVE})(?:{_PRONOUNS}|c[’']est|d[’']autres|un[e]?\ autre|l[’']un)\b"),
    ),
    (CONTINUES, opening(rf"{_CONTINUED}(?=[\s,:])")),
    (
        TAKES_UP,
        opening(
            rf"""(?:[\w’'-]+,?\ ){{0,5}}(?:ce|cet|cette|ces)\ (?!{_TIMES}|qu)\w
            |[^,.]{{1,40}},\ (?:cependant|toutefois|pourtant|en\ revanche|quant\ à\ \w+),"""
        ),
    ),
    (
        COUNTS_ON,
        opening(r"(?:une?|la|le)\ (?:second|deuxième|troisième|quatrième|autre)e?\b(?!\ d)"),
    ),
    (
        INTRODUCED,
        opening(
            rf"(?:L[ea]s?\ |L[’'])(?:nouve(?:au|lle)\ )?{_ANAPHORS}\b"
            rf"(?!\ (?:d[eu’']|qu|contre|sur|visant|[{UPPER}]))",
            re.NOFLAG,
        ),
    ),
)

_MONTHS = any_word(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
)

_FURNITURE = {
    "subscription line": r"""
        (abonnez|inscrivez|connectez|identifiez)[- ]vous( .{0,80})?
        (s[’']abonner|s[’']inscrire|se connecter|je m[’']abonne)( .{0,60})?
        (déjà )?abonnée? ?\?.{0,60}
        (recevez|recevoir) .{1,80}(newsletter|lettre d[’']information|boîte mail|e-mail) ...
        (il vous reste .{1,20} de cet article à lire|(cet )?article (est )?réservé aux abonnés) ...
        la suite est réservée aux abonnés ...
        offrir (cet|l[’']) ?article
    """,
    "donation line": r"""
        (faites|faire) un don( .{0,60})?
        soutenez[- ](nous|notre|la|le) ?.{0,80}
    """,
    "read-time line": r"""
        (temps de )?lecture( \W*\d+ ?min(utes?)?\.?)?
        \d+ min(utes?)?( de lecture)?
    """,
    "publication line": r"""
        (publié|mis à jour|modifié|posté)e? (le|à|il y a) [^.]{1,80}
    """,
    "share bar": r"""
        (partager|partagez|imprimer|envoyer|copier le lien)( .{0,60})?
        suivez[- ]nous( .{0,60})?
        (\d+ )?commentaires?
    """,
    "heading of a link list": r"""
        (à lire aussi|lire aussi|à lire également|voir aussi|sur le même (sujet|thème)|les plus lus
            |à la une|nos derniers articles|articles (liés|similaires|associés)|en savoir plus)
    """,
    "link line": r"""
        ((à )?lire (aussi|également)|voir aussi|lire la suite|en savoir plus) ?[:|»→]? ?.{0,200}
        (accueil|menu|rechercher|retour en haut|sommaire|mots[- ]clés? ?:.{0,200})
    """,
    "cookie notice": r"""
        (ce site|nous|notre site)( et nos partenaires)? utilis(e|ons) des cookies ...
        (accepter|refuser|tout accepter|tout refuser|gérer|paramétrer)( (les |mes |vos )?cookies)?
        (en (poursuivant|continuant) votre navigation) ...
        (politique de confidentialité|mentions légales|gestion des cookies)
    """,
    "legal line": r"""
        tous droits réservés.*
        (reproduction|toute reproduction) .{0,40}interdite.*
    """,
    "advertisement": r"""
        (publicité|annonce|contenu sponsorisé|la suite après la publicité|publi-rédactionnel)
    """,
}

FRENCH = Language(
    tag="fr",
    name="French",
    stop_words=_STOP_WORDS,
    letters={0xAD: None},
    stemmer="french",
    links=frozenset("de du des d’ la le les l’".split()),
    articles=frozenset(
        "le la les l’ un une des du de d’ au aux ce cet cette ces son sa ses leur leurs".split()
    ),
    abbreviations=frozenset(
        """
        m mm mme mmes mlle mlles dr drs pr me mgr st ste cie art no nos n° al av apr env p pp vol
        janv févr avr juil sept oct nov déc cf ex chap fig tél bd boul réf
        """.split()
    ),
    numbered=frozenset(
        """
        alin ann annex approx art arts bât bibl cat ch coll éd env exempl fasc fig liv max min moy
        obs par parag part pl pos qual rec réf sect sér stat suppl tab tabl tél tit tom vers
        """.split()
    ),
    titles=frozenset(
        """
        Adj Alm Amb Ass Bn Brig Cap Capt Cdt Cl Cne Col Comm Contrôl Cpl Dép Dir Div Ens Esc Gal Gén
        Gouv Ing Insp Lieut Lt Ltt Ltn Maj Mar Me Min Mons Préf Prés Prof Proc Rég Rgt Rév Sec Sén
        Sgt Vve Vte
        """.split()
    ),
    short_words=SHORT_WORDS["fr"],
    missed=ending(r"etc|p\.\ ?ex|vol|art|[Jj]\.-C|[A-Z]\.(?:[A-Z]\.)*[A-Z](?=\.\s+L)"),
    backward=_BACKWARD,
    early_pronoun=re.compile(
        r"^(?P<before>(?:[\w’'«“-]+,? ){1,5})"
        r"(?P<pronoun>il|elle|ils|elles|lui|eux)\b"
        r"(?! (?:est (?:clair|probable|possible)|y a|faut))",
    ),
    no_antecedent=re.compile(
        rf"""\w+ment|\d+|{_MONTHS}|récemment|hier|demain|aujourd|janv|selon|ans?|années?|mois|
        semaines?|jours?|heures?|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|dernière?s?|fin|
        début|prochaine?s?""",
        re.VERBOSE,
    ),
    spoken_by_pronoun=re.compile(
        rf"\b(?:a|ont|avait|avaient)-(?:t-)?(?:ils?|elles?) (?:aussi |également |encore )?{_SAID}\b"
        r"|\b(?:dit|dis|ajoute|explique|affirme|estime|assure|précise|souligne|poursuit|conclut"
        r"|déclare|raconte|prévient)(?:-t)?-(?:ils?|elles?)\b"
        rf"|\b(?:il|elle|ils|elles) (?:a|ont) {_SAID}\b"
    ),
    bare_surname=re.compile(
        rf"\b(?:M|MM|Mme|Mmes|Mlle)\.? (?:de |d[’'])?[{UPPER}][\w’-]+(?! [{UPPER}])"
    ),
    first_person=re.compile(
        r"\b(?:[Jj]e|[Nn]ous|[Nn]otre|[Nn]os|[Mm]oi|[Mm]on|[Mm]es)\b|\b(?:[JjMm])[’'](?=\w)"
    ),
    small_beginnings=small_names("(?:al|el|de)-?|d[’']"),
    reports=words_in(
        """
        dit disent déclaré déclare affirmé affirme ajouté ajoute rapporté rapporte
        annoncé indiqué selon
        """
    ),
    hedges=words_in(
        """
        peut-être probablement probables? pourrait pourraient semble semblent
        semblerait vraisemblablement éventuellement possiblement apparemment risque risquent
        devrait devraient serait seraient aurait auraient
        """
    ),
    capital=capital(),
    pairs=(("(", ")"), ("[", "]"), ("«", "»"), ("“", "”")),
    definites=DEFINITES,
    cues=CUES,
    furniture=_FURNITURE,
)
"""French is stemmed: `grève` and `grèves`, `portuaire` and `portuaires` are one term."""
