#!/usr/bin/env python3
"""Trains the small models of this folder and writes what XGBoost predicts with them. Run it in this folder."""
import json

import numpy as np
import xgboost as xgb

FEATURES = ["pt", "|eta|", "log(mu)", "tracks", "constant"]
ROUNDS = 6


def sample(count, seed):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(count, len(FEATURES))).astype(np.float32)
    x[:, 3] = np.round(x[:, 3] * 2)
    x[:, 4] = 1
    x[rng.random(x.shape) < 0.1] = np.nan
    filled = np.nan_to_num(x)
    y = np.sin(2 * filled[:, 0]) + filled[:, 1] * filled[:, 2] + 0.3 * filled[:, 3] + 0.3 * rng.normal(size=count)
    return x, y.astype(np.float32)


def rows_of(boosters):
    """Random rows, one per threshold with this feature exactly there, all missing, both zeros."""
    x, _ = sample(20, 2)
    extra = [np.full(len(FEATURES), np.nan), np.zeros(len(FEATURES)), -np.zeros(len(FEATURES))]
    for booster in boosters:
        for tree in json.loads(booster.save_raw("json"))["learner"]["gradient_booster"]["model"]["trees"][:2]:
            for left, feature, threshold in zip(tree["left_children"], tree["split_indices"], tree["split_conditions"]):
                if left >= 0:
                    row = x[len(extra) % len(x)].copy()
                    row[feature] = threshold
                    extra.append(row)
    return np.concatenate([x, np.array(extra, np.float32)])


def numbers(values):
    return [None if np.isnan(value) else float(str(value)) for value in np.asarray(values, np.float32).ravel()]


def main():
    x, y = sample(600, 1)
    three = np.digitize(y, [-0.7, 0.7])
    cases = {
        "squared": ({"objective": "reg:squarederror", "base_score": 0.25, "max_depth": 4}, y),
        "huber": ({"objective": "reg:pseudohubererror", "huber_slope": 2.0, "max_depth": 3, "base_score": 0.1}, y),
        "logistic": ({"objective": "binary:logistic", "max_depth": 3, "base_score": 0.3}, (y > 0).astype(int)),
        "softprob": ({"objective": "multi:softprob", "num_class": 3, "max_depth": 2}, three),
        "pruned": ({"objective": "reg:squarederror", "max_depth": 4, "gamma": 8.0, "tree_method": "exact"}, y),
        "leafwise": ({"objective": "reg:squarederror", "grow_policy": "lossguide", "max_leaves": 9, "max_depth": 0}, y),
        "parallel": ({"objective": "multi:softprob", "num_class": 3, "max_depth": 2, "num_parallel_tree": 2,
                      "subsample": 0.5}, three),
    }
    boosters = {}
    for name, (options, target) in cases.items():
        data = xgb.DMatrix(x, target, feature_names=FEATURES)
        settings = {"tree_method": "hist", "seed": 1, "nthread": 1, **options}
        boosters[name] = xgb.train(settings, data, 2 if name == "parallel" else ROUNDS)
        boosters[name].save_model(f"{name}.json")

    rows = rows_of([boosters["squared"], boosters["logistic"], boosters["softprob"]])
    data = xgb.DMatrix(rows, feature_names=FEATURES)
    expected = {"features": FEATURES, "rows": numbers(rows), "models": {}}
    for name, booster in boosters.items():
        expected["models"][name] = {
            "margins": numbers(booster.predict(data, output_margin=True)),
            "predictions": numbers(booster.predict(data)),
            "importance": {kind: booster.get_score(importance_type=kind)
                           for kind in ("weight", "gain", "cover", "total_gain", "total_cover")},
        }
    with open("expected.json", "w", encoding="utf-8") as file:
        json.dump(expected, file, separators=(",", ":"))

    # What cannot be read.
    data = xgb.DMatrix(x, y)
    xgb.train({"booster": "dart", "max_depth": 2, "rate_drop": 0.5}, data, 2).save_model("refused-dart.json")
    xgb.train({"booster": "gblinear"}, data, 2).save_model("refused-linear.json")
    xgb.train({"objective": "count:poisson", "max_depth": 1}, xgb.DMatrix(x, np.abs(y)), 1).save_model("refused-poisson.json")
    kinds = xgb.DMatrix(np.arange(600).reshape(-1, 1) % 5, y, feature_types=["c"], enable_categorical=True)
    xgb.train({"tree_method": "hist", "max_cat_to_onehot": 1}, kinds, 1).save_model("refused-categorical.json")


if __name__ == "__main__":
    main()
