"""Spanish, in tables."""

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
from briefgen.language.statements.spanish import CUES, DEFINITES
from briefgen.language.table import Language

_STOP_WORDS = frozenset(
    """
    a acá ademas además ahora al algo alguien algún alguna algunas alguno algunos allí ante antes
    apenas aquel aquella aquellas aquello aquellos aqui aquí asi así aun aún aunque bajo bastante
    bien cada casi como con contra cual cuales cualquier cuando cuanto de debe deben del demás
    dentro desde después donde dos durante e el él ella ellas ello ellos embargo en encima entonces
    entre era eran eras eres es esa esas ese eso esos esta está estaba estaban estado estamos están
    estar estas este esto estos estoy fin fue fueron fui fuera ha había habían haber hace hacen
    hacer hacia han has hasta hay haya hayan he hemos hubo incluso la las le les lo los luego más me
    mediante mejor menos mi mientras mis mismo misma mismas mismos mucha muchas mucho muchos muy
    nada nadie ni ningún ninguna ninguno no nos nosotros nuestra nuestras nuestro nuestros nunca o
    os otra otras otro otros para parece pero poco por porque pues puede pueden pudo que qué quien
    quién quienes se sea sean según ser será serán sería si sí sido siempre siendo sin sino sobre
    son soy su sus suya suyas suyo suyos también tampoco tan tanto te tenemos tenía tenían tiene
    tienen toda todas todavía todo todos tras tu tus tú un una unas uno unos usted ustedes va van
    varias varios vez y ya yo cómo cuál cuáles cuándo dónde fueran fuese hubiera
    dijo dice dijeron afirmó señaló añadió aseguró explicó indicó sr sra dr dra
    """.split()
)

_TIMES = any_word(
    "año semana mañana tarde noche vez mes verano invierno otoño primavera jueves viernes lunes"
    " martes miércoles sábado domingo fin siglo década"
)

_PRONOUNS = any_word(
    "él ella ellos ellas esto eso aquello éste ésta éstos éstas ése ésa aquél su sus suyo suya"
    " ambos ambas"
)

_CONTINUED = any_phrase(
    """
    (?:pero|y|e|o|ni|además|también|tampoco|así|entonces|luego|después|finalmente|igualmente
        |asimismo|mientras tanto|no obstante|sin embargo|aun así|ahora bien|por ende|incluso)
    por (?:otro lado|otra parte|su parte|su lado|lo tanto|tanto|eso|ello|ejemplo|consiguiente
        |el contrario|último)
    en (?:cambio|consecuencia|efecto|concreto|particular|resumen|respuesta|otras palabras|ese
        |este caso|su lugar)
    a (?:su vez|la vez|pesar de (?:ello|eso|esto)|raíz de (?:ello|eso|esto)|partir de entonces)
    al (?:mismo tiempo|contrario|respecto)
    de (?:hecho|este modo|ese modo|esta manera|esta forma|ahí|igual)
    desde entonces
    (?:como|a) (?:resultado|consecuencia),
    con (?:ello|todo|eso)
    más (?:tarde|recientemente|adelante)
    """
)

_ANAPHORS = any_word(
    """
    grupo movimiento organización informe documento comunicado estudio encuesta texto artículo
    autore?s? investigadores expertos analistas funcionarios decisión medida tendencia acuerdo plan
    proyecto propuesta incidente ataque víctimas atacantes solución razón resultado último primero
    segundo segunda dos tres cuatro país nación isla
    """
)

_SAID = any_word(
    """
    dijo afirmó añadió agregó explicó señaló indicó aseguró sostuvo advirtió subrayó concluyó
    precisó declaró manifestó insistió recordó reconoció lamentó
    """
)

_BACKWARD = (
    (
        PRONOUN,
        opening(
            rf"(?:{_PRONOUNS}|otr[oa]s?|un[oa]\ de\ (?:ell[oa]s|est[oa]s|es[oa]s)|allí(?=,))\b"
        ),
    ),
    (CONTINUES, opening(rf"{_CONTINUED}(?=[\s,:])")),
    (
        TAKES_UP,
        opening(
            rf"""(?:[\w-]+,?\ ){{0,5}}
            (?:est[ea]|estos|estas|es[ea]|esos|esas|aquell?(?:a|os|as)?|dich[oa]s?|tal(?:es)?)
            \ (?!{_TIMES}|como\b)\w
            |[^,.]{{1,40}},\ (?:sin\ embargo|no\ obstante|en\ cambio|por\ su\ parte|además),"""
        ),
    ),
    (COUNTS_ON, opening(r"(?:un|una|el|la)\ (?:segund|tercer|cuart|otr)[oa]?\b(?!\ de)")),
    (
        INTRODUCED,
        opening(
            rf"(?:El|La|Los|Las)\ (?:nuev[oa]s?\ )?{_ANAPHORS}\b(?!\ (?:del?|que|contra"
            rf"|sobre|[{UPPER}]))",
            re.NOFLAG,
        ),
    ),
)

_FURNITURE = {
    "subscription line": r"""
        (suscríbete|suscríbase|regístrate|regístrese|inicia sesión|iniciar sesión)( .{0,80})?
        (recibe|reciba) .{1,80}(boletín|newsletter|correo|bandeja) ...
        (contenido|artículo) (exclusivo )?para suscriptores.{0,60}
        ya (soy|eres) suscriptor.{0,60}
    """,
    "donation line": r"""
        (haz|haga) (una|tu|su) donación( .{0,60})?
        (dona|apóyanos|apoya nuestro (trabajo|periodismo))( .{0,60})?
    """,
    "read-time line": r"""
        (tiempo de lectura\W*)?\d+ min(utos?)?( de lectura)?
    """,
    "publication line": r"""
        (publicado|actualizado|modificado) (el|a las|hace) [^.]{1,80}
    """,
    "share bar": r"""
        (compartir|comparte|imprimir|enviar|copiar (el )?enlace)( .{0,60})?
        (síguenos|síganos)( .{0,60})?
        (\d+ )?comentarios?
    """,
    "heading of a link list": r"""
        (lea también|lee también|te puede interesar|le puede interesar|más información
            |noticias relacionadas|artículos relacionados|lo más (leído|visto)|más noticias)
    """,
    "link line": r"""
        ((lea|lee|ver|vea|mira) (también|más|además)|te puede interesar|leer más
            |más información) ?[:|»→] ?.{0,200}
        (leer más|ver más|seguir leyendo|inicio|menú|buscar|volver arriba|etiquetas ?:.{0,200})
    """,
    "cookie notice": r"""
        (este sitio( web)?|esta web|nosotros|nuestro sitio)( web)? utiliza(mos)? cookies ...
        (utilizamos|usamos) cookies ...
        (aceptar|rechazar|configurar|gestionar)( (todas|las|todas las))?( cookies)?
        (política de (privacidad|cookies)|aviso legal)
    """,
    "legal line": r"""
        todos los derechos reservados.*
        (prohibida|queda prohibida) (la|su) reproducción.*
    """,
    "advertisement": r"""
        (publicidad|anuncio|contenido patrocinado|continúa (leyendo )?después de la publicidad)
    """,
}

SPANISH = Language(
    tag="es",
    name="Spanish",
    stop_words=_STOP_WORDS,
    spelt_out=(
        (re.compile(r"\bEE\.(?:UU\b\.?)?|\bEEUU\b"), "EEUU"),
        (re.compile(r"\bUU\b\.?"), ""),  # what stands behind `EE. `
    ),
    letters={0xAD: None},
    stemmer="spanish",
    links=frozenset("de del la las los el".split()),
    articles=frozenset(
        "el la los las un una unos unas del al de su sus este esta estos estas".split()
    ),
    abbreviations=frozenset(
        """
        sr sra sres srta d dña dr dra prof lic ing gral cnel cap sgto mons núm nro no art arts pág
        págs p pp cap fig av avda c tel aprox ee uu ej vol ed depto prov st sta sto hnos cía
        ene febr abr ago sept oct nov dic ud uds vd m a
        """.split()
    ),
    numbered=frozenset(
        """
        anex apart apdo apto art artíc bal cap caps cit cód const dec desp disp ed exp expte ext
        fasc fig frac inc kil lib lín máx mín mod no núms ord par párr párrf pár prom res resol secc
        sent serv ss subsecc tab tel tít tom vol vols ver
        """.split()
    ),
    titles=frozenset(
        """
        Abg Alcde Alm Arq Bat Blv Brig Cap Cbo Cdte Cmdte Cnel Col Conce Contralm Dip Div Ej Exc
        Excmo Excma Fco Fdo Gob Gral Hno Hna Ilmo Ilma Ing Insp Lcda Lcdo Lic Mag Mar May Mg Min
        Mons Mtra Mtro Pbro Pdta Pdte Pfr Pte Reg Rgto Rvdo Sarg Sen Sgto Subtte Sub Subt Tcnel Tte
        Vte
        """.split()
    ),
    short_words=SHORT_WORDS["es"],
    missed=ending(
        r"etc|mar|may|bien|contra|nos|micro|post|pro|anti|auto|km|\d\ ?[ap]\.\ ?m|Jr|no|con|vol"
    ),
    backward=_BACKWARD,
    early_pronoun=re.compile(
        r"^(?P<before>(?:[\w«“-]+,? ){1,5})(?P<pronoun>él|ella|ellos|ellas)\b"
    ),
    no_antecedent=re.compile(
        r"""\w+mente|\d+|hoy|ayer|mañana|años?|mes|meses|semanas?|días?|horas?|lunes|martes|
        miércoles|jueves|viernes|sábado|domingo|enero|febrero|marzo|abril|mayo|junio|julio|agosto|
        septiembre|octubre|noviembre|diciembre|pasad[oa]|próxim[oa]""",
        re.VERBOSE,
    ),
    spoken_by_pronoun=re.compile(
        rf"\b{_SAID} (?:él|ella|ellos|ellas)\b|\b(?:él|ella|ellos|ellas) {_SAID}\b"
        rf"|^\W*{_SAID}\b(?! (?:el|la|los|las|un|una|[{UPPER}]))"
    ),
    bare_surname=re.compile(rf"\b(?:Sr|Sra|Srta)\. (?:de |del )?[{UPPER}][\w’-]+(?! [{UPPER}])"),
    first_person=re.compile(
        r"\b(?:[Yy]o|[Nn]osotr[oa]s|[Nn]uestr[oa]s?|[Mm]is?|[Mm]í|[Cc]reo|[Cc]reemos|[Dd]ebemos"
        r"|[Hh]emos|[Nn]os)\b"
    ),
    small_beginnings=small_names("al-|el-"),
    reports=words_in(
        """
        dijo dijeron dice afirmó afirmaron declaró declararon añadió informó informaron
        escribió según
        """
    ),
    hedges=words_in(
        """
        quizás? acaso probablemente probables? posiblemente posibles? podría podrían parece parecen
        aparentemente supuestamente presuntamente presunt[oa]s? habría habrían sería serían
        """
    ),
    capital=capital(),
    pairs=(("(", ")"), ("[", "]"), ("«", "»"), ("“", "”"), ("¿", "?"), ("¡", "!")),
    definites=DEFINITES,
    cues=CUES,
    furniture=_FURNITURE,
)
"""Spanish is stemmed: `huelga` and `huelgas`, `portuario` and `portuarias` are one term."""
