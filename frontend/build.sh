#!/bin/sh
# Runs build.mjs with the arguments given, or says that there is no Node to run it.
if ! command -v node >/dev/null 2>&1; then
  echo 'frontend: Node is missing. Building the page needs Node 20.19 or later with npm: https://nodejs.org' >&2
  exit 1
fi
exec node build.mjs "$@"
