"""Languages: told apart offline, their terms found in any form, none in another's way."""

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.language import (
    TABLES,
    UNDETERMINED,
    detect,
    fold,
    forms,
    has_tables,
    known,
    stemmed,
    terms,
    words,
)
from briefgen.language.detection import LEAST_DISTINCT
from briefgen.language.profiles import COMMONEST
from briefgen.model import Basis, Document, Metadata, Source
from briefgen.read.text import document

CHECKOUT = Path(__file__).resolve().parent.parent
CORPUS = CHECKOUT / "tests" / "languages" / "corpus"
SPOKEN = {
    "arabi": "ar",
    "deutsch": "de",
    "english": "en",
    "espanol": "es",
    "francais": "fr",
    "italiano": "it",
    "portugues": "pt",
    "russkij": "ru",
}


def read(text: str, declared: str | None = None) -> Document:
    return document(Source("a.txt", "", b"", Metadata(language=declared)), text)


@pytest.mark.parametrize(("name", "tag"), SPOKEN.items())
def test_the_language_of_every_paragraph_of_the_corpus_is_told(name: str, tag: str) -> None:
    paragraphs = (CORPUS / f"{name}.txt").read_text("utf-8").split("\n\n")
    assert {detect(one) for one in paragraphs if len(one.split()) > 20} == {tag}


PROSE = {
    "fr": "La ville a perdu des habitants depuis dix ans, selon les chiffres que le ministère a"
    " publiés. Les maires demandent une aide pour les écoles, qui ferment dans les communes.",
    "es": "La ciudad ha perdido habitantes desde hace diez años, según las cifras que el ministerio"
    " ha publicado. Los alcaldes piden una ayuda para las escuelas, que cierran en los pueblos.",
    "pt": "A cidade perdeu habitantes nos últimos dez anos, segundo os números que o ministério"
    " publicou. Os prefeitos pedem uma ajuda para as escolas, que fecham nas pequenas vilas.",
    "de": "Die Stadt hat seit zehn Jahren Einwohner verloren, wie aus Zahlen hervorgeht, die das"
    " Ministerium hat. Die Gemeinden bitten um Hilfe für ihre Schulen.",
    "ru": "Город теряет жителей уже десять лет, как следует из данных, которые опубликовало"
    " министерство. Главы районов просят помощи для школ, которые закрываются в посёлках.",
    "ar": "فقدت المدينة سكانا منذ عشر سنوات حسب الأرقام التي نشرتها الوزارة. ويطلب رؤساء البلديات"
    " مساعدة للمدارس التي تغلق في القرى الصغيرة من البلاد.",
    "en": "The city has lost people for ten years, by figures that the ministry has made public."
    " The mayors ask for help for their schools, which are being closed in the small towns.",
}
ROWS = [
    "\n\n".join(
        f"{name} {year} {year * 7}" for year in range(1900, 1990) for name in ("Lyon", "Bonn")
    ),
    "\n".join("| Norvik | 1 204 | 12,4 % | Rhône |" for _ in range(60)),
    " ".join(["Marseille Toulouse Valencia Sevilla Porto Bremen Ajaccio Bologna Utrecht"] * 20),
    "\n\n".join(["Place de la Paix", "Calle de la Luz", "Rua da Paz", "Via di Roma"] * 30),
    "\n".join(f"{number};{number * 3},50;EUR" for number in range(300)),
]


@pytest.mark.parametrize("tag", PROSE)
@pytest.mark.parametrize("rows", ROWS)
def test_prose_beside_tables_and_lists_of_names_tells_the_language(tag: str, rows: str) -> None:
    for text in (f"{rows}\n\n{PROSE[tag]}", f"{PROSE[tag]}\n\n{rows}", f"{rows}. {PROSE[tag]}"):
        assert read(text).language == tag


def test_names_of_all_countries_tell_no_language() -> None:
    clubs = "Racing de Talmar, Juventus di Mirow, Sporting de la Costa, Bayern Velden, Real Norvik"
    assert detect(" ".join([clubs] * 10)) == UNDETERMINED
    assert len({"de", "di", "la"} & COMMONEST["it"]) < LEAST_DISTINCT


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("nl", "De dokwerkers van de haven staken al elf dagen voor een hoger loon, zegt de bond."),
        ("ca", "Els estibadors del port fan vaga des de fa onze dies per demanar més sou."),
        ("uk", "Докери порту страйкують уже одинадцятий день і вимагають підвищення зарплати."),
        ("fa", "کارگران بندر از یازده روز پیش برای افزایش دستمزد در اعتصاب هستند و این را گفت."),
        ("pl", "Dokerzy portu strajkują od jedenastu dni i nie chcą się zgodzić na to, że praca."),
    ],
)
def test_a_neighbour_is_not_taken_for_a_language_with_tables(tag: str, text: str) -> None:
    assert detect(text) == tag
    assert not has_tables(tag)


@pytest.mark.parametrize(
    "text",
    [
        "港の労働者は賃金の引き上げを求めて十一日間ストライキを続けている。",
        "Οι λιμενεργάτες απεργούν εδώ και έντεκα ημέρες ζητώντας υψηλότερους μισθούς.",
        "qwe rty uio pas dfg hjk lzx cvb nmq wer tyu iop asd fgh jkl zxc vbn mqw ert yui opa sdf",
    ],
)
def test_what_is_in_no_profile_is_undetermined(text: str) -> None:
    assert detect(text) == UNDETERMINED


@pytest.mark.parametrize("text", ["", "JNIM burned tankers.", "12 : 4", "Bamako Timbuktu"])
def test_of_a_text_that_says_too_little_nothing_is_told(text: str) -> None:
    assert detect(text) == ""
    assert read(text).basis is Basis.ASSUMED


def test_what_is_declared_goes_before_what_is_detected() -> None:
    text = "The dockers of the port have been on strike for eleven days over their wages."
    assert (read(text).language, read(text).basis) == ("en", Basis.DETECTED)
    said = read(text, "pt-BR")
    assert (said.language, said.basis) == ("pt-BR", Basis.DECLARED)
    assert known("pt-BR") is known("pt")


@given(st.text())
def test_any_text_has_a_language_of_the_profiles_or_none(text: str) -> None:
    assert detect(text) in {*COMMONEST, UNDETERMINED, ""}


@pytest.mark.parametrize(
    ("tag", "keyword", "written"),
    [
        ("en", "fuel convoys", "a fuel convoy"),
        ("en", "mercenary", "Russian mercenaries"),
        ("en", "bombing", "after the bombings"),
        ("en", "U.S. official", "US officials"),
        ("en", "army of Niger", "the army’s Nigerien"),
        ("en", "Russia’s mercenaries", "a Russian mercenary"),
        ("fr", "salaire", "une hausse des salaires"),
        ("fr", "travailleur portuaire", "les travailleurs portuaires"),
        ("es", "trabajador portuario", "los trabajadores portuarios"),
        ("pt", "greve", "as greves"),
        ("de", "Lohn", "höhere Löhne"),
        ("de", "Streik", "seit Beginn des Streiks"),
        ("de", "Verhandlung", "die Verhandlungen"),
        ("ru", "забастовка", "за продолжение забастовки"),
        ("ru", "переговоры", "о переговорах"),
        ("ru", "цена пшеницы", "Ценами пшеницы"),
        ("ru", "самолет", "самолёты"),
        ("ar", "إضراب", "والإضراب"),
        ("ar", "ميناء", "بالميناء"),
        ("ar", "اضراب", "الإِضْراب"),
        ("ar", "مفاوضات", "المفاوضات"),
    ],
)
def test_a_keyword_is_found_in_its_inflected_forms(tag: str, keyword: str, written: str) -> None:
    found = stemmed(written, tag)
    asked = stemmed(keyword, tag)
    assert asked and f" {' '.join(asked)} " in f" {' '.join(found)} "


@pytest.mark.parametrize(
    ("tag", "text", "content"),
    [
        ("en", "What the U.S. told us", ["u.s."]),
        ("en", "The US, the UN-led EU and UNESCO", ["u.s.", "u.n.", "led", "e.u.", "unesco"]),
        ("fr", "L’État n’est pas d’accord aujourd’hui", ["état", "accord"]),
        ("es", "El Gobierno de EE. UU. no lo es", ["gobiern", "eeuu"]),
        ("de", "Die Straße ist in der Stadt", ["strass", "stadt"]),
        ("ru", "Он был в порту", ["порт"]),
        ("ar", "وقد كان في الميناء", ["ميناء"]),
        ("it", "il porto di Meridia", ["il", "porto", "di", "meridia"]),
    ],
)
def test_stop_words_go_by_the_language_and_none_is_lost_without_tables(
    tag: str, text: str, content: list[str]
) -> None:
    assert terms(text, tag) == content


@pytest.mark.parametrize("tag", TABLES)
def test_stop_words_are_written_as_they_are_looked_for(tag: str) -> None:
    language = known(tag)
    assert {fold(word, tag) for word in language.stop_words} <= language.stop_words


@pytest.mark.parametrize("tag", [tag for tag in TABLES if tag != "en"])
@given(st.text())
def test_accents_may_be_written_apart_from_their_letters(tag: str, text: str) -> None:
    assert isinstance(words(text, tag), list)
    assert terms("cafe\u0301 élevé", tag) == terms("café élevé", tag)


@pytest.mark.parametrize("tag", TABLES)
def test_tables_say_which_language_they_are_of(tag: str) -> None:
    assert known(tag).tag == tag


@pytest.mark.parametrize(
    ("word", "same", "other"),
    [
        ("mobilisation", "mobilise mobilised mobilising", "mob mobbed"),
        ("planned", "plan plans planning", "plane planet"),
        ("supplies", "supply supplied", "suppose"),
        ("official", "officials officially", "office officer"),
        ("use", "used uses using", "us"),
        ("u.s.", "u.s.", "us"),
        ("niger", "nigerien nigeriens", "nigeria nigerian"),
        ("malians", "mali malian", "male malaysian"),
        ("kiev", "kyiv", "kyivan"),
    ],
)
def test_an_english_word_has_the_forms_of_its_stem(word: str, same: str, other: str) -> None:
    assert set(same.split()) <= set(forms(word))
    assert not set(other.split()) & set(forms(word))


@given(st.sampled_from(["en", "ru", "ar", "de", "xx"]), st.text(min_size=1, max_size=20))
def test_a_word_is_the_first_of_its_forms_and_the_only_one_where_terms_are_stems(
    tag: str, word: str
) -> None:
    found = forms(word, tag)
    assert found[0] == word
    assert len(set(found)) == len(found)
    assert len(found) == 1 or tag == "en"


@pytest.mark.parametrize("tag", TABLES)
def test_no_word_has_the_stem_of_two_families(tag: str) -> None:
    families = [{stemmed(word, tag)[0] for word in words} for words in known(tag).families]
    assert all(len(stems) == 1 for stems in families)
    assert len(set().union(*families)) == len(families)


def test_the_forms_of_a_word_are_what_the_sample_has_of_its_stem() -> None:
    """All but rare ones, such as `engineers`, whose stem nothing else would be put to."""
    texts = [path.read_text("utf-8") for path in sorted((CHECKOUT / "seeds").glob("*.txt"))]
    families: dict[str, set[str]] = {}
    for word in terms(" ".join(texts)):
        families.setdefault(stemmed(word)[0], set()).add(word)
    pairs = [pair for family in families.values() for pair in permutations(sorted(family), 2)]
    missed = [(word, other) for word, other in pairs if other not in forms(word)]
    assert len(pairs) > 500
    assert len(missed) <= 0.01 * len(pairs), missed
