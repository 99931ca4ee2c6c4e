"""Pages of every kind are chosen, and not every page of a kind."""

from pathlib import Path

from audit.report import Site
from audit.sample import FEW, of_every_kind


def site(folder: Path, *names: str) -> Site:
    """A site of empty pages, with Swedish beside its own language."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return Site(folder, "http://127.0.0.1:1/", ("sv",))


def test_every_page_at_the_top_is_a_kind_of_its_own(tmp_path: Path) -> None:
    """In every language; an index is called by its folder."""
    made = site(tmp_path, "index.html", "404.html", "a/index.html", "sv/index.html")
    assert of_every_kind(site(tmp_path, "sv/a/index.html")) == [
        "404.html",
        "a/",
        "",
        "sv/a/",
        "sv/",
    ]
    assert made.others == ("sv",)


def test_a_few_pages_of_a_folder_are_all_taken(tmp_path: Path) -> None:
    """Each may have a template of its own."""
    names = [f"tietoa/{n}/" for n in range(FEW)]
    assert of_every_kind(site(tmp_path, *(f"{name}index.html" for name in names))) == names


def test_of_many_the_largest_is_taken_and_only_in_the_first_language(tmp_path: Path) -> None:
    """The templates are the same in every language."""
    many = [f"{language}kaytannot/{n}/index.html" for language in ("", "sv/") for n in range(9)]
    made = site(tmp_path, *many)
    (tmp_path / "kaytannot" / "5" / "index.html").write_text("much")
    assert of_every_kind(made) == ["kaytannot/5/"]


def test_an_address_can_be_asked_for(tmp_path: Path) -> None:
    """Whatever the name of the file."""
    assert of_every_kind(site(tmp_path, "a ö/index.html")) == ["a%20%C3%B6/"]
