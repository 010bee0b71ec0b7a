"""Write units, weighed from the items that really stand in the tables."""

from __future__ import annotations

from bench import write_units
from tests.world import World


def test_each_kind_of_write_costs_no_more_than_its_goal() -> None:
    operations = {each["operation"]: (each["wcu"], each["goal"]) for each in write_units.measured()["operations"]}

    assert operations["register"] == (2, 2)
    assert operations["edit_private_field"] == (1, 1)
    assert operations["change_in_place"] == (3, 3)


def test_a_first_registration_costs_what_its_items_weigh_in_the_table(world: World) -> None:
    world.household()
    items = world.dynamodb.scan(TableName="registry")["Items"]
    (told,) = [each for each in write_units.measured()["first_registration"] if each["cameras"] == 1]

    assert len(items) == told["items"] == 3
    assert write_units.transaction_units(items) == told["wcu"] == 7
    assert write_units.transaction_units(items, index_twice=True) == told["wcu_if_index_entries_are_billed_twice"] == 8


def test_each_further_camera_of_a_first_registration_costs_three_units() -> None:
    told = {each["cameras"]: each["wcu"] for each in write_units.measured()["first_registration"]}

    assert told[4] - told[1] == 9
