# The commands of a contributor; `make help` lists them. CI runs the same targets.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SITE_READY := $(VENV)/.ready-site
DEV_READY := $(VENV)/.ready-dev
HANDBOOK_READY := $(VENV)/.ready-handbook
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help site takeaway serve check new test lint audit bench chromium lock clean

help:  ## list the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

site: $(SITE_READY)  ## set up, check the content and build site/
	$(BIN)/catalogue build

takeaway: $(HANDBOOK_READY) chromium  ## build site/ with an archive that opens from a folder and a PDF handbook
	$(BIN)/catalogue build --archive --handbook

serve: $(SITE_READY)  ## show the site at http://127.0.0.1:8000/ and rebuild it on every change
	$(BIN)/catalogue serve

check: $(SITE_READY)  ## check the practices and the registry
	$(BIN)/catalogue check

test: $(DEV_READY) chromium  ## set up and run every test, those in a browser too
	$(BIN)/python -m pytest

lint: $(DEV_READY)  ## style, types, workflows, and a strict build by MkDocs itself
	$(BIN)/ruff check tools tests benchmarks
	$(BIN)/ruff format --check tools tests benchmarks
	$(BIN)/mypy
	$(BIN)/zizmor --offline --quiet .github
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet --site-dir $(VENV)/strict-site

bench: $(DEV_READY) chromium  ## measure; the results go to benchmarks/
	$(BIN)/python -m benchmarks $(if $(PART),--part $(PART)) $(if $(POOL),--pool $(POOL) --rivals)

audit: $(DEV_READY) chromium  ## what needs Node, Java or the network: HTML, links, axe, Lighthouse, scripts, licences
	PYTHONPATH=tools $(BIN)/python -m audit

# pyvoikko's dictionary is read without its program, kfst, and tests that compare with that need no
# immutables, which must be compiled for the newest Pythons.
PIN := $(BIN)/uv pip compile --universal --upgrade --python-version 3.11 --generate-hashes --no-header \
  --no-emit-index-url --no-emit-package immutables --quiet pyproject.toml --extra build
lock: $(DEV_READY)  ## pin the newest allowed versions of the dependencies, with their hashes
	$(PIP) install uv
	$(PIN) --no-emit-package kfst --output-file requirements/site.txt
	$(PIN) --extra handbook --no-emit-package kfst --output-file requirements/handbook.txt
	$(PIN) --extra cluster --no-emit-package kfst --output-file requirements/cluster.txt
	$(PIN) --extra handbook --extra cluster --extra dev --output-file requirements/dev.txt

clean:  ## remove what the other commands made
	rm -rf $(VENV) site .cache

# Debian leaves ensurepip to a package of its own; without it a virtual environment cannot be made.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 tai uudempi tarvitaan; tämä on: $$($(PYTHON) --version)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || sh tools/setup/debian.sh python3-venv
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(SITE_READY): requirements/site.txt pyproject.toml | $(VENV)/.made
	$(PIP) install --no-deps --require-hashes -r requirements/site.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(HANDBOOK_READY): requirements/handbook.txt $(SITE_READY)
	$(PIP) install --no-deps --require-hashes -r requirements/handbook.txt
	@touch $@

$(DEV_READY): requirements/dev.txt $(SITE_READY)
	$(PIP) install --no-deps --require-hashes -r requirements/dev.txt
	@touch $@

chromium:
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || \
	  sh tools/setup/debian.sh chromium
