#!/bin/sh
# Make .venv hold exactly what requirements.lock says, and the casebook itself. Needs Python 3.11 or newer, or uv.
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python

say() { echo "$*" >&2; }

recent_python() {
    for name in python3 python python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
}

make_environment() {
    if [ -n "$uv" ]; then
        "$uv" venv --quiet --clear --python '>=3.11' .venv
        return
    fi
    found=$(recent_python)
    if [ -z "$found" ]; then
        say "The casebook needs Python 3.11 or newer, and this machine has $(python3 --version 2>/dev/null || echo none): install a newer one, or uv."
        exit 1
    fi
    if ! "$found" -m venv --clear .venv >/dev/null 2>&1; then
        rm -rf .venv
        say "This Python cannot make virtual environments: install python3-venv (Debian, Ubuntu), or uv."
        exit 1
    fi
}

uv=$(command -v uv || true)
if ! "$python" -c '' 2>/dev/null || [ -z "$uv" -a ! -x .venv/bin/uv ]; then
    say "Setting up the casebook in .venv. This happens once and takes a minute or two."
    make_environment
fi
if [ -z "$uv" ]; then
    uv=.venv/bin/uv
    if [ ! -x "$uv" ]; then
        # uv itself comes from the lock too, with its hashes.
        awk '/^[^ #]/ { wanted = /^uv==/ } wanted' requirements.lock >.venv/uv.txt
        "$python" -m pip install --quiet --disable-pip-version-check --require-hashes --requirement .venv/uv.txt
    fi
fi
"$uv" pip sync --quiet --python "$python" --require-hashes --compile-bytecode requirements.lock
"$uv" pip install --quiet --python "$python" --offline --no-deps --no-build-isolation --editable .
touch .venv/ready
