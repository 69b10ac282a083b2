# Every command of the README is one target. `make help` lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BASE_IMAGE ?= equijudge-base:bookworm
# What equijudge-cell:languages has beside Python; `make proofs` takes them all.
CELL_LANGUAGES ?= cpp java
ALL_LANGUAGES = cpp java pypy3 javascript go rust
FUZZ ?= 100
# More than two cores can do at once: half of the tests wait for something most of their time.
TEST_PROCESSES ?= 4
SPREAD = -n $(TEST_PROCESSES) --dist loadscope --no-loadscope-reorder --durations=25
PRESET ?= smoke
WHEELS ?= api,verifier
COMPOSE ?= $(shell command -v docker-compose || echo docker compose)
SHELL := /bin/bash

.PHONY: help demo test ready fuzz check docs bench lab sync-client proofs up down cell-image images wheels clean floors FORCE

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

# Says what is missing before anything is installed; removes a $(VENV) of another Python. The file holds the extra of
# the embedded judge that this machine can have, and changes only with the environment.
$(VENV)/.python: FORCE
	@command -v $(PYTHON) >/dev/null || { echo "no $(PYTHON) here: name a Python as in make demo PYTHON=python3.11" >&2; exit 1; }
	@extra=$$($(PYTHON) scripts/preflight.py $(VENV)) || exit 1; \
	    test -f $@ || { $(PYTHON) -m venv $(VENV) && echo "$$extra" >$@; }

$(VENV)/.demo: pyproject.toml $(VENV)/.python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[$$(cat $(VENV)/.python)]"
	@touch $@

$(VENV)/.dev: pyproject.toml lab/pyproject.toml $(VENV)/.python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]' -e ./lab
	@touch $@ $(VENV)/.demo

demo: $(VENV)/.demo ## judge programs of the handbook here, with neither Docker nor a Redis server
	@EQUIJUDGE_DATA_DIR=$(CURDIR)/build/equijudge $(BIN)/equijudge demo

test: ## all tests; as root on Debian it installs what it needs
	@$(MAKE) --no-print-directory -j2 ready
	$(BIN)/python -m pytest $(SPREAD)

ready: $(VENV)/.dev cell-image wheels ## what the tests need: environment, Docker engine, cell image, wheels; with -j2 side by side

fuzz: $(VENV)/.dev ## requests made up from the OpenAPI document, against a running service
	$(BIN)/python -m tests.fuzz $(FUZZ)

check: $(VENV)/.dev docs ## types, lint, import contracts, the manual
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(VENV)/.dev ## the manual, in build/manual: open build/manual/index.html
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

floors: ## tests with the lowest versions that pyproject.toml admits, by the lowest Python (PYTHON=python3.11)
	$(PYTHON) scripts/floors.py --all

bench: $(VENV)/.dev cell-image ## speed and memory against plain subprocess.run; writes build/bench.json
	$(BIN)/python -m bench

lab: $(VENV)/.dev ## train one small model in several ways and see what stays different; minutes. PRESET=full: four hours
	EQUIJUDGE_DATA_DIR=$(CURDIR)/build/equijudge $(BIN)/equijudge lab --preset $(PRESET) --out build/lab-$(PRESET)

sync-client: $(VENV)/.dev ## write the synchronous client anew, from the asynchronous one
	$(BIN)/python scripts/sync_client.py

proofs: CELL_LANGUAGES = $(ALL_LANGUAGES)
proofs: $(VENV)/.dev cell-image ## slow: what `make test` has one representative of; verdicts under load, chaos, kills, walls taken away
	$(BIN)/python -m pytest -m proof $(SPREAD)
	$(BIN)/python scripts/floors.py --all
	$(MAKE) lab
	$(BIN)/python -m bench.load
	$(BIN)/python -m tests.chaos
	$(BIN)/python -m tests.innocents docker
	$(BIN)/python -m tests.innocents local
	$(BIN)/python -m tests.kills data/handbook/problems.jsonl.gz
	$(BIN)/python -m tests.mutations

cell-image: ## the images the docker driver runs programs in, from Debian packages: Python alone, and CELL_LANGUAGES beside it
	@scripts/setup-test-machine
	@scripts/make-base-image $(BASE_IMAGE)
	@BASE_IMAGE=$(BASE_IMAGE) scripts/make-cell-image equijudge-cell:latest
	@BASE_IMAGE=$(BASE_IMAGE) scripts/make-cell-image equijudge-cell:languages $(CELL_LANGUAGES)

wheels: wheels/.made ## the wheels from which images are built without a package index

wheels/.made: pyproject.toml $(VENV)/.dev
	@# async-timeout: redis wants it on Python before 3.11.3, Debian's among them
	@rm -f wheels/*.whl
	@$(BIN)/python -m pip wheel --quiet --disable-pip-version-check \
	    -w wheels '.[$(WHEELS)]' hatchling async-timeout
	@rm -f wheels/equijudge-*.whl
	@touch $@

images: wheels ## prepare for `make up` where no image can be pulled: base image and wheels from packages
	@scripts/setup-test-machine
	@scripts/make-base-image $(BASE_IMAGE)

up: ## redis, api and verifier under Docker Compose; all settings are in .env, which the first one writes
	@if docker image inspect $(BASE_IMAGE) >/dev/null 2>&1; then \
	    export PYTHON_IMAGE="$${PYTHON_IMAGE:-$(BASE_IMAGE)}" REDIS_IMAGE="$${REDIS_IMAGE:-$(BASE_IMAGE)}"; \
	fi; $(PYTHON) scripts/write_env.py
	$(COMPOSE) up --build -d

down: ## and away again
	$(COMPOSE) down

clean: ## everything that was made here
	rm -rf $(VENV) build wheels/*.whl wheels/.made
