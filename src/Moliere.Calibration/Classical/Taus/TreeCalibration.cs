using Moliere.Calibration.Closure;
using Moliere.Calibration.Neural;
using Moliere.Calibration.Taus;
using Moliere.Data.Features;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Trees;

namespace Moliere.Calibration.Classical.Taus;

/// <summary>
/// Boosted regression trees that correct the combined tau energy scale: p = p_combined f(x), then the closure of the
/// median. Missing features are taken as the trees learnt to; a tau without momentum, tracks or combined scale is not
/// calibrated. Trees grown for a mean and a width give a normal law of log10 R.
/// </summary>
/// <source>ATL-PHYS-PUB-2015-045, section 4; physics notes section 3.4, item 3.</source>
public sealed record TreeCalibration : ICalibration
{
    private static readonly double s_ln10 = Math.Log(10);

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <summary>The classical scales that inputs and result are relative to.</summary>
    public required TauScales Scales { get; init; }

    /// <summary>The trees; their features are names of <see cref="TauFeatures.All"/>.</summary>
    public required BoostedTrees Trees { get; init; }

    /// <summary>What the trees predict.</summary>
    public TreeTarget Target { get; init; }

    /// <summary>Which taus are calibrated.</summary>
    public TauSelection Selection { get; init; } = new();

    /// <summary>Correction of the median; null for none.</summary>
    public ClosureSpline? Closure { get; init; }

    /// <summary>Factor on the widths; null for none.</summary>
    public SpreadScale? Spread { get; init; }

    /// <summary>Number of workers; does not change the result.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The features of the trees with their expressions.</summary>
    internal IReadOnlyList<Feature> Features =>
        [.. Trees.Features.Select(name => TauFeatures.All.Single(feature => feature.Name == name))];

    private bool HasWidth => Trees.Objective == TreeObjective.Gaussian;

    /// <inheritdoc/>
    public Predictions Apply(Table objects)
    {
        Table taus = Scales.Complete(objects);
        bool[] isUsable = Selection.IsUsable(taus);
        float[] margins = TauMatrix.Margins(Trees, TauMatrix.Of(taus, Features), Threads);
        float[] local = taus.Floats(TauColumns.Pt), combined = taus.Floats(TauColumns.PtCombined);
        float[] relative = [.. local.Zip(combined, (l, c) => l / c)];
        return new LaterSteps(taus.Floats(TauColumns.Eta), combined, relative, Closure, Spread)
            .Compose(OnCombinedScale(margins, isUsable));
    }

    // R = combined / true: the inverse of what the trees predict.
    private Predictions OnCombinedScale(float[] margins, bool[] isUsable)
    {
        int rows = isUsable.Length, clipped = 0;
        float[] response = new float[rows], normal = new float[HasWidth ? 3 * rows : 0];
        var status = new CalibrationStatus[rows];
        normal.AsSpan().Fill(float.NaN);
        for (int row = 0; row < rows; row++)
        {
            double log = LogResponse(margins[row * Trees.MarginCount]);
            double clamped = Math.Clamp(log, Math.Log10(ResponseTarget.Smallest), Math.Log10(ResponseTarget.Largest));
            bool isCalibrated = isUsable[row] && !double.IsNaN(log);
            response[row] = isCalibrated ? (float)Math.Pow(10, clamped) : 1;
            status[row] = isCalibrated ? CalibrationStatus.Calibrated : CalibrationStatus.NotCalibrated;
            clipped += isCalibrated && clamped != log ? 1 : 0;
            if (HasWidth && isCalibrated)
            {
                (normal[3 * row], normal[(3 * row) + 1]) = (1, (float)clamped);
                normal[(3 * row) + 2] = LogWidth(margins.AsSpan(row * Trees.MarginCount, Trees.MarginCount));
            }
        }

        Predictions values = new() { Response = response, Status = status, ClippedCount = clipped };
        return HasWidth ? WithWidths(values, normal) : values;
    }

    private static Predictions WithWidths(Predictions values, float[] normal) => values with
    {
        SigmaSyst = [.. values.Response.Select((r, row) => (float)(s_ln10 * r * normal[(3 * row) + 2]))],
        Distribution = new() { Scale = ResponseScale.Log10, Components = 1, Parameters = normal },
    };

    // A ratio that is not positive is no momentum: it is clipped like any other absurd one.
    private double LogResponse(double margin) => Target == TreeTarget.LogRatio
        ? -margin / s_ln10
        : double.IsNaN(margin) ? margin : -Math.Log10(Math.Max(margin, double.Epsilon));

    // Of a ratio f the width of its logarithm is sigma / f in first order.
    private float LogWidth(ReadOnlySpan<float> margins) => (float)(Math.Exp(margins[1]) / s_ln10
        / (Target == TreeTarget.LogRatio ? 1 : Math.Max(margins[0], ResponseTarget.Smallest)));
}
