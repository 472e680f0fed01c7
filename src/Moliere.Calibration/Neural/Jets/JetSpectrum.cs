using System.ComponentModel.DataAnnotations;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Calibration.Neural.Jets;

/// <summary>
/// The spectrum of true transverse momenta that a network is trained on. What is learnt given the reconstructed jet
/// depends on it; weights never exceed a multiple of their median.
/// </summary>
/// <source>Physics notes section 4, pitfalls 3 and 5.</source>
public sealed record JetSpectrum
{
    // Widest bins in ln pT in which a spectrum is made flat: below the resolution of 20 GeV jets.
    private const double BinWidth = 0.1;

    /// <summary>Which spectrum.</summary>
    public SpectrumKind Kind { get; init; } = SpectrumKind.Flat;

    /// <summary>Exponent n of dN/dpT ~ pT^-n; read by <see cref="SpectrumKind.Power"/> only.</summary>
    [Range(0.0, 20.0)]
    public double Power { get; init; } = 4;

    /// <summary>Largest weight in multiples of the median of the absolute weights.</summary>
    [Range(1.0, 1e6)]
    public double WeightCap { get; init; } = 15; // the notes' range is 10 to 20

    /// <summary>Weights of the given jets.</summary>
    /// <param name="jets">Jet table with true momenta.</param>
    /// <param name="rows">Rows that are weighted; all others get 0.</param>
    public TrainingWeights Of(Table jets, int[] rows)
    {
        float[] truth = jets.Floats(JetColumns.TruthPt);
        double[] raw = Kind switch
        {
            SpectrumKind.EventWeights => EventWeights(jets, rows),
            SpectrumKind.Flat => Flat(truth, rows),
            SpectrumKind.Power => Falling(truth, rows),
            _ => [.. rows.Select(_ => 1.0)],
        };
        double[] sizes = [.. raw.Select(Math.Abs).Order()];
        double cap = rows.Length == 0 ? 0 : WeightCap * sizes[sizes.Length / 2];
        var weights = new float[jets.RowCount];
        double sum = 0, squares = 0;
        int capped = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            double weight = Math.Clamp(raw[i], -cap, cap);
            weights[rows[i]] = (float)weight;
            (sum, squares) = (sum + weight, squares + (weight * weight));
            capped += weight == raw[i] ? 0 : 1;
        }

        return new(weights, capped, squares > 0 ? sum * sum / squares : 0);
    }

    private static double[] EventWeights(Table jets, int[] rows)
    {
        float[] weights = jets.Floats(JetColumns.Weight);
        return [.. rows.Select(row => float.IsFinite(weights[row]) ? (double)weights[row] : 0)];
    }

    private static double[] Flat(float[] truth, int[] rows)
    {
        if (rows.Length == 0)
        {
            return [];
        }

        double[] logs = [.. rows.Select(row => Math.Log(truth[row]))];
        double low = logs.Min(), range = logs.Max() - low;
        int last = (int)(range / BinWidth);
        int[] bins = [.. logs.Select(log => range > 0 ? Math.Min(last, (int)((last + 1) * (log - low) / range)) : 0)];
        int[] counts = new int[last + 1];
        Array.ForEach(bins, bin => counts[bin]++);
        double mean = rows.Length / (double)counts.Count(count => count > 0);
        return [.. bins.Select(bin => mean / counts[bin])];
    }

    // A spectrum flat in ln pT times pT^-(n-1) falls like pT^-n in pT. The momentum 100 GeV fixes a factor only.
    private double[] Falling(float[] truth, int[] rows)
    {
        double[] flat = Flat(truth, rows);
        return [.. rows.Select((row, i) => flat[i] * Math.Pow(truth[row] / 100.0, 1 - Power))];
    }
}

/// <summary>Weights of a training.</summary>
/// <param name="Values">One per row of the table; 0 for rows that are not used.</param>
/// <param name="CappedCount">How many would have been larger than allowed.</param>
/// <param name="EffectiveRows">(sum w)² / sum w²: as many jets of weight 1 would tell as much.</param>
public sealed record TrainingWeights(float[] Values, int CappedCount, double EffectiveRows);
