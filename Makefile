# Each target works as the first command ever run in a clone: it sets up .venv when that is missing or out of date.
BIN := .venv/bin
READY := .venv/ready

.PHONY: help lab test bench mutants build data words site slides release lock clean

help:
	@echo "make lab     open the notebooks in JupyterLab, in copies of your own in casebook-work"
	@echo "make test    check everything: style, types, data, package, notebooks"
	@echo "make bench   measure speed beside other tools, and write docs/performance.md"
	@echo "make mutants plant slips in copies of tables and package, and see who notices"
	@echo "make build   build both editions of the notebooks from notebooks/instructor"
	@echo "make data    check the data folder and write its codebook"
	@echo "make words   collect the words of the interface for translation, and compile what is translated"
	@echo "make site    write the site to build/site, to be opened from there"
	@echo "make slides  write the slides of each chapter to build/slides"
	@echo "make release build wheel and sdist into dist, check them, and try the wheel"
	@echo "make lock    resolve the pinned packages again"
	@echo "make clean   remove .venv and what tools leave behind; never a notebook"

lab: $(READY)
	@$(BIN)/casebook lab

test: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/casebook data check
	$(BIN)/python -m pytest --nbval --numprocesses 2 --dist loadfile

bench: $(READY)
	@$(BIN)/python -m bench --write

mutants: $(READY)
	@$(BIN)/python -m mutants

build: $(READY)
	$(BIN)/casebook build

data: $(READY)
	$(BIN)/casebook data codebook
	$(BIN)/casebook data check

words: $(READY)
	@mkdir -p build
	$(BIN)/pybabel -q extract --mapping pyproject.toml --keyword say --keyword later --keyword counted:1,2 --keyword plural:1,2 \
		--add-comments Translators: --add-location file --sort-by-file --width 120 --project casebook \
		--output-file build/casebook.pot .
	$(BIN)/pybabel -q update --domain casebook --input-file build/casebook.pot --output-dir casebook/locale \
		--width 120 --ignore-obsolete --ignore-pot-creation-date --no-fuzzy-matching
	$(BIN)/pybabel -q compile --domain casebook --directory casebook/locale

site: $(READY)
	$(BIN)/sphinx-build --write-all --fail-on-warning --keep-going --quiet --doctree-dir build/doctrees docs build/site
	@echo "Written: build/site/index.html"

slides: $(READY)
	$(BIN)/casebook slides build/slides

release: $(READY)
	@tools/release.sh

lock: $(READY)
	$(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --all-extras --generate-hashes \
		--no-header --no-annotate --no-emit-index-url --no-emit-find-links --output-file requirements.lock

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist docs/book docs/chapters docs/tables
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): requirements.lock pyproject.toml tools/set_up.sh
	@tools/set_up.sh
