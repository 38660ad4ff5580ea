# The commands of the house. `make demo` and `make test` need only Swift 6.3, git and make on Debian 12.

PREFIX ?= /usr/local
RELEASE := swift build -c release -Xswiftc -static-stdlib --product demarche
BIN = $(shell swift build -c release -Xswiftc -static-stdlib --show-bin-path)
STRICT := -Xswiftc -warnings-as-errors --explicit-target-dependency-import-check error
SHARED := ../shared

.PHONY: demo test check build install evaluate bench coverage dist train libraries lint screenshots clean

demo: build ## Reads the samples and prints the dossier of Azerbaijan and Russia.
	@rm -f .build/demo.sqlite .build/demo.sqlite-wal .build/demo.sqlite-shm
	$(BIN)/demarche read Samples --record .build/demo.sqlite
	$(BIN)/demarche dossier AZE RUS --record .build/demo.sqlite

build: libraries
	$(RELEASE)

test: libraries ## Runs every test.
	swift test

check: libraries lint ## What a change must pass: format, no warning, every test.
	swift build --build-tests $(STRICT)
	swift test

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

libraries: ## Installs the system libraries that are missing.
	@Recipes/libraries

install: build ## Puts the program under PREFIX; it needs nothing of this folder afterwards.
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/demarche
	install -m 755 $(BIN)/demarche $(DESTDIR)$(PREFIX)/lib/demarche/demarche
	cp -R $(BIN)/demarche_*.resources $(DESTDIR)$(PREFIX)/lib/demarche/
	ln -sf ../lib/demarche/demarche $(DESTDIR)$(PREFIX)/bin/demarche

evaluate: build ## Scores this commit on the sets beside the repository, where they are.
	@Benchmarks/evaluate $(BIN)/demarche $(SHARED)

bench: build ## Runs ours and the peers (from PyPI) in the same minutes and writes Benchmarks/results.md.
	swift build -c release -Xswiftc -static-stdlib --product throughput
	swift build -c release -Xswiftc -static-stdlib --product feed-reading
	@Benchmarks/bench $(BIN) $(SHARED) Benchmarks/results.md

coverage: libraries ## Tells the share of lines that the tests reach, by stage; builds into .build-coverage.
	swift test --enable-code-coverage --scratch-path .build-coverage
	@Tests/coverage .build-coverage

dist: build ## Packs a release with its bill of materials into dist/.
	@Recipes/release/dist $(BIN)/demarche dist

train: build ## Makes the language model anew, in a virtual environment of its own (about two hours).
	@$(MAKE) -C Training PROGRAM=$(abspath $(BIN)/demarche)

screenshots: build ## Makes the pictures of the README with Chromium, in a virtual environment of its own.
	@Recipes/screenshots $(BIN)/demarche

clean:
	rm -rf .build
