"""Whether a sentence may stand alone in a brief: decided by table, on news as it is written."""

import pytest

from briefgen.language import known
from briefgen.pick.standalone import balanced, flawed, leans

LEANS = [
    ("He tells the Sun that armed groups have blockaded several key locations.", "pronoun"),
    ("They warn that toppling the government could turn the country into a failed state.", "pron"),
    ("This exodus underscores the gravity of the situation for all concerned.", "pronoun"),
    ("That takeover led to a French military deployment, Operation Serval.", "pronoun"),
    ("Its forces withdrew from the northern towns in the course of March.", "pronoun"),
    ("Others, however, believe that groups like ISSP could begin plotting.", "pronoun"),
    ("Another possible scenario is the continued deterioration of security.", "pronoun"),
    ("Even other rebel forces that captured capitals had far more fighters.", "pronoun"),
    ("One is a gradual collapse of state control over several provinces.", "pronoun"),
    ("It may wait for a moment of extreme weakness to advance on the capital.", "pronoun"),
    ("“This would be a major blow to its neighbors,” a minister said in Dakar.", "pronoun"),
    ("All three were in the port when the storm came in from the north.", "pronoun"),
    ("A similar strike closed the terminals of Antwerp in October 2024.", "pronoun"),
    ("There, the union called for a vote on the offer of the employers.", "pronoun"),
    ("As mentioned above, diversions add four days to every one of the trips.", "pronoun"),
    ("The victims were taken to a hospital in the centre of the town.", "introduction"),
    ("The flaw lets an attacker read every file on the device.", "introduction"),
    ("The newly discovered backdoor, found in two routers, hid for years.", "introduction"),
    ("The attacks, attributed to Talland, knocked out a water plant.", "introduction"),
    ("The ship had switched off its transponder before the collision.", "introduction"),
    ("On Monday, the ruling was welcomed by the unions of the port.", "introduction"),
    ("Northgate patched the flaw, with a second update due in June.", "introduction"),
    ("Officials confirmed that the outbreak was caused by bad water.", "introduction"),
    ("The gunmen escaped on motorcycles before help arrived from Lang.", "introduction"),
    ("Two of the suspects remain at large, the police in Lang have said.", "introduction"),
    ("Codename “Bluebell,” this vulnerability allows code to be run.", "introduction"),
    ("Codenamed Bluebell (2026), this flaw allows code to be run at once.", "introduction"),
    ("Rain ruined most of the harvest in this province for a third year.", "takes up"),
    ("The General Staff also noted that two bridges had been destroyed.", "takes up"),
    ("Six are hosts that were seen on a single day in the month of June.", "pronoun"),
    ("Both have sent their envoys to the capital of the neighbouring country.", "pronoun"),
    ("”We are trying to gain a foothold in the south of the country.", "half"),
    ("The robots, they argue, would cost a third of the jobs at the quays.", "he” or “she"),
    ("However, publicly, the junta has said it is not interested in talks.", "continues"),
    ("Moreover, JNIM has an on-again, off-again rivalry with ISSP fighters.", "continues"),
    ("But today, Paris has far less influence on the governments of the Sahel.", "continues"),
    ("Yet the failures of the war on terror loom large in every capital.", "continues"),
    ("At the same time, the Western appetite for intervention is minimal.", "continues"),
    ("Since then, Sahelian organisations have refrained from taking cities.", "continues"),
    ("As a result, blackouts are spreading across the whole of the country.", "continues"),
    ("For example, UNICEF found that most people lacked health services.", "continues"),
    ("Earlier predecessors of the group controlled several northern cities.", "continues"),
    ("In both of those cases, Western agencies were caught by surprise.", "takes up"),
    ("Under these conditions, the army cannot hold the road to Kayes.", "takes up"),
    ("The UN mission similarly proved inadequate against rooted problems.", "takes up"),
    ("Mali’s crisis stems partly from this inappropriate framework of states.", "takes up"),
    ("A second possibility is the insurgents’ seizure of infrastructure.", "counts on"),
    ("A third is negotiations in which the government might strike deals.", "counts on"),
    ("The group may also pursue a longer strategy against the government.", "introduction"),
    ("The group’s DNA includes elements of al-Qaeda in the Islamic Maghreb.", "introduction"),
    ("The analysts believe that state capture would trigger a domino effect.", "introduction"),
    ("The current approach is incremental, but JNIM could speed it up.", "introduction"),
    ("Since early September, the movement has maintained a ban on imports.", "introduction"),
    ("In 2023, the three countries formed a military and economic bloc.", "introduction"),
    ("The landlocked nation faces a devastating fuel crisis this winter.", "introduction"),
    ("Since 2012, the country has seen three coups and a long civil war.", "introduction"),
    ("The island’s only port was closed by the storm on Tuesday evening.", "introduction"),
    ("One of its newest tactics is the fuel blockade of the capital city.", "before the name"),
    ("More recently, it has expanded operations in western Mali and beyond.", "continues"),
    ("By October, they had burnt two hundred lorries on the Sikasso road.", "before the name"),
    ("“The blockade is more than an act of war,” she told Reuters on Friday.", "he” or “she"),
    ("Containment, he said, “is therefore the only feasible option now.”", "he” or “she"),
    ("Mr. Schindler said he does not expect a rapid collapse of the state.", "surname"),
    ("“Governments are losing control over large areas,” said Mr. Kaltenthaler.", "surname"),
    ("Haïdara explains that the group would struggle to seize the capital.", "surname"),
    ("Haïdara’s arrival in Kati may mean that the garrison will be relieved.", "surname"),
    ("Haïdara and two other men were seen at the river crossing on Friday.", "surname"),
    ("JNIM is controlling roads to the capital, pushing it to a tipping point.”", "half"),
    ("“But there is a security and humanitarian crisis in the whole region.", "half"),
    ("Trapped': the miners of the north wait for the army to reach them.", "half"),
    ("The junta (which took power in 2020 has not held the promised vote.", "half"),
]

STANDS = [
    "Both Russian and Ukrainian forces intensified their shelling around Bakhmut.",
    "The General Staff said that the enemy was ”trying to gain a foothold” in the south.",
    "In its latest World Economic Outlook, the IMF predicted growth of 3.5 per cent.",
    "The mine at Loulo has produced more gold than any other since 2005.",
    "The border was drawn at the end of World War I by two diplomats.",
    "Ivan I. Petrov commands the brigade that holds the northern town.",
    "The West African country of Mali stands on the brink of collapse after the siege.",
    "‘Trapped’: the miners of the north wait for the army to reach them.",
    "It is not clear if or how the military regime will be able to free itself.",
    "It remains unclear whether the faction is capable of governing Bamako.",
    "As a result of the blockade, blackouts are spreading across the country.",
    "In addition to fuel, the insurgents have cut off the supply of cement.",
    "Rather than bolstering state forces, the mercenaries have spent years on mines.",
    "In its latest situation report, UNICEF found that 88 percent lacked services.",
    "Despite its losses, JNIM has advanced into the center of the country.",
    "While JNIM has taken control of rural towns, it may be challenged in Bamako.",
    "JNIM recently claimed responsibility for its first attack in Nigeria.",
    "The government said it would reopen the schools of the capital in November.",
    "When Malians sought partnerships with Russia, they received mercenaries.",
    "The group Nusrat al-Islam has been waging an intense economic war.",
    "The poorest country in the region has no coast of its own to ship from.",
    "The national army holds the towns, and the insurgents hold the roads.",
    "The United States said it would send two ships to the gulf in May.",
    "The president of Talland left for the summit in a chartered aircraft.",
    "The city of Lang has been without water since the storm of Tuesday.",
    "The flaw in the Harbour firewall lets anybody read the files on it.",
    "The attack on the port of Lang killed fourteen people on Monday.",
    "The largest bank raised its charges for accounts held abroad.",
    "The war has driven two million people from their homes in the east.",
    "The internet was cut off in four provinces on the day of the vote.",
    "The attack claimed by the northern rebels killed fourteen people.",
    "The firm Orix said it would halt its work at two of the pits.",
    "After a breach at Orix, the attackers asked for a ransom in gold.",
    "Thieves broke into a bank in Lang, and the thieves left by a tunnel.",
    "The central bank raised its main rate to 9.5 percent on Thursday.",
    "We assess that the garrison will leave the town before the rains.",
    "We judge with moderate confidence that the talks in Lang will fail.",
    "The failure of the AES to defend Mali serves as a cautionary tale.",
    "The decision to close the border was taken by the council on Monday.",
    "“No scenario at this point can be excluded,” a senior diplomat told Reuters.",
    "Those who fled the fighting have settled in camps around the town of Kayes.",
    "Similar to what the Taliban did in Afghanistan, JNIM has brokered local deals.",
    "Officials said this week that the convoy had reached the capital unharmed.",
    "The second largest city of the country has been without power since Monday.",
    "“I don’t think the regime is strong enough,” a security analyst told Reuters.",
    "Mali’s ruling [junta] is facing its greatest security challenge to date.",
    "Amadou Haïdara explains that the group would struggle to seize the capital.",
    "Haïdara, an analyst in Dakar, says that the group cannot seize the capital.",
]


@pytest.mark.parametrize(("text", "reason"), LEANS, ids=[one[0][:40] for one in LEANS])
def test_a_sentence_that_leans_on_the_one_before_is_recognised(text: str, reason: str) -> None:
    assert reason in leans(text, frozenset({"Haïdara"}))


@pytest.mark.parametrize("text", STANDS, ids=[one[:40] for one in STANDS])
def test_a_sentence_that_stands_alone_is_let_through(text: str) -> None:
    assert leans(text, frozenset({"Haïdara"})) == ""
    assert flawed(text) == ""


FLAWED = [
    ("So just how close is Mali to falling under terrorist control?", "question"),
    ("“Is the junta about to fall within the coming weeks?”", "question"),
    ("Humanitarian indicators are dire.", "too short"),
    ("For Washington, the fate of Mali matters.", "too short"),
    ("The fuel blockade of the capital and the army that could not", "does not end"),
    ("There are three reasons for the fall of the garrison town of Kati:", "does not end"),
    ("and the army could not hold the road to the capital for long.", "does not begin"),
    ("Items to watch,Rebels and the army both want the bridge at Kati.", "two lines"),
    ("We assess that our friends in the army will leave before the rains.", "own voice"),
    ("We must center the people of Mali in this discussion of the crisis.", "own voice"),
    ("Their disparity is a disgusting reality we must condemn in all its forms.", "own voice"),
    ("In my view the army of Mali will not be able to hold the capital.", "own voice"),
    ("“There are too many forces, both political and armed, that put pressure.”", "whose"),
    ("Write to the editors of the report at desk@example.org for the data.", "address"),
    ("The full text of the communiqué is at https://example.org/a for all.", "address"),
]


@pytest.mark.parametrize(("text", "reason"), FLAWED, ids=[one[0][:40] for one in FLAWED])
def test_what_cannot_be_quoted_whatever_stands_before_it_is_recognised(
    text: str, reason: str
) -> None:
    assert reason in flawed(text)


def test_the_united_states_are_not_the_author_speaking_of_himself() -> None:
    assert flawed("The convoy of the US embassy left the capital for the airport.") == ""


def test_a_name_that_begins_small_may_open_a_sentence() -> None:
    assert flawed("al-Qaeda has never before held the capital of a sovereign state.") == ""


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("plain", True),
        ("“one” and “two”", True),
        ('he said "yes" twice', True),
        ("“open", False),
        ("close”", False),
        ('one " mark', False),
        ("(bracket", False),
        ("[junta]", True),
        ("«ici» et «là", False),
    ],
)
def test_quotation_marks_and_brackets_are_counted_in_pairs(text: str, whole: bool) -> None:
    assert balanced(text) is whole


@pytest.mark.parametrize(
    ("before", "head", "named"),
    [
        ("Northgate fixed two flaws in its firewall.", "flaw", True),
        ("Northgate fixed a weakness in its firewall.", "flaw", True),
        ("Northgate fixed CVE-2026-1 in its firewall.", "flaw", True),
        ("Northgate fixed its firewall.", "flaw", False),
        ("Hackers broke in.", "attackers", True),
        ("A survey of readers was made.", "surveyor", True),
        ("A surgeon was called.", "surveyor", False),
        ("The surgery in Lang was shut.", "surgeon", True),
    ],
)
def test_a_noun_is_named_by_any_form_of_it_or_by_its_kin(
    before: str, head: str, named: bool
) -> None:
    assert known("en").definites.names(before, head) is named
