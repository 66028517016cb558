# Retold, from a fresh clone: `make demo` shows it, `make setup` installs it, `make help` lists the rest.
# Needs make and Python 3.11 to 3.14. Everything else goes into .venv, from the hash-locked lists in requirements/.

VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq

# The newest Python that runs, is supported and can make an environment; another one: make setup PYTHON=/path/to/python3
SUITABLE := import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info < (3, 15))
PYTHON ?= $(shell for name in python3.14 python3.13 python3.12 python3.11 python3; do \
	$$name -c '$(SUITABLE)' 2>/dev/null && echo $$name && break; done)

SHARED := $(or $(RETOLD_SHARED),../shared)

UV ?= uv
LOCK := $(UV) pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --group build

.PHONY: help demo setup dev test lint types docs reference evaluate bench lock clean

help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

demo: setup ## set up, compare the reports of an invented story, write dossier.html
	@$(BIN)/retold demo

setup: $(VENV)/.run ## make .venv with the command .venv/bin/retold in it

dev: $(VENV)/.dev ## the same, and the tools for tests, checks and documents

test: dev ## run all tests; the summary names those skipped, and why
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: dev ## style and common mistakes (ruff)
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: dev ## strict type check (mypy)
	$(BIN)/mypy

docs: dev ## build the documents into build/docs; a warning is an error
	$(BIN)/python -m sphinx -W --keep-going -q -d build/doctrees docs build/docs

reference: dev ## rewrite the parts of docs/ that repeat the code (records, settings, commands, API)
	$(BIN)/python docs/reference.py

evaluate: setup ## measure quality on labelled stories (../shared) and hold it to its floors
	$(BIN)/python -m evaluation --check --shared "$(SHARED)"

bench: setup ## measure speed and memory beside what one would use instead
	$(BIN)/python -m benchmarks --shared "$(SHARED)"

lock: ## renew the hash-locked lists after a change of pyproject.toml (needs uv)
	@command -v $(UV) >/dev/null || { echo "make lock needs uv: install it, or name it with UV=/path/to/uv"; exit 1; }
	$(LOCK) -o requirements/run.txt
	$(LOCK) --group test --group lint --group docs -c requirements/run.txt -o requirements/dev.txt

clean: ## remove what was made, .venv included
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis dossier.html
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.run: requirements/run.txt pyproject.toml
	@'$(PYTHON)' -c '$(SUITABLE)' 2>/dev/null || { \
	  echo "Retold needs Python 3.11 to 3.14 with venv: install it (on Debian and Ubuntu: apt install python3-venv)" \
	       "or name one: make setup PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "Setting up $(VENV): some 600 MB, about a minute ..."
	@$(BIN)/python -c '$(SUITABLE)' 2>/dev/null || '$(PYTHON)' -m venv --clear $(VENV)
	@$(PIP) install --require-hashes -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@
	@echo "Ready: $(BIN)/retold --help"

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	@echo "Adding the tools for tests, checks and documents ..."
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@
