# Two commands do everything: `make demo` and `make test`. Both need nothing but Python >= 3.12.

VENV := .venv
BIN := $(VENV)/bin
# The first Python on the path that is new enough; override with PYTHON=/path/to/python.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null && { echo $$p; break; }; done)

.PHONY: demo test test-rest test-all lint schemas lock bench clean

demo: $(VENV)/.run ## build the graph from seeds/, answer the headline questions, write build/kg.html
	$(BIN)/kg demo

test: $(VENV)/.dev ## the tests, in two processes, on a real Neo4j and in a real browser
	$(PYTEST) -m 'not slow'

test-rest: $(VENV)/.dev ## what `make test` leaves out: the second release of Neo4j, rare faults, laws on many more examples
	$(PYTEST) -m 'slow or law' --hypothesis-profile many

test-all: test test-rest ## every test

WORKERS ?= 2
PYTEST = $(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup --no-loadscope-reorder

lint: $(VENV)/.dev ## ruff (rules and format) and mypy; tsc and ESLint for the scripts of the pages
	$(BIN)/ruff check kg tests bench
	$(BIN)/ruff format --check kg tests bench
	$(BIN)/mypy
	$(BIN)/python -m tests.scripts

schemas: $(VENV)/.run ## write schemas/ and kg/model/table.json from the fact models
	$(BIN)/python -m kg.model.table
	$(BIN)/kg export schemas schemas

bench: $(VENV)/.dev ## speed beside hand-written code, as ratios
	$(BIN)/python -m bench

lock: ## renew the locked requirements
	$(PYTHON) -m venv build/lock && build/lock/bin/pip -q install pip-tools
	echo 'hatchling editables' | tr ' ' '\n' > build/run.in
	build/lock/bin/python -c "import tomllib; print(*tomllib.load(open('pyproject.toml','rb'))['project']['dependencies'], sep='\n')" >> build/run.in
	build/lock/bin/pip-compile $(LOCK) -o requirements.lock build/run.in
	build/lock/bin/python -c "import tomllib; print(*tomllib.load(open('pyproject.toml','rb'))['dependency-groups']['dev'], sep='\n')" > build/dev.in
	build/lock/bin/pip-compile $(LOCK) -c requirements.lock -o requirements-dev.lock build/dev.in
LOCK := -q --strip-extras --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --allow-unsafe

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "error: no Python >= 3.12 found; install one or set PYTHON=/path/to/python" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock $(VENV)/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q kg
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

clean: ## remove what was built
	rm -rf build $(VENV)
