#!/usr/bin/env python3
"""PyTorch peer of `Moliere.Benchmarks sequences`: the same network over sequences, loss, optimiser, batch size and amount of data.

Three ragged lists (clusters 1-30 of 12 features, tracks 0-20 of 10, segments 0-30 of 6) run through convolutions of kernel 1 and LSTMs
of 10, 10 and 5 units; their last states and 3 features run through dense layers of 512 and 64 into three classes, with dropout of
0.2 behind each convolution and dense layer. `--tracks` is an LSTM of 25 units on 1-15 tracks of 6 features, beside 3 features, into
four classes, without dropout. Adam with learning rate 1e-3, cross-entropy.
`--layout padded` does as the published trainer: lists padded to their most, without masks, convolutions as Conv1d. `--layout packed`
is what an expert would try: each batch is packed, convolutions are linear layers on the points that exist, the LSTM reads a
PackedSequence. Prints one JSON line with the throughput after one epoch of warming up.
"""
import argparse
import json
import time

import torch
from torch.nn.utils.rnn import PackedSequence, pack_padded_sequence

FEATURES, DROPOUT = 3, 0.2
DISPLACED = [(12, 1, 30, [64, 32, 32, 16], 10), (10, 0, 20, [64, 32, 32, 16], 10), (6, 0, 30, [32, 16, 8], 5)]
TRACKS = [(6, 1, 15, [], 25)]


def parse():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--batch", type=int, default=512)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--layout", choices=["padded", "packed"], default="padded")
    parser.add_argument("--tracks", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


class Branch(torch.nn.Module):
    def __init__(self, width, convolutions, units, layout):
        super().__init__()
        layers, inputs = [], width
        for outputs in convolutions:
            layer = torch.nn.Conv1d(inputs, outputs, 1) if layout == "padded" else torch.nn.Linear(inputs, outputs)
            layers += [layer, torch.nn.ReLU(), torch.nn.Dropout(DROPOUT)]
            inputs = outputs
        self.layout = layout
        self.convolutions = torch.nn.Sequential(*layers)
        self.lstm = torch.nn.LSTM(inputs, units, batch_first=layout == "padded")

    def forward(self, points, counts):
        if self.layout == "padded":
            return self.lstm(self.convolutions(points.transpose(1, 2)).transpose(1, 2))[1][0][-1]
        longest = max(int(counts.max()), 1)
        packed = pack_padded_sequence(points[:, :longest], counts.clamp(min=1), batch_first=True, enforce_sorted=False)
        packed = PackedSequence(
            self.convolutions(packed.data), packed.batch_sizes, packed.sorted_indices, packed.unsorted_indices)
        return self.lstm(packed)[1][0][-1] * (counts > 0).unsqueeze(1)


class Network(torch.nn.Module):
    def __init__(self, lists, hidden, classes, layout):
        super().__init__()
        self.branches = torch.nn.ModuleList([Branch(width, conv, units, layout) for width, _, _, conv, units in lists])
        layers, inputs = [], FEATURES + sum(units for *_, units in lists)
        for outputs in hidden:
            layers += [torch.nn.Linear(inputs, outputs), torch.nn.ReLU(), torch.nn.Dropout(DROPOUT)]
            inputs = outputs
        self.dense = torch.nn.Sequential(*layers, torch.nn.Linear(inputs, classes))

    def forward(self, lists, features):
        states = [branch(points, counts) for branch, (points, counts) in zip(self.branches, lists)]
        return self.dense(torch.cat([*states, features], dim=1))


def make_data(lists, rows, classes):
    data = []
    for width, least, most, *_ in lists:
        counts = torch.randint(least, most + 1, (rows,))
        mask = (torch.arange(most) < counts.unsqueeze(1)).float()
        data.append((torch.randn(rows, most, width) * mask.unsqueeze(2), counts))
    first = data[0][0][:, 0]
    target = torch.floor(first[:, 0] + first[:, 1] + 1.5).clamp(0, classes - 1).long()
    return data, torch.randn(rows, FEATURES), target


def train_epoch(network, optimizer, data, options):
    lists, features, target = data
    order = torch.randperm(options.rows)
    loss = None
    for start in range(0, options.rows, options.batch):
        rows = order[start:start + options.batch]
        output = network([(points[rows], counts[rows]) for points, counts in lists], features[rows])
        loss = torch.nn.functional.cross_entropy(output, target[rows])
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
    return loss.item()


def main():
    options = parse()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    lists, hidden, classes = (TRACKS, [], 4) if options.tracks else (DISPLACED, [512, 64], 3)
    data = make_data(lists, options.rows, classes)
    network = Network(lists, hidden, classes, options.layout)
    optimizer = torch.optim.Adam(network.parameters(), lr=1e-3)
    train_epoch(network, optimizer, data, options)
    start, spent = time.perf_counter(), time.process_time()
    loss = 0.0
    for _ in range(options.epochs):
        loss = train_epoch(network, optimizer, data, options)
    seconds, spent = time.perf_counter() - start, time.process_time() - spent
    print(json.dumps({
        "peer": f"PyTorch {torch.__version__}", "layout": options.layout, "threads": options.threads, "batch": options.batch,
        "rows": options.rows, "epochs": options.epochs, "rows_per_second": options.rows * options.epochs / seconds,
        "processor_us_per_row": spent / (options.rows * options.epochs) * 1e6, "training_loss": loss,
    }))


if __name__ == "__main__":
    main()
