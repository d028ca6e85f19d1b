"""Whether a font for a language is there is asked of the system itself."""

import os
import subprocess
import sys
from pathlib import Path

from briefgen.packages import ARABIC, how_to_install

ASK = "from briefgen.fontconfig import missing_font; print(missing_font('{}') or 'there')"


def answer(tag: str, **variables: str) -> str:
    command = [sys.executable, "-c", ASK.format(tag)]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)} | variables
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_font_that_the_system_has_is_found() -> None:
    assert answer("en") == "there"


def test_where_there_are_no_fonts_it_is_said_how_to_install_one(tmp_path: Path) -> None:
    (tmp_path / "fonts.conf").write_text("<fontconfig></fontconfig>", "utf-8")
    said = answer("ar", FONTCONFIG_FILE=str(tmp_path / "fonts.conf"))
    assert "PDF would show boxes" in said and how_to_install(ARABIC) in said
