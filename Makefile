# Each target does its own set-up: it needs Python 3.11 or newer with venv, and nothing else.
PYTHON ?= python3
VENV := .venv
STAMP := $(VENV)/.installed

.PHONY: demo test check torture clean

demo: $(STAMP)
	@$(VENV)/bin/casedesk demo

test: $(STAMP)
	@$(VENV)/bin/python -m pytest -n 2 $(PYTEST_ARGS)

check: $(STAMP)
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "casedesk needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3 ...")'
	@test -x $(VENV)/bin/python || $(PYTHON) -m venv $(VENV)
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV)
