#!/usr/bin/env python3
"""XGBoost peer of `Moliere.Benchmarks trees`: the same rows, objective, depth, rounds, bins and learning rate.

`train` times xgb.train alone, which bins the rows; making the DMatrix is not counted. `predict` takes the faster of
inplace_predict and predict of a matrix that the model has not seen (whose making is not counted), with the raw margins.
Prints one JSON line; `processor` are seconds of all threads.
"""
import argparse
import json
import time

import numpy as np
import xgboost as xgb

FEATURES, HELD = 20, 50_000


def parse():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder")
    parser.add_argument("work", choices=["train", "predict"])
    parser.add_argument("model", nargs="?", default="peer.json")
    parser.add_argument("--logistic", action="store_true")
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--depth", type=int, default=6)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def timed(work):
    start, spent = time.perf_counter(), time.process_time()
    result = work()
    return result, time.perf_counter() - start, time.process_time() - spent


def loss_of(margins, y, logistic):
    margins = margins.astype(np.float64)
    if logistic:
        return float(np.mean(np.maximum(margins, 0) - margins * y + np.log1p(np.exp(-np.abs(margins)))))
    return float(np.sqrt(np.mean((margins - y) ** 2)))


def train(options, x):
    y = np.fromfile(f"{options.folder}/{'labels' if options.logistic else 'targets'}", np.float32)
    rows = len(y) - HELD
    data = xgb.DMatrix(x[:rows], y[:rows], nthread=options.threads)
    settings = {
        "objective": "binary:logistic" if options.logistic else "reg:squarederror", "tree_method": "hist", "max_bin": 256,
        "max_depth": options.depth, "eta": 0.1, "lambda": 1, "min_child_weight": 1, "nthread": options.threads,
        "base_score": 0.5 if options.logistic else float(np.mean(y[:rows], dtype=np.float64)),
    }
    booster, seconds, processor = timed(lambda: xgb.train(settings, data, options.rounds))
    booster.save_model(f"{options.folder}/{options.model}")
    margins = booster.inplace_predict(x, predict_type="margin")
    return {"seconds": seconds, "processor": processor, "loss": loss_of(margins[:rows], y[:rows], options.logistic),
            "held": loss_of(margins[rows:], y[rows:], options.logistic)}


def predict(options, x):
    booster = xgb.Booster(model_file=f"{options.folder}/{options.model}")
    booster.set_param({"nthread": options.threads})
    best = None
    for way in ("inplace", "matrix"):
        runs = []
        for repeat in range(6):
            if way == "inplace":
                run = timed(lambda: booster.inplace_predict(x, predict_type="margin"))
            else:
                data = xgb.DMatrix(x, nthread=options.threads, feature_names=booster.feature_names)
                run = timed(lambda: booster.predict(data, output_margin=True))
            if repeat > 0:
                runs.append(run)
        runs.sort(key=lambda run: run[1])
        middle = runs[len(runs) // 2]
        if best is None or middle[1] < best["seconds"]:
            best = {"seconds": middle[1], "processor": sorted(run[2] for run in runs)[len(runs) // 2],
                    "sum": float(np.sum(middle[0], dtype=np.float64)), "way": way}
    return best


def main():
    options = parse()
    x = np.fromfile(f"{options.folder}/rows", np.float32).reshape(-1, FEATURES)
    print(json.dumps((train if options.work == "train" else predict)(options, x)))


if __name__ == "__main__":
    main()
