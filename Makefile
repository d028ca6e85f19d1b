# A fresh machine needs Python 3.11 or newer and make; the targets below set up all the rest, once.
# What only the system's package manager has is installed by it, as briefgen/prerequisites.py asks.

PYTHON ?= python3
UV ?= uv
VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
INSTALL := $(BIN)/python -m pip install --quiet --no-input --disable-pip-version-check --no-deps
COMPILE := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

.PHONY: help brief test lint golden bench lock clean
.DEFAULT_GOAL := help

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

brief: $(VENV)/.runtime ## write the sample brief into output/
	$(BIN)/briefgen build

test: lint ## lint, types and tests
	$(BIN)/python -m pytest --numprocesses auto

lint: $(VENV)/.tests ## style and types only
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

golden: $(VENV)/.tests ## take the sample brief as the one that the tests and the README show
	$(BIN)/python tests/test_build.py

bench: $(VENV)/.tests ## time and memory; BRIEFGEN_EVAL names a folder of *.jsonl to summarise
	$(BIN)/python tests/benchmarks/measure.py

lock: ## pin the requirements again (needs uv); UPGRADE=--upgrade takes the newest
	echo 'hatchling>=1.27' | $(COMPILE) $(UPGRADE) --output-file requirements.lock pyproject.toml -
	$(COMPILE) $(UPGRADE) --output-file requirements-dev.lock --extra dev \
		--constraint requirements.lock pyproject.toml

clean: ## remove the virtual environment and the caches, keep output/
	rm -rf $(VENV) build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find briefgen tests -name __pycache__ -prune -exec rm -rf {} +

# A lock names every library, so pip has none to look for (--no-deps).
# Each stamp is younger than what it was made from, so a second call sets nothing up. The package is
# compiled as pip compiles all that it does not install as editable.

$(VENV)/.made:
	@command -v $(PYTHON) >/dev/null || { echo 'briefgen needs Python 3.11 or newer, $(PYTHON) is' \
		'not here: name another, such as make PYTHON=python3.13' >&2; exit 1; }
	@echo 'Setting up $(VENV), once'
	@$(PYTHON) -m briefgen.prerequisites $(VENV)
	@touch $@

$(VENV)/.runtime: requirements.lock pyproject.toml | $(VENV)/.made
	$(INSTALL) --require-hashes --requirement requirements.lock
	$(INSTALL) --no-build-isolation --editable .
	$(BIN)/python -m compileall -q briefgen
	@touch $@

$(VENV)/.tests: requirements-dev.lock $(VENV)/.runtime
	$(INSTALL) --require-hashes --requirement requirements-dev.lock
	@touch $@
