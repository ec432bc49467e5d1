# Each target sets up what it needs in a virtual environment of its own; nothing but Python 3.11 must be there.
PYTHON ?= python3
VENV ?= .venv

python := $(VENV)/bin/python
govdocs := $(VENV)/bin/govdocs
pip := $(python) -m pip --disable-pip-version-check install --quiet

.PHONY: help demo test lint types pytest docs bench clean

help:  ## say what there is
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:[^#]*## /	/'

demo: $(VENV)/run.stamp  ## convert the sample archive (text, PDF, Word, HTML) to Excel, XML and CSV in out/
	$(govdocs) convert examples/archive examples/archive_mixed -o out/register.xlsx -o out/register.xml -o csv:out/tables/

test: lint types pytest docs  ## all that a change must pass

lint: $(VENV)/dev.stamp  ## ruff
	$(VENV)/bin/ruff check .

types: $(VENV)/dev.stamp  ## mypy, strict
	$(VENV)/bin/mypy

pytest: $(VENV)/dev.stamp  ## tests with branch coverage, the blocks of the docs, the examples, the built wheel
	$(python) -m compileall -q src plugins  # once, for the hundreds of processes the tests start
	$(VENV)/bin/pytest -n auto --dist loadgroup --cov

docs: $(VENV)/docs.stamp  ## build the site in site/, every warning an error
	$(VENV)/bin/sphinx-build -W --keep-going -q -b html docs site

bench: $(VENV)/bench.stamp  ## figures: start-up, pages a second, growth, memory
	for script in bench/*.py; do echo "== $$script"; $(python) $$script || exit 1; done

clean:  ## throw away what was built
	rm -rf out site dist build $(VENV)

# One stamp a set of requirements: pip runs again only when pyproject.toml has changed.
$(VENV)/run.stamp: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(pip) --editable .
	touch $@

$(VENV)/%.stamp: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(pip) --editable '.[$*]'
	touch $@ $(VENV)/run.stamp
