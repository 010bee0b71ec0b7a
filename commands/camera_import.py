"""Imports a list of cameras: each row is reported, and the same list again changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from chalicelib.domain.agency import Agency
from chalicelib.domain.camera import MAX_CAMERAS, Camera, CameraId
from chalicelib.domain.errors import Conflict, ProviderBusy
from chalicelib.domain.owner import Contact, Owner, OwnerId
from chalicelib.domain.place import Exact, Outside, Several
from chalicelib.outbound.system import SystemIds
from chalicelib.ports import Change, Gazetteer
from commands.camera_rows import BadRow, CameraRow, read_rows
from infra.failure import CannotGoOnError
from infra.stage import Stage

AT_ONCE, TRIES, MOST_IN_A_TRANSACTION = 8, 8, 40


@dataclass(frozen=True, kw_only=True)
class RowResult:
    """What became of one row: added, changed, already there, or refused and why."""

    line: int
    result: str
    reason: str = ""


@dataclass(kw_only=True)
class ImportReport:
    """What became of every row, in the order of the file."""

    rows: list[RowResult] = field(default_factory=list)

    def counts(self) -> dict[str, int]:
        """Count rows by result."""
        found = Counter(row.result for row in self.rows)
        return {result: found[result] for result in ("added", "changed", "already", "refused")}

    def summary(self) -> str:
        """Say it in a few words."""
        return ", ".join(f"{count} {result}" for result, count in self.counts().items())


def import_cameras(
    stage: Stage, path: Path, *, mapping: Mapping[str, str] | None = None, dry_run: bool = False
) -> ImportReport:
    """Import a list of cameras whose owners agreed to be asked; raises CannotGoOnError where it cannot be read.

    A dry run says what would become of each row, and writes nothing.
    """
    try:
        rows = read_rows(path, mapping)
    except (OSError, ValueError) as error:
        raise CannotGoOnError(f"the list of cameras cannot be used: {error}") from error
    return import_rows(stage, rows, dry_run=dry_run)


def import_rows(stage: Stage, rows: Sequence[CameraRow | BadRow], *, dry_run: bool = False) -> ImportReport:
    """Import rows that were read, as `import_cameras` does."""
    if not dry_run:
        stage.write_down("import", subject="cameras", count=len(rows))
    good = sorted((row for row in rows if isinstance(row, CameraRow)), key=lambda row: (row.phone, row.line))
    by_phone = [list(group) for _, group in groupby(good, key=lambda row: row.phone)]
    importer = _Importer(stage, dry_run=dry_run)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        results = [result for group in pool.map(importer.bring_in, by_phone) for result in group]
    bad = [RowResult(line=row.line, result="refused", reason=row.reason) for row in rows if isinstance(row, BadRow)]
    return ImportReport(rows=sorted([*results, *bad], key=lambda row: row.line))


class _Importer:
    """Brings in one owner's rows at a time."""

    def __init__(self, stage: Stage, *, dry_run: bool) -> None:
        self._dry_run = dry_run
        self._registry, self._imports, self._transactions = stage.registry(), stage.imports(), stage.transactions()
        self._agency: Agency = stage.agency()
        self._gazetteer: Gazetteer = stage.gazetteer()
        self._ids = SystemIds()

    def bring_in(self, rows: Sequence[CameraRow]) -> list[RowResult]:
        """Add what is new, in as few transactions as it takes."""
        done: list[RowResult] = []
        new: list[tuple[CameraRow, str]] = []
        for row in rows:
            row_hash = self._registry.key_of("sms", "imported row\t" + row.identity())
            if self._imports.known(row_hash) or self._stands(row):
                done.append(RowResult(line=row.line, result="already"))
            else:
                new.append((row, row_hash))
        for start in range(0, len(new), MOST_IN_A_TRANSACTION):
            done += self._add(rows[0].phone, new[start : start + MOST_IN_A_TRANSACTION])
        return done

    def _stands(self, row: CameraRow) -> bool:
        """Say whether an export named the camera, and it is still there with the same owner."""
        if not row.registered_as:
            return False
        owner_id, _, camera_id = row.registered_as.partition("/")
        contact = self._registry.contact(self._registry.key_of("sms", row.phone))
        household = self._registry.household(OwnerId(owner_id)) if contact and contact.owner_id == owner_id else None
        return household is not None and any(camera.camera_id == camera_id for camera in household.cameras)

    def _add(self, phone: str, new: Sequence[tuple[CameraRow, str]]) -> list[RowResult]:
        placed = [(row, row_hash, self._place(row)) for row, row_hash in new]
        refused = [
            RowResult(line=row.line, result="refused", reason=place)
            for row, _, place in placed
            if isinstance(place, str)
        ]
        cameras = [(row, row_hash, place) for row, row_hash, place in placed if isinstance(place, Camera)]
        return refused + (self._write(phone, cameras) if cameras else [])

    def _place(self, row: CameraRow) -> Camera | str:
        """Give the camera with a number yet to come, or why its place cannot be used."""
        found = self._gazetteer.find(row.address)
        if isinstance(found, Exact):
            return Camera(
                camera_id=CameraId("c0"),
                address=found.address,
                retention_days=row.retention_days,
                heading=row.heading,
                indoor=row.indoor,
                kind=row.kind,
            )
        if isinstance(found, Outside):
            return "the address lies outside the agency's boundary"
        return "the address could be several" if isinstance(found, Several) else "the address is not known"

    def _write(self, phone: str, cameras: Sequence[tuple[CameraRow, str, Camera]]) -> list[RowResult]:
        lines = [row.line for row, _, _ in cameras]
        for _ in range(TRIES):
            changes = self._changes(phone, cameras)
            if isinstance(changes, str):
                return [RowResult(line=line, result="refused", reason=changes) for line in lines]
            try:
                if not self._dry_run:
                    self._transactions.commit(changes)
            except (Conflict, ProviderBusy):
                continue
            return [RowResult(line=line, result="added") for line in lines]
        return [
            RowResult(line=line, result="refused", reason="somebody else changes this owner; try again")
            for line in lines
        ]

    def _changes(self, phone: str, cameras: Sequence[tuple[CameraRow, str, Camera]]) -> list[Change] | str:
        """Give everything to be written for one owner, or why it must not be."""
        now = datetime.now(UTC)
        key = self._registry.key_of("sms", phone)
        contact = self._registry.contact(key)
        if contact is not None and contact.consent == "stopped":
            return "this owner asked us to stop"
        household = self._registry.household(contact.owner_id) if contact and contact.owner_id else None
        first = household.next_camera_number() if household else 1
        if first + len(cameras) - 1 > MAX_CAMERAS:
            return f"one owner may have {MAX_CAMERAS} cameras at most"
        owner_id = household.owner.owner_id if household else OwnerId(self._ids.short(6))
        changes: list[Change] = []
        if household is None:
            changes += self._new_owner(owner_id, contact, phone=phone, name=cameras[0][0].name, now=now)
        return changes + list(self._cameras(owner_id, first, cameras))

    def _new_owner(
        self, owner_id: OwnerId, contact: Contact | None, *, phone: str, name: str, now: datetime
    ) -> list[Change]:
        key = self._registry.key_of("sms", phone)
        owner = Owner(
            owner_id=owner_id,
            contact_keys=(key,),
            registered_at=now,
            consent_version=self._agency.consent_version,
            name=name,
        )
        if contact is not None:
            return [self._registry.add_owner(owner), self._registry.attach_contact(key, owner_id, consent_at=now)]
        new = Contact(key=key, channel="sms", address=phone, owner_id=owner_id, consent="given", consent_at=now)
        return [self._registry.add_owner(owner), self._registry.add_contact(new)]

    def _cameras(
        self, owner_id: OwnerId, first: int, cameras: Sequence[tuple[CameraRow, str, Camera]]
    ) -> Iterable[Change]:
        for number, (_, row_hash, camera) in enumerate(cameras, first):
            numbered = replace(camera, camera_id=CameraId(f"c{number}"))
            yield self._registry.add_camera(owner_id, numbered)
            yield self._imports.remember(row_hash)
