#!/usr/bin/env bash
# Sets up what the tests need, runs them all, and ends with "N passed, N failed" (", N skipped").
#   bash tests/run.sh               everything but the long suites
#   bash tests/run.sh --long        the long suites too
#   bash tests/run.sh Gateway       only projects with that in their name
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_UI_LANGUAGE=en

long=false only=""
for argument in "$@"; do
  case "$argument" in
    --long) long=true ;;
    -*) echo "There is no option '$argument': --long runs the long suites too; a word runs only the projects with it in their name." >&2; exit 2 ;;
    *) only=$argument ;;
  esac
done

say() { printf '\n== %s\n' "$*"; }
# Messages of restore name the machine's package sources; a log that is passed on need not.
without_sources() { sed -E 's#https?://[^ ,;"]+#(package source)#g'; }
fail_setup() { echo "$1"; echo "0 passed, 1 failed"; exit 1; }

say "set-up"
command -v dotnet >/dev/null || fail_setup "The .NET SDK is missing; global.json says which version."

# PostgreSQL and Redis are run by the tests themselves, as child processes on free ports; only their programs have to be here.
for bin in /usr/lib/postgresql/*/bin; do [ -d "$bin" ] && PATH="$PATH:$bin"; done
missing=()
command -v initdb >/dev/null || missing+=(postgresql)
command -v redis-server >/dev/null || missing+=(redis-server)
if [ ${#missing[@]} -gt 0 ]; then
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "installing ${missing[*]}"
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"; } >/dev/null 2>&1 \
      || echo "${missing[*]} could not be installed: the tests that need them are skipped"
    for bin in /usr/lib/postgresql/*/bin; do [ -d "$bin" ] && PATH="$PATH:$bin"; done
  else
    echo "${missing[*]} missing, and this user may not install it: the tests that need it are skipped"
  fi
fi
export PATH

# Clients that nobody here wrote; their lock files name no registry, so that any will do.
if command -v npm >/dev/null; then
  for lock in tests/clients/package-lock.json tests/clients/*/package-lock.json; do
    [ -f "$lock" ] || continue
    (cd "$(dirname "$lock")" && npm ci --silent --no-audit --no-fund) >/dev/null 2>&1 || echo "npm ci failed in $(dirname "$lock"): the tests that need it are skipped"
  done
else
  echo "npm is missing: the tests of npm clients are skipped"
fi

dotnet tool restore 2>&1 | without_sources | tail -n 3 || fail_setup "The repository's tools could not be restored."
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
dotnet build KreaPlatform.sln -m:2 -nodeReuse:false -v q -clp:NoSummary >"$results/build.log" 2>&1 \
  || { without_sources <"$results/build.log" | grep -E 'error|warning' | sort -u | tail -n 60; fail_setup "The solution does not build."; }

passed=0 failed=0 skipped=0
filter=()
[ "$long" = true ] || filter=(--filter 'Category!=Long')

# A result file's records, one a line: outcome, name, first lines of the message.
records() {
  awk 'BEGIN { RS = "<UnitTestResult " } NR > 1 {
    match($0, /testName="[^"]*"/); name = substr($0, RSTART + 10, RLENGTH - 11)
    match($0, /outcome="[^"]*"/); outcome = substr($0, RSTART + 9, RLENGTH - 10)
    message = ""
    if (match($0, /<Message>[^<]*/)) message = substr($0, RSTART + 9, RLENGTH - 9)
    else if (match($0, /<StdOut>[^<]*/)) message = substr($0, RSTART + 8, RLENGTH - 8)
    gsub(/[\r\n]+/, " | ", message)
    print outcome "\t" name "\t" substr(message, 1, 600)
  }' "$1" | sed -e 's/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&#xD;//g; s/&#xA;/ /g; s/&amp;/\&/g'
}

for project in tests/*.Tests/*.Tests.csproj; do
  name=$(basename "$project" .csproj)
  case "$name" in *"$only"*) ;; *) continue ;; esac
  say "$name"
  started=$SECONDS
  log="$results/$name.log" trx="$results/$name.trx"
  limit=(); command -v timeout >/dev/null && limit=(timeout --kill-after=10 1200)
  "${limit[@]}" dotnet test "$project" --no-build "${filter[@]}" --logger "trx;LogFileName=$trx" </dev/null >"$log" 2>&1
  code=$?
  if [ ! -s "$trx" ]; then
    # A filter may leave a project without tests; anything else that leaves no result is a failure.
    if [ $code = 0 ]; then echo "no tests"; continue; fi
    failed=$((failed + 1))
    echo "FAILED  $name did not finish (exit code $code)"; tail -n 40 "$log" | without_sources
    continue
  fi
  records "$trx" >"$results/$name.tsv"
  p=$(grep -c '^Passed	' "$results/$name.tsv"); f=$(grep -cE '^(Failed|Error|Timeout|Aborted)	' "$results/$name.tsv"); s=$(grep -c '^NotExecuted	' "$results/$name.tsv")
  if [ $code != 0 ] && [ "$f" = 0 ]; then f=1; echo "FAILED  $name ended with exit code $code"; tail -n 40 "$log" | without_sources; fi
  awk -F '\t' '$1 == "NotExecuted" { print "skipped " $2 ": " $3 } $1 ~ /^(Failed|Error|Timeout|Aborted)$/ { print "FAILED  " $2 ": " $3 }' "$results/$name.tsv"
  echo "$p passed, $f failed, $s skipped in $((SECONDS - started)) s"
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
done

say "total"
[ "$long" = true ] || echo "The long suites were left out: bash tests/run.sh --long runs them too."
[ $((passed + failed)) -gt 0 ] || { failed=1; echo "No test was run."; }
if [ $skipped -gt 0 ]; then echo "$passed passed, $failed failed, $skipped skipped"; else echo "$passed passed, $failed failed"; fi
[ $failed = 0 ]
