"""When files were changed, from git."""

from pathlib import Path

from catalogue.changed import Changed
from catalogue.commands.changes import git_changes
from tests.commands.test_history import git

FIRST, LATER = "2026-01-10T12:00:00Z", "2026-03-01T08:30:00+02:00"


def folders(root: Path) -> dict[str, Path]:
    """The folders of content, as the build names them."""
    return {"practices": root / "practices", "docs": root / "docs"}


def repository(root: Path) -> Path:
    """A checkout with one file changed once and one changed twice."""
    for name in ("practices/a.md", "practices/b.md", "docs/tietoa/index.md", "muu.txt"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("1", encoding="utf-8")
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-qm", "Ensin", date=FIRST)
    (root / "practices/b.md").write_text("2", encoding="utf-8")
    git(root, "commit", "-qam", "Sitten", date=LATER)
    return root


def test_every_file_has_its_first_and_last_change_in_utc(tmp_path: Path) -> None:
    """By the name of its folder; what lies elsewhere is left out."""
    once = Changed(FIRST, FIRST)
    assert git_changes(folders(repository(tmp_path))) == {
        "practices/a.md": once,
        "practices/b.md": Changed(FIRST, "2026-03-01T06:30:00Z"),
        "docs/tietoa/index.md": once,
    }


def test_no_program_that_a_checkout_names_is_run(tmp_path: Path) -> None:
    """Such as one that would look at the signatures of commits."""
    root = repository(tmp_path / "checkout")
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/was-run\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    git(root, "config", "gpg.program", str(program))
    git(root, "config", "log.showSignature", "true")
    body = git(root, "cat-file", "commit", "HEAD")
    head, text = body.split("\n\n", 1)
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----"
    (tmp_path / "commit").write_text(f"{head}\n{signature}\n\n{text}", encoding="utf-8")
    made = git(root, "hash-object", "-t", "commit", "-w", str(tmp_path / "commit")).strip()
    git(root, "reset", "-q", "--soft", made)
    assert git_changes(folders(root))
    assert not (tmp_path / "was-run").exists()


def test_folders_may_lie_deeper_or_in_another_checkout(tmp_path: Path) -> None:
    """`--practices` may name any folder."""
    one, two = repository(tmp_path / "one"), repository(tmp_path / "two")
    found = git_changes({"practices": one / "practices", "docs": two / "docs"})
    assert set(found) == {"practices/a.md", "practices/b.md", "docs/tietoa/index.md"}


def test_no_time_is_told_where_the_history_is_not_whole(tmp_path: Path) -> None:
    """In a shallow checkout every file would seem to be of one day; outside git there is none."""
    origin = repository(tmp_path / "origin")
    git(tmp_path, "clone", "-q", "--depth", "1", origin.as_uri(), "shallow")
    assert git_changes(folders(tmp_path / "shallow")) == {}
    plain = tmp_path / "plain"
    (plain / "practices").mkdir(parents=True)
    assert git_changes({"practices": plain / "practices"}) == {}
    assert git_changes({"practices": tmp_path / "missing" / "practices"}) == {}
