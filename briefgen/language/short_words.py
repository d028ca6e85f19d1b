"""Short words that end sentences, and are no abbreviations, whatever follows them."""

from collections.abc import Mapping
from types import MappingProxyType

LONGEST = 5
"""Letters of a short word: what is longer is hardly ever an abbreviation, or stands in a list."""

SHORT_WORDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        tag: frozenset(words.split())
        for tag, words in {
            "en": """
                act add added adult age agent agree ahead aid air album allow apart april area areas
                armed arms ask asked avoid award bad bag ball ban band bank bans based basic basin
                basis bay beach beat bed began begin best bet bid bids big bill birth black blast
                block blood blow blue board boat boats bomb bombs book books born boss box boy boys
                brain brand bread break bring brown build built burnt bus buy call calls camp camps
                car card cards cars cases cash cast catch cells chaos check chief child choir cited
                civil claim clash class clean clear click cliff cloud club coach coal coast cold
                color comes cool cost costs count coup court cover crash crew crops cross crowd cup
                curb cut dam dams dark dawn day days dead deal death debt debts deep die died dies
                dog dogs door doubt draw drawn dream dress drink drop drug drugs dusk earth east eat
                eight end ended ends enjoy enter event exit eye eyes fact fair faith fall fan fans
                far farm farms fast fat fear feed feel feels feet fell felt feud fever field fifth
                fight film final find fired fires firm first fish fit fix flags fled fleet flood
                floor flour fly focus food foot form found four frank fraud free freed fresh front
                fuel full fun fund gain games gang gangs gas gates get gets gift girl girls given
                gives glad glass goal goals goes going gold good got grain grand great green grew
                group grow guard guess gulf gun guns guy guys hair half hall hand hands hard haven
                head hear heard heart heat held help high hill hit hold homes host hot hotel hour
                hours human hurt ice idea ideas india inn issue items jail jails japan job jobs join
                keep kept key kid kids kill kind king kings knew know known knows labor lack laid
                land lands lanes last later law laws lead leaks learn led left legal level lie light
                liked lines link list lived lives loan loans local long look looks loss lost lots
                loved low lower luck magic main major man map march match mean means meant media
                meet men metal miles mill mills mind mines mob model money month mood mouth moved
                movie mud music named names near need needs net new news night noon north notes oath
                offer oil old older ones open order owned owner pact pacts paid pain paper paris
                park part parts pass past pay peak pick pier pipes plan plans plant play plays plea
                pleas plot plus point poll polls pools poor port ports post power press prior proud
                pull pumps push put queen queue quick radio raid raids rail rails rain rains ran
                rank ranks rates reach read real rebel red reef rent rents rest rich right ring riot
                risk river road roads rock roll roof room round rows royal ruin ruins rules run runs
                sacks sad sails sales salt sand sank saved saw scam sea seas seat see seed seen self
                sell send sent set seven shall sheds shell ship ships shock shop short shot show
                shown shows shut sick sign sit sites six skin sleep slept slow slums small smart
                snow soil sold son song songs soon sort soul sound south speak speed spend spent
                spies spill spot spur staff stand star stars start stay steel step stick stock stood
                stop storm stray strip stuff super swamp sweet taken takes talk tank tanks tax taxes
                team teams ten tent tents term terms test texas text thank theft thing think third
                three throw tides ties till times today toll tomb took tools top torn total touch
                tough tour tower town towns track trail train trap treat tree trees trial tried trip
                troop truck true trust truth try turf turn turns two types union unit units use used
                users uses using value vault video view views visas visit votes wages wait walk wall
                walls waned want wants war watch water waves way ways wear week weeks weird wells
                went west wheat wild win wind winds wish woman women wood word words work works
                world worst worth wound wrong yard year years yes young youth zones
            """,
            "de": """
                abend ach aktiv album all alt alten alter amt angst arzt augen autor autos baden
                bahn band bank basis bau bauen bett bevor bier bild bin bist blick blieb bloss boden
                boot brach brand brot buch bucht chef club damen damm dank dar daten denkt ding dorf
                dran drauf drei drin droht druck dumm eben echt egal ehe eher eins ernst essen fall
                fand fans fehlt fest feuer fiel film floh fluss flut folgt form fort fotos frei
                freie freut froh früh fuss fährt fällt fühlt führt fünf gar geben geh gehen geht
                geld genau genug gern getan gilt ging glaub glück gold gott grad gross grund grün
                gut guten guter gutes hab habt hafen haft halt hand hart hast haus haut heer herz
                hielt hilft hoch hohen holen holz hotel hund hält hören hört idee ideen insel
                jahr job jungs kam kamen kampf kennt kind klar klein knapp komm kommt kopf korn
                kraft kreis krieg kunst kurz könig könnt laden lag lager land lang lass leben lebt
                legen leid lesen licht lief liegt liess linie link links lohn los luft lust lässt
                läuft mach macht mai mal mann markt meer meint meter minen monat mord mund musik
                musst märz nacht nahm namen natur nein nennt netz neu neue neuen neuer neues nimmt
                nötig oben offen oft opfer ort osten paar pakt paris passt plan platz post preis
                punkt rast raum raus recht reden regel regen reich rein rest rot ruhig rund sag sah
                sank satz schau schön sechs see sehen seid serie setzt sicht sieg sieht sinn sitzt
                sohn sowas spass spiel sport spät staat stadt stand starb stark start steht stets
                stieg stolz strom sturm stück sucht tag tagen tages tat team teil text tief tisch
                titel tod toll tor tot total toten traf tritt trotz trägt tun turm tut tür ufer uhr
                union unten vater video vier volk voll wagen wahl wahr wald wann weder weg wehr
                weiss weit welt wen werk wert wien will wind wirkt wirst wort wären zahl zaun zehn
                zeigt zeit zelt zieht ziel zog zoll zonen zug zuvor zählt öl
            """,
            "fr": """
                abord accès agit aider air album aller allez ami amis amour année ans août appel
                armes armée arrêt assez avion avis avril bas beau beaux ben blanc bleu blé bois bon
                bons bord bout bras bref but buts camp camps canal cas champ chat chaud chef cher
                chien choix ciel cinq clair club coeur coin cool corps coup coups cour cours court
                crois croit cru crue créer créé côtes côtés cœur deux dieu dis dites dix dois doit
                dos droit dur durée dès débat début eau eaux effet envie essor etat etats euros exil
                faim fais faits faut faux façon fer feu feux fil film films fils fin final finir foi
                fond fonds fort fou frais frein froid front fui futur gars gaz gens goût grand gros
                haut hier hiver huit hôtel ici idée idées jeu jeux joue jouer jour jours joué juin
                lien lieu lieux ligue lit loi loin lois long loyer lycée lyon mai main mains mal
                mars marée match matin mer met mets mines mis mois mort morts mot mots moyen musée
                neuf noir nom noms nord noël nuit nuits nul objet ouest oui pages paix parc paris
                part payer pays peau petit peur peux pied pieds plan plein pluie poids point pont
                ponts port ports poser prend pris prix près prêt quai quais radio raid raids refus
                rend rien roi rue sac saint sais sait salut sang sein sel sens sert seul seuls sinon
                sites situé six soi soir sol sort sport sud sujet super série sûr sœur tard taux
                temps tenir tiens tient tirer toit top total tour train trois tuer tués tôt union
                unis vague vais vas vaut venir vent veut veux via vidéo vie viens vient vieux vin
                vingt vis vit voie voir vois voit voix vrai vraie vue yeux zones âge échec écrit
                état états êtes île îles
            """,
            "es": """
                abril abrir actos agua ahí aires aldea ambas ambos amo amor apoyo armas atrás autor
                ayer azul año años bahía buen buque calor canal caos capaz casas casos cayó civil
                club color comer común cosas crear cree creen creer crees creo cruz cuya cuyo dan
                dar das datos debes decir decía dejar deseo dia dias dicen dices diez dio dios dolor
                don día días edad error estan estás estén favor feliz final fines fotos fácil ganar
                ganas gran grúas haces hacía hagan hijos hogar honor horas hotel hoy huyó iba idea
                ideas ido igual islas jamás japón joven juez jugar julio junio lee leer legal lejos
                ley leyes local lugar lunes luz líder línea mal manos mas matar mayo mayor media
                medio menor mes meses mil miles minas mitad morir motín mujer murió nivel niños
                novia obras odio ojo ojos orden oro pagar pan papel par paros parís pasar paz país
                pedir peor pesar pesos pie piel pies plan playa pocas pocos poder podía poner post
                pozos radio raid ramas razón real red redes rehén rey rusia rutas río ríos saben
                saber sabes sabía sacar sal salir salió salud seis serie serio señor sigue sitio sol
                somos sos subió sur tal tales tasas temas tener tipos tomar total tres túnel unión
                usa usar uso valor vamos vas vaya veces vemos ven venir veo ver ves video vigas vio
                vivir vos votos voy voz vía vídeo zonas área áreas
            """,
            "pt": """
                abril abrir achar achei ama amo amor ana andar ano anos apoio aqui armas ato atrás
                atual aulas autor azul ação ações bahia baía beber blog boa boas bom bons cair cais
                caiu canal caos capaz casal casas casos cheia cheio chão civil comer comum cor criar
                céu dados daqui dar daí deu deus dia dias dique diz dizem dizer dois dor duas estou
                eua facas falar falei falou favor fazia feliz fez ficam ficar ficou fim final fique
                fiz fotos frio fugiu fui fácil geral grão homem horas hotel ideia igual ilhas iria
                irmão irá japão jogar jogos jovem juiz las legal lei leis ler levar levou lidar link
                local los lugar luz líder maio maior mal maria matar meia meio menor meses mil mim
                minas mudar mudou mãe mão mãos média médio mês mídia nao natal navio nomes novas
                novos nível obras obter olhar olhos olá ondas one ontem opção ordem ouvir pagar pai
                paiol pais papel parar paris parou paz país pedir pediu pegar pior poder podia pra
                praia pré pós quer quis raid razão reais real redes redor refém rei rio rock rotas
                rua ruas ruim rádio sabem saber sabia sai sair saiu segue sei seis serem show sim
                sinal sol som sou subiu sul super série sério sítio tais taxas teu tipos tirar tiver
                tom tomar total traz trás três túnel união usa usar uso valor vamos veio vem ver
                verão vez vezes via vidas vilas vim vir visão viu viver votos vou voz vídeo you água
                área áreas
            """,
            "ru": """
                автор адрес армии армия банк бежал берег бог бой боль боюсь брат будем будь бунт ваш
                вечер взял взять вид видел видео видов войск враг вряд выбор выход вышел газ глаз
                год годах годов голод голос город готов град групп давай дает дал далее дать дверь
                двое двух дел денег день детей дней днем дни дня дождь долг дом домов домой дорог
                дочь друг думал думаю жаль ждать ждет живет жизнь жить завод закон залив зачем знает
                знак знал знать знаю знают ибо игорь игр идеи идет идея идут имеет имел иметь имеют
                имя какое каком какую киев китая класс клуб книг конец края крым курс лед лес лет
                летом линии лиц любит любой любом людей людям матч мать машин мая менее мест месяц
                минут мир мной мог могут мое моей можем мои моих мост мою муж мысль назад налет
                народ наук начал нашей нашел нашем нашим наших нефть никак новая новое новой новую
                новые новый новым новых номер ночь нужен нью оба обвал обе обман образ общей общем
                огонь один одним одной одном опыт опять ответ отец отказ пакт песок писал пишет план
                плен погиб пожар пол понял попал пор порт пост пошел прав приют путь пять работ
                радио район ранее режим рейд речь решил роль роман рост руках рынок ряд рядом сайт
                самая самое самые самый самым самых сбор свет свое своим связь сдал сезон семь серии
                серия сеть сил сих склад слов смог смысл снег совет соль сон союз спать спорт срок
                стал стать сто стоит стол столь стран суд счет сша сын таком такую твои твой твоя
                театр текст тип трех три тысяч уголь удар улов ума умер упал утром ушел факт фильм
                флот фронт хлеб хотел хоть хотят хочет целом целый цель центр час часов часть честь
                член чтоб шаг шесть шоу шторм штраф штурм юго язык
            """,
        }.items()
    }
)
"""The commonest words of three to five letters, but for stop words, names and those that are also
abbreviations (`art`, `max`), and words that reports of events end their sentences with. Longer ones
in a vowel need not stand here, since few abbreviations end in one.

A stop behind another short word is taken for that of an abbreviation where a number or a small
letter follows, so that no list of abbreviations has to be complete.
"""
