using System.Text.Json.Serialization;
using Moliere.Data.Expressions;
using Moliere.Data.Features;
using Moliere.Data.Tables;

namespace Moliere.Calibration.Neural.Jets;

/// <summary>
/// The inputs of a jet network, fitted on the training jets: turns jets into numbers of order one. Stored with the
/// network.
/// </summary>
/// <source>Physics notes sections 2.1 and 4, pitfalls 2 and 13.</source>
public sealed record JetInputs
{
    /// <summary>What the network looks at.</summary>
    public required JetNetworkKind Kind { get; init; }

    /// <summary>What becomes of jets in which an input is missing.</summary>
    public required MissingInputs Missing { get; init; }

    /// <summary>Whether both ends of the detector count as one.</summary>
    public required bool FoldEta { get; init; }

    /// <summary>Whether a jet and its mirror image in azimuth count as one.</summary>
    public required bool FoldPhi { get; init; }

    /// <summary>Inputs that describe the jet as a whole.</summary>
    public required FittedFeatures Jet { get; init; }

    /// <summary>
    /// Positions of those of them that were missing in some training jets, ascending: each has a further input, 1 where
    /// it is missing and else 0.
    /// </summary>
    public required IReadOnlyList<int> Flagged { get; init; }

    /// <summary>Inputs of each constituent; empty for a network that does not look at them.</summary>
    public required IReadOnlyList<ConstituentScale> Constituents { get; init; }

    /// <summary>Inputs F per jet.</summary>
    [JsonIgnore]
    public int Width => Jet.Features.Count + Flagged.Count;

    /// <summary>Finds means, spreads and flags.</summary>
    /// <param name="jets">Jets at their starting scale.</param>
    /// <param name="rows">Rows to learn from.</param>
    /// <param name="weights">One weight per row of the table.</param>
    /// <param name="options">Which inputs.</param>
    /// <exception cref="ArgumentException">No input is finite in any of the rows.</exception>
    internal static JetInputs Fit(Table jets, int[] rows, float[] weights, JetNetworkOptions options)
    {
        Table training = jets.Select(rows);
        IReadOnlyList<Feature> present = JetFeatures.In(training, options.Kind, options.FoldEta);
        Feature[] features = [.. present.Where(feature => IsAnywhereFinite(feature, training))];
        FittedFeatures jet = new FeatureSet(features).Fit(jets, rows, weights);
        bool hasPoints = options.Kind != JetNetworkKind.Globals;
        return new()
        {
            Kind = options.Kind,
            Missing = options.Missing,
            FoldEta = options.FoldEta,
            FoldPhi = options.FoldPhi,
            Jet = jet,
            Flagged = options.Missing == MissingInputs.Impute ? GapsOf(jet, training) : [],
            Constituents = hasPoints ? ConstituentInputs.Fit(jets, rows, options) : [],
        };
    }

    /// <summary>Inputs of all jets; of those that cannot be used, something finite.</summary>
    internal JetMatrix Apply(StartingScale start)
    {
        float[] plain = Jet.ApplyWithGaps(start.Jets, out bool[] isGap);
        int rows = start.Pt.Length, count = Jet.Features.Count;
        JetSets? sets = Constituents.Count > 0 ? SetsOf(start.Jets) : null;
        var features = new float[rows * Width];
        bool[] isUsable = [.. start.IsUsable];
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<bool> gaps = isGap.AsSpan(row * count, count);
            Span<float> own = features.AsSpan(row * Width, Width);
            plain.AsSpan(row * count, count).CopyTo(own);
            bool isEmpty = sets is not null && sets.Offsets[row + 1] == sets.Offsets[row];
            isUsable[row] &= Flag(gaps, own[count..]) == gaps.Count(true) && !isEmpty;
        }

        return new(features, Width, isUsable, sets);
    }

    private JetSets SetsOf(Table jets)
    {
        var options = new JetNetworkOptions { Kind = Kind, FoldEta = FoldEta, FoldPhi = FoldPhi };
        (int[] offsets, float[] points) = ConstituentInputs.Apply(jets, options, Constituents);
        return new(offsets, points, Constituents.Count);
    }

    // Sets the flags; returns how many gaps they tell of. A gap that no training jet had is foreign to the network.
    private int Flag(ReadOnlySpan<bool> gaps, Span<float> flags)
    {
        int told = 0;
        for (int i = 0; i < Flagged.Count; i++)
        {
            flags[i] = gaps[Flagged[i]] ? 1 : 0;
            told += gaps[Flagged[i]] ? 1 : 0;
        }

        return told;
    }

    private static bool IsAnywhereFinite(Feature feature, Table jets) =>
        Expression.Parse(feature.Expression).Evaluate(jets).Any(double.IsFinite);

    private static int[] GapsOf(FittedFeatures jet, Table training)
    {
        jet.ApplyWithGaps(training, out bool[] isGap);
        int count = jet.Features.Count;
        return [.. Enumerable.Range(0, count).Where(f => Column(f).Contains(true))];

        IEnumerable<bool> Column(int f) =>
            Enumerable.Range(0, training.RowCount).Select(row => isGap[(row * count) + f]);
    }
}
