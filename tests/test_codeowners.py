"""Owners of the repository's parts: no name stands there that only holds a place."""

from tests.factories import ROOT


def test_no_owner_is_made_up() -> None:
    """What holds the place of a name is in comments only, and every path is there."""
    lines = (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    assert not any("@ORGANISAATIO" in line for line in lines if not line.startswith("#"))
    patterns = [line.lstrip("# ").split()[0] for line in lines if "@" in line]
    assert len(patterns) >= 5
    for pattern in patterns:
        assert pattern == "*" or (ROOT / pattern.strip("/")).exists(), pattern
    assert "CODEOWNERS" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
