#!/usr/bin/env bash
# Measures what the style controls do, with the models that ship; docs/style-control.md shows what came out.
#   bash tests/evaluate.sh                      every experiment
#   bash tests/evaluate.sh influence content    only those
#   bash tests/evaluate.sh --quick              a few pairs and seeds, to see that it runs
# Reports, plots and sheets go to artifacts/evaluation, and so does what was observed: a run that is ended goes on there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec dotnet run --project tests/KreaPlatform.Evaluation -c Release -v q -- "$@"
