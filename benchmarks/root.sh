#!/usr/bin/env bash
# Flat and ragged branches of floats: ours, JSROOT, ours, JSROOT on the same files, in one run.
# usage: benchmarks/root.sh [FOLDER]; needs node and npm. JSROOT goes to artifacts/jsroot.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=${1:-$(mktemp -d)}
mkdir -p "$folder"
[ -d artifacts/jsroot/node_modules/jsroot ] \
    || npm install --ignore-scripts --no-audit --no-fund --prefix artifacts/jsroot jsroot@7.11.2 > /dev/null
cp benchmarks/peers/read_tree.mjs artifacts/jsroot/
dotnet build -c Release benchmarks/Moliere.Benchmarks > /dev/null
uptime
for round in 1 2; do
    dotnet artifacts/bin/Moliere.Benchmarks/release/Moliere.Benchmarks.dll root "$folder"
    for codec in zlib lz4 zstd; do
        for branches in "f0 f1 f2 f3 f4 f5 f6 f7" "r0 r1 r2 r3"; do
            # shellcheck disable=SC2086 # the names are words of their own
            node artifacts/jsroot/read_tree.mjs "$folder/$codec.root" events $branches \
                | grep -oE '"(entries|arrays)":\{"seconds":[0-9.]+' | sed "s/^/JSROOT $codec $branches /"
        done
    done
done
