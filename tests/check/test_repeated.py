"""What is said twice of one practice."""

from catalogue.check.repeated import check_repeated


def test_a_practice_has_one_part_in_a_round() -> None:
    """Unless the rounds are not known: then they may be different ones."""
    part = {"round": "kierros", "role": "nominee"}
    for role in ("nominee", "winner"):
        (found,) = check_repeated({"awards": [part, {**part, "role": role}]})
        assert (found.loc, found.code) == (("awards", 1, "round"), "repeated")
    assert list(check_repeated({"awards": [part, {**part, "round": "toinen"}]})) == []
    assert list(check_repeated({"awards": [{**part, "round": "unknown"}] * 2})) == []


def test_a_word_is_given_once() -> None:
    """Whatever its letters and spaces; anything else in the list is the matter of its shape."""
    for key in ("aliases", "keywords"):
        (found,) = check_repeated({key: ["tupa", "tuki", " Tupa"]})
        assert (found.loc, found.code) == ((key, 2), "repeated")
    assert list(check_repeated({"keywords": ["", "", [], {}], "aliases": "x"})) == []
