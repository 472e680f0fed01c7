using System.Text.Json;
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Models;

/// <summary>
/// A network over several lists of points of one object: each list runs through convolutions and a recurrent layer of
/// its own, and dense layers see all last states beside the features of the object. Lists are read at their true length
/// in the order they come in; an empty one gives zeros.
/// </summary>
/// <source>
/// Shape as in ATLAS, arXiv:2203.01009, section 5: clusters, tracks and muon segments of a jet.
/// </source>
public sealed class SequenceNetwork : PointNetwork
{
    /// <summary>Records the layers and draws the starting weights.</summary>
    /// <param name="inputs">Features F of an object, at least 1.</param>
    /// <param name="widths">Features P of the points of each list, each at least 1.</param>
    /// <param name="options">Layers, with a branch for each list.</param>
    /// <param name="outputs">Outputs O per object, at least 1.</param>
    /// <param name="seed">Seed of the starting weights; each layer has its own stream.</param>
    /// <exception cref="ArgumentException">No list, or other numbers of lists and branches.</exception>
    public SequenceNetwork(
        int inputs, IReadOnlyList<int> widths, SequenceNetworkOptions options, int outputs, ulong seed)
        : base(Record(inputs, widths, options, outputs), seed) => Options = options;

    /// <summary>Shape of the network.</summary>
    public SequenceNetworkOptions Options { get; }

    internal override int MostPoints(int list) => Options.Branches[list].MaximumLength;

    internal override string Identity => $"sequences {InputCount} [{string.Join(", ", ListWidths)}] "
        + $"{JsonSerializer.Serialize(Options)} {OutputCount}";

    private static void Check(int inputs, IReadOnlyList<int> widths, SequenceNetworkOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        if (widths.Count == 0 || widths.Count != options.Branches.Length)
        {
            throw new ArgumentException(
                $"{widths.Count} lists of points for {options.Branches.Length} branches; a list needs a branch, and "
                + "there must be one.",
                nameof(options));
        }
    }

    private static Tape Record(
        int inputs, IReadOnlyList<int> widths, SequenceNetworkOptions options, int outputs)
    {
        Check(inputs, widths, options);
        var tape = new Tape(inputs);
        Value[] lists = [.. widths.Select(tape.AddList)];
        Value value = Branch(tape, lists[0], options, 0);
        for (int list = 1; list < lists.Length; list++)
        {
            value = tape.Join(value, Branch(tape, lists[list], options, list));
        }

        value = tape.Join(value, tape.Input);
        foreach (int units in options.Hidden)
        {
            value = Dropped(tape, tape.Dense(value, units, options.Activation), options);
        }

        tape.Dense(value, outputs, Activation.Identity);
        return tape;
    }

    private static Value Dropped(Tape tape, Value value, SequenceNetworkOptions options) =>
        options.Dropout > 0 ? tape.Dropout(value, options.Dropout) : value;

    private static Value Branch(Tape tape, Value points, SequenceNetworkOptions options, int list)
    {
        SequenceBranch branch = options.Branches[list];
        foreach (int units in branch.Convolutions)
        {
            points = Dropped(tape, tape.Convolution(points, units, branch.Kernel, options.Activation), options);
        }

        return branch.Recurrent switch
        {
            RecurrentKind.Lstm => tape.Lstm(points, branch.Units),
            RecurrentKind.Gru => tape.Gru(points, branch.Units),
            _ => tape.SumSets(tape.Dense(points, branch.Units, options.Activation), 1f / branch.MaximumLength),
        };
    }
}
