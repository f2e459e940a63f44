# The two commands of the README, and what the maintainers run. Needs make and Python 3.11 or later; nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SITE := docs/_build/html

.PHONY: help html test lint typecheck check-latex check-versions fuzz peers bench messages clean
help:
	@echo "make html    build the documentation and the one-page PDFs in $(SITE)"
	@echo "make test    check style and types, run the tests"
	@echo "make clean   remove the virtual environment and everything that was built"
	@echo "more         what takes long or needs more than a clone has: see CONTRIBUTING.md"

html: $(SITE)/.built
	@echo "index  $(SITE)/index.html"
	@echo "brief  $(SITE)/briefs/pakistan-azerbaijan.html"
	@for file in $(SITE)/_bilateral/*.pdf; do echo "PDF    $$file"; done

# Sphinx writes its search index anew at every call, so it is called only where something is newer than the last build.
# Folders count too: a file that was removed leaves its mark there.
$(SITE)/.built: $(VENV)/docs.stamp $(shell find docs seeds templates -path docs/_build -prune -o -print) \
    $(shell find sphinx_bilateral -name __pycache__ -prune -o -type f -print)
	@$(BIN)/sphinx-build --quiet --fail-on-warning --keep-going -d docs/_build/doctrees docs $(SITE)
	@touch $@

# A process a core; the tests of a file share what they have built.
test: lint typecheck
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

# What takes long or needs more than a clone has. Each fails where what it needs is missing.
check-latex: $(VENV)/test.stamp
	$(BIN)/python -m pytest --full -m latex

check-versions:
	.ci/versions

fuzz: $(VENV)/test.stamp
	$(BIN)/python tests/extract/fuzz.py $(FUZZ)

peers: $(VENV)/test.stamp
	@test -d "$(PEER_DATA)" || { echo "make peers PEER_DATA=folder: see tests/peers/README.md"; exit 1; }
	PEER_DATA="$(abspath $(PEER_DATA))" $(BIN)/python tests/peers/reading/scores.py docs/reference/reader-scores.csv
	PEER_DATA="$(abspath $(PEER_DATA))" $(BIN)/python -m pytest -m peers tests/peers

# The fixed words of pages: the template, and each language's catalogue. Fails where a language lacks a word.
messages: $(VENV)/test.stamp
	$(BIN)/python .ci/messages

# Some ten minutes on an idle machine; benchmarks/README.md says what is measured and how to measure it for longer.
bench: $(VENV)/test.stamp
	$(BIN)/python benchmarks/build.py --iterations 2
	$(BIN)/python benchmarks/extract.py --iterations 3 --megabytes 1
	$(BIN)/python benchmarks/dossier.py
	$(BIN)/python benchmarks/forty.py --iterations 1

lint: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

typecheck: $(VENV)/test.stamp
	$(BIN)/mypy

clean:
	rm -rf $(VENV) docs/_build build dist

# A stamp is older than pyproject.toml when the dependencies may have changed; else nothing is installed again.
$(VENV)/docs.stamp: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[docs]'
	@touch $@

$(VENV)/test.stamp: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "Python is missing: install Python 3.11 or later"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "$(PYTHON) is $$($(PYTHON) --version 2>&1); Python 3.11 or later is needed: make PYTHON=/path/to/python3.12 …"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "Python's venv module is missing; on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)
