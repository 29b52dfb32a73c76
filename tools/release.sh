#!/bin/sh
# Put the sdist and the wheel into dist, prove that they follow from the commit alone, and try the wheel where no
# other file of the repository is. The programs that check need other packages than the casebook: each has its own.
set -eu
cd "$(dirname "$0")/.."
here=$(pwd)
bin=$here/.venv/bin

say() { echo "$*" >&2; }

# What a program says is of interest only when it fails.
quietly() { "$@" >"$away/log" 2>&1 || { cat "$away/log" >&2; exit 1; }; }

if [ -n "$(git status --porcelain)" ]; then
    say "A release is made from a commit, and these files differ from the last one:"
    git status --short >&2
    exit 1
fi
away=$(mktemp -d)
trap 'rm -rf "$away"' EXIT
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH

say "Building here, and again in a fresh clone."
rm -rf dist
git clone --quiet "$here" "$away/clone"
quietly "$bin/python" -m build --no-isolation --outdir dist .
quietly "$bin/python" -m build --no-isolation --outdir "$away/dist" "$away/clone"
for file in dist/*; do
    cmp "$file" "$away/$file" || { say "$file is not the same, byte for byte, when it is built in a fresh clone."; exit 1; }
done

say "Checking what an index, an installer and a reference manager will read."
"$bin/uv" tool run --quiet twine==7.0.0 check --strict dist/*
"$bin/uv" tool run --quiet check-wheel-contents==0.6.3 dist/*.whl
"$bin/uv" tool run --quiet cffconvert==2.0.0 --validate

say "Installing the wheel in an empty environment, and working with it."
"$bin/uv" venv --quiet --python "$bin/python" "$away/env"
"$bin/uv" pip install --quiet --python "$away/env" --constraint requirements.lock dist/*.whl
cd "$away"
unset PYTHONPATH VIRTUAL_ENV
PATH=$away/env/bin:$PATH
casebook --version
casebook data check
python -c 'from pathlib import Path; from casebook.lab import copy_missing; print(copy_missing(Path("class")))'
quietly jupyter execute class/00-start-here.ipynb
cd "$here"
say "The same in both places, and working in a third:"
sha256sum dist/*
