# make demo   build the bundled releases and say what came out
# make test   everything that must hold before a change goes in
# make bench  how fast everything is, each figure beside what one would take instead; the tables of
#             docs/performance.md; make bench QUICK=--quick takes some four minutes and writes nothing
# make fuzz   whatever reads what others write, with inputs of all kinds; make fuzz RUNS=1000000 takes an hour or two
# make kill   builds and changes killed at random moments, 210 times; make kill TIMES=1000
# make audit  whether faults are known of what is installed; asks the network
# make clean  remove what the two leave behind

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore
# Programs that tests start again and again are compiled once
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := demo
.PHONY: demo test bench fuzz kill audit clean

demo: $(VENV)/installed
	@$(BIN)/relgraph build --out build
	@printf '%s\n' '' 'Four commands to try next:' \
	  '  $(BIN)/relgraph ask "Wer führt bei Halbleitern?"' \
	  '  $(BIN)/relgraph brief Japan -o japan.pdf' \
	  '  $(BIN)/relgraph explore --focus Japan --hops 1 -o japan.html' \
	  '  $(BIN)/relgraph serve'

# Debs come, and one process compiles what those that test beside each other would each compile for itself, beside lint
test: $(VENV)/installed-dev
	@$(MAKE) --no-print-directory --jobs 3 debs compiled lint
	$(BIN)/pytest -n 3 --dist loadfile

.PHONY: compiled
compiled: $(VENV)/installed-dev
	@$(BIN)/pytest --collect-only -qq >/dev/null 2>&1 || true  # what is wrong, the tests tell
	@$(BIN)/python -c 'import relgraph.reading.warm, relgraph.web.warm' || true

.PHONY: lint
lint: $(VENV)/installed-dev
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy

bench: $(VENV)/installed-bench debs
	@$(BIN)/python tests/benchmarks/bench.py $(QUICK)
	@$(BIN)/python tests/benchmarks/crowd.py $(if $(QUICK),--seconds 30)

RUNS ?= 20000
fuzz: $(VENV)/installed-fuzz
	@$(BIN)/python tests/fuzz/fuzzing.py --runs $(RUNS)
	@$(BIN)/python tests/fuzz/scaling.py

TIMES ?= 210
kill: $(VENV)/installed
	@$(BIN)/python tests/fuzz/killing.py --times $(TIMES)

audit: $(VENV)/installed
	@$(BIN)/pip check
	@$(PYTHON) -m venv $(VENV)/audit && $(VENV)/audit/bin/pip install -qq pip-audit
	@$(BIN)/pip freeze --exclude-editable > $(VENV)/audited
	@$(VENV)/audit/bin/pip-audit --no-deps --disable-pip -r $(VENV)/audited

# uv takes a fifth of pip's time; where it cannot be had, or does not find what pip does, pip installs
define install
	@export UV_DEFAULT_INDEX="$${PIP_INDEX_URL:-$$($(BIN)/pip config get global.index-url 2>/dev/null || echo https://pypi.org/simple)}"; \
	  $(BIN)/pip install -qq --no-compile uv 2>/dev/null \
	  && UV_HTTP_TIMEOUT=10 $(BIN)/uv pip install -q --python $(BIN)/python --editable '$(1)' 2>/dev/null \
	  || $(BIN)/pip install -qq --no-compile --editable '$(1)'
endef

# The bar is Python 3.11; Debian keeps venv's pip in a package of its own
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo 'relgraph needs Python 3.11 or later; say which with: make PYTHON=python3.11'; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo 'Python has no venv; it comes with: apt-get install python3-venv'; \
	  test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -qq -y python3-venv >/dev/null; }
	@rm -rf $(VENV) && $(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml | $(BIN)/python
	@echo 'Installing relgraph into $(VENV) …'
	$(call install,.)
	@touch $@

$(VENV)/installed-dev: pyproject.toml | $(BIN)/python
	@echo 'Installing relgraph and what its tests need into $(VENV) …'
	$(call install,.[dev])
	@touch $@ $(VENV)/installed

$(VENV)/installed-bench: pyproject.toml | $(BIN)/python
	@echo 'Installing relgraph and what it is measured against into $(VENV) …'
	$(call install,.[bench])
	@touch $@ $(VENV)/installed

$(VENV)/installed-fuzz: pyproject.toml | $(BIN)/python
	@echo 'Installing relgraph and what fuzzing needs into $(VENV) …'
	$(call install,.[fuzz])
	@touch $@ $(VENV)/installed

# Pages are looked at in a real browser, and stores held against a SPARQL server that thinks differently
CHROMIUM := chromium
VIRTUOSO := virtuoso-opensource-7-bin
.PHONY: debs
debs:
	@missing="$$(command -v $(CHROMIUM) >/dev/null || echo $(CHROMIUM)) $$(command -v virtuoso-t >/dev/null || echo $(VIRTUOSO))"; \
	  test -z "$${missing# }" || { \
	  echo "The tests need a browser and a second SPARQL server; they come with: apt-get install $$missing"; \
	  test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -qq -y $$missing >/dev/null; }

clean:
	rm -rf $(VENV) build .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find src tests -name __pycache__ -prune -exec rm -rf {} +
