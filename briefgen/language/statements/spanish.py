"""Spanish: cues of what a sentence is, and definite phrases that take up what was named before."""

from briefgen.language.cues import Cue, cased, cues, opening, within
from briefgen.language.definites import Definites, kin, taken_up
from briefgen.language.patterns import any_word

_PART = any_word(
    """
    secci(?:ón|ones) capítulos? anexos? informe artículo entrada documento boletín nota resumen
    estudio tablas? figuras? gráficos? cuadros? recuadro párrafos? páginas? número edición texto
    """
)

_READERS = any_word(
    """
    usuarios clientes administradores organizaciones empresas lectores vecinos residentes viajeros
    propietarios consumidores suscriptores equipos padres ciudadanos conductores
    """
)

_DO = any_word(
    """
    aplique instale verifique actualice consulte evite siga haga lea suscríbase descargue revise
    desactive cambie recuerde mantenga compruebe póngase
    """
)

CUES = cues(
    pointer=Cue(
        within=within(
            r"""
            (?:sección|capítulo|anexo|figura|fig\.|tabla|cuadro|gráfico|nota|§) (?:\d+(?:\.\d+)*
                |[a-z]\b|[ivx]+\b)
            (?:más (?:abajo|arriba|adelante)|a continuación)|(?:descrit|explicad|presentad
                |expuest)\w+
                (?:arriba|abajo|antes)
            para (?:más|mayor) (?:información|detalles?)|como sigue|fuera del alcance
            """
        )
    ),
    deictic=Cue(
        opening=opening(
            rf"""
            (?:la|el|las|los|una?) {_PART} (?:siguientes?|de abajo|expone|describe cómo|explica
                |se organiza|está organizad[oa]|detalla|repasa|presenta)
            """
        ),
        within=within(
            rf"""
            (?:este|esta|estos|estas|nuestro|nuestra|el presente|la presente) {_PART}
            (?:el|la|los|las) (?:siguientes?|próxim[oa]s?|anterior(?:es)?) {_PART}
            """
        ),
    ),
    remark=Cue(
        within=within(
            r"""
            (?:cabe|conviene|hay que|es (?:importante|necesario|útil|preciso)|vale la pena|es de)
                (?:señalar|recordar|destacar|decir|precisar|mencionar|notar|subrayar|aclarar|añadir)
            merecen? (?:ser |una? |más )?(?:\w+ )?(?:señalad\w+|mencionad\w+|atención|aclaración
                |explicación|cautela|corrección)
            (?:requería|necesitaba|exigía|necesita|requiere) (?:una )?(?:\w+ )?(?:corrección
                |aclaración
                |explicación|cautela)
            la (?:buena|mala) noticia|la respuesta es|dicho de otro modo|en otras palabras
            para ser (?:claros|precisos|justos)
            """
        )
    ),
    abstract=Cue(
        opening=opening(
            r"""
            (?:la|una|esta|el|un|dos|tres|algunas|varias) (?:\w+ )?(?:pregunta|cuestión|salvedad
                |observación|lección|conclusión|hipótesis|limitación|precisión|lectura|respuesta
                |interpretación|argumento|matiz|preguntas|cuestiones|salvedades|observaciones
                |lecciones|matices) (?!(?:de la|del|de los) )
            lo que (?:queda|falta|importa)|queda (?:por ver|la pregunta)
            """
        )
    ),
    address=Cue(within=within(r"usted(?:es)?|tú|tu|tus")),
    notice=Cue(
        within=within(
            r"""
            patrocinad[oa]s? por|contenido patrocinado|nuestro patrocinador|gracias al apoyo de
            publicad[oa]s? (?:originalmente|por primera vez|antes)|(?:originalmente|por primera vez)
                (?:publicad|se publicó|apareci)\w*
            reproducid[oa]s? con (?:permiso|autorización)|republicad\w+|creative commons
            todos los derechos reservados|suscríbase|nuestro boletín|regístrese|haga clic
            (?:contribuyó|colaboró|contribuyeron) (?:a|en) (?:este|esta)|traducid[oa] por
                |con información de
            (?:se publicó|apareció) (?:originalmente|por primera vez)|(?:lea|leer) (?:también|más)
            """
        )
    ),
    caption=Cue(
        opening=opening(
            r"""
            (?:foto|fotografía|imagen|ilustración|mapa|figura|gráfico|fuente|crédito|infografía)s?
                (?: \d+)? ?[:.–—]
            (?:vista|foto|imagen|fotografía) (?:aérea |satelital )?(?:de|del|que muestra)
            """
        ),
        within=within(
            r"foto:|imagen:|foto de archivo|en la imagen|\(foto|getty images|crédito de la foto"
        ),
    ),
    note=Cue(
        opening=cased(
            r"\W*[*†‡§]+\s?\w|\W*(?:Nota|N\.\ de\ la\ R\.|Corrección|Rectificación|Actualización"
            r"|Fe\ de\ errat[ao]s?|Leyenda|Metodología)\b[^.:]{0,30}[:—]"
        ),
        within=within(
            r"""
            los (?:totales|datos|porcentajes)(?: \w+){0,4} (?:redondead\w+|provisionales|pueden no)
            (?:debido al|por) redondeo|las cifras (?:\w+ ){0,4}(?:provisionales|redondeadas)
            una versión anterior de|nota de la redacción|nota del editor|(?:el autor|la autora) es
            """
        ),
    ),
    advice=Cue(
        opening=opening(rf"{_DO}\n(?:para|si) [^,]{{4,80}}, {_DO}"),
        within=within(
            rf"""
            se (?:recomienda|aconseja|insta|ruega|pide|invita|exhorta|advierte) (?:\w+ )?(?:a|que
                |encarecid)
            se (?:recomienda|aconseja) \w+
            {_READERS} (?:\w+ ){{0,6}}(?:deben|deberían|tienen que)
            (?:deben|deberían|debe|debería) (?:\w+ ){{0,2}}(?:aplicar|instalar|actualizar|verificar
                |revisar
                |evitar|cambiar)(?:se)?
            (?:recomienda|aconseja|insta) (?:encarecidamente )?a (?:los|las|todos)
            """
        ),
    ),
    nothing=Cue(
        opening=opening(
            r"""
            no (?:hubo|hay|se (?:registr|report|observ|produj|detect|inform)\w+) (?:\w+ )?(?:\w+)
            ningun[oa]? (?:\w+ ){0,2}(?:cambio|caso|incidente|novedad|prueba|ataque|evento|víctima)
            """
        ),
        within=within(
            r"""
            (?:ningún|ninguna|sin) (?:cambio|novedad|avance|incidente|variación|cambios|novedades
                |avances)s?
                (?:\w+ )?(?:significativ\w+|importante\w*|relevante\w*|notable\w*|mayor\w*)
            sin (?:novedades|cambios)|nada (?:nuevo|que informar|ha cambiado)
            (?:no ha|no han) (?:cambiado|sido (?:confirmad|verificad)\w+)
            (?:permanece|sigue|se mantiene|permaneció|continúa) (?:sin cambios|igual|estable)
            no (?:puede|pudo|pueden|pudieron) (?:confirmar|verificar|comprobar)
            """
        ),
    ),
    action=Cue(
        within=within(
            r"""
            (?:ha|han|había|fue|fueron|habían|está|están) (?:sido )?\w{2,}(?:ado|ido|ada|ida|ados
                |idos
                |adas|idas|ando|iendo|uesto|icho|echo|ierto)
            \w{2,}(?:ó|aron|ieron|eron)|murió|hizo|dijo|puso|trajo
            """
        )
    ),
    day=Cue(
        within=within(
            r"""
            lunes|martes|miércoles|jueves|viernes|sábado|domingo|ayer|anoche|(?:en|desde|de) (?:19
                |20)\d\d
            \d{1,2} de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre
                |noviembre|diciembre)
            """
        )
    ),
    name=Cue(cased=cased(r"(?<=[a-záéíóúñ,\d]\ )[«“\"]?[A-ZÁÉÍÓÚÑ][\w’'-]+")),
)
"""What talk and events are known by."""

_HEADS = any_word(
    """
    ataques? atentados? asaltos? bombardeos? explosi(?:ón|ones) intrusi(?:ón|ones) ciberataques?
    redada tiroteo vulnerabilidad(?:es)? fallos? fallas? brechas? virus enfermedad brote epidemia
    malware
    troyano ransomware programa campañas? operaci(?:ón|ones) incidentes? atacantes? piratas
    víctimas?
    sospechosos? empresa compañía grupo banda agencia hospital buque barco avión incendio terremoto
    sismo tormenta accidente acuerdo ley proyecto medidas? decisión veredicto protesta
    heridos?
    rehenes fábrica puente convoy filtración parche
    """
)

DEFINITES = Definites(
    phrase=taken_up(
        articles=r"(?:el|la|los|las|al|del)\ (?:nuev[oa]s? |mism[oa]s? |presunt[oa]s? )?",
        demonstratives=r"(?:est[eao]s?|es[eao]s?|dich[oa]s?|es[ao]s)\ (?:nuev[oa]s? )?",
        heads=_HEADS,
        complements=r"de|del|contra|en|a|al|por|que|cuy[oa]s?|donde|entre|sobre|para|perpetrad[oa]s?"
        r"|descubiert[oa]s?|reivindicad[oa]s?|llamad[oa]s?|con",
        between=r"\w+(?:ico|ica|al|ales|oso|osa|ivo|iva|ario|aria|ante|ente|ada|ado|ero|era)s?",
    ),
    kin=kin(
        """
        ataq atac atent asalt bombarde explos intrus ciberata redada tirote campañ operaci incident
        pirat víctim sospech rehen mat[aóo] muert herid robar robó secuestr extors

        vulnerab fallo falla brecha cve-\\d

        virus enferm brote epidemia fiebre infec

        malware troyano ransomware programa virus

        empresa compañía grupo banda agencia banco firma

        buque barco carguero petrolero ferri

        avión aeronave vuelo

        acuerdo ley proyecto medida decisi veredicto firm aprob decret

        incendi fuego llamas

        terremoto sismo tembl tormenta accident
        """
    ),
)
"""Nouns that, behind an article alone, stand for what was named before."""
