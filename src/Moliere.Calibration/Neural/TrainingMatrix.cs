using Moliere.Data.Features;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Training;

namespace Moliere.Calibration.Neural;

/// <summary>
/// Features, both targets and weight of the usable rows of a sample, with what must be known about all of them.
/// </summary>
/// <source>Physics notes section 1.3.</source>
internal sealed class TrainingMatrix(FittedFeatures features, RowMatrix rows)
{
    private static readonly ResponseScale[] s_scales = [ResponseScale.Linear, ResponseScale.Log10];

    private readonly int _width = features.Features.Count;
    private float? _firstResponse;
    private bool _hasOther;

    /// <summary>Targets of a row: R and log10 R.</summary>
    public static int Targets => s_scales.Length;

    /// <summary>The rows.</summary>
    public RowMatrix Rows => rows;

    /// <summary>Rows with a non-finite feature, energy or weight.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Whether a feature standardises to 0 in all rows.</summary>
    public bool[] IsConstant { get; } = [.. features.Features.Select(_ => true)];

    /// <summary>Sum of the weights.</summary>
    public double SumOfWeights { get; private set; }

    /// <summary>Rows with a weight below zero.</summary>
    public int NegativeWeights { get; private set; }

    /// <summary>The response of all rows where it is one; else null.</summary>
    public float? OnlyResponse => _hasOther ? null : _firstResponse;

    /// <summary>The rows with one of the targets.</summary>
    public TrainingRows View(ResponseScale scale, int? count = null) =>
        rows.View(Array.IndexOf(s_scales, scale), count);

    /// <summary>Adds the usable ones among some clusters.</summary>
    public void Add(Table clusters, float[] standardised, bool[] isFinite, int[] candidates)
    {
        int[] usable = Usable(clusters, isFinite, candidates);
        LeftOut += candidates.Length - usable.Length;
        float[][] targets = [.. s_scales.Select(scale => ResponseTarget.Of(clusters, usable, scale))];
        float[] weights = clusters.Floats(ClusterColumns.Weight);
        int stride = _width + targets.Length + 1;
        var block = new float[usable.Length * stride];
        for (int i = 0; i < usable.Length; i++)
        {
            Span<float> row = block.AsSpan(i * stride, stride);
            standardised.AsSpan(usable[i] * _width, _width).CopyTo(row);
            for (int t = 0; t < targets.Length; t++)
            {
                row[_width + t] = targets[t][i];
            }

            row[^1] = weights[usable[i]];
            Note(row, targets[0][i]);
        }

        rows.Append(block);
    }

    private void Note(ReadOnlySpan<float> row, float response)
    {
        for (int f = 0; f < _width; f++)
        {
            IsConstant[f] &= row[f] == 0;
        }

        SumOfWeights += row[^1];
        NegativeWeights += row[^1] < 0 ? 1 : 0;
        _firstResponse ??= response;
        _hasOther |= response != _firstResponse;
    }

    private static int[] Usable(Table clusters, bool[] isFinite, int[] candidates)
    {
        float[] signal = clusters.Floats(ClusterColumns.EnergyEm);
        float[] deposit = clusters.Floats(ClusterColumns.EnergyDeposited);
        float[] weight = clusters.Floats(ClusterColumns.Weight);
        return [.. candidates.Where(row => isFinite[row] && IsPositive(signal[row]) && IsPositive(deposit[row])
            && float.IsFinite(weight[row]))];
    }

    private static bool IsPositive(float value) => value > 0 && float.IsFinite(value);
}
