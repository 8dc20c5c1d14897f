# lipnet: `make run` serves a living demo partnership, `make test` proves the program.
SHELL := /bin/bash
PYTHON ?= python3
PORT ?= 8000
DATA ?= data
CORPUS ?=
export CHROMIUM
BIN := .venv/bin
STAMP := .venv/.run-installed
DEV_STAMP := .venv/.dev-installed
BENCH_STAMP := .venv/.bench-installed
CATALOGUES := $(wildcard translations/*/LC_MESSAGES/messages.po)

.DEFAULT_GOAL := help

help: ## Show what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: $(STAMP) translations ## Install the program into .venv (nothing is started)

run: setup ## Serve a demo partnership (PORT=8123 DATA=some/folder)
	@$(BIN)/lipnet --data "$(DATA)" migrate
	@$(BIN)/lipnet --data "$(DATA)" demo --unless-there --address "http://127.0.0.1:$(PORT)"
	@exec $(BIN)/lipnet --data "$(DATA)" serve --port $(PORT) --development

test: $(DEV_STAMP) translations chromium lint ## Lint, types and every test, browser tests included
	$(BIN)/pytest -q -n 2 --dist loadgroup

lint: $(DEV_STAMP) ## Style and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

corpus: $(DEV_STAMP) ## Try every XLSForm, LimeSurvey survey, ballot file, plan and minutes below CORPUS=folder
	@if [ -d "$(CORPUS)/xlsforms" ]; then $(BIN)/python tools/corpus_xlsforms.py "$(CORPUS)/xlsforms"; \
	else echo "corpus: no folder '$(CORPUS)/xlsforms'; nothing tried"; fi
	@if [ -d "$(CORPUS)/lss" ]; then $(BIN)/python tools/corpus_xlsforms.py --each "$(CORPUS)/lss"; \
	else echo "corpus: no folder '$(CORPUS)/lss'; nothing tried"; fi
	@if [ -d "$(CORPUS)/ballots" ]; then $(BIN)/python tools/corpus_ballots.py "$(CORPUS)/ballots"; \
	else echo "corpus: no folder '$(CORPUS)/ballots'; nothing tried"; fi
	@if [ -d "$(CORPUS)/minutes" ]; then $(BIN)/python tools/corpus_minutes.py "$(CORPUS)/minutes"; \
	else echo "corpus: no folder '$(CORPUS)/minutes'; nothing tried"; fi
	@if [ -d "$(CORPUS)/plans" ]; then $(BIN)/python tools/corpus_plans.py "$(CORPUS)/plans"; \
	else echo "corpus: no folder '$(CORPUS)/plans'; nothing tried"; fi

walks: $(DEV_STAMP) translations chromium ## Answer every form below CORPUS=folder with script and without
	$(BIN)/python -m tools.corpus_walks "$(CORPUS)/xlsforms"

bench: $(BENCH_STAMP) translations ## Measure what must be fast
	$(BIN)/python -m tests.bench

screenshots: $(DEV_STAMP) translations chromium ## Draw docs/screenshots from the demo
	$(BIN)/python -m tools.screenshots

catalogues: $(DEV_STAMP) ## Bring the catalogues up to date with the program's words
	$(BIN)/python tools/catalogues.py update

translations: $(STAMP) $(CATALOGUES:.po=.mo) ## Compile the catalogues

translations/%/LC_MESSAGES/messages.mo: translations/%/LC_MESSAGES/messages.po | $(STAMP)
	@$(BIN)/python tools/catalogues.py compile $<

lock: $(DEV_STAMP) ## Pin the dependencies anew (no address is written)
	$(BIN)/uv pip compile -q --upgrade --generate-hashes --universal --no-header --no-annotate requirements/run.in -o requirements/run.lock
	$(BIN)/uv pip compile -q --upgrade --generate-hashes --universal --no-header --no-annotate requirements/dev.in -o requirements/dev.lock
	$(BIN)/uv pip compile -q --upgrade --generate-hashes --universal --no-header --no-annotate requirements/bench.in -o requirements/bench.lock

chromium: ## Find Chromium for the browser tests, or install Debian's package when root
	@bash tools/chromium.sh

clean: ## Remove the environment and everything built
	rm -rf .venv build *.egg-info .pytest_cache .mypy_cache .ruff_cache $(CATALOGUES:.po=.mo)

.venv/bin/python:
	$(PYTHON) -m venv .venv

$(STAMP): requirements/run.lock pyproject.toml | .venv/bin/python
	@bash tools/install.sh run
	@touch $@

$(DEV_STAMP): requirements/dev.lock $(STAMP)
	@bash tools/install.sh dev
	@touch $@

$(BENCH_STAMP): requirements/bench.lock $(DEV_STAMP)
	@bash tools/install.sh bench
	@touch $@

.PHONY: help setup run test lint corpus walks bench screenshots catalogues translations lock chromium clean
