using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Tagging.Decorrelation;

/// <summary>
/// Minus a variable beside its local percentile among quark and gluon jets, P(rho, pT): at one cut the same share of
/// them passes everywhere. The percentile is the mean of that of the nearest cells of a grid, each weighted by one over
/// its distance in units of cells.
/// </summary>
/// <param name="Name">In recipes, figures and metrics.</param>
/// <param name="Column">The variable, D2.</param>
/// <param name="Options">The grid.</param>
/// <param name="Cells">Position in the grid and percentile of each filled cell.</param>
/// <source>ATL-PHYS-PUB-2018-014, section 4.1, "fixed-efficiency k-NN regression".</source>
public sealed record PercentileDiscriminant(
    string Name, string Column, PercentileOptions Options, IReadOnlyList<PercentileCell> Cells) : IDiscriminant
{
    /// <inheritdoc/>
    public bool IsProbability => false;

    /// <inheritdoc/>
    public float[] Score(Table jets, int threads)
    {
        float[] values = jets.Floats(Column), mass = jets.Floats(BoostedJetColumns.Mass);
        float[] pt = jets.Floats(BoostedJetColumns.Pt);
        var scores = new float[values.Length];
        Parallel.For(0, scores.Length, new() { MaxDegreeOfParallelism = threads }, row =>
        {
            (double x, double y) = Options.Place(mass[row], pt[row]);
            scores[row] = double.IsFinite(x + y) ? JetScaling.Score(Percentile(x, y) - values[row]) : float.NaN;
        });
        return scores;
    }

    /// <summary>Percentile at a place of the grid.</summary>
    /// <param name="x">Along rho, in cells.</param>
    /// <param name="y">Along pT, in cells.</param>
    internal double Percentile(double x, double y)
    {
        int count = Math.Min(Options.Neighbours, Cells.Count);
        Span<(double Distance, int Cell)> nearest = stackalloc (double, int)[count];
        nearest.Fill((double.PositiveInfinity, -1));
        for (int i = 0; i < Cells.Count; i++)
        {
            double dx = Cells[i].X - x, dy = Cells[i].Y - y, distance = Math.Sqrt((dx * dx) + (dy * dy));
            for (int rank = 0; rank < count; rank++)
            {
                if (distance < nearest[rank].Distance)
                {
                    nearest[rank..^1].CopyTo(nearest[(rank + 1)..]);
                    nearest[rank] = (distance, i);
                    break;
                }
            }
        }

        double sum = 0, total = 0;
        foreach ((double distance, int cell) in nearest)
        {
            if (distance < 1e-9)
            {
                return Cells[cell].Percentile; // on the cell itself its weight is infinite
            }

            sum += Cells[cell].Percentile / distance;
            total += 1 / distance;
        }

        return sum / total;
    }
}

/// <summary>A filled cell.</summary>
/// <param name="X">Middle along rho, in cells.</param>
/// <param name="Y">Middle along pT, in cells.</param>
/// <param name="Percentile">Of the variable among quark and gluon jets in it.</param>
public sealed record PercentileCell(double X, double Y, double Percentile);
