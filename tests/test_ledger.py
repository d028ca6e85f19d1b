"""The ledger of a brief: what it records, how it is kept, what it refuses, what it explains."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from briefgen import ledger as ledgers
from briefgen.corpus import profile
from briefgen.errors import LedgerError
from briefgen.ledger import Ledger, dump, explain, load, materials, overview, record, schema, tell
from briefgen.ledger.record import CONSIDERED, TERMS
from briefgen.model import (
    Artefact,
    Brief,
    Candidate,
    Citation,
    Corpus,
    Document,
    File,
    Keyword,
    Limits,
    Metadata,
    Outcome,
    Passage,
    Rejection,
    Section,
    Selection,
    Sentence,
    Settings,
    Statement,
    Theme,
    Tlp,
)
from briefgen.stock import digest

SEEDS = Path(__file__).parent.parent / "seeds"
SCHEMA = Path(str(ledgers.__file__)).with_name("brief.schema.json")
SENTENCE = re.compile(r"\S[^\n]*?[.!?][”’\")]*(?=\s|$)")

BLOCKADE = Theme("blockade", "The blockade", (Keyword("fuel"), Keyword("Bamako", 2.5)))
REGION = Theme("region", "The region", (Keyword("Burkina Faso"),), "Spill-over", ("tourism",))


def read(name: str) -> Document:
    data = (SEEDS / name).read_bytes()
    return Document(
        path=name,
        sha256=sha256(data).hexdigest(),
        metadata=Metadata(title="Mali", publisher="A publisher", published=date(2025, 11, 4)),
        text=data.decode("utf-8"),
        blocks=(),
        dropped=(),
        reader="text",
    )


def candidates(document: Document, theme: Theme) -> list[Candidate]:
    return [
        Candidate(
            sentence=Sentence(found[0], document.path, 0, index, found.start(), found.end()),
            theme=theme.id,
            score=1 / (index + 3),
            features={"likeness": 1 / (index + 3) - 0.1, "opens its block": 0.1},
            terms=tuple((f"term {rank}", 1 / (rank + 7)) for rank in range(20)),
        )
        for index, found in enumerate(SENTENCE.finditer(document.text))
    ]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project folder: configuration, sources and two folders of templates."""
    for name in ("seeds", "mine/css", "bundled/css"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "briefgen.yaml").write_text("series: Sahel")
    (tmp_path / "seeds" / "sources.yaml").write_text("{}")
    (tmp_path / "mine" / "css" / "page.css").write_text("mine")
    (tmp_path / "mine" / ".hidden").write_text("an editor's own")
    (tmp_path / "bundled" / "css" / "page.css").write_text("theirs")
    (tmp_path / "bundled" / "brief.md.j2").write_text("words")
    return tmp_path


def settings_of(project: Path) -> Settings:
    return Settings(
        path=project / "briefgen.yaml",
        sha256=digest(project / "briefgen.yaml"),
        series="Sahel",
        title="Mali",
        organisation="The desk",
        tlp=Tlp.AMBER_STRICT,
        sources=project / "seeds",
        output=project / "output",
        templates=(project / "mine", project / "bundled"),
        formats=("md", "html", "pdf"),
        page="A4",
        limits=Limits(),
        themes=(BLOCKADE, REGION),
    )


def ledger_of(project: Path) -> tuple[Ledger, Corpus]:
    """Return the ledger of a brief of one theme with something to say and one without."""
    documents = tuple(read(path.name) for path in sorted(SEEDS.glob("00[01]*.txt")))
    first, second = (candidates(document, BLOCKADE) for document in documents)
    bullet = Statement(first[0].sentence, 1, first[0])
    leaning = Statement(second[6].sentence, 2, second[7])
    after = Statement(second[7].sentence, 2, second[7])
    brief = Brief(
        series="Sahel",
        title="Mali",
        organisation="The desk",
        tlp=Tlp.AMBER_STRICT,
        as_of=date(2026, 11, 21),
        bottom_line=(bullet,),
        sections=(Section(BLOCKADE, bullet, ((leaning, after),)), Section(REGION, None, ())),
        citations=tuple(
            Citation(number, profile(one)) for number, one in enumerate(documents, start=1)
        ),
    )
    rejections = tuple(Rejection(one, "too like sentence 1") for one in reversed(first[1:]))
    selections = (
        Selection(BLOCKADE, Passage((first[0].sentence,), first[0]), (), rejections),
        Selection(REGION, None, (), ()),
    )
    files = (
        *(File(document.path, Outcome.READ, "", document.sha256) for document in documents),
        File("odd\udcff.txt", Outcome.REFUSED, "odd\udcff.txt is not text"),
    )
    corpus = Corpus(files)
    texts = {document.path: document for document in documents}
    artefacts = (Artefact("brief.md", "text/markdown", b"words"),)
    settings = settings_of(project)
    had = materials(settings)
    return record(brief, selections, corpus, texts, settings, artefacts, had), corpus


@pytest.fixture
def ledger(project: Path) -> Ledger:
    return ledger_of(project)[0]


@pytest.fixture
def kept(ledger: Ledger, tmp_path: Path) -> Path:
    path = tmp_path / "brief.json"
    path.write_bytes(dump(ledger))
    return path


# --- what is recorded --------------------------------------------------------------------------


def test_sentences_stand_in_reading_order_with_their_roles(ledger: Ledger) -> None:
    found = [(one.number, one.role, one.source, one.lead_in) for one in ledger.sentences]
    assert found == [
        (1, "bottom line", 1, False),
        (2, "section", 2, True),
        (3, "section", 2, False),
    ]


def test_each_sentence_and_what_stands_beside_it_is_verbatim_in_its_source(ledger: Ledger) -> None:
    for sentence in ledger.sentences:
        text = read(ledger.sources[sentence.source - 1].path).text
        before, after = text[: sentence.start], text[sentence.end :]
        assert text == before + sentence.text + after
        assert (sentence.prefix, sentence.suffix) == (before[-32:], after[:32])


def test_losers_are_kept_best_first_up_to_the_cap_and_counted(ledger: Ledger) -> None:
    blockade, region = ledger.considered
    scores = [rejected.score for rejected in blockade.rejected]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) == CONSIDERED < blockade.total
    assert (region.theme, region.total, region.rejected) == ("region", 0, ())


def test_numbers_are_rounded_and_terms_cut(ledger: Ledger) -> None:
    sentence = ledger.sentences[0]
    assert sentence.score == 0.333333
    assert sentence.features == {"likeness": 0.233333, "opens its block": 0.1}
    assert len(sentence.terms) == TERMS
    assert sentence.terms[0] == ("term 0", 0.142857)


def test_everything_that_went_in_is_hashed(ledger: Ledger) -> None:
    def hashed(text: str) -> str:
        return sha256(text.encode()).hexdigest()

    assert ledger.inputs.configuration == hashed("series: Sahel")
    assert ledger.inputs.declarations == hashed("{}")
    assert [(one.name, one.sha256) for one in ledger.inputs.templates] == [
        ("brief.md.j2", hashed("words")),
        ("css/page.css", hashed("mine")),
    ]
    assert [(one.path, one.outcome) for one in ledger.inputs.files][2:] == [
        ("odd\\udcff.txt", "refused")
    ]
    assert ledger.artefacts[0].sha256 == hashed("words")
    assert {"python", "weasyprint", "pango", "scikit-learn"} <= ledger.versions.keys()


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="no file that cannot be read")
def test_a_template_that_cannot_be_read_is_named(project: Path) -> None:
    (project / "mine" / "broken.css").symlink_to("/proc/self/mem")
    with pytest.raises(LedgerError, match=r"broken\.css: expected to record its hash, found"):
        ledger_of(project)


def test_the_ledger_is_the_same_in_another_folder(
    ledger: Ledger, project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "project"
    project.rename(elsewhere)
    assert dump(ledger_of(elsewhere)[0]) == dump(ledger)
    assert str(project).encode() not in dump(ledger)


# --- how it is kept ----------------------------------------------------------------------------


def test_a_kept_ledger_comes_back_whole(ledger: Ledger, kept: Path) -> None:
    assert load(kept) == ledger
    assert dump(load(kept)) == kept.read_bytes()


def test_the_kept_text_is_for_people_too(kept: Path) -> None:
    data = kept.read_bytes()
    assert data.startswith(b'{\n  "format": 1,\n')
    assert data.endswith(b"}\n")
    assert "Jama’at" in data.decode("utf-8")


def test_the_published_schema_is_the_one_the_code_generates() -> None:
    # If this fails because the nouns changed on purpose: SCHEMA.write_bytes(schema()), and think
    # whether entries.FORMAT must be raised.
    assert SCHEMA.read_bytes() == schema()


def test_a_real_ledger_fits_the_published_schema(kept: Path) -> None:
    published = json.loads(SCHEMA.read_bytes())
    jsonschema.Draft202012Validator.check_schema(published)
    jsonschema.validate(json.loads(kept.read_bytes()), published, jsonschema.Draft202012Validator)


# --- what is refused ---------------------------------------------------------------------------

Steps = tuple[str | int, ...]

BREAKS_THE_SCHEMA: list[tuple[Steps, Any]] = [
    (("format",), 2),
    (("issue", "date"), "21 November"),
    (("issue", "tlp"), "TLP:WHITE"),
    (("settings", "page"), "A5"),
    (("settings", "limits", "words"), 1),
    (("settings", "limits", "wrods"), 900),
    (("inputs", "configuration"), "ABC"),
    (("inputs", "files", 0, "outcome"), "liked"),
    (("sources", 0, "path"), "/etc/passwd"),
    (("sources", 0, "sha256"), None),
    (("sentences", 1, "start"), -1),
    (("sentences", 1, "start"), "12"),
    (("sentences", 1, "role"), "footnote"),
    (("sentences", 1, "prefix"), "p" * 33),
    (("sentences", 1, "copies"), 0),
    (("sentences", 1, "terms", 0), ["fuel"]),
    (("sentences", 1, "note"), "an unknown key"),
    (("considered", 0, "rejected", 0, "score"), "high"),
    (("artefacts", 0, "name"), "../brief.md"),
    (("artefacts",), {}),
]

CONTRADICTS_ITSELF: list[tuple[Steps, Any]] = [
    (("sources", 1, "number"), 3),
    (("sentences", 1, "number"), 7),
    (("sentences", 1, "source"), 9),
    (("sentences", 1, "theme"), "weather"),
    (("sentences", 1, "text"), "Shorter."),
    (("sentences", 1, "end"), 10**9),
    (("sentences", 1, "prefix"), ""),
    (("sentences", 1, "suffix"), ""),
]


def damaged(kept: Path, steps: Steps, value: Any) -> Any:
    ledger = json.loads(kept.read_bytes())
    place = ledger
    for step in steps[:-1]:
        place = place[step]
    place[steps[-1]] = value
    kept.write_text(json.dumps(ledger), encoding="utf-8")
    return ledger


def named(steps: Steps) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)[1:]


@pytest.mark.parametrize(("steps", "value"), BREAKS_THE_SCHEMA)
def test_a_ledger_that_breaks_the_schema_is_refused_by_place(
    steps: Steps, value: Any, kept: Path
) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(
            damaged(kept, steps, value),
            json.loads(SCHEMA.read_bytes()),
            jsonschema.Draft202012Validator,
            format_checker=jsonschema.FormatChecker(),
        )
    with pytest.raises(LedgerError) as error:
        load(kept)
    assert f"  {named(steps)}" in str(error.value)


@pytest.mark.parametrize(("steps", "value"), CONTRADICTS_ITSELF)
def test_a_ledger_that_contradicts_itself_is_refused_by_place(
    steps: Steps, value: Any, kept: Path
) -> None:
    damaged(kept, steps, value)
    with pytest.raises(LedgerError) as error:
        load(kept)
    assert f"  {named(steps)}: expected" in str(error.value)


def every_key(value: Any, steps: Steps = ()) -> Iterator[Steps]:
    for key in value if isinstance(value, dict) else ():
        yield (*steps, key)
        yield from every_key(value[key], (*steps, key))
    if isinstance(value, list) and value:
        yield from every_key(value[0], (*steps, 0))


def test_a_ledger_that_lacks_a_key_is_refused(kept: Path) -> None:
    whole = kept.read_bytes()
    # What has defaults, some since it came later than other ledgers, and what is named freely.
    free = {"settings", "versions", "features", "report", "undated", "earlier_issues"}
    keys = [
        keys
        for keys in every_key(json.loads(whole))
        if not free & set(keys[:-1]) and keys[-1] not in free - {"settings", "versions", "features"}
    ]
    assert len(keys) > 60
    for steps in keys:
        ledger = json.loads(whole)
        place = ledger
        for step in steps[:-1]:
            place = place[step]
        del place[steps[-1]]
        kept.write_text(json.dumps(ledger), encoding="utf-8")
        with pytest.raises(LedgerError, match=r"  .*: [Ff]ield required"):
            load(kept)


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b"\xff\xfe", b"null", b'{"format": NaN}'])
def test_what_is_no_ledger_at_all_is_refused_by_name(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "brief.json"
    path.write_bytes(data)
    with pytest.raises(LedgerError, match=r"brief\.json: expected an intact brief\.json, found"):
        load(path)


def test_a_ledger_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"brief\.json: expected a brief\.json, found: No such"):
        load(tmp_path / "brief.json")


# --- what it explains --------------------------------------------------------------------------


def test_an_explanation_ranks_reasons_and_names_what_came_next(ledger: Ledger) -> None:
    explanation = explain(ledger, 3)
    assert [name for name, _ in explanation.features] == ["opens its block", "likeness"]
    assert [weight for _, weight in explanation.terms] == sorted(
        (weight for _, weight in explanation.terms), reverse=True
    )
    score = explanation.sentence.score
    assert all(one.score > score for one in explanation.passed_over)
    assert all(one.score <= score for one in explanation.came_next)
    assert (len(explanation.passed_over), len(explanation.came_next)) == (5, 5)
    nearest = explanation.passed_over[-1], explanation.came_next[0]
    assert nearest[0].score > nearest[1].score


def test_an_explanation_is_told_in_lines(ledger: Ledger) -> None:
    told = "\n".join(tell(explain(ledger, 2)))
    assert told.startswith(f"2. {ledger.sentences[1].text}")
    assert "001_88ee1ea33ea1705b.txt, characters" in told
    assert "taken so that sentence 3 can stand alone" in told
    assert "opens its block" in told
    assert "term 0" in told
    assert "came next and lost:" in told
    assert "too like sentence 1" in told


def test_an_overview_has_one_line_for_each_sentence(ledger: Ledger) -> None:
    lines = overview(ledger)
    assert [line.split()[0] for line in lines] == ["1", "2", "3"]
    assert all(line.isprintable() for line in lines)


@pytest.mark.parametrize("number", [-1, 0, 4])
def test_a_sentence_that_is_not_there_is_refused(number: int, ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match=f"expected a number from 1 to 3, found {number}"):
        explain(ledger, number)


def test_hostile_text_cannot_steer_the_terminal(ledger: Ledger) -> None:
    hostile = replace(ledger.sentences[0], text="\x1b[2J\u202egone\r\n")
    lines = (
        *tell(replace(explain(ledger, 1), sentence=hostile)),
        *overview(replace(ledger, sentences=(hostile,))),
    )
    assert all(line.isprintable() for line in lines)
    assert any(r"\x1b[2J\u202egone\r\n" in line for line in lines)
