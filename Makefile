# Two commands do everything: `make demo` and `make test`. Both need nothing but Python >= 3.12.

VENV := .venv
BIN := $(VENV)/bin
# The first Python on the path that is new enough; override with PYTHON=/path/to/python.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null && { echo $$p; break; }; done)

.PHONY: demo test test-rest test-all campaign lint static style types scripts yaml spelling fresh format renew schemas coverage peers \
	lock sbom bench clean

demo: $(VENV)/.run ## build the graph from seeds/, answer the headline questions, write build/kg.html
	$(BIN)/kg demo

test: $(VENV)/.dev peers ## the tests, in two processes, on a real Neo4j and in a real browser
	$(PYTEST) -m 'not slow'

test-rest: $(VENV)/.dev peers ## what `make test` leaves out: the second release of Neo4j, rare faults, laws on many more examples
	$(PYTEST) -m 'slow or law' --hypothesis-profile many

test-all: $(VENV)/.dev peers ## every test in one run, and the table of the campaign
	rm -f $(CAMPAIGN)
	$(PYTEST)
	$(BIN)/python -m tests.campaign
CAMPAIGN := build/campaign.jsonl

campaign: $(VENV)/.dev ## only what is counted; with KG_UPDATE_DOCS=1 it also writes docs/reliability.md
	rm -f $(CAMPAIGN)
	$(PYTEST) -m campaign
	$(BIN)/python -m tests.campaign

WORKERS ?= 2
PYTEST = $(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup --no-loadscope-reorder

lint: style types scripts yaml spelling fresh ## what can be said without the tests; the hooks run the same

static: style types scripts yaml spelling ## what of it is no test itself

style: $(VENV)/.dev ## rules and layout of the code
	$(BIN)/ruff check kg tests bench
	$(BIN)/ruff format --check kg tests bench

types: $(VENV)/.dev ## types of the code
	$(BIN)/mypy

scripts: $(VENV)/.dev ## types and rules of the scripts of our pages
	$(BIN)/python -m tests.scripts

yaml: $(VENV)/.dev ## facts and other YAML: nothing that readers take differently
	$(BIN)/yamllint --strict .

spelling: $(VENV)/.dev ## words of code and docs
	$(BIN)/codespell

fresh: $(VENV)/.dev ## what is made from the program says what the program says
	$(BIN)/python -m pytest -q $(FRESH)
FRESH := tests/unit/test_schemas.py::test_schema_on_disk_is_the_generated_one \
	tests/contract/test_reference.py::test_the_reference_is_fresh tests/cli/test_reference.py::test_reference_is_fresh \
	tests/curate/test_check.py::test_docs_list_every_check tests/contract/test_architecture.py::test_the_page_is_fresh \
	tests/campaign/test_page.py

format: $(VENV)/.dev ## put the code into the layout that `make style` asks for
	$(BIN)/ruff check --fix kg tests bench
	$(BIN)/ruff format kg tests bench

renew: $(VENV)/.dev schemas ## write every page and file that is made from the program, what it prints included
	$(BIN)/kg check --list > docs/checks.md
	KG_UPDATE_DOCS=1 $(BIN)/python -m pytest -q $(FRESH) tests/cli/test_reference.py tests/cli/test_docs.py tests/library/test_notebook.py

schemas: $(VENV)/.run ## write schemas/ and kg/model/table.json from the fact models
	$(BIN)/python -m kg.model.table
	$(BIN)/kg export schemas schemas

coverage: $(VENV)/.dev ## lines and branches that the tests without servers and browser reach; fails below the floor
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -q -n $(WORKERS) -m 'not neo4j and not browser and not slow' -k 'not disk_that_is_full' $(COVERED)
	$(BIN)/coverage combine -q
	$(BIN)/coverage report --skip-covered --sort=cover
COVERED := kg $(addprefix tests/,analysis bad_seeds cli contract curate drawing language library mcp page unit)

bench: $(VENV)/.dev ## speed beside hand-written code, as ratios
	$(BIN)/python -m bench

lock: ## renew the locked requirements
	$(PYTHON) -m venv build/lock && build/lock/bin/pip -q install pip-tools
	echo 'hatchling editables' | tr ' ' '\n' > build/run.in
	build/lock/bin/python -c "import tomllib; print(*tomllib.load(open('pyproject.toml','rb'))['project']['dependencies'], sep='\n')" >> build/run.in
	build/lock/bin/pip-compile $(LOCK) -o requirements.lock build/run.in
	build/lock/bin/python -c "import tomllib; print(*tomllib.load(open('pyproject.toml','rb'))['dependency-groups']['dev'], sep='\n')" > build/dev.in
	build/lock/bin/pip-compile $(LOCK) -c requirements.lock -o requirements-dev.lock build/dev.in
	build/lock/bin/python -c "import tomllib; print(*tomllib.load(open('pyproject.toml','rb'))['dependency-groups']['peers'], sep='\n')" > build/peers.in
	build/lock/bin/pip-compile $(LOCK) -o requirements-peers.lock build/peers.in
LOCK := -q --strip-extras --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --allow-unsafe

sbom: ## list of what is installed with kg, with the hashes of each (CycloneDX), as build/kg.cdx.json
	$(PYTHON) -m venv build/sbom && build/sbom/bin/pip -q install 'cyclonedx-bom>=7,<8'
	build/sbom/bin/cyclonedx-py requirements --pyproject pyproject.toml --output-reproducible -o build/kg.cdx.json requirements.lock

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "error: no Python >= 3.12 found; install one or set PYTHON=/path/to/python" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock $(VENV)/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q kg
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes --no-compile -r requirements-dev.lock
	@touch $@

# The tests hand our exports to them; their versions do not go with ours.
peers: $(VENV)/bin/python ## the programs of others, kept for every checkout with the same lock
	$(BIN)/python tests/leaving/environment.py

clean: ## remove what was built
	rm -rf build $(VENV)
