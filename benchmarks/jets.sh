#!/usr/bin/env bash
# Anti-kt R = 0.4 jets of events of 100, 400 and 2000 particles: ours, FastJet, ours, FastJet; medians and their ratio.
# Usage: benchmarks/jets.sh [ROUNDS] [MILLISECONDS]; needs g++ and libfastjet-dev.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

rounds=${1:-5} milliseconds=${2:-4000} # shorter runs time the compiler
if ! command -v fastjet-config > /dev/null; then
    echo "fastjet-config is missing; on Debian: apt-get install libfastjet-dev g++" >&2
    exit 4
fi

folder=artifacts/jets
mkdir -p "$folder"
# shellcheck disable=SC2046 # the flags are words of their own
g++ -O3 -march=native benchmarks/peers/fastjet_clustering.cc -o "$folder/peer" $(fastjet-config --cxxflags --libs)
dotnet build -c Release benchmarks/Moliere.Benchmarks -v q --nologo > /dev/null
program=artifacts/bin/Moliere.Benchmarks/release/Moliere.Benchmarks.dll
for size in 100 400 2000; do
    dotnet "$program" jets "$folder/$size.txt" --write --size "$size" --events 200
done

field() { grep -oE "\"$1\":[0-9.eE+-]+" | cut -d : -f 2; }
median() { printf '%s\n' "$@" | sort -g | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'; }

echo "Machine: $(grep -m 1 'model name' /proc/cpuinfo | cut -d : -f 2 | xargs), $(nproc) processors;" \
    "load $(cut -d ' ' -f 1 /proc/loadavg); .NET $(dotnet --version); FastJet $(fastjet-config --version)."
echo
echo "| particles | Moliere [us/event] | FastJet [us/event] | ratio | jets ours, peer |"
echo "|---|---|---|---|---|"
for size in 100 400 2000; do
    ours=() peer=()
    for ((round = 1; round <= rounds; round++)); do
        a=$(dotnet "$program" jets "$folder/$size.txt" --milliseconds "$milliseconds")
        b=$("$folder/peer" "$folder/$size.txt" "$milliseconds")
        ours+=("$(field microseconds <<< "$a")")
        peer+=("$(field microseconds <<< "$b")")
    done
    a_time=$(median "${ours[@]}") b_time=$(median "${peer[@]}")
    awk -v n="$size" -v a="$a_time" -v b="$b_time" -v ja="$(field jets <<< "$a")" -v jb="$(field jets <<< "$b")" \
        'BEGIN { printf "| %d | %.1f | %.1f | %.2f | %d, %d |\n", n, a, b, a / b, ja, jb }'
done
