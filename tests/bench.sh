#!/usr/bin/env bash
# Builds what is measured (Release) and measures it; prints a table a measurement, with median, p99 and the spread over runs.
#   bash tests/bench.sh                     everything, about five minutes
#   bash tests/bench.sh engine              the engine only; "path" the path around it, or the beginning of a measurement's name
#   bash tests/bench.sh --quick             a round of each, to see that they work
#   bash tests/bench.sh --write             put tables and plots into docs/performance.md
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_UI_LANGUAGE=en
log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet build tests/KreaPlatform.Benchmarks -c Release -nodeReuse:false -v q -clp:NoSummary >"$log" 2>&1 \
  || { sed -E 's#https?://[^ ,;"]+#(package source)#g' "$log" | grep -E 'error|warning' | sort -u | tail -n 40; exit 1; }
exec dotnet artifacts/bin/KreaPlatform.Benchmarks/release/KreaPlatform.Benchmarks.dll "$@"
