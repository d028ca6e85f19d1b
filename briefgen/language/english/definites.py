"""English: definite phrases that take up what was named before."""

import re

from briefgen.language.definites import Definites, kin
from briefgen.language.patterns import any_phrase, any_word

_KIN = kin(
    r"""
    flaw vulnerab bug weakness zero-day exploit defect loophole glitch cve-\d

    attack assault str[iu] raid bomb shoot shot blast explo ambush offensive hack breach intru
    compromis hijack heist incident campaign operation clash kill murder assail gunm perpetrat
    suspect victim steal stol target extort theft ransom wound injur fire[ds] shell

    malware trojan backdoor implant botnet loader stealer worm virus payload spyware rootkit
    toolkit kit rat\b ransomware package tool extension plugin script variant strain code

    compan firm vendor agenc gang group organi bank hospital universit school ministr airline
    operator maker manufacturer retailer publisher platform startup club team regulator
    watchdog provider insurer supplier giant bureau police inc\b corp

    advisory bill law ruling verdict decision deal agreement plan proposal order letter
    warning warn ban policy sign agree propos rul decid issu announc publish approv reject

    storm hurricane earthquake quake flood fire blaze outbreak crash accident disaster leak
    spill outage epidemic collaps disease fever virus infection cholera measles

    ship vessel tanker boat ferry freighter carrier crew

    aircraft plane jet helicopter drone missile flight airliner pilot

    man\b woman men\b women boy girl couple driver defendant officer teenager patient singer
    actor player he\b she\b who\b

    arrest charg indict sentenc convict trial court judge prosecut jur defendant suspect case
    lawsuit complaint
    """
)

_UNIQUE = any_word(
    """
    government president premier minister army military navy air force police public parliament
    senate house congress cabinet world internet web economy war pandemic invasion weather sun moon
    earth sky sea ocean coast state states press media opposition church pope king queen crown
    market markets dollar euro ruble rupee pound yuan yen future past rest majority number amount
    percentage rate rates poor rich elderly dead wounded young unemployed enemy junta insurgents
    rebels constitution frontline front border capital authorities west north south east climate
    environment planet left right nation population people nature truth fact problem situation
    aim goal purpose latter former same only most whole first last next second third end start
    beginning average total highest lowest idea chance odds risk moment day night week month year
    weekend time hour season morning evening election elections vote race summit games election
    administration treasury fed state’s kremlin regime occupation vast overwhelming more less fewer
    sooner longer higher lower better worse faster bigger greater larger smaller dow jury main key
    legislature judiciary union bloc prime central white supreme interior foreign health defen[cs]e
    finance justice home federal national local regional international global un us eu uk
    """
)

_WHICH = any_word(
    """
    new newly latest recent recently subsequent alleged suspected malicious critical severe serious
    massive huge large small major minor deadly fatal same two three four five six seven eight nine
    ten several many other discovered disclosed patched reported unpatched hidden stealthy
    sophisticated coordinated joint ongoing initial original previous former old young unnamed
    anonymous unknown unidentified \\d+(?:-year-old)? affected infected compromised stolen leaked
    exposed targeted injured wounded stricken damaged burnt burning sunken missing security
    proposed controversial landmark sweeping bipartisan so-called
    """
)

_VERB = any_word(
    """
    is was are were be has had have will would could can cannot may might must should did does do
    also then later reportedly allegedly apparently initially now still never not
    \\w{2,}ed \\w{3,}(?<!s)(?<![uio])s \\w{3,}ly
    took went came began made got gave saw left lost won hit struck shot fell rose stole told sent
    drove fought found cut shut withdrew said says ran led sank broke held met let set put kept
    became brought bought built caught chose felt flew grew knew paid read sold spoke stood swept
    taught thought threw tore wore wrote burst cost hurt ate beat bit blew bound cast clung crept
    dealt drank drew dug fed fled flung forbade forgot froze hung heard hid laid lay leapt lent lit
    meant overtook rang rode sat sought shed shook shone shrank slept slid spent split spread sprang
    spun stuck stung swam swore swung underwent understood undertook wept withdrew withheld woke
    allow enable affect target use exploit include involve lead leave remain seem appear make take
    give work run show come go want need say plan hope face carry pose cause rely abuse steal send
    install deploy download encrypt collect demand claim warn believe think know expect continue
    """
)

_UNAIDED = any_word(
    """
    apologi[sz]ed responded replied agreed belonged happened occurred arrived returned remained died
    survived escaped failed refused continued lasted collapsed crashed exploded landed appeared
    resigned protested operated worked lived travelled voted rallied marched gathered retreated
    surrendered pleaded appealed complained objected consisted resulted stemmed originated emerged
    """
)
"""Past tenses that are no participles: `escaped on foot`, unlike `claimed by rebels`."""

_COMPLEMENT = any_word("by in on at to from against for as of with after since that who which")

_DAYS = any_word(
    """
    January February March April May June July August September October November December Monday
    Tuesday Wednesday Thursday Friday Saturday Sunday
    """
)

_WHEN = rf"""(?:(?:In|Since|By|On|During|After|For|Until|Last|Late|Early|At|Over|Earlier|This)\ 
    (?:[^,A-Z]|{_DAYS}){{1,40}},\ )?"""

_HEAD = rf"(?!(?:{_UNIQUE}|\w+est)\b)[a-z]{{3,}}(?:-[a-z]+)?"

_TAKEN_UP = any_word(
    """
    flaws? vulnerabilit(?:y|ies) bugs? weakness(?:es)? issues? exploits? attacks? strikes? raids?
    bombings? shootings? blasts? explosions? ambush hacks? breach(?:es)? intrusions? incidents?
    campaigns? operations? attackers? hackers? malware trojan backdoors? botnet ransomware spyware
    payloads? compan(?:y|ies) firm agency gang group hospital advisory ruling verdict decision deal
    agreement bill storm earthquake fire blaze outbreak crash disaster leak spill outage ship vessel
    tanker aircraft plane helicopter drone suspects? victims? virus disease arrests? findings?
    scheme scam fraud theft technique method tool
    """
)

_PLACES = any_word("province city region district area town village country state island port")

_SAYS = any_phrase(
    r"""
    (?:has |have |had )?(?:\w+ly )?\w{3,}(?:ed|en)
    (?:says|said|denies|confirms|warns|found|took|hit|fixes|knew|saw|blames|links)
    """
)

DEFINITES = Definites(
    phrase=re.compile(
        rf"""
        [\"'“‘(\[]*(?:
            {_WHEN}(?:(?i:one|two|three|four|five|some|several|many|most|all|none|\d+)\ of\ )?
                [Tt]he\ (?:{_WHICH}\ ){{0,2}}(?P<subject>{_HEAD})(?:[’']s?)?
                (?=,(?!\ (?:in\b|on\b|at\b|near\b|off\b|outside\b|\d))
                |\ {_UNAIDED}\b|\ {_VERB}\b(?<!\w\wss)(?!(?<=ed)\ {_COMPLEMENT}\b))
            | (?:[A-Z][\w’.-]*\ ){{1,4}}{_SAYS}\ (?:that\ )?the\ (?:{_WHICH}\ ){{0,2}}
                (?P<object>{_TAKEN_UP})\b(?=[,.;]|\ (?:{_VERB}|and|but|to|after|before|on\ {_DAYS}
                |in\ (?:{_DAYS}|\d))\b)
            | (?:[^\s.!?]+\ ){{0,8}}?[Tt]h(?:is|ese|ose)\ (?:{_WHICH}\ )?(?P<this>{_TAKEN_UP})\b
            | (?:[^\s.!?A-Z]+\ |[A-Z][^\s.!?]*\ (?=[a-z])){{0,1}}(?:[^\s.!?A-Z]+\ ){{0,12}}?
                (?:in|at|of|from|to|for|across|near|around|throughout)\ th(?:is|ese)\ 
                (?P<there>{_PLACES})\b
        )
        """,
        re.VERBOSE,
    ),
    kin=_KIN,
)
"""What has a head that nothing names; nouns of something there is only one of have none."""
