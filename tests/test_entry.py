"""What an entry tells of itself."""

import pytest

from tests.factories import catalogue, practice


@pytest.mark.parametrize(("status", "ended"), [("in-use", False), ("ended", True)])
def test_a_practice_has_ended_when_its_status_says_so(status: str, ended: bool) -> None:
    """And not when its date of ending alone is given."""
    (entry,) = catalogue({"a": practice(status={"value": status})}).entries
    assert entry.ended is ended
