using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Training;

namespace Moliere.Calibration.InSitu;

/// <summary>The jets of selected events, in pairs, with all that training needs.</summary>
internal sealed class DijetSample
{
    private readonly float[] _initial;
    private readonly float[] _start;

    /// <summary>Selects and calibrates.</summary>
    /// <param name="jets">Jet table.</param>
    /// <param name="start">What is tuned.</param>
    /// <param name="initial">What selects, bins and holds the scale.</param>
    /// <param name="options">Selection and seed.</param>
    public DijetSample(Table jets, ICalibration start, ICalibration initial, InSituOptions options)
    {
        float[] before = DijetSelection.Calibrated(jets, initial);
        float[] tuned = ReferenceEquals(start, initial) ? before : DijetSelection.Calibrated(jets, start);
        float[] usable = [.. before.Select((pt, row) => tuned[row] > 0 ? pt : float.NaN)];
        Pairs = DijetSelection.Select(jets, usable, options.Selection, options.Training.Seed);
        Jets = jets.Select(Pairs.Rows);
        _initial = [.. Pairs.Rows.Select(row => before[row])];
        _start = [.. Pairs.Rows.Select(row => tuned[row])];
    }

    /// <summary>The selected events.</summary>
    public DijetPairs Pairs { get; }

    /// <summary>Their two jets, reference and probe behind each other.</summary>
    public Table Jets { get; }

    /// <summary>Jets with a true momentum.</summary>
    public int WithTruth => Truth().Count(pt => pt > 0);

    /// <summary>Rows for the training.</summary>
    /// <param name="network">What the network sees.</param>
    /// <param name="means">Mean output of the starting network for each jet.</param>
    /// <param name="bins">Frozen bins.</param>
    public CoupledRows Rows(TrainingRows network, float[] means, DijetBins bins) =>
        new(network, GroupSize: 2, Context(means, bins), JetContext.Width);

    /// <summary>What the loss knows of each jet and the network does not.</summary>
    public float[] Context(float[] means, DijetBins bins)
    {
        float[] truth = Truth();
        float[]? weights = Jets.Has(JetColumns.Weight) ? Jets.Floats(JetColumns.Weight) : null;
        var context = new float[Jets.RowCount * JetContext.Width];
        for (int i = 0; i < Jets.RowCount; i++)
        {
            Span<float> own = context.AsSpan(i * JetContext.Width, JetContext.Width);
            double logAverage = Math.Log(Pairs.Average[i / 2]);
            own[JetContext.StartMean] = means[i];
            own[JetContext.StartLogPt] = MathF.Log(_start[i]);
            own[JetContext.InitialLogPt] = MathF.Log(_initial[i]);
            own[JetContext.LogAverage] = (float)logAverage;
            own[JetContext.ScaleBin] = bins.ScaleBin(logAverage);
            own[JetContext.WidthBin] = bins.WidthBin(bins.ScaleBin(logAverage));
            own[JetContext.Weight] = weights?[i] ?? 1;
            own[JetContext.TruthLogPt] = truth[i] > 0 ? MathF.Log(truth[i]) : 0;
        }

        return context;
    }

    // A jet of less than a GeV would be no jet; 1 GeV exactly would look like none.
    private float[] Truth() => Jets.Has(JetColumns.TruthPt)
        ? [.. Jets.Floats(JetColumns.TruthPt).Select(pt => float.IsFinite(pt) && pt > 1 ? pt : 0)]
        : new float[Jets.RowCount];
}
