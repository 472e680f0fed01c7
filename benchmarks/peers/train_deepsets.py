#!/usr/bin/env python3
"""PyTorch peer of `Moliere.Benchmarks deepsets`: the same network over sets, loss, optimiser, batch size and amount of data.

Phi 8-100-100-128 per point, sum over at most 80 points (mean 40), joined with 10 features, F 138-100-100-100-2, ReLU, Gaussian
negative log-likelihood, Adam with learning rate 1e-3. Sets are ragged, so they are padded to the longest and masked after Phi.
`--layout batch` pads each batch to its own longest set, `--layout all` keeps one padded tensor of all rows; `--layout flat`
avoids padding altogether by `index_add_`, which is what an expert would try. Prints one JSON line with the throughput after
one epoch of warming up.
"""
import argparse
import json
import time

import torch

MOST_POINTS, POINT_FEATURES, FEATURES = 80, 8, 10


def parse():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--batch", type=int, default=1024)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--layout", choices=["all", "batch", "flat"], default="all")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


class DeepSets(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.phi = stack([POINT_FEATURES, 100, 100, 128])
        self.f = stack([128 + FEATURES, 100, 100, 100])
        self.out = torch.nn.Linear(100, 2)

    def head(self, pooled, features):
        return self.out(self.f(torch.cat([pooled / 16, features], dim=1)))

    def padded(self, points, mask, features):
        return self.head((self.phi(points) * mask.unsqueeze(2)).sum(dim=1), features)

    def flat(self, points, owners, features):
        pooled = torch.zeros(features.shape[0], 128).index_add_(0, owners, self.phi(points))
        return self.head(pooled, features)


def stack(sizes):
    layers = []
    for inputs, outputs in zip(sizes, sizes[1:]):
        layers += [torch.nn.Linear(inputs, outputs), torch.nn.ReLU()]
    return torch.nn.Sequential(*layers)


def make_data(rows):
    counts = torch.randint(0, MOST_POINTS + 1, (rows,))
    points = torch.randn(rows, MOST_POINTS, POINT_FEATURES)
    mask = (torch.arange(MOST_POINTS) < counts.unsqueeze(1)).float()
    points = points * mask.unsqueeze(2)
    features = torch.randn(rows, FEATURES)
    target = (torch.exp(-points[:, :, 1] ** 2) * mask).sum(dim=1) / 16 + 0.5 * features[:, 0] + 0.1 * torch.randn(rows)
    return points, mask, counts, features, target


def loss_of(output, target):
    mean, log_variance = output[:, 0], output[:, 1]
    return 0.5 * (log_variance + (target - mean) ** 2 * torch.exp(-log_variance)).mean()


def output_of(network, data, rows, layout):
    points, mask, counts, features, _ = data
    if layout == "all":
        return network.padded(points[rows], mask[rows], features[rows])
    longest = int(counts[rows].max())
    if layout == "batch":
        return network.padded(points[rows, :longest], mask[rows, :longest], features[rows])
    chosen = mask[rows, :longest].bool()
    owners = torch.arange(rows.shape[0]).repeat_interleave(counts[rows])
    return network.flat(points[rows, :longest][chosen], owners, features[rows])


def train_epoch(network, optimizer, data, options):
    order = torch.randperm(options.rows)
    loss = None
    for start in range(0, options.rows, options.batch):
        rows = order[start:start + options.batch]
        loss = loss_of(output_of(network, data, rows, options.layout), data[-1][rows])
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
    return loss.item()


def main():
    options = parse()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    data = make_data(options.rows)
    network = DeepSets()
    optimizer = torch.optim.Adam(network.parameters(), lr=1e-3)
    train_epoch(network, optimizer, data, options)
    start, spent = time.perf_counter(), time.process_time()
    loss = 0.0
    for _ in range(options.epochs):
        loss = train_epoch(network, optimizer, data, options)
    seconds, spent = time.perf_counter() - start, time.process_time() - spent
    print(json.dumps({
        "peer": f"PyTorch {torch.__version__}", "layout": options.layout, "threads": options.threads, "batch": options.batch,
        "rows": options.rows, "epochs": options.epochs, "seconds": round(seconds, 4),
        "processor_us_per_row": round(spent * 1e6 / options.rows / options.epochs, 1),
        "rows_per_second": round(options.rows * options.epochs / seconds), "last_batch_loss": round(loss, 4),
    }))


if __name__ == "__main__":
    main()
