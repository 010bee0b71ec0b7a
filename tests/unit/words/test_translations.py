"""Each language says every sentence, and no other, with the same placeholders; a new one needs a catalogue only."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from chalicelib.domain.registration_words import is_trigger
from chalicelib.domain.sms import fold, is_gsm7, segments
from chalicelib.words import languages, say, sentences
from tests.unit.words.test_catalogue import catalogue, placeholders

ROOT = Path(__file__).resolve().parents[3]
TRANSLATIONS = [language for language in languages() if language != "en"]
SAME_IN_EVERY_LANGUAGE = {
    "part.choice", "part.code", "part.camera", "part.day_clock", "part.traits_two", "part.traits_three",
    "part.shut_day",
    "part.said", "time.clock", "time.clock_bare", "time.span", "time.zoned", "time.twice", "time.moment",
    "web.unit.bytes", "web.unit.kb", "web.unit.mb", "web.unit.gb", "web.desk.radius_m", "web.ask.file_hash",
}  # fmt: skip
"""Placeholders, units and names of standards."""
SAME_BY_CHANCE = {("es", "web.error_title"), ("es", "web.answer_is.no"), ("es", "mail.choice.no")}
"""Are the same word in both languages: `Error`, `No.`"""


def test_there_is_spanish() -> None:
    assert "es" in TRANSLATIONS


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_language_says_every_sentence_and_no_other(language: str) -> None:
    assert sorted(set(catalogue("en")) - set(catalogue(language))) == []
    assert sorted(set(catalogue(language)) - set(catalogue("en"))) == []


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_language_fills_the_same_placeholders(language: str) -> None:
    assert placeholders(language) == placeholders("en")


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_no_sentence_was_left_in_english(language: str) -> None:
    english, translated = catalogue("en"), catalogue(language)
    same = {msgid for msgid in translated if translated[msgid] == english.get(msgid)}

    assert sorted(same - SAME_IN_EVERY_LANGUAGE - {msgid for of, msgid in SAME_BY_CHANCE if of == language}) == []


@pytest.mark.parametrize("language", languages())
def test_no_sentence_is_empty(language: str) -> None:
    assert [msgid for msgid, sentence in catalogue(language).items() if not sentence.strip()] == []


@pytest.mark.parametrize("language", languages())
def test_a_language_keeps_its_sentences_in_the_same_files(language: str) -> None:
    assert names(language) == names("en")


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(
    ("msgid", "values"),
    [
        ("web.text.code", {"code": "123456"}),
        ("web.text.receipt_one", {"code": "KTRM", "hashes": f"SHA-256 {'f' * 64}"}),
        ("web.text.receipt_few", {"code": "KTRM", "count": 3, "hashes": "\n".join([f"SHA-256 {'f' * 64}"] * 3)}),
        ("web.text.receipt_many", {"code": "KTRM", "count": 20, "link": f"https://{'c' * 40}.example/r/{'t' * 22}"}),
    ],
)
def test_a_text_that_a_page_causes_fits(language: str, msgid: str, values: dict[str, object]) -> None:
    text = fold(say(msgid, language, short_name="Baltimore County Police1", **values))

    assert is_gsm7(text)
    assert segments(text) <= 2


@pytest.mark.parametrize("language", languages())
def test_slacks_form_has_room_for_its_titles(language: str) -> None:
    titles = {msgid: say(msgid, language) for msgid in ("slack.form.title", "slack.form.submit", "slack.form.cancel")}

    assert {msgid: title for msgid, title in titles.items() if len(title) > 24} == {}


@pytest.mark.parametrize("language", languages())
def test_the_word_that_begins_a_registration_is_understood(language: str) -> None:
    assert is_trigger(say("web.home.keyword", language))


def test_a_third_language_needs_a_catalogue_and_nothing_else(tmp_path: Path) -> None:
    for package in ("chalicelib", "commands"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    french = tmp_path / "chalicelib" / "words" / "fr"
    french.mkdir()
    (french / "sms.po").write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
                                   'msgid "sms.kept"\nmsgstr "{short_name}: Rien n\'a change."\n\n'
                                   'msgid "language.names"\nmsgstr "Français French Francés"\n\n'
                                   'msgid "language.words"\nmsgstr "bonjour je veux voudrais ma caméra merci"\n\n'
                                   'msgid "language.offer"\nmsgstr "Français : envoyez FRANCAIS."\n')  # fmt: skip

    assert run(tmp_path, "from commands.catalogues import compile_catalogues as go; print(len(go()))") == "1"
    assert run(tmp_path, "from chalicelib import words; print(*words.languages())") == "en es fr"
    assert run(tmp_path, _KEPT).splitlines() == [
        "Police: Rien n'a change.", "fr", "fr", "fr", "Español: escriba ESPANOL. Français : envoyez FRANCAIS.",
    ]  # fmt: skip


_KEPT = """
from chalicelib.domain.agency import Agency
from chalicelib.domain.reply import sentence
from chalicelib.words.texting import compose
agency = Agency(name="Police", short_name="Police", time_zone="America/New_York", desk_phone="+14105550100",
                case_number="x", case_number_example="x", languages=("en", "es", "fr"))
print(compose([sentence("sms.kept")], agency=agency, language="fr"))
from chalicelib.domain.language import hear
from chalicelib.words.tongues import offers, tongues
print(hear("in French please", tongues(agency)).asked)
print(hear("Francais", tongues(agency)).asked)
print(hear("bonjour je voudrais inscrire ma caméra", tongues(agency)).clear)
print(offers(agency))
"""


def run(folder: Path, code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def names(language: str) -> list[str]:
    return sorted(path.name for path in (ROOT / "chalicelib" / "words" / language).glob("*.po"))


def test_what_is_not_translated_yet_is_said_in_english() -> None:
    assert say("sms.kept", "fr", short_name="Police") == say("sms.kept", "en", short_name="Police")
    assert sentences("fr") == {}
