"""What differs between one published catalogue and another: `catalogue.yml`."""

import urllib.parse
from collections.abc import Mapping
from pathlib import Path

from pydantic import PrivateAttr

from catalogue.check.registry import read_source
from catalogue.check.resolve import resolve, sentence
from catalogue.check.settings import check_settings
from catalogue.check.shape import validated
from catalogue.colours import Colours, contrast_findings
from catalogue.messages import Messages, messages
from catalogue.messages.own import OwnTexts, load_own_texts
from catalogue.model.published import Branch, Language, Root
from catalogue.model.values import Email, Line, Record, Sentence
from catalogue.problem import Problem

FILE = "catalogue.yml"
# The issue form for corrections, in the folder where GitHub looks for such forms.
CORRECTION = "korjaus.yml"
# Where the site is published is known to the publisher, not to the source tree.
ENVIRONMENT = {"site_url": "CATALOGUE_SITE_URL", "repository": "CATALOGUE_REPOSITORY"}


class OwnWords(Record):
    """What the catalogue calls itself in another language."""

    name: Line
    description: Sentence


class Settings(Record):
    """The catalogue's own facts.

    `site_url` and `repository` are empty until the site is published; then links that need them
    appear. They end in no `/`. `languages` are those in which the site is published, beside its
    own `language`.
    """

    name: Line
    description: Sentence
    language: Language = "fi"
    languages: tuple[Language, ...] = ()
    translations: Mapping[str, OwnWords] = {}
    site_url: Root | None = None
    repository: Root | None = None
    branch: Branch = "main"
    editors_email: Email | None = None
    colours: Colours = Colours()
    data_themes: tuple[Line, ...] = ()
    _own: OwnTexts = PrivateAttr(default_factory=dict)

    @property
    def published_in(self) -> tuple[str, ...]:
        """The languages of the site, its own first."""
        return tuple(dict.fromkeys((self.language, *self.languages)))

    def in_language(self, language: str) -> "Settings":
        """Return the settings with the name and the description in `language`, where given."""
        words = self.translations.get(language)
        return self.model_copy(update=words.model_dump()) if words else self

    def with_texts(self, own: OwnTexts) -> "Settings":
        """Return the settings with the catalogue's own words, by language and key."""
        copy = self.model_copy()
        copy._own = own
        return copy

    def texts(self, language: str) -> Messages:
        """Return the texts in `language`: the program's, or the catalogue's own instead."""
        given = messages(language)
        own = self._own.get(language)
        return Messages(language, {**given.texts, **own}) if own else given

    def edit_url(self, path: str) -> str | None:
        """Return the address at which `path` of the repository is edited in a browser."""
        return f"{self.repository}/edit/{self.branch}/{path}" if self.repository else None

    def issue_url(self, title: str = "") -> str | None:
        """Return the address of a new issue with `title`; without one, where its kind is chosen."""
        if not self.repository:
            return None
        asked = f"?{_query(title=title)}" if title else "/choose"
        return f"{self.repository}/issues/new{asked}"

    def correction_url(self, title: str, practice: str) -> str | None:
        """Return the address of the form for corrections, filled in with what it is about.

        Args:
            title: The title of the issue.
            practice: Which practice is to be corrected: the field `practice` of the form.
        """
        if not self.repository:
            return None
        filled = _query(template=CORRECTION, title=title, practice=practice)
        return f"{self.repository}/issues/new?{filled}"


def _query(**values: str) -> str:
    return urllib.parse.urlencode(values, quote_via=urllib.parse.quote)


def load_settings(
    root: Path, environment: Mapping[str, str], texts: Messages
) -> tuple[Settings | None, tuple[Problem, ...]]:
    """Read `catalogue.yml` and `texts/` in `root`; what `ENVIRONMENT` names comes first.

    What is wrong with that is no fault of the file, and is told of the variable.
    """
    source = read_source(root / FILE, FILE)
    given = {key: environment[name] for key, name in ENVIRONMENT.items() if environment.get(name)}
    settings, findings = validated(Settings, {**source.data, **given})
    colours = contrast_findings(settings.colours) if settings else ()
    own, others = load_own_texts(root, texts)
    of_file = [finding for finding in findings if finding.loc[0] not in given]
    told = (*source.findings, *of_file, *colours, *check_settings(source.data))
    problems = (
        *(
            Problem(ENVIRONMENT[str(finding.loc[0])], 0, "", finding.code, sentence(finding, texts))
            for finding in findings
            if finding not in of_file
        ),
        *resolve(source, told, texts),
        *others,
    )
    return (settings.with_texts(own) if settings and not problems else None), problems
