# `make demo` and `make test` set up what they need; `make help` lists the rest.
BIN := .venv/bin
# ChemDataExtractor needs numpy<2, which has no wheel for Python 3.13.
PYTHON := $(shell for p in python3.12 python3.11 python3; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 13))' 2>/dev/null && { echo $$p; break; }; done)
READY := .venv/.ready
export PATH := $(CURDIR)/$(BIN):$(PATH)
# Without bytecode on disk each process compiles all packages anew, seconds of work.
unexport PYTHONDONTWRITEBYTECODE
PARALLEL := -n auto --dist loadfile --no-loadscope-reorder
.DEFAULT_GOAL := help
.PHONY: help demo test coverage lint app evaluate priors bench fuzz soak lock

help: ## List these targets
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 18

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "AnodeGraph needs Python 3.11 or 3.12: please install one of them" \
		"(ChemDataExtractor needs numpy<2, which has no wheel for 3.13)."; exit 1; }
	@echo "Setting up .venv from requirements.lock ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@command -v uv >/dev/null || python -m pip install --quiet --disable-pip-version-check uv
	@uv pip sync --quiet --python $(BIN)/python requirements.lock
	@uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY) ## Ingest the sample papers of corpus/ and answer three questions
	@anodegraph demo

app: $(READY) ## Open the app on the local graph
	@anodegraph app

coverage: $(READY) ## Run the test suite and show the coverage of each file
	@tests/fetch.sh
	@pytest --cov $(PARALLEL)

test: $(READY) ## Run the whole test suite; fetches Neo4j and, on Debian as root, Chromium
	@tests/fetch.sh
	@pytest $(PARALLEL)

lint: $(READY) ## Check style, imports between packages, and types
	@ruff check . && ruff format --check . && lint-imports --no-cache --no-logo && pyright

GOLD := corpus/papers/*.json corpus/passages/*.json $(wildcard ../shared/gold/*.json) $(wildcard ../shared/gold/passages/*.json)

evaluate: $(READY) ## Score extraction, reading, references and questions into docs/evaluation.md
	@python docs/evaluation.py evaluate

priors: $(READY) ## Learn from development gold how often each rule is right
	@anodegraph evaluate --second-reader --priors corpus/priors.yaml $(GOLD)

fuzz: $(READY) ## Read 2,000 mutated PDFs
	@python tests/fuzz_reader.py

soak: $(READY) ## Kill ingests, servers and workers 100 times each
	@SOAK_KILLS=100 pytest tests/test_crash.py --timeout=0

bench: $(READY) ## Measure speed beside peers into docs/evaluation.md
	@python docs/evaluation.py bench

lock: ## Renew requirements.lock from pyproject.toml
	@uv pip compile pyproject.toml --all-extras --universal --generate-hashes --python-version 3.11 \
		--no-emit-index-url --no-annotate --no-header --quiet --upgrade --output-file requirements.lock
