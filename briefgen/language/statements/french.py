"""French: cues of what a sentence is, and definite phrases that take up what was named before."""

from briefgen.language.cues import Cue, cased, cues, opening, within
from briefgen.language.definites import Definites, kin, taken_up
from briefgen.language.patterns import any_word

_PART = any_word(
    """
    sections? chapitres? annexes? rapport article billet document bulletin lettre note étude
    synthèse résumé tableaux? figures? graphiques? encadrés? paragraphes? pages? numéro édition
    """
)

_READERS = any_word(
    """
    utilisateurs clients administrateurs organisations entreprises lecteurs habitants voyageurs
    propriétaires abonnés consommateurs automobilistes équipes usagers parents
    """
)

_DO = any_word(
    """
    appliquez installez vérifiez mettez consultez évitez suivez cliquez lisez retrouvez abonnez
    téléchargez surveillez désactivez changez veillez pensez notez contactez n[’']oubliez
    """
)

CUES = cues(
    pointer=Cue(
        within=within(
            r"""
            (?:section|chapitre|annexe|figure|fig\.|tableau|encadré|note|§)s? (?:\d+(?:[.,]\d+)*
                |[a-z]\b|[ivx]+\b)
            (?:ci-dessous|ci-dessus|ci-après|plus (?:loin|haut|bas) dans)
            (?:décrite?s?|présentée?s?|expliquée?s?|exposée?s?|abordée?s?) (?:plus )?(?:haut|bas
                |loin)
            (?:pour|afin d[’']en savoir) (?:plus de détails|en savoir plus|davantage)
            comme suit|hors du champ
            """
        )
    ),
    deictic=Cue(
        opening=opening(
            rf"""
            (?:la|le|les|une?|l[’'])\s?{_PART} (?:suivante?|ci-dessous|ci-dessus|décrit|expose
                |présente en|est organisée?|est structurée?|passe en revue|revient sur|détaille)
            """
        ),
        within=within(
            rf"""
            (?:ce|cet|cette|ces|notre|nos|le présent|la présente|les présentes) {_PART}
            (?:le|la|les) {_PART} (?:suivante?|précédente?|présente?)s?
            """
        ),
    ),
    remark=Cue(
        within=within(
            r"""
            il (?:faut|convient|importe|est (?:utile|important|bon|nécessaire|intéressant)) (?:de 
                |d[’'])?
                (?:noter|rappeler|préciser|souligner|remarquer|dire|signaler|retenir|savoir)
            (?:mérite|méritent|méritait) (?:d[’']être |une? |plus |plus de )?(?:not\w+|soulign\w+
                |rappel\w+|mention\w+|attention|précision|prudence|explication\w*|correction\w*)
            (?:pour être|soyons) (?:clairs?|précis|honnêtes?)|autrement dit|en clair
            la (?:bonne|mauvaise) nouvelle|la réponse est|à noter que
            (?:demandait|exigeait|appelle|demande) (?:une (?:vraie |réelle )?)?(?:correction
                |précision
                |explication|prudence)
            """
        )
    ),
    abstract=Cue(
        opening=opening(
            r"""
            (?:la|une|cette|l[’']|un|le|deux|trois|quelques|plusieurs)\s?(?:question|réserve
                |remarque
                |nuance|leçon|conclusion|hypothèse|limite|précision|observation|constat|argument
                |lecture|interprétation|réponse|questions|réserves|remarques|nuances|leçons
                |limites|précisions|observations)
                (?! (?:de la|du|des|posée|publiée?) )
            ce qui (?:reste|compte|manque|importe)|reste (?:à savoir|la question)
            """
        )
    ),
    address=Cue(within=within(r"vous|votre|vos")),
    notice=Cue(
        within=within(
            r"""
            (?:sponsorisée?|parrainée?|offerte?) par|contenu (?:sponsorisé|partenaire)
                |notre partenaire
            (?:publiée?|parue?)s? (?:initialement|d[’']abord|pour la première fois|à l[’']origine)
            (?:initialement|d[’']abord) (?:publiée?|parue?)s?
                |reproduite?s? avec (?:l[’'])?autorisation
            (?:republiée?|reprise?) (?:sous|avec|à partir)|creative commons|tous droits réservés
            (?:abonnez|inscrivez)[- ]vous|notre (?:newsletter|lettre|infolettre)
            a contribué à (?:cet|ce)|traduite? par|avec (?:l[’'])?afp|lire (?:aussi|la suite)
            """
        )
    ),
    caption=Cue(
        opening=opening(
            r"""
            (?:photo|image|illustration|carte|figure|graphique|source|crédit|légende|infographie)s?
                (?: \d+)? ?[:.–—]
            (?:vue|photo|image|carte) (?:aérienne |satellite )?(?:de|du|des|d[’']|montrant)
            """
        ),
        within=within(
            r"photo ?:|image ?:|photo d[’']archives|crédit photo|\(photo|getty images|© \w+"
        ),
    ),
    note=Cue(
        opening=cased(
            r"\W*[*†‡§]+\s?\w|\W*(?:Note|NB|N\.B\.|Remarque|Rectificatif|Correction|Mise\ à\ jour"
            r"|Erratum|Légende|Méthodologie|NDLR)\b[^.:]{0,30}[:—]"
        ),
        within=within(
            r"""
            les (?:totaux|chiffres|données|pourcentages) (?:\w+ ){0,4}(?:arrondis?|provisoires?
                |peuvent ne pas)|en raison des arrondis|une version (?:antérieure|précédente) de
            l[’']auteure? est|note de la rédaction|ndlr
            """
        ),
    ),
    advice=Cue(
        opening=opening(rf"{_DO}\n(?:pour|si|afin de) [^,]{{4,80}}, {_DO}"),
        within=within(
            rf"""
            (?:est|sont) (?:\w+ment )?(?:invitée?|priée?|appelée?|encouragée?|exhortée?|tenue?)s? à
            (?:il est|est|sont) (?:vivement |fortement )?(?:recommandé|conseillé|préférable) (?:de
                |d[’']
                |aux)
            {_READERS} (?:\w+ ){{0,6}}(?:doivent|devraient)
            (?:doivent|devraient|doit|devrait) être (?:\w+ment )?(?:appliqu|install|mis|corrig
                |vérifi
                |désactiv|isol|évit)\w+
            (?:recommande|conseille|exhorte|invite) (?:\w+ )?(?:aux|les|à tous)
            """
        ),
    ),
    nothing=Cue(
        opening=opening(
            r"""
            aucune? (?:[\w-]+ ){0,2}(?:évolution|changement|incident|cas|preuve|information|fait
                |attaque|événement|victime|activité|nouvelle|développement|indice)
            il n[’']y a (?:pas|aucun|eu aucun)
            """
        ),
        within=within(
            r"""
            aucune? (?:changement|évolution|développement|fait|incident)s? (?:\w+ )?(?:notable
                |majeure?|significatif|significative|marquante?|important)
            rien (?:à signaler|de nouveau|n[’']a changé|de notable)
            (?:n[’']a|n[’']ont) (?:pas )?(?:pu )?(?:changé|évolué|(?:être )?(?:confirmée?s?
                |vérifiée?s?)
                |signalé|constaté aucun)
            (?:reste|restent|est restée?|demeure) (?:globalement )?(?:inchangée?s?|stables?)
            (?:ne peut|ne peuvent|n[’']a pas pu) (?:pas )?(?:confirmer|vérifier)
            """
        ),
    ),
    action=Cue(
        within=within(
            r"""
            (?:a|ont|avait|est|sont|été|était|avaient|s[’']est) (?:été |\w+ment )?\w{2,}(?:é|ée|és
                |ées|i
                |is|it|u|us|ert|erte)
            """
        )
    ),
    day=Cue(
        within=within(
            r"""
            (?:lun|mar|mercre|jeu|vendre|same)di|dimanche|hier|(?:en |depuis |de )(?:19|20)\d\d
            \d{1,2}(?:er)? (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre
                |novembre|décembre)
            """
        )
    ),
    name=Cue(cased=cased(r"(?<=[a-zéèà,’'\d][\ ’'])[«“\"]?[A-ZÀ-Þ][\w’'-]+")),
)
"""What talk and events are known by."""

_HEADS = any_word(
    """
    attaques? attentats? assauts? frappes? raids? explosions? intrusions? piratage cyberattaques?
    vulnérabilités? failles? brèches? bugs? virus maladie épidémie foyer rançongiciel maliciel
    logiciel malveillant cheval campagnes? opérations? incidents? pirates? assaillants? attaquants?
    victimes? suspects? entreprise société groupe gang agence hôpital navire bateau avion incendie
    séisme tempête accident accord loi projet mesures? décision verdict manifestation
    blessés? otages? usine barrage pont convoi fuites? correctif porte
    """
)

DEFINITES = Definites(
    phrase=taken_up(
        articles=r"(?:les?|la|du|au|aux|l[’'])\s?(?:nouve(?:au|lle) |même |dite? )?(?<=[\s’'])",
        demonstratives=r"(?:ce|cet|cette|ces)\ (?:nouve(?:au|lle) |même )?",
        heads=_HEADS,
        complements=r"de|du|des|d[’']\w*|contre|sur|à|au|aux|qui|que|dont|où|visant|menée?s?|dans|en"
        r"|par|entre|chez|pour|touchant|découverte?s?|de\ la|revendiquée?s?|affectant",
        between=r"\w+(?:ique|al|ale|aux|eux|euse|ive?|aire|ienne|ée?|ère|elle|el|iste|ant|ante)s?",
    ),
    kin=kin(
        """
        attaqu attentat assaut frapp raid explos intru pirat cyberattaq campagne opérat incident
        assaill victim otage bombard tir\\b tué bless

        vulnérab faill brèche bug cve-\\d

        virus maladie épidém foyer infect fièvre cas\\b

        logiciel maliciel rançongiciel cheval porte virus programme

        entrepris société group gang agence firme compagnie banque

        navire bateau cargo pétrolier ferry

        avion appareil vol\\b

        accord loi projet mesure décision verdict signé adopt voté

        incendi feu\\b flamm brûl

        séisme trembl tempête accident
        """
    ),
)
"""Nouns that, behind an article alone, stand for what was named before."""
