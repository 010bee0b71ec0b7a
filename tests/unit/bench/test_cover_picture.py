"""The picture of a cover in the documents is the one that the program draws, and can be read aloud."""

from __future__ import annotations

import re
from pathlib import Path

from bench import cover_picture
from chalicelib.domain.geofence import Circle

WRITTEN = Path(__file__).resolve().parents[3] / "docs" / "cover.svg"


def test_the_picture_in_the_documents_is_what_the_program_draws() -> None:
    drawn = cover_picture.picture(Circle(cover_picture.MIDDLE, cover_picture.RADIUS_M))

    assert WRITTEN.read_text() == drawn, "run: python -m bench.cover_picture > docs/cover.svg"


def test_the_picture_says_in_words_what_it_shows() -> None:
    picture = WRITTEN.read_text()
    told = dict(re.findall(r'<(title|desc) id="(?:title|desc)">([^<]+)</', picture))

    assert 'aria-labelledby="title desc"' in picture
    assert "6 ranges of the index cover a circle of 500 m" in told["title"]
    assert "drawn hollow" in told["desc"]
