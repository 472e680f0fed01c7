using System.Text.Json;
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Models;

/// <summary>
/// A network over sets: F(sum over points of Phi(p), features of the object), or with shares z F(sum of z Phi(angle),
/// features). The order of the points does not change a bit, since they are brought into one order before anything is
/// computed. An empty set gives a sum of zero.
/// </summary>
/// <source>
/// Zaheer et al., arXiv:1703.06114, theorem 2; Komiske, Metodiev and Thaler, arXiv:1810.05165, equations 2 and 3.
/// </source>
public sealed class DeepSets : PointNetwork
{
    private const double PointSumScale = 1.0 / 16;

    /// <summary>Records the layers and draws the starting weights.</summary>
    /// <param name="inputs">Features F of an object, at least 1.</param>
    /// <param name="points">Features P of a point, at least 1; at least 2 where one of them is the share.</param>
    /// <param name="options">Layers.</param>
    /// <param name="outputs">Outputs O per object, at least 1.</param>
    /// <param name="seed">Seed of the starting weights; each layer has its own stream.</param>
    /// <exception cref="ArgumentException">No layer for points, or no such column for the share.</exception>
    public DeepSets(int inputs, int points, DeepSetsOptions options, int outputs, ulong seed)
        : base(Record(inputs, points, options, outputs), seed) => Options = options;

    /// <summary>Shape of the network.</summary>
    public DeepSetsOptions Options { get; }

    internal override string Identity =>
        $"sets {InputCount} {PointWidth} {JsonSerializer.Serialize(Options)} {OutputCount}";

    private static void Check(int inputs, int points, DeepSetsOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        if (options.Point.Length == 0)
        {
            throw new ArgumentException("A network over sets needs at least one layer for points.", nameof(options));
        }

        if (options.Kind == SetNetworkKind.EnergyFlow
            && (points < 2 || (uint)options.ShareColumn >= (uint)points))
        {
            throw new ArgumentException(
                $"Points of {points} features have no share in column {options.ShareColumn} beside others.",
                nameof(options));
        }
    }

    private static Tape Record(int inputs, int points, DeepSetsOptions options, int outputs)
    {
        Check(inputs, points, options);
        bool isWeighted = options.Kind == SetNetworkKind.EnergyFlow;
        var tape = new Tape(inputs, points, isWeighted ? options.ShareColumn : null);
        Value point = tape.Points;
        foreach (int units in options.Point)
        {
            point = tape.Dense(point, units, options.Activation);
        }

        double scale = options.SumScale ?? (isWeighted ? 1 : PointSumScale);
        Value value = tape.Join(tape.SumSets(point, (float)scale), tape.Input);
        foreach (int units in options.Object)
        {
            value = tape.Dense(value, units, options.Activation);
        }

        tape.Dense(value, outputs, Activation.Identity);
        return tape;
    }
}
