"""The peer of benchmarks/cms-jets.yaml: boosted trees with a Gaussian head, and the experiment's own calibration.

cms_jets.py folds JETS OUT             test rows of five folds, jets of one event in one fold
cms_jets.py trees JETS FOLDS OUT       gradient-boosted trees (XGBoost) on the same folds
cms_jets.py judge JETS FOLDS FILE...   likelihood and resolution of prediction files, errors by events

Target: log(gen_pt / uncalibrated pt) of jets with gen_pt > 20 GeV. Trees: mean and logarithm of the width are boosted
together on the Gaussian likelihood with its Fisher information as second derivative. Depth, learning rate, leaf size
and number of rounds are chosen for each fold by a split by events inside its training part.
"""
import csv
import gzip
import sys

import numpy as np

FOLDS, SEED = 5, 1
FEATURES = [
    "log_raw", "log_pt", "eta", "abs_eta", "mass_over_pt", "area", "rawFactor", "chHEF", "neHEF", "chEmEF", "neEmEF",
    "muEF", "nConstituents", "nElectrons", "nMuons", "puId", "qgl", "btagDeepFlavB", "rho", "n_pv_good",
]


def read(path):
    with gzip.open(path, "rt") as text:
        rows = list(csv.DictReader(text))
    names = [name for name in rows[0] if name != "sample"]
    data = {name: np.array([float(row[name] or "nan") for row in rows]) for name in names}
    raw = data["pt"] * (1 - data["rawFactor"])
    data["log_raw"], data["log_pt"] = np.log(raw), np.log(data["pt"])
    data["abs_eta"], data["mass_over_pt"] = abs(data["eta"]), data["mass"] / data["pt"]
    used = (data["gen_idx"] >= 0) & (data["gen_pt"] > 20)
    data["target"] = np.log(np.where(used, data["gen_pt"], 1) / raw)
    keys = [(row["sample"], row["entry"], row["event"]) for row in rows]
    order = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    data["group"] = np.array([order[key] for key in keys])
    return data, used


def split_by_event(groups, parts, seed):
    events = np.unique(groups)
    np.random.default_rng(seed).shuffle(events)
    return [np.isin(groups, events[part::parts]) for part in range(parts)]


def write_folds(jets, out):
    data, used = read(jets)
    with open(out, "w") as text:
        for test in split_by_event(data["group"], FOLDS, SEED):
            text.write(" ".join(str(row) for row in np.nonzero(test & used)[0]) + "\n")


def read_folds(path):
    with open(path) as text:
        return [np.array([int(word) for word in line.split()]) for line in text]


def gaussian(margins, matrix):
    mean, log_sigma = margins.reshape(-1, 2).T
    pull = (mean - matrix.get_label()) / np.exp(log_sigma)
    precision = np.exp(-2 * log_sigma)
    gradient = np.stack([pull * np.exp(-log_sigma), 1 - pull**2], 1)
    return gradient.ravel(), np.stack([precision, np.full_like(pull, 2)], 1).ravel()


def likelihood(margins, matrix):
    mean, log_sigma = margins.reshape(-1, 2).T
    return "nll", float(np.mean(normal_nll(matrix.get_label(), mean, np.exp(log_sigma))))


def normal_nll(target, mean, sigma):
    return 0.5 * ((target - mean) / sigma) ** 2 + np.log(sigma) + 0.5 * np.log(2 * np.pi)


def boosted(settings, train, rounds, watch=None):
    import xgboost

    start = np.tile([train[1].mean(), np.log(train[1].std())], (len(train[1]), 1))
    matrix = xgboost.DMatrix(train[0], train[1], base_margin=start)
    parameters = dict(
        num_class=2, tree_method="hist", disable_default_eval_metric=1, nthread=1, seed=SEED, subsample=0.7,
        colsample_bytree=0.7, **settings)
    options = {}
    if watch is not None:
        held = xgboost.DMatrix(watch[0], watch[1], base_margin=np.tile(start[0], (len(watch[1]), 1)))
        options = dict(evals=[(held, "held")], custom_metric=likelihood, early_stopping_rounds=40, verbose_eval=False)
    model = xgboost.train(parameters, matrix, rounds, obj=gaussian, **options)
    return model, start[0]


def trees(jets, folds, out):
    import xgboost

    data, used = read(jets)
    x, y = np.stack([data[name] for name in FEATURES], 1), data["target"]
    grid = [dict(max_depth=depth, eta=rate, min_child_weight=leaf)
            for depth in (2, 3, 4) for rate in (0.03,) for leaf in (200, 1000)]
    with open(out, "w") as text:
        text.write("split,row,target,predicted,sigma_syst,nll\n")
        for number, test in enumerate(read_folds(folds)):
            train = np.setdiff1d(np.nonzero(used)[0], test)
            held = split_by_event(data["group"][train], 5, SEED + 1)[0]
            inner, watch = train[~held], train[held]
            tried = []
            for settings in grid:
                model, _ = boosted(settings, (x[inner], y[inner]), 600, (x[watch], y[watch]))
                tried.append((model.best_score, model.best_iteration + 1, settings))
            score, rounds, settings = min(tried, key=lambda entry: entry[0])
            print(f"fold {number + 1}: {settings}, {rounds} rounds, inner nll {score:.4f}", file=sys.stderr, flush=True)
            model, start = boosted(settings, (x[train], y[train]), rounds)
            matrix = xgboost.DMatrix(x[test], base_margin=np.tile(start, (len(test), 1)))
            mean, log_sigma = model.predict(matrix, output_margin=True).reshape(-1, 2).T
            nll = normal_nll(y[test], mean, np.exp(log_sigma))
            for row in zip(test, y[test], mean, np.exp(log_sigma), nll):
                text.write(f"{number + 1},{row[0]}," + ",".join(f"{value:.9g}" for value in row[1:]) + "\n")


def resolution(ratio):
    low, middle, high = np.percentile(ratio, [25, 50, 75])
    return (high - low) / (2 * 0.67449 * middle)


def own_calibration(data, used, with_mean):
    """The experiment's pt with the in-sample spread (and mean) of its residual in eight bins of equal content."""
    nll, place = np.full(len(used), np.nan), np.full(len(used), np.nan)
    said = data["log_pt"] - data["log_raw"]
    edges = np.percentile(data["log_pt"][used], np.linspace(0, 100, 9))
    bins = np.clip(np.searchsorted(edges, data["log_pt"]) - 1, 0, 7)
    for number in range(8):
        chosen = used & (bins == number)
        residual = (data["target"] - said)[chosen]
        shift = residual.mean() if with_mean else 0.0
        width = np.sqrt(np.mean((residual - shift) ** 2))
        place[chosen] = said[chosen] + shift
        nll[chosen] = normal_nll(residual, shift, width)
    return place, nll


def judge(jets, folds, files):
    data, used = read(jets)
    rows = np.sort(np.concatenate(read_folds(folds)))
    assert (rows == np.nonzero(used)[0]).all(), "the folds do not cover the jets"
    methods = {
        "experiment": own_calibration(data, used, False),
        "experiment, mean moved per bin": own_calibration(data, used, True),
    }
    for path in files:
        place, nll = np.full(len(used), np.nan), np.full(len(used), np.nan)
        with open(path) as text:
            for line in csv.DictReader(text):
                place[int(line["row"])], nll[int(line["row"])] = float(line["predicted"]), float(line["nll"])
        methods[path.split("/")[-1].replace("predictions-", "").replace(".csv", "")] = place, nll
    groups = data["group"][rows]
    ratio = {name: np.exp(place - data["target"])[rows] for name, (place, _) in methods.items()}
    nll = {name: value[rows] for name, (_, value) in methods.items()}
    events, members = np.unique(groups, return_inverse=True)
    rng, draws = np.random.default_rng(SEED), {name: [] for name in methods}
    lists = np.split(np.argsort(members, kind="stable"), np.cumsum(np.bincount(members))[:-1])
    for _ in range(400):
        sample = np.concatenate([lists[event] for event in rng.integers(0, len(events), len(events))])
        for name in methods:
            draws[name].append((nll[name][sample].mean(), resolution(ratio[name][sample])))
    draws = {name: np.array(value) for name, value in draws.items()}
    last = list(methods)[-1]
    print(f"{len(rows)} jets of {len(events)} events; errors: bootstrap by events; differences to {last}.\n")
    print("| method | nll | minus last | IQR resolution | over last |\n|---|---|---|---|---|")
    for name in methods:
        shift = draws[name][:, 0] - draws[last][:, 0]
        relative = draws[name][:, 1] / draws[last][:, 1]
        width = resolution(ratio[name])
        print(f"| {name} | {nll[name].mean():.4f} ± {draws[name][:, 0].std():.4f}"
              f" | {nll[name].mean() - nll[last].mean():.4f} ± {shift.std():.4f}"
              f" | {width:.4f} ± {draws[name][:, 1].std():.4f}"
              f" | {width / resolution(ratio[last]):.3f} ± {relative.std():.3f} |")


if __name__ == "__main__":
    verb, arguments = sys.argv[1], sys.argv[2:]
    if verb == "folds":
        write_folds(*arguments)
    elif verb == "trees":
        trees(*arguments)
    else:
        judge(arguments[0], arguments[1], arguments[2:])
