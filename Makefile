# QLVB: two commands, `make start` and `make test`; the rest is what they are made of.
PYTHON ?= python3.11
VENV := .venv
PY := $(VENV)/bin/python
PORT ?= 8080
SITE ?= qlvb

# Bytecode lies together and outside of the sources. Without it (an installation that was not compiled, an environment that
# forbids it) every process compiles Plone anew: six of the eleven seconds that a start costs.
export PYTHONPYCACHEPREFIX := $(CURDIR)/var/cache/python
unexport PYTHONDONTWRITEBYTECODE

.PHONY: start test site build clean help bench i18n docs

help:
	@echo "make start   install, create the site with demonstration data and run it on http://localhost:$(PORT)/$(SITE)"
	@echo "make test    install what the tests need and run them all"
	@echo "make build   virtual environment and buildout only"
	@echo "make bench   measure the budgets (benchmarks/)"
	@echo "make i18n    renew the message catalogues from the sources"

# One source of pins: profiles/constraints.txt serves pip/uv as it is and buildout as profiles/versions.cfg.
$(VENV)/.installed: profiles/constraints.txt
	@profiles/system-packages python $(PYTHON)
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check "$$(grep '^uv==' profiles/constraints.txt)"
	$(VENV)/bin/uv pip install --quiet --python $(PY) -r profiles/constraints.txt
	@touch $@

profiles/versions.cfg: profiles/constraints.txt
	@{ echo "[versions]"; sed -n 's/^\([A-Za-z0-9._-]*\)==\(.*\)$$/\1 = \2/p' $<; } > $@

bin/qlvb: $(VENV)/.installed profiles/versions.cfg buildout.cfg $(wildcard profiles/*.cfg) $(wildcard src/*/pyproject.toml)
	PIP_NO_BUILD_ISOLATION=0 PIP_NO_INDEX=1 $(VENV)/bin/buildout -q -o \
		instance:password=$$(head -c 24 /dev/urandom | base64 | tr -d '/+=')
	@touch $@

build: bin/qlvb

start: bin/qlvb
	@profiles/system-packages optional
	bin/qlvb start --site $(SITE) --port $(PORT)

site: bin/qlvb
	bin/qlvb create-site --site $(SITE) --demonstration

# Independent validators of E-ARK packages and of bags (RFC 8493), for the tests; their pins do not fit ours, so they have an environment of their own.
.venv-eark/.installed: profiles/eark-constraints.txt
	$(PYTHON) -m venv .venv-eark
	.venv-eark/bin/python -m pip install --quiet --disable-pip-version-check -r profiles/eark-constraints.txt
	@touch $@

test: bin/qlvb .venv-eark/.installed
	@profiles/system-packages test
	@profiles/tests $(PY) $(PYTEST_ARGS)

# BENCH: steps and sizes, such as "lists searching records=200000 databases=sqlite,postgresql" (benchmarks/_options.py)
bench: bin/qlvb
	PYTHONPATH=develop-eggs:src/qlvb.content/src:src/qlvb.workflows/src:src/qlvb.policy/src:tests:. $(PY) -W ignore -m benchmarks $(BENCH)

i18n: $(VENV)/.installed
	PYTHONPATH=tests $(PY) -m translations

clean:
	rm -rf parts bin develop-eggs .installed.cfg profiles/versions.cfg
