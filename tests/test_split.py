"""Where sentences begin and end, as news writes them, and that no character is lost on the way."""

import re
from collections.abc import Callable
from itertools import chain, pairwise, zip_longest
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefgen.model import BlockKind, Source
from briefgen.read.text import document
from briefgen.split import LONGEST, boundaries, notes, punkt, sentences, split
from briefgen.split.notes import marks, unmarked

SEEDS = Path(__file__).resolve().parent.parent / "seeds"

# A line is a text, ` | ` its boundaries.
CASES = """
The U.S. withdrew its troops. | Mali did not object.
Washington asked the U.S. Embassy in Bamako to close.
He moved to the U.S. in 2012.
The drone belonged to the U.S. | The junta denied it.
The U.N. Security Council met on Friday. | It adopted no text.
Mr. Kaltenthaler said the junta would fall. | Mr. Ba disagreed.
Mrs. Traoré and Ms. Diallo left. | Dr. Keïta stayed.
Gen. Assimi Goïta took power in 2021. | Lt. Col. Diallo was arrested.
Col. Sadio Camara, the defense minister, was killed. | Maj. Gen. Oumar Diarra took over.
Brig. Gen. Kéba Sangaré led the convoy.
Sgt. Moussa Ba and Capt. Ibrahim Traoré were decorated.
Presidents Amadou T. Touré and Ibrahim B. Keïta were ousted.
J. Peter Pham, the former envoy, visited Bamako. | He met the minister.
The report by John J. Chin and Haleigh B. Bartos was published.
“The fall of Bamako could have incalculable consequences.” | The director did not elaborate.
“This would be a major blow to its neighbors,” he said. | “The fall of Bamako could be near.”
“Will the capital fall?” she asked. | Nobody answered.
“We will not leave!” the colonel shouted. | His men left.
"Mali is falling," he told the Sun. | "It will not recover."
"We cannot rule it out." | The diplomat declined to be named.
He called it “a moment of profound urgency.” | The council agreed.
The junta spoke of “puppets of the West.” | ECOWAS did not reply.
'This is great,' he said. | 'We won.'
She said, 'The road is closed.' | The driver turned back.
The army said it had “neutralized” 40 fighters. | JNIM denied it.
He hesitated... | Then he signed.
The road … is closed. | Nobody uses it.
“We have waited… and waited,” she said. | The fuel never came.
It was over…. | The crowd left.
Inflation reached 3.5 percent in May. | It was 2.1 percent a year before.
Fuel rose to $1.75 a liter. | Bread followed.
Nearly 2.5 million people fled. | About 400,000 returned.
The court cited Art. 12 of the charter. | The judge agreed.
It ranked No. 5 on the list. | Niger was No. 7.
Resolution no. 2690 ended the mission. | The last soldiers left in December.
See p. 55 of the report. | It is clear.
The attack began at 5 a.m. on Monday. | It ended at noon.
The convoy left at 6 p.m. | The guards followed.
The shelling stopped at 11:30 p.m. | He went home.
At 5 a.m. Mr. Smith went to the bank.
The convoy of forty tankers left at 6 p.m. | Mr. Smith saw it go.
The meeting starts at 3 p.m. Monday in Niamey.
The earthquake struck at 2:28 p.m. May 12, 2008.
They met on Jan. 12 in Dakar. | No deal was signed.
On Sept. 5, 2025, the blockade began. | It has not ended.
The case of Mali vs. Senegal was closed. | Neither side appealed.
Barrick Gold Corp. said it would appeal. | The mine stayed shut.
Apple Inc. said sales fell. | Shares of Alphabet Inc. rose.
The stake is held by Hummingbird Resources Plc. | It declined to comment.
Pitt, Briggs & Co. closed the deal. | It was worth $5 million.
The site www.jeuneafrique.com was blocked. | Others were not.
Write to press@minusma.org. | Replies take a day.
Details are at https://www.un.org/en/mali.html. | The page is in English.
Érica Traoré fled. | Évariste stayed. | Île-de-France took them in.
The army withdrew. | État-major officials confirmed it.
They were led by Al-Hassan ag Intalla. | Ömer Kaya replaced him.
The group (which is led by Iyad ag Ghali) denied it. | Paris did not.
(The ministry did not reply.) | The army did.
He taught there (he had studied in Paris.) for years.
The junta [in Bamako] refused. | So did Niger.
“If [JNIM] were to capture the state,” they wrote, “it could become a haven.”
Why now? | The answer is fuel.
What next? | Nobody knows! | Not even the generals.
The St. Petersburg summit ended. | No pact was signed.
Soldiers from Ft. Bragg trained them. | The program ended in 2012.
The E.U. suspended its mission. | The training stopped.
The Ph.D. student was freed. | She returned to Oslo.
Sen. Chris Coons, D-Del., asked for a hearing. | Rep. Sara Jacobs agreed.
Ousmane Sonko Jr. spoke first. | His father did not.
Prices rose, e.g. for rice. | Aid groups warned of hunger, i.e. famine.
Militants burned trucks, buses, etc. | The road was closed.
The 1.2 km bridge was mined. | Nobody crossed.
It happened in the 7 a.m.-9 a.m. window. | Traffic was light.
The Washington D.C. office is closed. | Staff work from home.
He lives in Washington, D.C. | His family stayed in Mali.
They left. | al-Shabaab said it had won.
“Go!” | “Where to?” | “Niamey.”
BAMAKO, Nov. 4 (Reuters) - Militants burned tankers. | The army fled.
The toll: 12 dead; 40 wounded. | No group claimed the attack.
Yahoo! in Mali was blocked. | Google was not.
Fr. Hans-Joachim Lohre was freed. | Mme. Diarra was not.
The unit lost 3 men at Km. 30. | It withdrew.
The accord – signed in Algiers – is dead. | Rebels rearmed.
The vote was 12-1. | China abstained.
Only the former colonial power, i.e. France, objected. | It left.
“It’s over.” | ‘It is not,’ said the other.
Fighting resumed last week. | Residents fled.
The siege entered its second month. | Prices doubled.
The militants attacked the depot two years ago. | Tankers still burn.
The rule (see para. 2 of Reg. 12) applies to all ships. | Nobody knew it.
The harbour fee rose to Rs. 500 on Monday. | It was Sh. 40 before.
The port was held by 1st Bn. Regt. 12 and Flt. Falcon. | It fell.
Power was cut for max. 12 hours (est. 200 homes). | It came back.
The clause (incl. annex. 3, Tbl. 4 and Sched. 5) was cut. | Nobody objected.
It was hit at lat. 12 and lon. 40 by a mine. | It sank.
See Encl. IV, App. B and Pt. II for the map. | It is old.
Atty. Gen. Moss and Chmn. Vale met Wg. Cdr. Green. | They agreed.
Lt. Cdr. Owen, Pte. Ross and Msgr. Ricci were there. | So was Sgt. Cole.
He ran to the max. | Then he stopped.
It fought in the 2nd div. | Twelve men came.
The siege ended with the war. | 12 people died.
They closed the port. | 40 ships waited outside.
They asked the FBI. | 12 agents came.
They fled to Mali. | 400 stayed.
It was a slave. | 1871 set it free.
The agency set a day, August 6, 2026. | cPanel has mended the flaw.
The fix came in March. | npm users should take it. | curl is safe.
Phones sold well in 2024. | iPhone sales fell. | eBay rose.
Is it safe? | macOS is. | node.js is not, nor is log4j.
The court sat for a week. | a federal judge spoke last.
The dept. of trade and the govt. of Mali agreed on approx. ten points.
He called it (nobody had asked. He was alone.) a shame. | It was.
The guard [he was new. He was young.] fled. | (Nobody else did. | It was late.)
1) Open the valve | 2) Close the hatch | 3) Call the guard
1. Open the valve | 2. Close the hatch.
a. The first gate | b. The second gate | c. The third gate
• The first gate | • The second gate
They must: | 1. Open the valve. | 2. Close the hatch.
He must: 1) open the valve, 2) close the hatch and 3) call. | It is late.
It fell in 2022³. | Then it rose [4]. | It fell¹. | It rose ².
The army bombed the camp by the bank. | Militants returned to the south. | France left.
Troops searched the port, the park and the market. | Nobody was found. | Officers refused.
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_a_text_falls_into_its_sentences(case: str) -> None:
    expected = case.split(" | ")
    text = " ".join(expected)
    assert [text[start:end] for start, end in boundaries(text)] == expected


NOTES = """
JNIM’s aim is clear.[1] The state’s is not.[2] -> JNIM’s aim is clear. | The state’s is not.
Aid came. [7] It went. [8, 9] -> Aid came. | It went.
Aid came.[⁷] It went.²,³ -> Aid came. | It went.
Aid came.[i] It went.[iii][iv] -> Aid came. | It went.
Aid came.[citation needed] It went.[note 2] -> Aid came. | It went.
“Aid came.”[3] It went on May 4.[5-7] It is lost. -> “Aid came.” | It went on May 4. | It is lost.
Aid came.[1]Then it went.[2] -> Aid came. | Then it went.
The army withdrew.12 Ukrainian forces did not.¹³ -> The army withdrew. | Ukrainian forces did not.
Aid came.2,3 Nobody saw the war.4-6 -> Aid came. | Nobody saw the war.
Aid came.(3) It went.† Nobody saw it.^4^ -> Aid came. | It went. | Nobody saw it.
Aid came.[^1] It went.\u200b Nobody saw it.\u200b[2] -> Aid came. | It went. | Nobody saw it.
The U.S.[1] Army left. -> The U.S.[1] Army left.
“Wagner”[3] Group left. -> “Wagner”[3] Group left.
It cost $3.12 On average. -> It cost $3.12 On average.
They will recover... [a]nd go. -> They will recover... [a]nd go.
See fig.3 On page 4. -> See fig.3 On page 4.
"""


@pytest.mark.parametrize("case", NOTES.strip().splitlines())
def test_the_mark_of_a_note_behind_a_sentence_is_no_part_of_it(case: str) -> None:
    text, expected = case.split(" -> ")
    assert " | ".join(text[start:end] for start, end in boundaries(text)) == expected


NEAR = st.sampled_from([*".!?”») ,(3)[]^†\u200b1²abwar", "war.", ".”", " »", "[4]", "(5)", "war.6"])


@given(st.lists(NEAR, max_size=12).map("".join))
def test_the_look_that_saves_time_hides_no_mark(text: str) -> None:
    assert marks(text) == tuple(found.span("marks") for found in notes._MARKS.finditer(text))


# The text, and behind an arrow its sentences.
EDGES = """
Ten people were killed.The army denied it. -> Ten people were killed. | The army denied it.
Nobody was told.Residents fled, he said. -> Nobody was told. | Residents fled, he said.
“It is over.”The crowd left. -> “It is over.” | The crowd left.
"It is over."The crowd left. -> "It is over." | The crowd left.
The crowd left."It is over," he said. -> The crowd left. | "It is over," he said.
It fell in 2024.The army denied it. -> It fell in 2024. | The army denied it.
Is it over?The army denied it. -> Is it over? | The army denied it.
It fell (in May).The army denied it. -> It fell (in May). | The army denied it.
The code calls fmt.Println and asp.Net here. -> The code calls fmt.Println and asp.Net here.
They use Node.Js and System.Net here. -> They use Node.Js and System.Net here.
The U.S.Army left, the U.N.Council did not. -> The U.S.Army left, the U.N.Council did not.
The attack failed.* Next came rain. -> The attack failed. | Next came rain.
**The army left.** Next came rain. -> The army left. | Next came rain.
*The army left.* **Next** came rain. -> The army left. | **Next** came rain.
The **army left.** *Next came rain.* -> The **army left.** | Next came rain.
__The army left.__ The _exit_ is shut. -> The army left. | The _exit_ is shut.
**The army left. Next came rain.** -> The army left. | Next came rain.
_exit was called. It failed. -> _exit was called. | It failed.
It fell.² ³ Then it rose. -> It fell. | Then it rose.
"""


@pytest.mark.parametrize("case", EDGES.strip().splitlines())
def test_a_sentence_begins_where_a_space_was_left_out_and_has_no_asterisks_around_it(
    case: str,
) -> None:
    text, expected = case.split(" -> ")
    assert " | ".join(text[start:end] for start, end in boundaries(text)) == expected


UNSEEN = """
adj admx affl agg anx aqr bbl bkt brk bvd calc capt cbm cct chg cmp cpt cru ctn cwt dbl decl deg
dft drwg dup dwt elev emb encl env est exd fac fath fcst flr fwd gov grp gws hdq hyd ibid ident
impl intl inv jnl judg kn lab lgt lim ltr magn mem mfr mil mkt msg mtg neg nom numb occup opn par
parl pct phys pkt prec proj psn pub qual quot rcd recd reg rept rpm rtn sched seq shpt
sig spgr subj subs surv sym tech tks tot trib ult usg vec veh vert vill wdt whf xfr xmit yds zn
""".split()
ORDINARY = """
war day army port men week road town hit dead fire sea hall base camp coast us them it bridge ships
country residents market slave machine Mali Iran Monday
""".split()


@pytest.mark.parametrize("word", UNSEEN)
def test_an_abbreviation_that_stands_in_no_list_ends_no_sentence_before_a_number(word: str) -> None:
    for text in (f"They met at {word}. 12 in Oslo.", f"He ({word.title()}. 5 of it) left."):
        assert len(boundaries(text)) == 1


@pytest.mark.parametrize("word", ORDINARY)
def test_an_ordinary_word_ends_a_sentence_before_a_number_too(word: str) -> None:
    text = f"They came to the {word}. 12 of them stayed there."
    assert [text[start:] for start, _ in boundaries(text)][1:] == ["12 of them stayed there."]


def test_the_first_marker_of_an_item_may_have_been_taken_off() -> None:
    text = "Open the valve 2) Close the hatch 3) Call"
    assert [text[start:end] for start, end in boundaries(text, is_item=True)] == [
        "Open the valve",
        "2) Close the hatch",
        "3) Call",
    ]
    assert len(boundaries(text)) == 1


@pytest.mark.parametrize("mark", ["[{}]", " [{}]", "[{}, 3]", "[{}][7]"])
def test_a_text_with_notes_has_the_sentences_it_has_without(mark: str) -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        plain = document(Source(path.name, "", b""), path.read_text("utf-8"))
        found = list(sentences(plain))
        stopped = [one.end for one in found if one.text.rstrip("”").endswith((".", "!", "?"))]
        bounds = [0, *stopped, len(plain.text)]
        pieces = [plain.text[start:end] for start, end in pairwise(bounds)]
        numbers = [mark.format(number % 99) for number in range(1, len(pieces))]
        noted = "".join(chain.from_iterable(zip_longest(pieces, numbers, fillvalue="")))
        again = sentences(document(Source(path.name, "", b""), noted))
        assert [one.text for one in again] == [one.text for one in found]


@pytest.mark.parametrize("case", [str.lower, str.upper])
def test_a_text_in_letters_of_one_case_falls_into_the_same_sentences(
    case: Callable[[str], str],
) -> None:
    text = "Mr. Ba left Mali on Jan. 5. He saw U.S. and U.N. aid. Why now? It is fuel, e.g. petrol."
    assert boundaries(case(text)) == boundaries(text)
    assert len(boundaries(text)) == 4


def test_a_heading_is_one_sentence_and_positions_count_within_the_block() -> None:
    text = "U.S. Embassy Closes in Bamako\nThe army left. It fled.\n"
    found = list(sentences(document(Source("a.txt", "", b""), text)))
    assert [(one.kind.value, one.block, one.position, one.text) for one in found] == [
        ("heading", 0, 0, "U.S. Embassy Closes in Bamako"),
        ("paragraph", 1, 0, "The army left."),
        ("paragraph", 1, 1, "It fled."),
    ]


def test_what_is_too_long_is_left_out_and_keeps_its_position() -> None:
    text = "word " * LONGEST + "end. The army left."
    (left,) = sentences(document(Source("a.txt", "", b""), text))
    assert (left.text, left.position) == ("The army left.", 1)


def test_sentences_of_several_documents_come_in_their_order() -> None:
    documents = [document(Source(name, "", b""), "One fell. Two rose.") for name in ("b", "a")]
    assert [(one.document, one.position) for one in split(documents)] == [
        ("b", 0),
        ("b", 1),
        ("a", 0),
        ("a", 1),
    ]


MARKS = ".!?…,;:\"'“”‘’()[]-–—•> \t\n\r\x85\u2028\u00a0ÉŁ🔓\ufeff"
WORDS = (
    ". |.” |[1] |U.S. |Lt. Col. |5 p.m. Mr. |and I. |the army |al-Qaeda |1. |- |> |No. 5 |Ωμέγα. "
    '|Then |officials. |in 2013. |it. |Gen. |why? |" |马里。|\r\n|\n\n|\n-\n|---\n|a\u0301|'
    + "x"
    * 600
).split("|")
PIECES = st.sampled_from(MARKS) | st.sampled_from(WORDS)
TEXTS = st.lists(PIECES | st.text(max_size=12), max_size=60).map("".join)


@given(TEXTS)
@example("A line\n-\nA title of some words")
def test_blocks_lie_in_order_inside_the_text_and_never_overlap(text: str) -> None:
    found = document(Source("a.txt", "", b""), text)
    blocks = [(one.start, one.end) for one in found.blocks]
    spans = sorted(blocks + [(one.start, one.end) for one in found.dropped])
    assert all(0 <= start < end <= len(found.text) for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))


@given(TEXTS | TEXTS.map(str.lower))
@example("ein fuß. ŉ ŉ. ǰa ΐ. zu fuß. es war so.")
def test_a_sentence_is_the_text_at_its_place_and_only_space_and_notes_are_lost_between_two(
    text: str,
) -> None:
    found = document(Source("a.txt", "", b""), text)
    for one in sentences(found):
        assert found.text[one.start : one.end] == one.text == one.text.strip() != ""
    for block in found.blocks:
        if block.kind is BlockKind.HEADING:
            continue
        words = found.text[block.start : block.end]
        spans = [(0, 0), *boundaries(words), (len(words), len(words))]
        words = re.sub("[*_]", " ", unmarked(words, marks(words)))
        assert all(one[1] <= two[0] for one, two in pairwise(spans))
        assert not "".join(words[one[1] : two[0]] for one, two in pairwise(spans)).strip()


@given(TEXTS)
@example("It is done. civil. Then it was. 5. Five! ” Is it?” Said. 'No.' He (Dr. A) left. So . It")
@example('He left. A. Smith came. . . Then to be\ncivil. The end?! Yes. The U.S.? The word ."')
def test_what_ends_plainly_is_what_the_engine_takes_for_an_end(text: str) -> None:
    spans = punkt._tokenizer(not text.isupper()).span_tokenize(punkt._tamed(text))
    assert {0, *punkt.starts(text)} == {0, *(start for start, _ in spans)}


@pytest.mark.parametrize(
    "unit",
    [
        "x",
        "Lt. ",
        ". ",
        "“",
        ".”",
        "x.” “",
        "É. ",
        "1. ",
        "[1] ",
        "p.m. ",
        "’ ",
        "?!",
        "x.[1] ",
        ".[1,",
        ".[a ",
        '."A ',
        "(a. B",
        "*. A",
        "1) A ",
        "x.A ",
        "_",
        ". a",
    ],
)
def test_no_hostile_text_takes_time_that_grows_with_its_square(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    began = perf_counter()
    boundaries(text)
    assert perf_counter() - began < 10  # nupunkt alone takes 100 s for the worst of them
