"""Contacts and ages that cannot be used as written."""

import pytest

from catalogue.check.people import check_people
from catalogue.problem import Finding


@pytest.mark.parametrize(
    "contact", [{"name": "Esimerkki Henkilö"}, {"role": "vastaava"}, {"name": "E", "role": "v"}]
)
def test_contact_has_a_name_or_a_role(contact: dict[str, str]) -> None:
    """Either is enough."""
    assert list(check_people({"contacts": [contact]})) == []


@pytest.mark.parametrize("contact", [{}, {"email": "a@example.fi"}, {"name": "", "role": ""}])
def test_contact_without_name_and_role_is_told(contact: dict[str, str]) -> None:
    """Nobody knows whom they would reach."""
    data = {"contacts": [{"role": "vastaava"}, contact]}
    assert list(check_people(data)) == [Finding(("contacts", 1), "contact-unnamed")]


@pytest.mark.parametrize(
    "age",
    [{"min": "0", "max": "17"}, {"min": "7", "max": "7"}, {"min": "9"}, {"max": "9"}, {}, "0–17"],
)
def test_age_from_lower_to_upper_is_sound(age: object) -> None:
    """One year, one bound, or a form that the shape tells of."""
    assert list(check_people({"age": age})) == []


def test_age_the_wrong_way_round_is_told() -> None:
    """Numbers are compared, not texts."""
    params = {"found": "9", "other": "10"}
    found = list(check_people({"age": {"min": "10", "max": "9"}}))
    assert found == [Finding(("age", "max"), "age-order", params)]


def test_anything_may_stand_where_people_are_expected() -> None:
    """Wrong shapes are not this check's matter."""
    assert list(check_people({"contacts": ["x", ["y"]], "age": []})) == []
    assert list(check_people({"contacts": {"name": "x"}})) == []
