"""Writes simulation.json from reference numbers and events of other programs; see README.md for the sources.

Usage: python3 make_reference.py JETS.json MINBIAS.txt.gz
"""
import gzip
import json
import math
import sys

PYTHIA = "PYTHIA 8.302, default tune"
LEPTON_EVENTS = 3000
JET_BINS = [(50, 100), (100, 200), (200, 400), (400, 800), (800, 1600)]
JET_NAMES = {
    "n_constituents_pt_gt_0.5": "constituents", "n_charged_pt_gt_0.5": "charged_constituents", "girth": "girth",
    "ptD": "ptd", "mass_over_pt": "mass_over_pt", "leading_constituent_fraction": "leading_fraction",
    "charged_pt_fraction": "charged_fraction", "photon_pt_fraction": "photon_fraction",
    "neutral_hadron_pt_fraction": "neutral_fraction"}
CHARGED = {11, 13, 211, 321, 2212, 3112, 3222, 3312, 3334}

# ALEPH, Phys. Lett. B 273 (1991) 181: probability and error of 2, 4, ... 50 charged particles.
ALEPH_MULTIPLICITY = """1e-5 1e-5 2e-5 3.6e-4 2.7e-3 1.39e-3 7.6e-3 2.02e-3 2.91e-2 4.38e-3 4.9e-2 5.99e-3 9.18e-2 9.64e-3
1.11e-1 1.082e-2 1.328e-1 1.174e-2 1.22e-1 1.072e-2 1.136e-1 9.36e-3 9.9e-2 8.44e-3 7.89e-2 7.6e-3 5.58e-2 6.44e-3
3.78e-2 5.13e-3 2.69e-2 4.02e-3 1.96e-2 3.44e-3 1.09e-2 2.69e-3 4.7e-3 1.89e-3 2.35e-3 1.11e-3 2.1e-3 9.8e-4
1.8e-3 1.05e-3 4.6e-4 6.7e-4 3e-5 1.8e-4 0 3e-5"""

# ALEPH, Eur. Phys. J. C 35 (2004) 457: density and error of the thrust at 91.2 GeV, from 0.58 in steps of 0.01.
ALEPH_THRUST = """1.15e-3 7.0e-4 2.29e-3 1.24e-3 3.5e-3 1.46e-3 8.39e-3 2.1e-3 1.283e-2 2.96e-3 2.148e-2 4.71e-3
4.33e-2 6.24e-3 6.556e-2 6.01e-3 1.0284e-1 8.75e-3 1.2575e-1 1.091e-2 1.6396e-1 1.43e-2 1.8416e-1 1.743e-2
2.1424e-1 1.638e-2 2.4814e-1 2.249e-2 2.9427e-1 2.217e-2 3.4347e-1 2.127e-2 3.6536e-1 2.202e-2 4.3088e-1 2.599e-2
4.6923e-1 2.281e-2 5.4584e-1 2.266e-2 5.9942e-1 2.488e-2 6.6087e-1 3.668e-2 7.68e-1 3.515e-2 8.57e-1 3.721e-2
9.8079e-1 4.971e-2 1.1127 5.514e-2 1.27035 6.25e-2 1.43939 5.456e-2 1.63938 6.529e-2 1.93459 7.593e-2
2.23002 7.618e-2 2.63072 8.421e-2 3.06214 1.0208e-1 3.70212 8.299e-2 4.54709 1.0355e-1 5.64464 1.2556e-1
7.27722 1.236e-1 9.62952 1.665e-1 13.60396 2.249e-1 18.56511 6.9e-1 12.88646 5.28e-1 1.31186 2.015e-1"""

numbers, distributions = [], []


def number(name, value, error, source, bin=None):
    entry = {"name": name}
    if bin:
        entry.update(low=bin[0], high=bin[1])
    entry.update(value=float("%.6g" % value), error=float("%.3g" % error), source=source)
    numbers.append(entry)


def distribution(name, edges, values, errors, source):
    distributions.append({
        "name": name, "edges": edges, "values": [float("%.5g" % v) for v in values],
        "errors": [float("%.2g" % e) for e in errors], "source": source})


def pairs(text):
    flat = [float(word) for word in text.split()]
    return list(zip(flat[0::2], flat[1::2]))


def lepton():
    pythia = PYTHIA + ", 3000 events"
    root = math.sqrt(LEPTON_EVENTS)
    number("lepton.charged_multiplicity_mean", 20.76, 0.16, "PDG, Review of Particle Physics: LEP average")
    number("lepton.charged_multiplicity_rms", 6.3, 6.3 / (math.sqrt(2) * root), pythia)
    number("lepton.one_minus_thrust_mean", 0.067, 0.059 / root, pythia)
    number("lepton.one_minus_thrust_rms", 0.059, 0.059 / (math.sqrt(2) * root), pythia)
    for name, share in [("charged", 0.619), ("photon", 0.258), ("neutral_hadron", 0.104), ("neutrino", 0.019)]:
        number("lepton.%s_energy_fraction" % name, share, 0.1 / root, pythia)
    edges, values = [0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1], [381.6, 193.6, 70.2, 22.9, 7.24, 2.05, 0.40, 0.050]
    widths = [high - low for low, high in zip(edges, edges[1:])]
    # Poisson errors, widened because particles of one event come together.
    errors = [1.3 * math.sqrt(v * w / LEPTON_EVENTS) / w for v, w in zip(values, widths)]
    distribution("lepton.momentum_fraction", edges, values, errors, pythia)
    even = pairs(ALEPH_MULTIPLICITY)  # a bin of two holds one even number
    distribution(
        "lepton.charged_multiplicity", [1 + 2 * i for i in range(len(even) + 1)], [v / 2 for v, _ in even],
        [e / 2 for _, e in even], "ALEPH, Phys. Lett. B 273 (1991) 181")
    thrust = pairs(ALEPH_THRUST)[::-1]
    edges, values, errors = [0.0], [], []
    while round(100 * edges[-1]) < len(thrust):
        first = round(100 * edges[-1])
        joined = thrust[first:first + (1 if first < 10 else 2)]
        values.append(sum(v for v, _ in joined) / len(joined))
        errors.append(math.sqrt(sum(e * e for _, e in joined)) / len(joined))
        edges.append(round(0.01 * (first + len(joined)), 2))
    distribution("lepton.one_minus_thrust", edges, values, errors, "ALEPH, Eur. Phys. J. C 35 (2004) 457, 91.2 GeV")


def jets(path):
    source = PYTHIA + ", 13 TeV dijets, FastJet 3.4.0 anti-kt 0.4"
    data = json.load(open(path))
    for flavour in ["quark", "gluon"]:
        for low, high in JET_BINS:
            block = data["%s_%d_%d" % (flavour, low, high)]
            for key, name in JET_NAMES.items():
                mean, rms, count = block[key]["mean"], block[key]["rms"], block["jets"]
                number("jets.%s.%s_mean" % (flavour, name), mean, rms / math.sqrt(count), source, (low, high))
                number("jets.%s.%s_rms" % (flavour, name), rms, rms / math.sqrt(2 * count), source, (low, high))
    for low, high in JET_BINS:
        block = data["dijet_%d_%d" % (low, high)]
        rms = block["truth_asymmetry"]["rms"]
        number("jets.asymmetry_rms", rms, rms / math.sqrt(2 * block["jets"]), source, (low, high))


def read_minimum_bias(path):
    events, file = [], gzip.open(path, "rt")
    for line in file:
        particles = []
        for _ in range(int(line.split()[2])):
            words = file.readline().split()
            px, py, pz = map(float, words[1:4])
            pt, pdg = math.hypot(px, py), abs(int(words[0]))
            if pt > 0 and pdg not in (12, 14, 16) and abs(math.asinh(pz / pt)) < 2.5:
                particles.append((pdg, pt, math.asinh(pz / pt)))
        events.append(particles)
    return events


def histogram(name, edges, entries, scale, source):
    values, errors = [], []
    for low, high in zip(edges, edges[1:]):
        counts = [sum(low <= value < high for value in event) for event in entries]
        mean = sum(counts) / len(counts)
        variance = sum(c * c for c in counts) / len(counts) - mean * mean
        values.append(mean / ((high - low) * scale))
        errors.append(math.sqrt(max(variance, 1e-9) / len(counts)) / ((high - low) * scale))
    distribution(name, edges, values, errors, source)


def mean_of(name, values, source):
    mean = sum(values) / len(values)
    number(name, mean, math.sqrt(sum((v - mean) ** 2 for v in values)) / len(values), source)


def minimum_bias(path):
    source, area = PYTHIA + ", 13 TeV inelastic, 1500 events", 5 * 2 * math.pi
    events = read_minimum_bias(path)

    def charged(event, cut):
        return [(pt, eta) for pdg, pt, eta in event if pdg in CHARGED and pt > cut]

    sums = [sum(pt for _, pt, _ in event) / area for event in events]
    etas = [-2.5 + 0.5 * i for i in range(11)]
    for name, cut in [("100", 0.1), ("500", 0.5)]:
        histogram("minimum_bias.eta_" + name, etas, [[eta for _, eta in charged(e, cut)] for e in events], 1, source)
    histogram(
        "minimum_bias.pt", [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.5, 2, 3, 4, 6, 10],
        [[pt for pt, _ in charged(e, 0)] for e in events], 5, source)
    histogram(
        "minimum_bias.multiplicity", [0, 1, 5, 10, 15, 20, 30, 40, 50, 60, 80, 100, 140],
        [[len(charged(e, 0.5))] for e in events], 1, source)
    histogram(
        "minimum_bias.sum_pt", [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 4, 5, 7], [[s] for s in sums], 1, source)
    mean_of("minimum_bias.charged_density_100", [len(charged(e, 0.1)) / 5 for e in events], source)
    mean_of("minimum_bias.charged_density_500", [len(charged(e, 0.5)) / 5 for e in events], source)
    mean_of("minimum_bias.charged_pt_mean", [pt for e in events for pt, _ in charged(e, 0.1)], source)
    mean_of("minimum_bias.sum_pt_density", sums, source)
    total = sum(pt for e in events for _, pt, _ in e)
    photons = sum(pt for e in events for pdg, pt, _ in e if pdg == 22)
    neutral = sum(pt for e in events for pdg, pt, _ in e if pdg != 22 and pdg not in CHARGED)
    number("minimum_bias.photon_fraction", photons / total, 0.003, source)
    number("minimum_bias.neutral_hadron_fraction", neutral / total, 0.003, source)


def taus():
    fractions = [
        ("electron", 0.1782, 0.0004), ("muon", 0.1739, 0.0004), ("pi", 0.1082, 0.0005), ("k", 0.00696, 0.0001),
        ("pi_pi0", 0.2549, 0.0009), ("pi_2pi0", 0.0926, 0.001), ("pi_3pi0", 0.0104, 0.0007), ("3pi", 0.0902, 0.0005),
        ("3pi_pi0", 0.0449, 0.0005)]
    for mode, value, error in fractions:
        number("taus.%s_fraction" % mode, value, error, "PDG, Review of Particle Physics (2024)")


lepton()
jets(sys.argv[1])
minimum_bias(sys.argv[2])
taus()
with open("simulation.json", "w") as out:
    rows = [",\n".join("  " + json.dumps(entry) for entry in part) for part in (numbers, distributions)]
    out.write('{\n"numbers": [\n%s\n],\n"distributions": [\n%s\n]\n}\n' % tuple(rows))
