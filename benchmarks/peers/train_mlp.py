#!/usr/bin/env python3
"""PyTorch peer of `Moliere.Benchmarks train`: the same network, loss, optimiser, batch size and amount of data.

Network 15-64-64-64-64-2 with ReLU, Gaussian negative log-likelihood of (mean, log-variance), Adam with learning rate
1e-3. The data are synthetic and in memory; every epoch draws a new permutation and indexes its batches from it, which is
faster here than a DataLoader. Prints one JSON line with the throughput after one epoch of warming up.
"""
import argparse
import json
import time

import torch


def parse():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--batch", type=int, default=1024)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--width", type=int, default=64)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def make_network(width):
    sizes = [15, width, width, width, width]
    layers = []
    for inputs, outputs in zip(sizes, sizes[1:]):
        layers += [torch.nn.Linear(inputs, outputs), torch.nn.ReLU()]
    return torch.nn.Sequential(*layers, torch.nn.Linear(width, 2))


def make_data(rows):
    features = torch.randn(rows, 15)
    spread = 0.1 + 0.1 * features[:, 2].abs()
    target = 0.3 * features[:, 0] + 0.2 * torch.tanh(features[:, 1]) + spread * torch.randn(rows)
    return features, target


def loss_of(output, target):
    mean, log_variance = output[:, 0], output[:, 1]
    return 0.5 * (log_variance + (target - mean) ** 2 * torch.exp(-log_variance)).mean()


def train_epoch(network, optimizer, features, target, batch):
    order = torch.randperm(features.shape[0])
    loss = None
    for start in range(0, features.shape[0], batch):
        rows = order[start:start + batch]
        loss = loss_of(network(features[rows]), target[rows])
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
    return loss.item()


def main():
    options = parse()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    features, target = make_data(options.rows)
    network = make_network(options.width)
    optimizer = torch.optim.Adam(network.parameters(), lr=1e-3)
    train_epoch(network, optimizer, features, target, options.batch)
    start = time.perf_counter()
    loss = 0.0
    for _ in range(options.epochs):
        loss = train_epoch(network, optimizer, features, target, options.batch)
    seconds = time.perf_counter() - start
    print(json.dumps({
        "peer": f"PyTorch {torch.__version__}", "threads": options.threads, "batch": options.batch, "width": options.width,
        "rows": options.rows, "epochs": options.epochs, "seconds": round(seconds, 4),
        "rows_per_second": round(options.rows * options.epochs / seconds), "last_batch_loss": round(loss, 4),
    }))


if __name__ == "__main__":
    main()
