"""`make audit`: what needs Node, Java or the network. It says what it could not run.

Exit 0: nothing found, even if something could not be run; 1: findings.
"""

import functools
import hashlib
import http.server
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

from audit import licences

ROOT = Path(__file__).parents[2]
SITE = ROOT / ".cache" / "audit" / "site"
NODE = ROOT / ".cache" / "audit" / "node"
TOOLS = Path(__file__).parent
VENDOR = ROOT / "overrides" / "assets" / "vendor"
LIGHTHOUSE_PAGES = ("", "kaytannot/", "kaytannot/imatran-hyvinvointineuvola/", "ilmoita/")
SHOWN = 30
OF_KIND = 3


class NotRun(Exception):  # noqa: N818
    """A step that cannot be run here, and why."""


def run(*command: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    """Run `command` to its end; NotRun if there is no such program or it takes too long."""
    try:
        return subprocess.run(  # type: ignore[call-overload, no-any-return]
            [str(part) for part in command],
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
            **options,
        )
    except FileNotFoundError as error:
        raise NotRun(f"{command[0]} is not installed") from error
    except subprocess.TimeoutExpired as error:
        raise NotRun(f"{command[0]} took too long") from error


def node_package(name: str) -> Path:
    """Return the folder of the npm package `name`, installed in the versions of the lock file."""
    if not (NODE / "node_modules").is_dir():
        NODE.mkdir(parents=True, exist_ok=True)
        for file in ("package.json", "package-lock.json"):
            shutil.copy(TOOLS / file, NODE)
        if run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", cwd=NODE).returncode:
            shutil.rmtree(NODE, ignore_errors=True)
            raise NotRun("the npm packages could not be fetched")
    return NODE / "node_modules" / name


def python_tool(name: str) -> Path:
    """Return the program `name` of the environment that holds the tools of this audit alone."""
    program = ROOT / ".cache" / "audit" / "venv" / "bin" / name
    if not program.is_file():
        raise NotRun(f"{name} is not installed")
    return program


def chromium() -> str:
    """Return the path of Chromium."""
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        raise NotRun("Chromium is not installed")
    return found


def html(url: str) -> Iterator[str]:
    """Every page by the Nu HTML checker."""
    jar = next(node_package("vnu-jar").rglob("vnu.jar"))
    pages = [str(path) for path in sorted(SITE.rglob("*.html"))]
    done = run("java", "-jar", jar, "--errors-only", "--format", "gnu", *pages)
    yield from done.stderr.splitlines()


def of_each_kind() -> list[str]:
    """Return a few pages of every folder and depth: all of one kind come from one template."""
    kinds: dict[tuple[str, ...], list[str]] = {}
    for path in sorted(SITE.rglob("*.html")):
        parts = path.relative_to(SITE).parts
        kinds.setdefault((*parts[:-2][:2], str(len(parts))), []).append("/".join(parts))
    return [name for names in kinds.values() for name in names[:OF_KIND]]


def axe(url: str) -> Iterator[str]:
    """Pages of every kind by the newest axe, wide in light and narrow in dark."""
    from playwright.sync_api import sync_playwright

    script = (node_package("axe-core") / "axe.min.js").read_text(encoding="utf-8")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    ask = f"() => axe.run({{runOnly: {json.dumps(tags)}}})"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for width, scheme in ((1280, "light"), (360, "dark")):
            page = browser.new_page(
                viewport={"width": width, "height": 800},
                color_scheme="dark" if scheme == "dark" else "light",
            )
            for name in of_each_kind():
                page.goto(url + name, wait_until="load")
                page.evaluate(script)
                for violation in page.evaluate(ask)["violations"]:
                    for node in violation["nodes"]:
                        yield f"{name} ({width}, {scheme}): {violation['id']}: {node['target']}"
            page.close()


def links(url: str) -> Iterator[str]:
    """Every link and fragment within the site by lychee."""
    lychee = python_tool("lychee")
    options = ["--offline", "--include-fragments", "--no-progress", "--root-dir", str(SITE)]
    options += ["--index-files", "index.html", "--format", "json"]
    done = run(lychee, *options, *sorted(SITE.rglob("*.html")))
    if not done.stdout.strip():
        raise NotRun(done.stderr.strip().splitlines()[-1] if done.stderr else "no answer")
    for page, errors in json.loads(done.stdout).get("error_map", {}).items():
        for error in errors:
            yield f"{page}: {error['url']}: {error['status'].get('text', '')}"


def lighthouse(url: str) -> Iterator[str]:
    """Accessibility, best practices and SEO of Lighthouse: each 100."""
    program = node_package("lighthouse") / "cli" / "index.js"
    environment = {**os.environ, "CHROME_PATH": chromium()}
    flags = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
    only = "--only-categories=accessibility,best-practices,seo"
    for path in LIGHTHOUSE_PAGES:
        command: list[str | Path] = [
            "node",
            program,
            url + path,
            "--quiet",
            only,
            flags,
            "--output=json",
        ]
        done = run(*command, env=environment)
        if done.returncode:
            raise NotRun(done.stderr.strip().splitlines()[-1] if done.stderr else "no answer")
        for category in json.loads(done.stdout)["categories"].values():
            if category["score"] != 1:
                yield f"/{path}: {category['title']}: {category['score']}"


def vulnerabilities(url: str) -> Iterator[str]:
    """The locked dependencies by pip-audit."""
    program = python_tool("pip-audit")
    options = ["--disable-pip", "--require-hashes", "--format", "json", "--progress-spinner", "off"]
    done = run(program, *options, "-r", ROOT / "requirements" / "dev.txt")
    if not done.stdout.strip():
        last = done.stderr.strip().splitlines()[-1:] or ["no answer"]
        raise NotRun(f"the source of advisories was not reached ({last[0][:120]})")
    packages = json.loads(done.stdout)["dependencies"]
    for package in packages:
        for found in package.get("vulns", ()):
            yield f"{package['name']} {package['version']}: {found['id']}"
    # It calls a package sound about which it was told nothing.
    if skipped := [package["name"] for package in packages if "skip_reason" in package]:
        raise NotRun(f"nothing is known of {len(skipped)} of {len(packages)} packages")


def licence_list(url: str) -> Iterator[str]:
    """The licence of every installed package, against the allowed ones."""
    found = licences.licences()
    target = ROOT / ".cache" / "audit" / "licences.txt"
    target.write_text("".join(f"{k}: {v}\n" for k, v in found.items()), encoding="utf-8")
    yield from licences.faults(found)


def vendored(url: str) -> Iterator[str]:
    """Every third-party file that the site ships is in the manifest, unchanged."""
    manifest = VENDOR / "MANIFEST.yml"
    entries = yaml.safe_load(manifest.read_text("utf-8")) if manifest.is_file() else {}
    named = {MANIFEST_NAME}
    for name, entry in entries.items():
        missing = {"file", "version", "origin", "licence", "licence_file", "sha256"} - set(entry)
        if missing:
            yield f"{name}: {', '.join(sorted(missing))} not told"
            continue
        named |= {entry["file"], entry["licence_file"]}
        data = (VENDOR / entry["file"]).read_bytes()
        if hashlib.sha256(data).hexdigest() != entry["sha256"]:
            yield f"{name}: {entry['file']} has been changed"
    if VENDOR.is_dir():
        strange = sorted(path.name for path in VENDOR.iterdir() if path.name not in named)
        yield from (f"{name}: not in the manifest" for name in strange)


MANIFEST_NAME = "MANIFEST.yml"
STEPS: dict[str, Callable[[str], Iterator[str]]] = {
    "third-party files": vendored,
    "licences": licence_list,
    "vulnerabilities": vulnerabilities,
    "HTML (Nu)": html,
    "links and fragments (lychee)": links,
    "accessibility (axe)": axe,
    "Lighthouse": lighthouse,
}


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


def main() -> int:
    """Build the site, run every step and tell what each found."""
    SITE.parent.mkdir(parents=True, exist_ok=True)
    handler = functools.partial(_Quiet, directory=SITE)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    # As it is when it is published: only then do pages name their own addresses.
    environment = {**os.environ, "CATALOGUE_SITE_URL": address}
    build = [sys.executable, "-m", "catalogue.cli", "build", "--site-dir", str(SITE)]
    subprocess.run(build, check=True, cwd=ROOT, env=environment)
    chosen = sys.argv[1:] or list(STEPS)
    failed = False
    for name in chosen:
        try:
            found: list[str] = []
            # What was found before a step had to be given up is told too.
            found.extend(STEPS[name](address))
        except NotRun as reason:
            print(f"{name}: NOT RUN: {reason}", flush=True)
            if not found:
                continue
        failed = failed or bool(found)
        print(f"{name}: {len(found)} found" if found else f"{name}: nothing found", flush=True)
        for line in found[:SHOWN]:
            print(f"  {line}", flush=True)
    server.shutdown()
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
