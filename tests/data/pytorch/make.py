#!/usr/bin/env python3
"""Writes recurrent.json: LSTM, GRU and two stacked LSTMs of PyTorch over ragged sequences, their states and gradients.

Parameters are printed as torch holds them ([G H, F], [G H, H], two biases). The scalar whose gradient is taken is the sum over
sequences and units of (sequence + 1)(unit - 0.7) h, with h the last state of each sequence.
"""
import json

import torch

FEATURES, UNITS, LENGTHS = 3, 4, [5, 1, 7, 2, 7]


def ragged():
    return [torch.randn(length, FEATURES, requires_grad=True) for length in LENGTHS]


def last_states(layer, sequences):
    packed = torch.nn.utils.rnn.pack_sequence(sequences, enforce_sorted=False)
    states = layer(packed)[1]
    return (states[0] if isinstance(states, tuple) else states)[-1]


def numbers(tensor):
    return [float(value) for value in tensor.detach().reshape(-1)]


def case(layer):
    sequences = ragged()
    last = last_states(layer, sequences)
    factors = (torch.arange(len(LENGTHS)) + 1.0).unsqueeze(1) * (torch.arange(last.shape[1]) - 0.7)
    (last * factors).sum().backward()
    named = list(layer.named_parameters())
    return {
        "points": numbers(torch.cat(sequences)),
        "last": numbers(last),
        "parameters": {name: numbers(value) for name, value in named},
        "gradients": {name: numbers(value.grad) for name, value in named},
        "point_gradients": numbers(torch.cat([sequence.grad for sequence in sequences])),
    }


def main():
    torch.manual_seed(11)
    torch.set_num_threads(1)
    cases = {
        "torch": torch.__version__, "features": FEATURES, "units": UNITS, "lengths": LENGTHS,
        "lstm": case(torch.nn.LSTM(FEATURES, UNITS)),
        "gru": case(torch.nn.GRU(FEATURES, UNITS)),
        "stacked": case(torch.nn.LSTM(FEATURES, UNITS, num_layers=2)),
    }
    with open("recurrent.json", "w", encoding="utf-8") as file:
        json.dump(cases, file, indent=0)
        file.write("\n")


main()
