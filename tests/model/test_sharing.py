"""Records alike share what tells which of their fields were given."""

from catalogue.model.sharing import share_field_sets
from tests.factories import outcome_data, practice


def test_records_alike_share_one_set_and_say_the_same() -> None:
    """Those within a practice too, and each still writes what was given to it alone."""
    one, other = practice(outcomes=[outcome_data()]), practice(outcomes=[outcome_data()])
    fewer = practice(outcomes=[], no_outcomes_because="Ei ole mitattu.")
    before = [each.model_dump(exclude_unset=True) for each in (one, other, fewer)]
    for each in (one, other, fewer):
        share_field_sets(each)
    assert [each.model_dump(exclude_unset=True) for each in (one, other, fewer)] == before
    assert one.__pydantic_fields_set__ is other.__pydantic_fields_set__
    assert one.outcomes[0].__pydantic_fields_set__ is other.outcomes[0].__pydantic_fields_set__
    assert one.__pydantic_fields_set__ != fewer.__pydantic_fields_set__


def test_a_changed_copy_leaves_the_others_as_they_were() -> None:
    """A copy has a set of its own."""
    one, other = practice(), practice()
    for each in (one, other):
        share_field_sets(each)
    given = set(other.__pydantic_fields_set__)
    one.model_copy(update={"former_ids": ("entinen",)})
    assert other.__pydantic_fields_set__ == given
