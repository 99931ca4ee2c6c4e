"""`catalogue.yml` and what the environment says instead of it."""

from pathlib import Path

import pytest

from catalogue.messages import messages
from catalogue.settings import Settings, load_settings

GIVEN = "name: Luettelo\ndescription: Kuvaus.\n"
SITE, REPOSITORY = "CATALOGUE_SITE_URL", "CATALOGUE_REPOSITORY"


def loaded(root: Path, more: str = "", **environment: str) -> tuple[Settings | None, list[str]]:
    """Return the settings, and what is wrong with them."""
    (root / "catalogue.yml").write_text(GIVEN + more, encoding="utf-8")
    settings, problems = load_settings(root, environment, messages())
    told = [f"{p.path}:{p.line}: {p.field}: {p.code}: {p.message}" for p in problems]
    return settings, told


@pytest.mark.parametrize("end", ["", "/", "//"])
def test_an_address_ends_in_no_slash_however_it_is_given(tmp_path: Path, end: str) -> None:
    """A path is added to it: two slashes in a row lead nowhere on some servers."""
    site, repository = f"https://x.fi/hk{end}", f"https://github.com/x/y{end}"
    inside, _ = loaded(tmp_path, f"site_url: {site}\nrepository: {repository}\n")
    around, _ = loaded(tmp_path, **{SITE: site, REPOSITORY: repository})
    for settings in (inside, around):
        assert settings
        assert (settings.site_url, settings.repository) == (
            "https://x.fi/hk",
            "https://github.com/x/y",
        )
        assert settings.edit_url("a.md") == "https://github.com/x/y/edit/main/a.md"
        assert Settings.model_validate(settings.model_dump()) == settings


@pytest.mark.parametrize("key", ["site_url", "repository"])
@pytest.mark.parametrize("end", ["?a=1", "#f", "/?", "/#"])
def test_an_address_has_no_query_and_no_fragment(tmp_path: Path, key: str, end: str) -> None:
    """What is added to it would be part of them."""
    settings, (told,) = loaded(tmp_path, f'{key}: "https://x.fi{end}"\n')
    assert settings is None
    assert told.startswith(f"catalogue.yml:3: {key}: site-root: odotettiin")


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        (SITE, "https://x.fi/?a=1#f", "site-root"),
        (SITE, "x.fi", "url"),
        (REPOSITORY, "x y", "url"),
        (REPOSITORY, " ", "empty"),
    ],
)
def test_what_is_wrong_in_the_environment_is_told_of_the_variable(
    tmp_path: Path, name: str, value: str, code: str
) -> None:
    """No line of the file holds it, also where the file says something of its own."""
    for more in ("", "branch: main\nsite_url: https://y.fi/\n"):
        settings, (told,) = loaded(tmp_path, more, **{name: value})
        assert settings is None
        assert told.startswith(f"{name}:0: : {code}: odotettiin")


@pytest.mark.parametrize(
    ("more", "field", "code", "said"),
    [
        (
            "language: suomi",
            "language",
            "site-language",
            "näistä kielistä: fi (Suomi), sv (Svenska)",
        ),
        ("languages: [fi, de]", "languages[1]", "site-language", "löytyi ”de”"),
        ("languages: [fi, fi, sv]", "languages[1]", "repeated", "”fi” toistuu"),
        (
            "translations: {de: {name: N, description: B.}}",
            "translations.de",
            "site-language",
            "”de”",
        ),
        *(
            (f"branch: '{name}'", "branch", "branch", f"esimerkiksi main; löytyi ”{name}”")
            for name in ("a b", 'a"b', "a..b", "-f", "a?b", "a.lock", "/a", "a/")
        ),
        ("data_themes: [SOCI, KALA]", "data_themes[1]", "unknown-value", "AGRI, ECON"),
        ("data_themes: ['a> b']", "data_themes[0]", "unknown-value", "löytyi ”a> b”"),
        ("data_themes: [SOCI, SOCI]", "data_themes[1]", "repeated", "”SOCI” toistuu"),
    ],
)
def test_what_means_nothing_is_told(
    tmp_path: Path, more: str, field: str, code: str, said: str
) -> None:
    """At its line, and without a regular expression."""
    settings, (told,) = loaded(tmp_path, more + "\n")
    assert settings is None
    assert told.startswith(f"catalogue.yml:3: {field}: {code}: odotettiin")
    assert said in told
    assert "^" not in told


def test_a_theme_in_small_letters_leads_to_the_one_that_is_meant(tmp_path: Path) -> None:
    """As in practices."""
    assert loaded(tmp_path, "data_themes: [soci]\n")[1][0].endswith("Tarkoititko ”SOCI”?")


@pytest.mark.parametrize("branch", ["main", "release/1.0", "julkaisu_2026-11", "jakso+ä"])
def test_every_usual_branch_will_do(tmp_path: Path, branch: str) -> None:
    """Also one in a group."""
    settings, told = loaded(tmp_path, f"branch: {branch}\nlanguages: [fi, sv, en]\n")
    assert settings and settings.branch == branch, told
