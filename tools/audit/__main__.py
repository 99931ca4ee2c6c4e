"""`make audit`: what needs Node, Java or the network. It says what it could not run.

Exit 0: nothing found, even if something could not be run; 1: findings; 2: no such step.
"""

import functools
import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from audit.axe import newest_axe
from audit.pages import html, lighthouse, links
from audit.programs import CACHE
from audit.report import Site, Step, report
from audit.scripts import scripts
from audit.supply import ROOT, licence_list, vendored, vulnerabilities
from catalogue.messages import messages
from catalogue.settings import load_settings

STEPS: Mapping[str, Step] = {
    "third-party files": vendored,
    "licences": licence_list,
    "vulnerabilities": vulnerabilities,
    "scripts (oxlint)": scripts,
    "HTML (Nu)": html,
    "links and fragments (lychee)": links,
    "accessibility (axe)": newest_axe,
    "Lighthouse": lighthouse,
}


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve `folder` on a free port of this machine; the address ends in `/`."""
    handler = functools.partial(_Quiet, directory=folder)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def main(chosen: list[str]) -> int:
    """Build the site, run the `chosen` steps or all, and tell what each found."""
    if unknown := [name for name in chosen if name not in STEPS]:
        print(f"no such step: {', '.join(unknown)}; there are: {', '.join(STEPS)}", file=sys.stderr)
        return 2
    folder = CACHE / "site"
    CACHE.mkdir(parents=True, exist_ok=True)
    settings, _ = load_settings(ROOT, os.environ, messages())
    others = settings.published_in[1:] if settings else ()
    with served(folder) as url:
        # As it is when it is published: only then do pages name their own addresses.
        environment = {**os.environ, "CATALOGUE_SITE_URL": url}
        build = [sys.executable, "-m", "catalogue.cli", "build", "--site-dir", str(folder)]
        if subprocess.run(build, check=False, cwd=ROOT, env=environment).returncode:
            return 1
        return report({name: STEPS[name] for name in chosen or STEPS}, Site(folder, url, others))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
