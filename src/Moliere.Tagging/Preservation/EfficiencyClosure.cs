using Moliere.Data.Tables;

namespace Moliere.Tagging.Preservation;

/// <summary>Whether a map reproduces its selection, on entries of one cell of an axis or on all.</summary>
/// <param name="Axis">Name of the axis; empty for all entries.</param>
/// <param name="Cell">Cell of the axis; 0 for all entries.</param>
/// <param name="Total">Sum of the weights of the entries.</param>
/// <param name="Observed">Weighted number that passed the selection itself.</param>
/// <param name="Predicted">Sum of weights times efficiencies of the map.</param>
/// <param name="Expected">Mean number that passes when the efficiencies have the posteriors of a flat prior.</param>
/// <param name="Sigma">Its standard deviation: chance of the entries, and errors of the map.</param>
/// <source>Beta-binomial prediction after a flat prior: Skellam, J. R. Statist. Soc. B 10 (1948) 257.</source>
public sealed record EfficiencyClosure(
    string Axis, int Cell, double Total, double Observed, double Predicted, double Expected, double Sigma)
{
    /// <summary>
    /// Observed less expected in standard deviations; where the map lets nothing pass for certain, infinite if
    /// something did and 0 if nothing did.
    /// </summary>
    public double Pull =>
        Sigma > 0 ? (Observed - Expected) / Sigma : Observed == Expected ? 0 : double.PositiveInfinity;

    /// <summary>Standard error of <see cref="NonClosure"/>; NaN where nothing is predicted.</summary>
    public double NonClosureError => Predicted > 0 ? Sigma / Predicted : double.NaN;

    /// <summary>Observed over predicted less one; NaN where nothing is predicted.</summary>
    public double NonClosure => Predicted > 0 ? (Observed / Predicted) - 1 : double.NaN;

    /// <summary>
    /// Closure over all entries, then in every cell of every axis that has an entry. Entries of which the map says
    /// nothing are left out.
    /// </summary>
    /// <param name="map">The map.</param>
    /// <param name="objects">Entries it was not measured on; the axes as columns.</param>
    /// <param name="passed">Of each row whether it passed the selection itself.</param>
    /// <param name="weights">Of each row its weight; null for equal ones.</param>
    /// <source>Physics notes of tagging, section 9: map against full chain.</source>
    public static IReadOnlyList<EfficiencyClosure> Of(
        EfficiencyMap map, Table objects, bool[] passed, double[]? weights)
    {
        EfficiencyEstimate[] found = map.Apply(objects);
        int[] known = [.. Enumerable.Range(0, found.Length).Where(row => found[row].IsKnown)];
        Func<int, double> weightOf = row => weights is null ? 1 : weights[row];
        var closures = new List<EfficiencyClosure> { Sum(map, "", 0, known, found, passed, weightOf) };
        EfficiencyPoints points = EfficiencyPoints.Of(objects, map.Axes);
        var point = new double[map.Axes.Count];
        for (int a = 0; a < map.Axes.Count; a++)
        {
            EfficiencyAxis axis = map.Axes[a];
            int own = a;
            ILookup<int, int> byCell = known.ToLookup(row =>
            {
                points.Copy(row, point);
                return axis.CellFor(point[own]);
            });
            closures.AddRange(Enumerable.Range(0, axis.Count).Where(byCell.Contains).Select(
                cell => Sum(map, axis.Name, cell, [.. byCell[cell]], found, passed, weightOf)));
        }

        return closures;
    }

    // The errors of one bin of the map are common to all entries in it; those of different bins are independent.
    private static EfficiencyClosure Sum(
        EfficiencyMap map, string axis, int cell, int[] rows, EfficiencyEstimate[] found, bool[] passed,
        Func<int, double> weightOf)
    {
        double total = 0, observed = 0, predicted = 0, expected = 0, variance = 0;
        var inBin = new PassedSums[map.Bins.Count];
        foreach (int row in rows)
        {
            (double weight, EfficiencyEstimate estimate) = (weightOf(row), found[row]);
            total += weight;
            observed += passed[row] ? weight : 0;
            predicted += weight * estimate.Value;
            if (estimate.Bin >= 0)
            {
                inBin[estimate.Bin] += PassedSums.Of(weight, passed[row]);
            }
        }

        for (int bin = 0; bin < inBin.Length; bin++)
        {
            expected += Posterior(map.Bins[bin]) * inBin[bin].Sum;
            variance += Variance(map.Bins[bin], inBin[bin]);
        }

        return new(axis, cell, total, observed, predicted, expected, Math.Sqrt(variance));
    }

    private static double Posterior(EfficiencyBin bin) =>
        ((bin.Efficiency * bin.EffectiveEntries) + 1) / (bin.EffectiveEntries + 2);

    // Of what passes among new entries when the efficiency has the posterior of a flat prior after those of the bin:
    // beta-binomial for equal weights, and not zero where all or none of the bin passed.
    private static double Variance(EfficiencyBin bin, in PassedSums tested)
    {
        double entries = bin.EffectiveEntries, mean = Posterior(bin);
        double common = Math.Max(0, (tested.Sum * tested.Sum) - tested.Squares);
        return mean * (1 - mean) * (tested.Squares + (common / (entries + 3)));
    }
}
