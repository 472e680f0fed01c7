#!/usr/bin/env bash
# Ours and the peer in turns, several times; prints medians and their ratio as a Markdown table. See README.md.
# Usage: benchmarks/run.sh [--work train|deepsets|sequences|tracks] [--rounds N] [--rows N] [--epochs N] [--batch N]; PYTHON names the
# interpreter that has torch.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

work=train loss="Gaussian NLL" rounds=5 rows=200000 epochs=3 batch=1024
while [ $# -gt 1 ]; do
    case "$1" in
        --work) work=$2 ;;
        --rounds) rounds=$2 ;;
        --rows) rows=$2 ;;
        --epochs) epochs=$2 ;;
        --batch) batch=$2 ;;
        *) echo "unknown option $1; known are --work, --rounds, --rows, --epochs, --batch" >&2; exit 2 ;;
    esac
    shift 2
done

# Name and command of each peer: the same work, written in the ways that compete for the fastest.
case "$work" in
    train)
        what="15-64x4-2"
        peers=("PyTorch" "train_mlp.py") ;;
    deepsets)
        what="Phi 8-100-100-128, F 138-100-100-100-2 on sets of 40 points (80 at most)"
        peers=("PyTorch, padded to 80 and masked" "train_deepsets.py --layout all"
            "PyTorch, padded per batch and masked" "train_deepsets.py --layout batch"
            "PyTorch, flat with index_add" "train_deepsets.py --layout flat") ;;
    sequences)
        loss="cross-entropy"
        what="three ragged lists, convolutions and LSTMs of 10, 10, 5, dense 512-64-3, dropout 0.2"
        peers=("PyTorch, padded as published" "train_lstm.py --layout padded" "PyTorch, packed" "train_lstm.py --layout packed") ;;
    tracks)
        loss="cross-entropy"
        what="LSTM of 25 on at most 15 tracks" verb="sequences --tracks"
        peers=("PyTorch, padded" "train_lstm.py --tracks --layout padded" "PyTorch, packed" "train_lstm.py --tracks --layout packed") ;;
    *) echo "unknown work $work; known are train, deepsets, sequences and tracks" >&2; exit 2 ;;
esac

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
    # shellcheck disable=SC2086 # a verb may bring an option along
    dotnet run --no-build -c Release --project "$project" -- \
        ${verb:-$work} --batch "$batch" --threads "$1" --rows "$rows" --epochs "$epochs" | rate
}
peer() {
    # shellcheck disable=SC2086 # the command of a peer is a script with its options
    OMP_NUM_THREADS=$2 OPENBLAS_NUM_THREADS=$2 "$python" benchmarks/peers/$1 \
        --batch "$batch" --threads "$2" --rows "$rows" --epochs "$epochs" | rate
}
median() { printf '%s\n' "$@" | sort -g | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'; }
range() { printf '%s\n' "$@" | sort -g | awk '{ v[NR] = $1 } END { printf "%.4f-%.4f", v[1] / 1e6, v[NR] / 1e6 }'; }

declare -A speeds
for ((round = 1; round <= rounds; round++)); do
    for threads in 1 2; do
        speeds[Moliere/$threads]+=" $(ours "$threads")"
        for ((i = 0; i < ${#peers[@]}; i += 2)); do
            speeds[${peers[i]}/$threads]+=" $(peer "${peers[i + 1]}" "$threads")"
        done
    done
    echo "round $round of $rounds, load $(cut -d ' ' -f 1 /proc/loadavg)" >&2
done

echo "Machine: $(grep -m 1 'model name' /proc/cpuinfo | cut -d : -f 2 | xargs), $(nproc) processors;" \
    "load $(cut -d ' ' -f 1 /proc/loadavg); .NET $(dotnet --version);" \
    "$("$python" -c 'import torch; print("PyTorch", torch.__version__)')."
echo "Training $what, $loss, Adam, batch $batch, $rows rows, $epochs epochs, medians of $rounds alternating runs."
echo
echo "| program | threads | rows/s (10^6) | range | ours at its best / this program at its best |"
echo "|---|---|---|---|---|"
best() {
    # shellcheck disable=SC2086 # a list of numbers
    printf '%s\n' "$(median ${speeds[$1/1]})" "$(median ${speeds[$1/2]})" | sort -g | tail -n 1
}
line() {
    # shellcheck disable=SC2086 # a list of numbers
    printf '| %s | %s | %.4f | %s | %s |\n' "$1" "$2" "$(median ${speeds[$1/$2]} | awk '{ print $1 / 1e6 }')" \
        "$(range ${speeds[$1/$2]})" "$(awk -v ours="$(best Moliere)" -v its="$(best "$1")" 'BEGIN { printf "%.2f", ours / its }')"
}
line Moliere 1
line Moliere 2
for ((i = 0; i < ${#peers[@]}; i += 2)); do line "${peers[i]}" 1; line "${peers[i]}" 2; done
