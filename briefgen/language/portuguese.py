"""Portuguese, of Portugal and of Brazil, in tables."""

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
from briefgen.language.statements.portuguese import CUES, DEFINITES
from briefgen.language.table import Language

_STOP_WORDS = frozenset(
    """
    a à ainda além algo alguém algum alguma algumas alguns ali ambos ante antes ao aos apenas apesar
    após aquela aquelas aquele aqueles aquilo as às assim até bem cada com como contra contudo cuja
    cujo da daquele das de dela delas dele deles depois desde dessa dessas desse desses desta destas
    deste destes deve devem devido disse disso disto do dos durante e é ela elas ele eles em embora
    enquanto entanto então entre era eram essa essas esse esses esta está estamos estão estar estas
    estava estavam este esteja estes esteve estiveram eu faz fazem fazer foi for fora foram forma
    fosse fossem há haja havia houve isso isto já lá lhe lhes logo mais mas me mediante menos mesma
    mesmas mesmo mesmos meu meus minha minhas muita muitas muito muitos na nada não nas nela nele
    nem nenhum nenhuma nessa nesse nesta neste ninguém no nos nós nossa nossas nosso nossos num numa
    nunca o onde os ou outra outras outro outros para pela pelas pelo pelos perante pode podem pois
    por porém porque portanto pouco pouca pôde qual quais qualquer quando quanto que quê quem são se
    segundo seja sejam sem sempre sendo ser será serão seria seriam seu seus si sido sob sobre só
    somos sua suas tal talvez também tanta tanto tão te tem têm temos ter teria terá teve tinha
    tinham tiveram toda todas todavia todo todos tu tua tudo um uma umas uns vai vão vários várias
    você vocês vos foram cerca
    disseram afirmou acrescentou explicou indicou segundo sr sra dr dra
    """.split()
)

_TIMES = any_word(
    "ano semana manhã tarde noite vez mês verão inverno outono primavera segunda terça quarta"
    " quinta sexta sábado domingo século década segunda-feira terça-feira quarta-feira quinta-feira"
    " sexta-feira"
)

_PRONOUNS = any_word(
    "ele ela eles elas isto isso aquilo seu seus sua suas ambos ambas aquele aquela aqueles aquelas"
)

_CONTINUED = any_phrase(
    """
    (?:mas|e|ou|nem|porém|contudo|todavia|portanto|assim|então|depois|também|finalmente|igualmente
        |entretanto|no entanto|ainda assim|mesmo assim|enquanto isso|logo|aliás|por fim)
    por (?:outro lado|sua vez|isso|exemplo|conseguinte|sua parte|último|seu lado|seu turno)
    em (?:contrapartida|consequência|particular|resumo|resposta|vez disso|outras palavras)
    além (?:disso|disto)
    ao (?:mesmo tempo|contrário)
    apesar (?:disso|disto)
    de (?:facto|fato|resto)
    (?:desta|dessa) (?:forma|maneira|vez)
    (?:deste|desse) modo
    (?:desde|até) então
    como (?:resultado|consequência),
    com (?:isso|isto)
    mais (?:tarde|recentemente|adiante)
    para (?:isso|tanto)
    pelo contrário
    """
)

_ANAPHORS = any_word(
    """
    grupo movimento organização relatório documento comunicado estudo inquérito pesquisa texto
    artigo autore?s? investigadores pesquisadores especialistas analistas responsáveis autoridades
    decisão medida tendência acordo plano projeto projecto proposta incidente ataque vítimas
    atacantes solução razão resultado último primeiro segundo segunda dois duas três quatro
    país nação ilha
    """
)

_SAID = any_word(
    """
    disse afirmou acrescentou explicou indicou referiu garantiu sublinhou alertou concluiu declarou
    adiantou frisou ressaltou destacou completou lembrou reconheceu lamentou insistiu
    """
)

_BACKWARD = (
    (
        PRONOUN,
        opening(rf"(?:[OA]s?\ (?=seu|sua))?(?:{_PRONOUNS}|outr[oa]s?|um[a]?\ del[ea]s|ali(?=,))\b"),
    ),
    (CONTINUES, opening(rf"{_CONTINUED}(?=[\s,:])")),
    (
        TAKES_UP,
        opening(
            rf"""(?:[\w-]+,?\ ){{0,5}}
            (?:[nd]?(?:est[ea]s?|ess[ea]s?)|tal|tais)\ (?!{_TIMES}|como\b)\w
            |[^,.]{{1,40}},\ (?:no\ entanto|porém|contudo|todavia|por\ sua\ vez|entretanto),"""
        ),
    ),
    (COUNTS_ON, opening(r"(?:um|uma|o|a)\ (?:segund|terceir|quart|outr)[oa]\b(?!\ d|-feira)")),
    (
        INTRODUCED,
        opening(
            rf"[OA]s?\ (?:nov[oa]s?\ )?{_ANAPHORS}\b(?!-feira|\ (?:d[eoa]s?|que"
            rf"|contra|sobre|[{UPPER}]))",
            re.NOFLAG,
        ),
    ),
)

_FURNITURE = {
    "subscription line": r"""
        (assine|assinar|subscreva|inscreva-se|registe-se|cadastre-se|faça login|entrar)( .{0,80})?
        (receba) .{1,80}(newsletter|boletim|e-mail|email) ...
        (conteúdo|artigo) exclusivo para assinantes.{0,60}
        já é assinante.{0,60}
    """,
    "donation line": r"""
        (faça uma doação|doe|faça um donativo|apoie o nosso (trabalho|jornalismo))( .{0,60})?
    """,
    "read-time line": r"""
        (tempo de leitura\W*)?\d+ min(utos?)?( de leitura)?
    """,
    "publication line": r"""
        (publicado|atualizado|actualizado|modificado) (em|a|às|há) [^.]{1,80}
    """,
    "share bar": r"""
        (compartilhar|compartilhe|partilhar|partilhe|imprimir|enviar|copiar (o )?link)( .{0,60})?
        (siga-nos|sigam-nos|siga o)( .{0,60})?
        (\d+ )?comentários?
    """,
    "heading of a link list": r"""
        (leia também|leia mais|veja também|saiba mais|notícias relacionadas|artigos relacionados
            |mais lidas|mais notícias|últimas notícias)
    """,
    "link line": r"""
        ((leia|veja|ver|ler) (também|mais)|saiba mais) ?[:|»→] ?.{0,200}
        (ler mais|ver mais|continuar a ler|continue lendo|início|menu|buscar|pesquisar
            |voltar ao topo|tags ?:.{0,200})
    """,
    "cookie notice": r"""
        (este site|nós|o nosso site|este sítio) (utiliza|utilizamos|usa|usamos) cookies ...
        (utilizamos|usamos) cookies ...
        (aceitar|rejeitar|recusar|gerir|gerenciar)( (todos|os|todos os))?( cookies)?
        (política de (privacidade|cookies)|termos de uso|aviso legal)
    """,
    "legal line": r"""
        todos os direitos reservados.*
        (proibida|é proibida) a reprodução.*
    """,
    "advertisement": r"""
        (publicidade|anúncio|conteúdo patrocinado|continua (após|depois d)a publicidade)
    """,
}

PORTUGUESE = Language(
    tag="pt",
    name="Portuguese",
    stop_words=_STOP_WORDS,
    letters={0xAD: None},
    stemmer="portuguese",
    links=frozenset("de da do das dos".split()),
    articles=frozenset(
        "o a os as um uma uns umas da do das dos de na no nas nos ao à seu sua este esta".split()
    ),
    abbreviations=frozenset(
        """
        sr sra srs sras dr dra d prof profa eng arq exmo exma gen cel cap sgt n nº no art arts pág
        págs p pp fig av r tel aprox ex vol ed depto st sta sto cia ltda
        jan fev abr mai jun jul ago set out nov dez
        """.split()
    ),
    numbered=frozenset(
        """
        alín anex apart apt art bloc caps cat cit cód const dec desp disp ed exp fasc frac inc kil
        lib lin máx mín mod núm núms ord par parág prec proc ram res resol secç sent tab tel tít
        vols
        """.split()
    ),
    titles=frozenset(
        """
        Adv Alm Asp Bat Brig Cap Cb Cel Cmdte Cmt Cmte Com Cons Del Dep Des Desemb Dir Div Emb Exma
        Exmo Gov Ilma Ilmo Insp Maj Min Mons Pe Pref Pres Presid Proc Reg Rev Sarg Sen Sgto Subten
        Ten Ver Vig
        """.split()
    ),
    short_words=SHORT_WORDS["pt"],
    missed=ending(r"etc|ex|ms|cia|Ltda|sen|Jr|[IVX]{2,}"),
    backward=_BACKWARD,
    early_pronoun=re.compile(r"^(?P<before>(?:[\w«“-]+,? ){1,5})(?P<pronoun>ele|ela|eles|elas)\b"),
    no_antecedent=re.compile(
        r"""\w+mente|\d+|hoje|ontem|amanhã|anos?|mês|meses|semanas?|dias?|horas?|segunda|terça|
        quarta|quinta|sexta|feira|sábado|domingo|janeiro|fevereiro|março|abril|maio|junho|julho|
        agosto|setembro|outubro|novembro|dezembro|passad[oa]|próxim[oa]""",
        re.VERBOSE,
    ),
    spoken_by_pronoun=re.compile(
        rf"\b{_SAID} (?:ele|ela|eles|elas)\b|\b(?:ele|ela|eles|elas) {_SAID}\b"
        rf"|^\W*{_SAID}\b(?! (?:o|a|os|as|um|uma|[{UPPER}]))"
    ),
    bare_surname=re.compile(rf"\b(?:Sr|Sra)\. (?:d[eoa]s? )?[{UPPER}][\w’-]+(?! [{UPPER}])"),
    first_person=re.compile(
        r"\b(?:[Ee]u|[Nn]ós|[Nn]oss[oa]s?|[Mm]eus?|[Mm]inhas?|[Tt]emos|[Dd]evemos|[Aa]credito)\b"
    ),
    small_beginnings=small_names("al-|el-"),
    reports=words_in(
        """
        disse disseram diz afirmou afirmaram declarou declararam acrescentou informou
        escreveu segundo
        """
    ),
    hedges=words_in(
        """
        talvez provavelmente provável prováveis possivelmente possível possíveis poderá poderão
        poderia poderiam parece parecem aparentemente alegadamente supostamente teria teriam
        seria seriam
        """
    ),
    capital=capital(),
    pairs=(("(", ")"), ("[", "]"), ("«", "»"), ("“", "”")),
    definites=DEFINITES,
    cues=CUES,
    furniture=_FURNITURE,
)
"""Portuguese is stemmed: `greve` and `greves`, `portuário` and `portuárias` are one term."""
