#!/usr/bin/env bash
# Regression of the response of CMS jets with uncertainty, five folds by events: the study 'regress', XGBoost with a
# Gaussian head, and the experiment's own calibration on the same folds. Usage: benchmarks/cms-jets.sh JETS.csv.gz
# Needs python3-xgboost; PYTHON names the interpreter that has it.
set -euo pipefail
jets=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/.."
python=${PYTHON:-/usr/bin/python3}
folder=artifacts/cms-jets
mkdir -p "$folder"
zcat "$jets" | cut -d , -f 2- > "$folder/jets.csv" # the first column is a name, the study reads numbers
"$python" benchmarks/peers/cms_jets.py folds "$jets" "$folder/folds.txt"
"$python" benchmarks/peers/cms_jets.py trees "$jets" "$folder/folds.txt" "$folder/predictions-trees.csv"
dotnet build -c Release src/Moliere.Cli -v q --nologo > /dev/null
dotnet artifacts/bin/Moliere.Cli/release/moliere.dll run benchmarks/cms-jets.yaml --input "$folder/jets.csv" \
    --set protocol.splits_file="$folder/folds.txt" --out "$folder/run"
"$python" benchmarks/peers/cms_jets.py judge "$jets" "$folder/folds.txt" \
    "$folder"/run/tables/predictions-deep_ensemble.csv "$folder/predictions-trees.csv"
