"""Stand-ins for what lies outside: vendors, clock, chance, queue, gazetteer."""

from tests.fakes.clock import NOON, FakeClock, FakeIds
from tests.fakes.town import FakeGazetteer
from tests.fakes.vendors import FakeChat, FakeEmails, FakeQueue, FakeTexts

__all__ = ["NOON", "FakeChat", "FakeClock", "FakeEmails", "FakeGazetteer", "FakeIds", "FakeQueue", "FakeTexts"]
