"""What other people's programs say of the pages: HTML, links and Lighthouse."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

from audit.programs import chromium, node_package, python_tool, reason, run
from audit.report import Finding, NotRun, NotRunError, Said, Site
from audit.sample import of_every_kind

LIGHTHOUSE_PAGES = ("", "kaytannot/", "ilmoita/")
LIGHTHOUSE_LIMIT = 180.0


def html(site: Site) -> Iterator[Said]:
    """Every page by the Nu HTML checker."""
    jar = node_package("vnu-jar") / "build" / "dist" / "vnu.jar"
    options = ("--errors-only", "--format", "json", "--exit-zero-always", "--skip-non-html")
    done = run("java", "-jar", jar, *options, site.folder)
    # Java may say things of its own first.
    answer = next((line for line in done.stderr.splitlines() if line.startswith("{")), "")
    try:
        messages = json.loads(answer)["messages"]
    except (ValueError, KeyError) as error:
        raise NotRunError(f"the checker failed ({reason(done.stderr)})") from error
    for message in messages:
        page = str(message.get("url", "")).rpartition(f"{site.folder}/")[2]
        said = f"{page}:{message.get('lastLine', '')}: {message.get('message', '')}"
        if message["type"] == "non-document-error":
            yield NotRun(said)
        else:
            yield Finding(said)


def links(site: Site) -> Iterator[Said]:
    """Every link and fragment within the site by lychee, also those that name its own address."""
    options = ["--offline", "--include-fragments", "--no-progress", "--format", "json"]
    options += ["--root-dir", str(site.folder), "--index-files", "index.html", "--no-ignore"]
    options += ["--remap", f"^{re.escape(site.url)} file://{site.folder}/", "--extensions", "html"]
    done = run(python_tool("lychee"), *options, site.folder)
    try:
        answer = json.loads(done.stdout)
    except ValueError as error:
        raise NotRunError(f"lychee failed ({reason(done.stderr)})") from error
    if not answer["total"]:
        raise NotRunError("lychee found no links to follow")
    for page, faults in answer["error_map"].items():
        for fault in faults:
            where = page.removeprefix(f"{site.folder}/")
            yield Finding(f"{where}: {fault['url']}: {fault['status'].get('text', '')}")


def lighthouse(site: Site) -> Iterator[Said]:
    """Accessibility, best practices and SEO of Lighthouse: each 100."""
    program = node_package("lighthouse") / "cli" / "index.js"
    environment = {**os.environ, "CHROME_PATH": chromium()}
    # And the fullest page of a practice.
    pages = of_every_kind(site)
    practices = [page for page in pages if page.startswith("kaytannot/") and page.count("/") == 2]
    for path in (*LIGHTHOUSE_PAGES, *practices[:1]):
        try:
            yield from _lighthouse(program, environment, site.url, path)
        except NotRunError as error:
            yield NotRun(f"/{path}: {error}")


def _lighthouse(program: Path, env: dict[str, str], url: str, path: str) -> Iterator[Said]:
    flags = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
    only = "--only-categories=accessibility,best-practices,seo"
    options = ("--quiet", only, flags, "--output=json")
    done = run("node", program, url + path, *options, env=env, limit=LIGHTHOUSE_LIMIT)
    try:
        answer = json.loads(done.stdout)
    except ValueError as error:
        raise NotRunError(reason(done.stderr)) from error
    if failure := answer.get("runtimeError"):
        raise NotRunError(str(failure.get("message", failure)))
    for category in answer["categories"].values():
        score, title = category["score"], category["title"]
        if score is None:
            yield NotRun(f"/{path}: {title}: no score was given")
        elif score != 1:
            yield Finding(f"/{path}: {title}: {score}: {', '.join(_failed(answer, category))}")


def _failed(answer: dict, category: dict) -> list[str]:  # type: ignore[type-arg]
    audits = answer["audits"]
    names = [ref["id"] for ref in category["auditRefs"] if ref["weight"]]
    return [name for name in names if (audits[name]["score"] or 0) < 1]
