"""What the programs answer is understood, and an answer that is none passes for no sound site."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from audit import pages, scripts, supply
from audit.report import Finding, NotRun, NotRunError, Said, Site, Step

SITE = Site(Path("/site"), "http://127.0.0.1:1/")
Answering = Callable[[str, str], None]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answering:
    """Lets every program answer with the given output and error output."""

    def answering(out: str, err: str) -> None:
        for module in (pages, scripts, supply):
            given = subprocess.CompletedProcess([], 1, out, err)
            monkeypatch.setattr(module, "run", lambda *words, given=given, **options: given)
        for module in (pages, supply):
            monkeypatch.setattr(module, "python_tool", Path)
        for module in (pages, scripts):
            monkeypatch.setattr(module, "node_package", Path)
        monkeypatch.setattr(pages, "chromium", lambda: "chromium")

    return answering


def said(step: Step) -> list[Said]:
    """Everything that the step says."""
    return list(step(SITE))


@pytest.mark.parametrize("step", [pages.html, pages.links, scripts.scripts, supply.vulnerabilities])
def test_a_program_that_fails_is_not_run(answer: Answering, step: Step) -> None:
    """With its own last words."""
    answer("", "begin\nno such thing\n")
    with pytest.raises(NotRunError, match="no such thing"):
        said(step)


def test_what_the_html_checker_finds(answer: Answering) -> None:
    """Page and line; what it could not read is told apart."""
    wrong = {"type": "error", "url": "file:/site/a/index.html", "lastLine": 3, "message": "No p."}
    unread = {"type": "non-document-error", "url": "file:/site/b.html", "message": "Gone."}
    answer("", "Picked up options\n" + json.dumps({"messages": [wrong, unread]}))
    assert said(pages.html) == [Finding("a/index.html:3: No p."), NotRun("b.html:: Gone.")]


def test_what_the_checker_of_links_finds(answer: Answering) -> None:
    """Page, link and reason."""
    fault = {"url": "file:///site/x", "status": {"text": "File not found"}}
    answer(json.dumps({"total": 1, "error_map": {"/site/a/index.html": [fault]}}), "")
    assert said(pages.links) == [Finding("a/index.html: file:///site/x: File not found")]
    answer(json.dumps({"total": 0, "error_map": {}}), "")
    with pytest.raises(NotRunError, match="no links"):
        said(pages.links)


def test_what_the_linter_of_scripts_finds(answer: Answering) -> None:
    """File, line, what is wrong and by which rule; no files are no sound files."""
    fault = {
        "message": "Never used.",
        "code": "eslint(no-unused-vars)",
        "filename": "overrides/assets/a.js",
        "labels": [{"span": {"line": 3}}],
    }
    answer(json.dumps({"number_of_files": 9, "diagnostics": [fault]}), "")
    assert said(scripts.scripts) == [
        Finding("overrides/assets/a.js:3: Never used. (eslint(no-unused-vars))")
    ]
    answer(json.dumps({"number_of_files": 0, "diagnostics": []}), "")
    with pytest.raises(NotRunError, match="no scripts"):
        said(scripts.scripts)


def test_lighthouse_looks_at_one_practice_too(answer: Answering, tmp_path: Path) -> None:
    """Whichever there are: at the fullest of many."""
    for number in range(9):
        page = tmp_path / "kaytannot" / f"k{number}" / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text("x" * (100 - abs(number - 4)), encoding="utf-8")
    answer(json.dumps({"runtimeError": {"code": "NO_FCP", "message": "No paint."}}), "")
    told = list(pages.lighthouse(Site(tmp_path, "http://127.0.0.1:1/")))
    assert NotRun("/kaytannot/k4/: No paint.") in told and len(told) == 4


@pytest.mark.parametrize(
    ("category", "expected"),
    [
        ({"score": 1}, None),
        ({"score": 0.9}, Finding("/{}: SEO: 0.9: title")),
        ({"score": None}, NotRun("/{}: SEO: no score was given")),
    ],
)
def test_what_lighthouse_says_of_each_page(
    answer: Answering, category: dict[str, object], expected: Said | None
) -> None:
    """Less than everything is a finding and names its reasons; no answer is none."""
    refs = [{"id": "title", "weight": 1}, {"id": "lang", "weight": 1}, {"id": "x", "weight": 0}]
    audits = {"title": {"score": 0}, "lang": {"score": 1}, "x": {"score": None}}
    whole = {"seo": {"title": "SEO", "auditRefs": refs, **category}}
    answer(json.dumps({"audits": audits, "categories": whole}), "")
    every = [type(expected)(expected.text.format(p)) for p in pages.LIGHTHOUSE_PAGES if expected]
    assert said(pages.lighthouse) == every


def test_a_page_that_lighthouse_could_not_load_is_named(
    answer: Answering,
) -> None:
    """On a busy machine it may find nothing painted in time."""
    answer(json.dumps({"runtimeError": {"code": "NO_FCP", "message": "No paint."}}), "")
    assert said(pages.lighthouse) == [NotRun(f"/{p}: No paint.") for p in pages.LIGHTHOUSE_PAGES]


def test_packages_of_which_nothing_is_known_are_not_called_sound(
    answer: Answering,
) -> None:
    """Only what the source of advisories knows is judged."""
    known = {"name": "a", "version": "1", "vulns": [{"id": "PYSEC-1"}]}
    unknown = {"name": "b", "skip_reason": "not found"}
    answer(json.dumps({"dependencies": [known, unknown]}), "")
    assert said(supply.vulnerabilities) == [
        Finding("a 1: PYSEC-1"),
        NotRun("nothing is known of 1 of 2 packages: b"),
    ]


MANIFEST = """
a: {file: a.js, version: '1', origin: x, licence: MIT, licence_file: a.txt, sha256: 00}
b: {file: b.js}
"""


def test_third_party_files_that_nobody_answers_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Changed, half told of, or in no manifest."""
    monkeypatch.setattr(supply, "VENDOR", tmp_path)
    for name, text in (("MANIFEST.yml", MANIFEST), ("a.js", "x"), ("a.txt", ""), ("c.js", "")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert said(supply.vendored) == [
        Finding("a: a.js has been changed"),
        Finding("b: licence, licence_file, origin, sha256, version not told"),
        Finding("c.js: not in the manifest"),
    ]
