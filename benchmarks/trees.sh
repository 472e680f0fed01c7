#!/usr/bin/env bash
# Boosted trees: ours, XGBoost, ours, XGBoost; medians of training and prediction, their ratios, and both losses.
# Usage: benchmarks/trees.sh [ROUNDS_OF_MEASUREMENT] [ROWS] [TREES]; needs python3-xgboost; PYTHON names the interpreter that has it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

rounds=${1:-5} rows=${2:-200000} trees=${3:-200}
python=${PYTHON:-/usr/bin/python3}
if ! "$python" -c 'import xgboost' 2> /dev/null; then
    echo "$python cannot import xgboost; on Debian: apt-get install python3-xgboost" >&2
    exit 4
fi

folder=artifacts/trees
mkdir -p "$folder"
dotnet build -c Release benchmarks/Moliere.Benchmarks -v q --nologo > /dev/null
program=artifacts/bin/Moliere.Benchmarks/release/Moliere.Benchmarks.dll
dotnet "$program" trees "$folder" write --rows "$rows"

ours() { dotnet "$program" trees "$folder" "$@"; }
peer() { "$python" benchmarks/peers/xgboost_trees.py "$folder" "$@"; }
field() { grep -oE "\"$1\": ?[0-9.eE+-]+" | grep -oE '[0-9.eE+-]+$'; }
median() { printf '%s\n' "$@" | sort -g | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'; }

echo "Machine: $(grep -m 1 'model name' /proc/cpuinfo | cut -d : -f 2 | xargs), $(nproc) processors;" \
    "load $(cut -d ' ' -f 1 /proc/loadavg); .NET $(dotnet --version);" \
    "XGBoost $("$python" -c 'import xgboost; print(xgboost.__version__)'), hist."
echo "$rows rows, 20 features, $trees trees of depth 6, 256 bins, learning rate 0.1; medians of $rounds alternating runs."
echo
echo "| work | threads | Moliere [s] | XGBoost [s] | ratio | processor time [s] | ratio | loss ours, peer | held-back loss |"
echo "|---|---|---|---|---|---|---|---|---|"

compare() {
    local label=$1 threads=$2 a b
    shift 2
    local a_times=() b_times=() a_spent=() b_spent=()
    for ((round = 1; round <= rounds; round++)); do
        a=$(ours "$@" --threads "$threads")
        b=$(peer "${@/ours.json/peer.json}" --threads "$threads")
        a_times+=("$(field seconds <<< "$a")") b_times+=("$(field seconds <<< "$b")")
        a_spent+=("$(field processor <<< "$a")") b_spent+=("$(field processor <<< "$b")")
    done
    awk -v label="$label" -v threads="$threads" -v a="$(median "${a_times[@]}")" -v b="$(median "${b_times[@]}")" \
        -v c="$(median "${a_spent[@]}")" -v d="$(median "${b_spent[@]}")" \
        -v loss="$(field loss <<< "$a" || true), $(field loss <<< "$b" || true)" \
        -v held="$(field held <<< "$a" || true), $(field held <<< "$b" || true)" \
        'BEGIN { printf "| %s | %s | %.3f | %.3f | %.2f | %.3f, %.3f | %.2f | %s | %s |\n", label, threads, a, b, a / b, c, d, c / d, loss, held }'
}

for threads in 1 2; do
    compare "train, squared error" "$threads" train --rounds "$trees"
    compare "predict, its model" "$threads" predict peer.json
    compare "train, logistic" "$threads" train --logistic --rounds "$trees"
done
