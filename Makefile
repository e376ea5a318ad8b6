# livedesk: every target works from a fresh clone. See README.md.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
QM := resources/translations/livedesk_zh_CN.qm
TS := $(wildcard resources/translations/zh_CN/*.ts)
OUT := out
SOAK_MINUTES ?= 60

.PHONY: setup system run test soak bench check format lock translations pictures clean

setup: system $(STAMP) $(QM)

# System packages, where this is Debian and we may install them; elsewhere a hint says what is missing.
system:
	@packaging/system.sh

$(STAMP): requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(QM): $(STAMP) $(TS) packaging/i18n.py
	$(BIN)/python packaging/i18n.py release

translations: $(STAMP)
	$(BIN)/python packaging/i18n.py update

run: setup
	@packaging/run.sh

# Two at a time; those with a real OBS after them, one by one: it draws in software, on both cores.
test: setup
	$(BIN)/python -m pytest -q -n 2 --dist loadfile -m "not soak and not obs"
	$(BIN)/python -m pytest -q -m "obs and not soak"

soak: setup
	SOAK_MINUTES=$(SOAK_MINUTES) $(BIN)/python -m pytest -q -rP -m soak tests/soak

bench: setup
	$(BIN)/python -m tests.bench

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python packaging/i18n.py check
	$(BIN)/python -m pytest -q tests/architecture

format: $(STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# The pictures of the real program in the README and the report of the sample show.
pictures: setup
	@packaging/pictures.sh $(OUT)

# The lock names no host; run it after a change of the dependencies in pyproject.toml.
lock: $(STAMP)
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --no-header \
	    --strip-extras --allow-unsafe --extra dev --output-file requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) $(OUT) build dist *.egg-info
