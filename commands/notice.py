"""Writes NOTICE from the runtime's requirements and knows which licences may stand there."""

from __future__ import annotations

import re
from email.message import Message
from importlib import metadata
from pathlib import Path
from typing import cast

ROOT = Path(__file__).resolve().parent.parent
ALLOWED = ("Apache", "MIT", "BSD", "PSF", "Python Software Foundation", "MPL-2.0", "Mozilla Public License 2.0")
HEAD = """Porchlight
Licensed under the Apache License, Version 2.0 (see LICENSE).

The package that is deployed contains these libraries, each under its own licence:

"""


VENDORED = (("maplibre-gl", "6.17.0", "BSD-3-Clause"),)
"""What browsers are sent, as its authors published it: chalicelib/channels/web/static/vendor, each with its licence."""


def notice() -> str:
    """Give the text of NOTICE: one line for each library that is shipped, with its version and licence."""
    return HEAD + "".join(f"{name} {version}: {licence}\n" for name, version, licence in (*libraries(), *VENDORED))


def libraries() -> list[tuple[str, str, str]]:
    """Give name, version and licence of every library in requirements/runtime.txt that this platform installs."""
    pinned = re.findall(r"^([\w.-]+)==(\S+)", (ROOT / "requirements" / "runtime.txt").read_text(), re.MULTILINE)
    return [(name, version, licence_of(name)) for name, version in pinned if _installed(name)]


def licence_of(name: str) -> str:
    """Give the licence that the library declares: its expression, or else its classifiers, or else its free text."""
    declared = cast(Message, metadata.metadata(name))
    classifiers = [line.split("::")[-1].strip() for line in declared.get_all("Classifier", []) if "License ::" in line]
    free_text = " ".join((declared.get("License") or "").split())[:60]
    return declared.get("License-Expression") or ", ".join(classifiers) or free_text


def _installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


if __name__ == "__main__":
    (ROOT / "NOTICE").write_text(notice())
