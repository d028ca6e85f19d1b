"""Portuguese: cues of what a sentence is, and definite phrases for what was named before."""

from briefgen.language.cues import Cue, cased, cues, opening, within
from briefgen.language.definites import Definites, kin, taken_up
from briefgen.language.patterns import any_word

_PART = any_word(
    """
    seç(?:ão|ões) capítulos? anexos? relatório artigo texto documento boletim nota resumo estudo
    tabelas? figuras? gráficos? quadros? parágrafos? páginas? número edição
    """
)

_READERS = any_word(
    """
    usuários utilizadores clientes administradores organizações empresas leitores moradores
    residentes viajantes proprietários consumidores assinantes equipes equipas pais cidadãos
    """
)

_DO = any_word(
    """
    aplique instale verifique atualize consulte evite siga clique leia assine baixe revise desative
    mude lembre mantenha confira inscreva-se
    """
)

CUES = cues(
    pointer=Cue(
        within=within(
            r"""
            (?:seção|secção|capítulo|anexo|figura|fig\.|tabela|quadro|gráfico|nota
                |§) (?:\d+(?:\.\d+)*
                |[a-z]\b|[ivx]+\b)
            mais (?:abaixo|acima|adiante)|a seguir|(?:descrit|explicad|apresentad|expost)\w+
                (?:acima|abaixo|antes)
            para (?:mais|maiores) (?:informações|detalhes)|como segue|fora do escopo
            """
        )
    ),
    deictic=Cue(
        opening=opening(
            rf"""
            (?:a|o|as|os|uma?) {_PART} (?:seguintes?|abaixo|expõe|descreve como|explica|detalha
                |está organizad[oa]|apresenta)
            """
        ),
        within=within(
            rf"""
            (?:n?est[ea]s?|noss[oa]s?|o presente|a presente) {_PART}
            (?:n?[oa]s?) (?:seguintes?|próxim[oa]s?|anterior(?:es)?) {_PART}
            """
        ),
    ),
    remark=Cue(
        within=within(
            r"""
            (?:cabe|convém|vale|é (?:importante|preciso|necessário|útil)|vale a pena|deve-se|é de)
                (?:notar|lembrar|destacar|dizer|salientar|mencionar|ressaltar|esclarecer|sublinhar
                |acrescentar|observar)
            merecem? (?:ser |uma? |mais )?(?:\w+ )?(?:notad\w+|mencionad\w+|atenção|explicação
                |cautela
                |correção|esclarecimento)
            (?:exigia|precisava de|exige|requer|requeria) (?:uma )?(?:\w+ )?(?:correção|explicação
                |cautela|esclarecimento)
            a (?:boa|má) notícia|a resposta é|em outras palavras|por outras palavras
            para (?:ser|sermos) (?:clar|precis|just)\w+
            """
        )
    ),
    abstract=Cue(
        opening=opening(
            r"""
            (?:a|uma|esta|o|um|duas|dois|três|algumas|várias) (?:\w+ )?(?:pergunta|questão|ressalva
                |observação|lição|conclusão|hipótese|limitação|leitura|resposta|interpretação
                |argumento|nuance|perguntas|questões|ressalvas|observações|lições)
                (?! (?:da|do|dos|das) )
            o que (?:fica|falta|importa|resta)|resta saber
            """
        )
    ),
    address=Cue(within=within(r"você|vocês|seu dispositivo")),
    notice=Cue(
        within=within(
            r"""
            patrocinad[oa]s? por|conteúdo patrocinado|nosso patrocinador|com o apoio de
            publicad[oa]s? (?:originalmente|pela primeira vez|inicialmente)
            (?:originalmente|inicialmente) publicad[oa]s?|reproduzid[oa]s? com (?:permissão
                |autorização)
            republicad\w+|creative commons|todos os direitos reservados|assine|nossa newsletter
            inscreva-se|(?:contribuiu|colaborou|contribuíram) (?:para|com|neste)|traduzid[oa] por
            (?:foi publicad[oa]|apareceu) (?:originalmente|pela primeira vez)|leia (?:também|mais)
            com informações d[aoe]
            """
        )
    ),
    caption=Cue(
        opening=opening(
            r"""
            (?:foto|fotografia|imagem|ilustração|mapa|figura|gráfico|fonte|crédito|infográfico)s?
                (?: \d+)? ?[:.–—]
            (?:vista|foto|imagem|fotografia) (?:aérea |de satélite )?(?:de|do|da|que mostra)
            """
        ),
        within=within(r"foto:|imagem:|foto de arquivo|na imagem|\(foto|getty images"),
    ),
    note=Cue(
        opening=cased(
            r"\W*[*†‡§]+\s?\w|\W*(?:Nota|Correção|Retificação|Atualização|Errata|Legenda"
            r"|Metodologia)\b[^.:]{0,30}[:—]"
        ),
        within=within(
            r"""
            os (?:totais|dados|números|percentuais)(?: \w+){0,4} (?:arredondad\w+|provisórios
                |podem não)
            (?:devido ao|por) arredondamento|uma versão anterior d|nota da redação|nota do editor
            (?:o autor|a autora) é
            """
        ),
    ),
    advice=Cue(
        opening=opening(rf"{_DO}\n(?:para|se) [^,]{{4,80}}, {_DO}"),
        within=within(
            rf"""
            (?:recomenda|aconselha|pede|orienta)-se|(?:é|são) (?:\w+mente )?(?:recomendad|aconselhad
                |orientad|convidad|instad|exortad)\w+ (?:a |que )?
            {_READERS} (?:\w+ ){{0,6}}(?:devem|deveriam|precisam)
            (?:devem|deve|deveriam) (?:\w+ ){{0,2}}(?:ser )?(?:aplica|instala|atualiza|verifica
                |revisa|evita
                |mudar|desativa)\w*
            (?:recomenda|aconselha|orienta) (?:\w+mente )?(?:aos|às|que (?:os|as|todos))
            """
        ),
    ),
    nothing=Cue(
        opening=opening(
            r"""
            não (?:houve|há|foram (?:registr|report|observ|detect)\w+|se (?:registr|observ)\w+) \w+
            nenhum[a]? (?:\w+ ){0,2}(?:mudança|caso|incidente|novidade|prova|ataque|evento|vítima
                |avanço)
            """
        ),
        within=within(
            r"""
            (?:nenhuma?|sem) (?:mudanças?|novidades?|avanços?|incidentes?|alteraç\w+) (?:\w+ )?
                (?:significativ\w+|importante\w*|relevante\w*|notáve\w+|maior\w*)
            sem (?:novidades|mudanças|alterações)|nada (?:novo|de novo|a relatar|mudou)
            não (?:mudou|mudaram|foi confirmad\w|foram confirmad\w+)
            (?:permanece|permaneceu|segue|continua) (?:inalterad\w|sem (?:mudanças|alterações)
                |estável)
            não (?:pode|pôde|podem|puderam|foi possível) (?:confirmar|verificar)
            """
        ),
    ),
    action=Cue(
        within=within(
            r"""
            (?:foi|foram|tem|têm|havia|está|estão|tinha) (?:sido )?\w{2,}(?:ado|ido|ada|ida|ados
                |idos
                |adas|idas|ando|endo|indo|osto|ito|eito|erto)
            \w{2,}(?:ou|aram|eu|eram|iu|iram)|fez|disse|pôs
            """
        )
    ),
    day=Cue(
        within=within(
            r"""
            (?:segunda|terça|quarta|quinta|sexta)-feira|sábado|domingo|ontem|(?:em|desde|de) (?:19
                |20)\d\d
            \d{1,2} de (?:janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro
                |novembro|dezembro)
            """
        )
    ),
    name=Cue(cased=cased(r"(?<=[a-záéíóúãõç,\d]\ )[«“\"]?[A-ZÁÉÍÓÚ][\w’'-]+")),
)
"""What talk and events are known by."""

_HEADS = any_word(
    """
    ataques? atentados? assaltos? bombardeios? explos(?:ão|ões) invas(?:ão|ões) ciberataques?
    tiroteio
    vulnerabilidades? falhas? brechas? vírus doença surto epidemia malware trojan ransomware
    programa
    campanhas? operaç(?:ão|ões) incidentes? atacantes? hackers? vítimas? suspeitos? empresa
    companhia
    grupo gangue agência hospital navio barco avião incêndio terremoto sismo tempestade acidente
    acordo lei projeto medidas? decisão veredito protesto feridos? reféns fábrica ponte
    comboio
    vazamento correção
    """
)

DEFINITES = Definites(
    phrase=taken_up(
        articles=r"(?:o|a|os|as|ao|à|do|da|no|na)\ (?:nov[oa]s? |mesm[oa]s? |supost[oa]s? )?",
        demonstratives=r"(?:n?d?est[ea]s?|n?d?ess[ea]s?)\ (?:nov[oa]s? )?",
        heads=_HEADS,
        complements=r"de|do|da|dos|das|contra|em|no|na|nos|nas|a|ao|à|por|pel[oa]|que|cuj[oa]s?|onde"
        r"|entre|sobre|para|descobert[oa]s?|reivindicad[oa]s?|chamad[oa]s?|com",
        between=r"\w+(?:ico|ica|al|ais|oso|osa|ivo|iva|ário|ária|ante|ente|ada|ado|eiro|eira)s?",
    ),
    kin=kin(
        """
        ataq atac atent assalt bombarde explos invas invad ciberata tirote campanh operaç incident
        hack vítim suspeit refé mat[aoó] mort ferid roub sequestr extors

        vulnerab falha brecha cve-\\d

        vírus doença surto epidemia febre infec

        malware trojan ransomware programa vírus

        empresa companhia grupo gangue agência banco firma

        navio barco cargueiro petroleiro balsa

        avião aeronave voo

        acordo lei projeto medida decis veredito assin aprov

        incêndi fogo chamas

        terremoto sismo tremor tempestade acident
        """
    ),
)
"""Nouns that, behind an article alone, stand for what was named before."""
