"""Short words that end sentences, and are no abbreviations, whatever follows them."""

from collections.abc import Mapping
from types import MappingProxyType

LONGEST = 5
"""Letters of a short word: what is longer is hardly ever an abbreviation, and those stand in lists."""

SHORT_WORDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        tag: frozenset(words.split())
        for tag, words in {
            "en": """
                act add added adult age agent agree ahead aid air album alive allow alone anti apart
                apply april area areas armed arms army ask asked avoid award aware baby bad bag ball
                ban band bank bans base based basic basin basis bay beach beat bed began begin best
                bet bid bids big bill birth black blast block blood blow blue board boat boats body
                bomb bombs book books born boss box boy boys brain brand bread break bring broke
                brown build built burnt bus busy buy call calls came camp camps car card cards care
                cargo carry cars case cases cash cast catch cause cease cells chaos check chief
                child china choir cited city civil claim clash class clean clear click cliff close
                cloud club coach coal coast code cold color come comes cool copy cost costs count
                coup court cover crash crazy crew crime crops cross crowd cup curb cut daily dam
                dams dance dark data date dawn day days dead deal death debt debts deep delta die
                died dies dog dogs door doubt draw drawn dream dress drink drive drone drop drug
                drugs dusk duty early earth east easy eat eight end ended ends enjoy enter event
                exile exit extra eye eyes face fact fair faith fall fan fans far farm farms fast fat
                fear feed feel feels feet fell felt feud fever field fifth fight file film final
                find fine fire fired fires firm first fish fit five fix flags fled fleet flood floor
                flour fly focus food foot force form found four frank fraud free freed fresh front
                froze fuel full fully fun fund funny gain game games gang gangs gas gate gates gave
                get gets gift girl girls give given gives glad glass goal goals goes going gold gone
                good got grade grain grand grave great green grew group grow guard guess guide gulf
                gun guns guy guys hair half hall hand hands happy hard hate haven head hear heard
                heart heat heavy held help high hill hit hold home homes hope horse host hot hotel
                hour hours house huge human hurt ice idea ideas india inn isle issue items jail
                jails japan job jobs join judge july june junta keep kept key kid kids kill kind
                king kings knew know known knows labor lack laid lake land lands lane lanes large
                last late later law laws lead leaks learn leave led left legal level lie life light
                liked line lines link list live lived lives loan loans local long look looks lose
                loss lost lots love loved low lower luck lucky magic main major male man map march
                match maybe mean means meant media meet men metal miles mill mills mind mines mob
                model money month mood mouth move moved movie mud music name named names near need
                needs net new news nice night nine noon north note notes nurse oath offer oil old
                older ones open order owned owner pact pacts page paid pain paper paris park part
                parts party pass past pay peace peak phone photo pick piece pier pipe pipes place
                plan plane plans plant play plays plea pleas plot plus point poll polls pools poor
                port ports post power press price prime prior proud prove pull pumps push put quake
                queen queue quick quota race radio raid raids rail rails rain rains raise ran range
                rank ranks rare rate rates reach read ready real rebel red reef rent rents rest rice
                rich ride ridge right ring riot rise risk river road roads rock role roll roof room
                rope rose round route rows royal ruin ruins rule rules run runs sacks sad safe sails
                sale sales salt sand sank save saved saw scale scam scene score sea seas seat see
                seed seen self sell send sense sent serve set seven shall share sheds shell ship
                ships shock shop shore short shot show shown shows shut sick side siege sign sit
                site sites six size skin sleep slept slow slums small smart smoke snow soil sold son
                song songs soon sorry sort soul sound south space speak speed spend spent spies
                spill spoke spot spur staff stage stand star stars start state stay steel step stick
                stock stole stone stood stop store storm story stray strip study stuff style super
                sure surge swamp sweet table take taken takes talk tank tanks tax taxes team teams
                ten tent tents term terms test texas text thank theft thing think third three throw
                tides ties till time times title today toll tomb took tools top torn total touch
                tough tour tower town towns track trade trail train trap treat tree trees trial
                tribe tried trip troop truce truck true truly trust truth try turf turn turns twice
                two type types union unit units use used users uses using value vault veto video
                view views visa visas visit voice vote votes wage wages wait wake walk wall walls
                waned want wants war waste watch water wave waves way ways wear week weeks weird
                wells went west wheat white wide wife wild win wind winds wish woman women wood word
                words work works world worry worse worst worth wound write wrong wrote yard year
                years yes young youth zone zones
            """,
            "de": """
                abend ach aktiv album all alt alte alten alter amt angst arzt auge augen auto autor
                autos baden bahn band bank basis bau bauen beste bett bevor bier bild bin bist bitte
                blick blieb bloss boden bombe boot boote brach brand brot buch bucht chef china club
                damen damm dank danke dar daten denke denkt ding dinge dorf dran drauf drei drin
                droht druck dumm ebbe eben echt egal ehe eher eins ende erde ernst erste essen euro
                fall fand fans fehlt fest feuer fiel film finde firma floh fluss flut folge folgt
                form fort foto fotos frage frei freie freut froh früh fuss fährt fällt fühlt führt
                fünf ganze gar gebe geben geh gehe gehen geht geld genau genug gern gerne getan gilt
                ging glaub glück gold gott grad gross grund grün grüne gut gute guten guter gutes
                hab habt hafen haft halle halt halte hand handy hart hast haus hause haut heer herz
                heute hielt hilfe hilft hitze hoch hoffe hohe hohen holen holz hotel hund hält
                hände höhe hören hört idee ideen insel jahr jahre job juli junge jungs juni kam
                kamen kampf karte kasse kenne kennt kind klage klar klein knapp kohle komm komme
                kommt kopf korn kraft kreis krieg krise kunst kurz kurze könig könne könnt küste
                laden lag lage lager land lang lange lass leben lebt legen leid lesen leute licht
                liebe lief liegt liess linie link linke links liste live lohn los luft lust lässt
                läuft löhne mach mache macht mai mal mann markt meer meint menge meter miete mine
                minen mitte monat mord mund musik musst märz nacht nahe nahm name namen natur nein
                nennt netz netze neu neue neuen neuer neues nimmt nähe nötig oben offen oft opfer
                ort osten paar pakt paris party passt plan platz post preis pumpe punkt rast raum
                raus recht rede reden regel regen reich reihe rein reise rest rolle rot ruhe ruhig
                ruine rund runde sache sag sage sah sank satz schau schön sechs see sehe sehen seid
                seite serie setzt sicht sieg siehe sieht sinn sinne sitzt sohn sonne sowas spass
                spiel sport spät staat stadt stand starb stark start steht stets stieg stolz strom
                sturm stück suche sucht szene tag tage tagen tages tat team teil teile text thema
                tief tiere tisch titel tod toll tolle tor tore tot total tote toten traf tritt trotz
                trägt tun turm tut tür ufer uhr union unten vater video vier volk voll waffe wagen
                wahl wahr wald wann weder weg wehr weise weiss weit welt wen werk werke wert wien
                wieso will wind wirkt wirst woche wort worte wäre wären zahl zaun zehn zeigt zeit
                zelt zelte zeuge zieht ziel zog zoll zone zonen zug zuvor zählt zölle öl
            """,
            "fr": """
                abord accès acte adore agit aide aider aime aimé air album aller allez ami amis
                amour année ans anti août appel arme armes armée arrêt assez avion avis avril bande
                bas base beau beaux belle ben blanc bleu blé bois bombe bon bonne bons bord bout
                bras bref brûlé but buts bébé cadre café calme camp camps canal carte cas cause
                champ chat chaud chef cher chien chine choix chose chute chuté ciel cinq cité clair
                club code coeur coin connu cool corps coulé coup coupe coups cour cours court crise
                crois croit cru crue créer créé côte côtes côté côtés cœur dame date delà demi dette
                deux dieu dis dites dix dois doit donne donné dos doute droit drôle dur durée dès
                débat début déjà eau eaux effet envie essor etat etats etre euros exil face faim
                faire fais faite faits fasse faut faute faux façon femme fer fera ferme fermé feu
                feux fil fille film films fils fin final fini finir foi fond fonds force forme fort
                forte fou frais frein froid front frère fui fuite futur fête gagné garde gare gars
                gaz genre gens goût grand grave gros grâce grève haut haute heure hier hiver homme
                huit hôtel ici idée idées image jeu jeudi jeune jeux joue jouer jour jours joué juge
                juin juste lance large libre lien lieu lieux ligne ligue lire liste lit livre loi
                loin lois long loyer lundi lutte lycée lyon mai main mains maire mal mari mars marée
                match matin meme mer merci met mets midi mine mines mis mise mode mois monde mort
                morts mot mots moyen musée mère neuf noir nom noms nord note noël nuit nuits nul
                objet offre ordre otage ouest oui ouvre page pages paix parc paris parle parlé part
                parti passe passé payer pays peau peine pense perdu perte petit peur peux photo pied
                pieds pire pièce place plan plein pluie poids point pont ponts port porte ports pose
                poser poste prend pris prise privé prix près prévu prêt père quai quais radio raid
                raids refus rend rendu reste reçu riche rien rire rive roi rouge route rue russe
                rêve rôle sac saint sais sait salle salut sang santé sauvé scène sein sel sens sert
                seul seule seuls sexe signe sinon site sites situé six siège soi soir sol somme sort
                sorte sorti sport stade style sud suite suivi sujet super série sûr sœur table tard
                taux temps tenir tente tenu terme terre texte tiens tient tirer titre toit tombe top
                total tour train trois trêve tuer tués type télé tête tôt union unis unité usage
                usine vague vais vas vaut venir vent vente venu verre veut veux via vidéo vie viens
                vient vieux ville vin vingt vis vit vite vivre voie voir voire vois voit voix vote
                voulu vrai vraie vue yeux zone zones âge échec école écrit élevé état états étude
                êtes île îles œuvre
            """,
            "es": """
                abajo abril abrir acaba acabo acero acto actos agua ahí aire aires aldea allá alma
                alta alto ambas ambos amiga amigo amo amor anda apoyo armas arte atrás auto autor
                aviso ayer ayuda azul año años bahía baja banco banda barco base basta baño boca
                bomba buen buena bueno buque busca cabo café caja calle calma calor cama campo canal
                caos capaz cara carga cargo carne carta casa casas caso casos causa cayó cerca cerró
                chica chico chile china cielo cinco cine cita civil claro clase clave club color
                comer común copa corte cosa cosas costa crear cree creen creer crees creo crudo cruz
                cuba culo culpa cuota curso cuya cuyo dado dan dando dar darle das datos daño debes
                decir decía deja dejar dejo dejó deseo deuda dia dias dicen dices dicha dicho diez
                diga digo dije dio dios doble dolor don droga duda duro día días edad enero entra
                error estan estás esté estén falta favor fecha feliz final fines flota fondo forma
                foto fotos fuego fuga fácil gana ganar ganas gente golpe grado gran grano grupo
                grúas gusta gusto habla habrá haces hacía haga hagan hago hará hecho hice hija hijo
                hijos hizo hogar hola honor hora horas hotel hoy huida huyó iba idea ideas ido igual
                isla islas jamás japón jefe joven juego juez jugar julio junio junta junto justo
                lado lago larga largo lee leer legal lejos ley leyes libre libro lista listo llama
                llega llegó lleno lleva llevó local loco lucha lugar luna lunes luz líder línea
                madre mal mala malo mamá mando mano manos marca marzo mas matar mayo mayor media
                medio menor mente mes mesa meses miedo mil miles minas mira mitad modo monte morir
                motín mueve mujer multa mundo murió muro nave negro nivel niña niño niños noche
                norte nota novia nueva nueve nuevo obra obras ocho odio ojo ojos orden oro pacto
                padre pagar pago pan papa papel par paro paros parte parís paró pasa pasar pase paso
                pasó paz país pedir pelo pena pensé peor perro perú pesar pesca peso pesos pide pie
                piel pies piso pista plan plata playa plaza plazo pobre pocas pocos poder podrá
                podía pone poner post pozo pozos presa pueda puedo punto puso queda quedó quema
                quizá radio raid ramas raro rato razón real red redes rehén reina reino resto rey
                rica rico robo rojo ropa ruina rusia ruta rutas río ríos sabe saben saber sabes
                sabía sacar sal sala sale salir salió salud salvo santa santo sede seis serie serio
                sexo señor siete siglo sigue sirve sitio sol sola solo somos sos subió suelo suena
                sueño sur susto sólo tal tales tanta tarde tasas tema temas tener tenga tengo texto
                tipo tipos toma tomar tomó total trata trato tres trigo tuve tuvo túnel unión usa
                usar uso vale valle valor vamos vas vaya veces vemos ven venir venta veo ver verde
                ves veto viaje vida video vieja viejo viene vigas villa vino vio vista visto vive
                vivir vivo vos voto votos voy voz vía vídeo zona zonas área áreas época ésta éste
                éxito única único
            """,
            "pt": """
                abril abrir acaba acha achar achei acho acima adoro agora ajuda alma alta alto alvo
                ama amiga amigo amo amor ana andar ano anos apoio aqui armas arte ato atrás atual
                aula aulas auto autor aviso azul ação ações bahia baixa baixo banco banda banho
                barco base basta baía beber belo blog boa boas boca bola bom bomba bons breve busca
                cabo café cair cais caiu caixa calma cama campo canal caos capaz cara cargo carro
                carta casa casal casas caso casos causa cedo cena certa certo chama chave chefe
                chega cheia cheio china chão cima cinco civil claro clima clube coisa comer comum
                conta copa cor corpo corte costa criar crime crise culpa curso céu dado dados dando
                dança daqui dar data daí deixa deixe deu deus dia dias digo dique diz dizem dizer
                doce dois dor duas entra erro estou eua facas face fala falar falei falou falta fase
                fato favor fazia faça faço feira feita feito feliz festa fez fica ficam ficar fico
                ficou filha filho filme fim final fique fiz foco fogo fome fonte forte força foto
                fotos frio frota fuga fugiu fui fundo fácil gente geral globo golpe gosta gosto
                graça greve grupo grão hoje homem hora horas hotel idade ideia igual ilha ilhas indo
                iria irmã irmão irá japão jeito jogar jogo jogos jovem juiz julho junho junto lado
                lago las legal lei leis ler leste leva levar leve levou lidar liga lima linda lindo
                linha link lista livre livro lixo local loja longa longe longo los lugar luta luz
                líder maio maior mal manhã marca maria março massa mata matar medo meia meio menor
                mente merda mesa meses mil mim minas modo monte morro morte morto mudar mudou multa
                mundo muro mãe mão mãos média médio mês mídia nao natal navio negro nisso noite nome
                nomes norte nota nova novas nove novo novos nível obra obras obter oito olha olhar
                olho olhos olá onda ondas one ontem opção ordem ouro ouvir pacto pagar pai paiol
                pais papel parar paris parou parte passa passo paulo paz país pedir pediu pegar pena
                pensa penso perda perto pesca peso peça pior pista plano poder podia ponte ponto
                porta porto possa posso povo pra praia praça preso preto preço prova pré pós quase
                quer quero quis raid razão reais real rede redes redor refém rei reino resto rio
                risco rock rosa rosto rota rotas roupa rua ruas ruim ruína rádio sabe sabem saber
                sabia sai saiba sair saiu sala santa santo saída saúde seca sede segue sei seis
                sente serem serra sete sexo sexta show sim sinal sinto site sol solo som sonho sorte
                sou subiu sul super susto série sério sítio tais tarde taxa taxas tema tempo tendo
                tenha tenho termo terra teste teu texto time tipo tipos tirar tiro tive tiver tom
                toma tomar torna torno total trata trato traz trigo troca trás três túnel união usa
                usado usar uso vale valor vamos veio veja vejo velho vem vendo venha vento ver verde
                verão veto vez vezes via vice vida vidas vila vilas vim vindo vir vista visto visão
                viu viva vive viver vivo volta voto votos vou voz vídeo you zona água área áreas
                época ótimo única único
            """,
            "ru": """
                автор адрес армии армия атака атаки базе банк бежал берег ближе бог бога боже бой
                боль бомба бомбы боюсь брат будем буду будь бунт важно вами ваш ваше ваши века вести
                вечер вещи взял взять вид вида виде видел видео видно видов виду вижу вице вовсе
                вода воду воды возле война войне войну войны войск волна враг время вроде вряд вчера
                выбор выйти выход выше вышел вышла газ газа глава главе главы глаз глаза год года
                годах годов году годы голод голос город горы готов град групп давай давно дает дал
                далее дали дать двери дверь двое двумя двух дел дела деле дело делу денег день детей
                дети дней днем дни дня дождь долг долго доля дом дома доме домов домой дорог дочь
                друг друга другу думал думаю души евро жаль жара ждать ждет жена живет жизни жизнь
                жить завод закон залив зато зачем земле земли землю земля зерно зима знает знак знал
                знать знаю знают зона зоне зоны ибо игорь игр игра игре игру игры идеи идет идея
                идти идут имеет имел имели имени иметь имеют имя иначе итоге июля июня какое каком
                какую киев киеве кино китая класс клуб клуба книг книга книги книгу конец конца
                конце кофе края крови крым крыму кубка курс ладно легко лед лес лет летом лиги линии
                лиц лица лицо лично лодка любви любит люблю любой любом людей люди людям мало мама
                марта матч матча матче мать машин мая менее мере меры мест места месте место месяц
                метро минут мины мир мира мире мной мог могла могли могло могу могут мое моего моей
                моему можем мои моих море моря мост моста мосты мою муж мука мысли мысль назад найти
                налет народ наук науки начал нашей нашел нашем нашим наших нашла нашли нашу нефть
                ниже никак никто новая новое новой новую новые новый новым новых ноги номер ночи
                ночь ночью нужен нужна нужно нужны нью оба обвал обе обман образ общей общем огня
                огонь один одна одни одним одно одной одном одну озеро опыт опять осада особо ответ
                отец отказ отца пакт папа пара парня пару песни песню песня песок писал пишет план
                планы плен плохо погиб пожар позже пойду пойти пока пол поле помню понял попал пор
                пора порт порта порту порты пост пошел пошла пошли прав права право приют прошу
                прямо пути путь пяти пять работ равно рада радио раза район ранее рано раны режим
                резко рейд река реки речь решил рода роли роль роман рост роста руках руки руку
                рынок ряд ряда рядом сайт сайте самая самое самые самый самым самых сбор свет света
                свете свое своим связи связь сдал сезон села село семь семье семьи семья серии серия
                сети сеть сил сила силу силы сих склад скоро слов слова слово смог смысл снег снова
                совет соль сон союз союза спать спорт сразу срок ссора стал стала стали стало стать
                стихи сто стоит стол столь стран суд суда судно суша счет сша сын сына сюда таки
                таком такую твои твой твоя театр текст тела тело тему тип типа тонна точки точно
                трех три труба труда туда тысяч уголь удар удары улица улице улов ума умер упал утра
                утро утром ушел ушли факт фильм флот флота форме формы фото фронт хлеб ходе хотел
                хоть хотя хотят хочет хочу хуже цвета цели целом целый цель целью цена центр цены
                цеха час часа часов части часто часть часы чаще чему честь числа числе число член
                члены чтоб шаг шахта шесть школа школе школу школы шоу шторм штраф штурм щебня юго
                явно язык языка языке ясно
            """,
        }.items()
    }
)
"""The commonest words of three to five letters, but for stop words, names and those that are also
abbreviations (`art`, `max`), and words that reports of events end their sentences with.

A stop behind another short word is taken for that of an abbreviation where a number or a small
letter follows, so that no list of abbreviations has to be complete.
"""
