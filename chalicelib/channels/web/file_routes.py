"""What the uploader script asks for: announce a file, sign its parts, put them together, ask how far it is."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from chalicelib.channels.http import Unreadable
from chalicelib.domain.exhibit import PART_BYTES, Exhibit
from chalicelib.usecases.hand_in_footage import HandIn

from .adapters import hand_in, opened_ask
from .blueprint import ANY, pages
from .reading import Visit
from .replying import Reply, document
from .serve import served_as_data


@pages.route("/r/{token}/files", methods=["POST"], content_types=ANY)
@served_as_data
def file_announced(visit: Visit) -> Reply:
    asked = visit.document()
    name, size = asked.get("name"), asked.get("size")
    if not isinstance(name, str) or not isinstance(size, int) or isinstance(size, bool):
        raise Unreadable(HTTPStatus.BAD_REQUEST)
    handing = hand_in(opened_ask(visit))
    return _stand(handing, handing.announce(name, size), status=201)


@pages.route("/r/{token}/files/{exhibit}", methods=["GET"], content_types=ANY)
@served_as_data
def file_stand(visit: Visit) -> Reply:
    handing = hand_in(opened_ask(visit))
    return _stand(handing, handing.exhibit(visit.path["exhibit"]))


@pages.route("/r/{token}/files/{exhibit}/parts", methods=["POST"], content_types=ANY)
@served_as_data
def file_parts(visit: Visit) -> Reply:
    numbers = visit.document().get("numbers")
    if not isinstance(numbers, list) or not all(type(number) is int for number in numbers):
        raise Unreadable(HTTPStatus.BAD_REQUEST)
    urls = hand_in(opened_ask(visit)).part_urls(visit.path["exhibit"], numbers)
    return document({"urls": {str(number): url for number, url in urls.items()}})


@pages.route("/r/{token}/files/{exhibit}/finish", methods=["POST"], content_types=ANY)
@served_as_data
def file_finished(visit: Visit) -> Reply:
    handing = hand_in(opened_ask(visit))
    return _stand(handing, handing.finish(visit.path["exhibit"]))


def _stand(handing: HandIn, exhibit: Exhibit, *, status: int = 200) -> Reply:
    stand: dict[str, Any] = {
        "exhibit": exhibit.exhibit_id,
        "state": exhibit.state,
        "size": exhibit.size,
        "part_bytes": PART_BYTES,
        "parts_done": handing.parts_done(exhibit),
        "sha256": exhibit.sha256,
    }
    return document(stand, status=status)
