# The developer's menu; `make help` prints it. No network address stands here: pip uses the index this machine is set up with.
PYTHON := .venv/bin/python
PAGES ?= sample/pages
OUT ?= out
NUTGRAF = NUTGRAF_DB="$(OUT)/nutgraf.db" .venv/bin/nutgraf
.DEFAULT_GOAL := help
.PHONY: help setup run test check bench format schema clean

help: ## Show this menu
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo "  make run PAGES=FOLDER reads your own pages instead of the sample."

setup: .venv/.ready ## Make the environment (once; quick the second time)

.venv/.ready: pyproject.toml
	@found=; for name in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	  if command -v $$name >/dev/null 2>&1 && $$name -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; \
	  then found=$$name; break; fi; done; \
	if [ -z "$$found" ]; then \
	  echo "No Python 3.11 or newer with venv was found. Install one (Debian, Ubuntu: python3 and python3-venv), then run make setup again." >&2; exit 1; fi; \
	if [ ! -x $(PYTHON) ]; then echo "Making .venv with $$found ..."; $$found -m venv .venv; fi
	@echo "Installing nutgraf and its tools (a minute or two the first time) ..."
	@$(PYTHON) -c 'import sys, tomllib; print("\n".join(tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["dev"]))' > .venv/dev.txt
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check -e . -r .venv/dev.txt
	@touch $@

run: setup ## Read the sample (or PAGES=FOLDER), print its biggest story, write its brief as a web page
	@mkdir -p "$(OUT)" && rm -f "$(OUT)"/nutgraf.db*
	@$(NUTGRAF) read "$(PAGES)" && echo && $(NUTGRAF) stories && echo
	@biggest=$$($(NUTGRAF) stories --json | $(PYTHON) -c 'import json, sys; print(*[row["id"] for row in json.load(sys.stdin)][:1])'); \
	if [ -n "$$biggest" ]; then \
	  $(NUTGRAF) brief "$$biggest" && $(NUTGRAF) brief "$$biggest" --format html --out "$(OUT)/brief.html" && \
	  echo "Go on with: .venv/bin/nutgraf compare $$(echo "$$biggest" | cut -c1-8) --db $(OUT)/nutgraf.db" && \
	  $(PYTHON) -c 'import pathlib, sys; print("Open in a browser:", pathlib.Path(sys.argv[1]).resolve().as_uri())' "$(OUT)/brief.html"; \
	fi

test: setup ## Run the tests
	@$(PYTHON) -m pytest

check: setup ## Lint, types, floors, tests: what must be green before a commit
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy
	@.venv/bin/lint-imports
	@$(PYTHON) -m pytest

bench: setup ## Measure articles a second, memory and the share of each stage
	@$(PYTHON) -m benchmarks.road

format: setup ## Put the source into its form
	@$(PYTHON) -m ruff check --fix .
	@$(PYTHON) -m ruff format .

schema: setup ## Write the JSON Schema of the export into the docs
	@$(PYTHON) -c 'import sys; from nutgraf.export.document import document_schema; sys.stdout.buffer.write(document_schema())' > docs/reference/export.schema.json

clean: ## Remove what was made here, except the environment
	rm -rf out dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
