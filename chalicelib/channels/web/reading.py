"""What a browser sent, as plain values: fields, cookies, the path, whether the form is ours."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote

from chalicelib.channels.http import HttpRequest, Unreadable
from chalicelib.domain.edge_mark import HEADER
from chalicelib.domain.errors import NotFound, RegistryError

LONGEST_NAME = 200


class StaleFormError(RegistryError):
    """The form was not made by us for this browser, or too long ago: nothing was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One request as handlers see it. `secure` says whether people reach us by https."""

    request: HttpRequest
    path: Mapping[str, str]
    cookies: Mapping[str, str]
    secure: bool

    def form(self) -> dict[str, str]:
        """Read the fields of a posted form; the last of several with one name counts. Raises Unreadable."""
        return {name: value.replace("\x00", "") for name, value in self.request.form().items()}

    def document(self) -> dict[str, Any]:
        """Read a JSON object; raises Unreadable where it is none."""
        try:
            found = json.loads(self.request.body or b"{}")
        except (ValueError, RecursionError) as error:
            raise Unreadable(HTTPStatus.BAD_REQUEST) from error
        if not isinstance(found, dict):
            raise Unreadable(HTTPStatus.BAD_REQUEST)
        return found

    def cookie(self, name: str) -> str:
        """Give a cookie of ours; empty where there is none."""
        return self.cookies.get(cookie_name(name, secure=self.secure), "")

    def network(self, mark: str) -> str:
        """Give the network that the visitor comes from, for limits alone: `203.0.113.0/24`, or a /48.

        CloudFront (infra/edge.yaml) appends the visitor's address to X-Forwarded-For, and API Gateway that of
        CloudFront. Whoever reaches API Gateway directly can write what stands before; without the edge's `mark` they
        are known by their own address. Empty where there is none.
        """
        passed = self.request.headers.get("x-forwarded-for", "").split(",")
        told = self.request.headers.get(HEADER, "").encode()
        by_edge = len(passed) > 1 and hmac.compare_digest(told, mark.encode())
        address = passed[-2] if by_edge else self.request.source_ip
        try:
            found = ipaddress.ip_address(address.strip())
        except ValueError:
            return ""
        return str(ipaddress.ip_network(f"{found}/{24 if found.version == 4 else 48}", strict=False))

    def require_stamp(self, secret: str) -> dict[str, str]:
        """Give the posted form; raises StaleFormError unless it carries the stamp that we made from this secret."""
        form = self.form()
        require_stamp(form, secret)
        return form


def require_stamp(form: Mapping[str, str], secret: str) -> None:
    """Raise StaleFormError unless the form carries the stamp that we made from this secret."""
    if not secret or not hmac.compare_digest(form.get("stamp", "").encode(), stamp(secret).encode()):
        raise StaleFormError


def stamp(secret: str) -> str:
    """Make what a form carries to show that we made it: only who holds the secret (a cookie, a link) can know it."""
    return hmac.new(secret.encode(), b"porchlight form", hashlib.sha256).hexdigest()


def cookie_name(name: str, *, secure: bool) -> str:
    """Name a cookie; over https the browser itself then holds it to this host and to https."""
    return f"__Host-{name}" if secure else name


def read_visit(request: HttpRequest, *, secure: bool) -> Visit:
    """Add what only pages need; raises NotFound for a name in the path that is longer than any that we give out.

    Path parameters arrive undecoded (aws/chalice#511).
    """
    path = {name: unquote(value) for name, value in request.path_parameters.items()}
    if any(len(value) > LONGEST_NAME for value in path.values()):
        raise NotFound("path")  # DynamoDB would refuse such a key, and the page would say that we broke
    return Visit(
        request=request,
        path=path,
        cookies=read_cookies(request.headers.get("cookie", "")),
        secure=secure,
    )


def read_cookies(header: str) -> dict[str, str]:
    """Read a Cookie header; of two with one name the first counts (RFC 6265, 5.4: the more exact one).

    Read here, for http.cookies drops all of it over one that another site of the same domain wrote in its own way.
    """
    found: dict[str, str] = {}
    for part in header.split(";"):
        name, equals, value = part.strip().partition("=")
        if equals:
            found.setdefault(name, value)
    return found
