# Each target does its own set-up: it needs Python 3.11 or newer with venv, and nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
KEYS := $(BIN)/casedesk --defaults --set keys.preset=default keys
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test check torture screens docs clean

demo: $(VENV)/.for-use
	@$(BIN)/casedesk demo

test: $(VENV)/.for-work
	@$(BIN)/python -m pytest -n 2 --dist worksteal $(PYTEST_ARGS)

torture: $(VENV)/.for-work
	@$(BIN)/python -m tests.torture $(TORTURE_ARGS)

screens: $(VENV)/.for-work
	@CASEDESK_SCREENS=new $(BIN)/python -m pytest tests/tui/test_screens.py tests/tui/test_session.py $(PYTEST_ARGS)
	@git diff --stat tests/screens

docs: $(VENV)/.for-use
	@$(KEYS) --format markdown > docs/.new && mv docs/.new docs/keys.md
	@$(KEYS) --format man > docs/.new && mv docs/.new docs/casedesk.1

check: $(VENV)/.for-work
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

$(VENV)/.for-use: pyproject.toml | $(BIN)/python
	@echo "Setting up casedesk in $(VENV) (once)..." >&2
	@$(PIP) --editable .
	@touch $@

$(VENV)/.for-work: pyproject.toml | $(BIN)/python
	@echo "Setting up casedesk and its tests in $(VENV) (once)..." >&2
	@$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/.for-use

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "casedesk needs Python 3.11 or newer; name one: make PYTHON=/path/to/python3 ...")'
	@$(PYTHON) -m venv $(VENV)

clean:
	rm -rf $(VENV)
