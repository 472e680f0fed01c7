#!/usr/bin/env bash
# Ours and the peer in turns, several times; prints medians and their ratio as a Markdown table. See README.md.
# Usage: benchmarks/run.sh [--rounds N] [--rows N] [--epochs N] [--batch N]; PYTHON names the interpreter that has torch.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

rounds=5 rows=200000 epochs=3 batch=1024
while [ $# -gt 1 ]; do
    case "$1" in
        --rounds) rounds=$2 ;;
        --rows) rows=$2 ;;
        --epochs) epochs=$2 ;;
        --batch) batch=$2 ;;
        *) echo "unknown option $1; known are --rounds, --rows, --epochs, --batch" >&2; exit 2 ;;
    esac
    shift 2
done

python=${PYTHON:-/usr/bin/python3}
if ! "$python" -c 'import torch' 2> /dev/null; then
    echo "$python cannot import torch; on Debian: apt-get install python3-torch libopenblas0-pthread" >&2
    exit 4
fi

project=benchmarks/Moliere.Benchmarks
dotnet build -c Release "$project" -v q --nologo > /dev/null

rate() {
    grep -oE '"rows_per_second": *[0-9.eE+]+' | tail -n 1 | grep -oE '[0-9.eE+]+$' \
        || { echo "a benchmark printed no rows_per_second; run it alone to see why" >&2; return 1; }
}
ours() {
    dotnet run --no-build -c Release --project "$project" -- \
        train --batch "$batch" --threads "$1" --rows "$rows" --epochs "$epochs" | rate
}
peer() {
    OMP_NUM_THREADS=$1 OPENBLAS_NUM_THREADS=$1 "$python" benchmarks/peers/train_mlp.py --batch "$batch" --threads "$1" --rows "$rows" --epochs "$epochs" | rate
}
median() { printf '%s\n' "$@" | sort -g | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'; }
range() { printf '%s\n' "$@" | sort -g | awk '{ v[NR] = $1 } END { printf "%.3f-%.3f", v[1] / 1e6, v[NR] / 1e6 }'; }

ours1=() ours2=() peer1=() peer2=()
for ((round = 1; round <= rounds; round++)); do
    ours1+=("$(ours 1)")
    peer1+=("$(peer 1)")
    ours2+=("$(ours 2)")
    peer2+=("$(peer 2)")
    echo "round $round: ours ${ours1[-1]} / ${ours2[-1]}, peer ${peer1[-1]} / ${peer2[-1]} rows/s (1 / 2 threads)" >&2
done

echo "Machine: $(grep -m 1 'model name' /proc/cpuinfo | cut -d : -f 2 | xargs), $(nproc) processors;" \
    "load $(cut -d ' ' -f 1 /proc/loadavg); .NET $(dotnet --version);" \
    "$("$python" -c 'import torch; print("PyTorch", torch.__version__)')."
echo "Training 15-64x4-2, Gaussian NLL, Adam, batch $batch, $rows rows, $epochs epochs, medians of $rounds alternating runs."
echo
echo "| program | threads | rows/s (10^6) | range |"
echo "|---|---|---|---|"
line() {
    local name=$1 threads=$2
    shift 2
    printf '| %s | %s | %.3f | %s |\n' "$name" "$threads" "$(median "$@" | awk '{ print $1 / 1e6 }')" "$(range "$@")"
}
line "Moliere" 1 "${ours1[@]}"
line "Moliere" 2 "${ours2[@]}"
line "PyTorch" 1 "${peer1[@]}"
line "PyTorch" 2 "${peer2[@]}"
echo
best() { printf '%s\n' "$@" | sort -g | tail -n 1; }
awk -v ours="$(best "$(median "${ours1[@]}")" "$(median "${ours2[@]}")")" \
    -v peer="$(best "$(median "${peer1[@]}")" "$(median "${peer2[@]}")")" \
    'BEGIN { printf "Ratio at the best thread setting of each: %.2f\n", ours / peer }'
