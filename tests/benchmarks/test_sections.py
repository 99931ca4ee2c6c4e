"""One section of the report is replaced, the others stay as they are."""

from pathlib import Path

from benchmarks.sections import replaced, write

REPORT = """# Measurements

Head.

## Search

Old search.

### Below

More.

## Browse page

Old browse.
"""


def test_a_section_is_replaced_with_what_is_below_it() -> None:
    """Its smaller headings go with it; what is before and after stays byte for byte."""
    made = replaced(REPORT, "Search", "New.\n\n### Of its own\n\nText.")
    assert made == REPORT.replace(
        "Old search.\n\n### Below\n\nMore.", "New.\n\n### Of its own\n\nText."
    )


def test_the_last_section_is_replaced_too() -> None:
    """Where no other heading ends it."""
    made = replaced(REPORT, "Browse page", "New.")
    assert made == REPORT.replace("Old browse.", "New.")


def test_a_section_that_is_not_there_is_added_last() -> None:
    """Under a heading of its own."""
    assert replaced(REPORT, "Build", "New.\n") == REPORT + "\n## Build\n\nNew.\n"


def test_a_heading_that_only_begins_alike_is_another() -> None:
    """And replacing twice gives the same."""
    made = replaced(REPORT, "Browse", "New.")
    assert "Old browse." in made
    assert replaced(made, "Browse", "New.") == made


def test_the_file_is_written(tmp_path: Path) -> None:
    """With the section in its place."""
    path = tmp_path / "README.md"
    path.write_text(REPORT, "utf-8")
    write(path, "Search", "New.")
    assert path.read_text("utf-8") == replaced(REPORT, "Search", "New.")
