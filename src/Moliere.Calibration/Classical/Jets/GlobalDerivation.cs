using Moliere.Numerics.Fits;

namespace Moliere.Calibration.Classical.Jets;

/// <summary>
/// Derives one step of the global sequential correction. In each bin of |eta_det| and true momentum the jets are sorted
/// by the variable and cut into groups of equal size; the core response of a group over that of all is one measurement
/// at the momentum that is measured (numerical inversion) and at the mean of the variable. A kernel smooths the
/// measurements onto a grid. At last each row of the grid is scaled such that the correction leaves the mean response
/// at its momentum unchanged.
/// </summary>
/// <source>
/// arXiv:2007.02645, section 5.1.4; physics notes section 2.6, step 3. Groups of equal size instead of fixed bins
/// suit samples a hundred times smaller.
/// </source>
internal static class GlobalDerivation
{
    private const double RatioError = 0.003; // least error of a measurement
    private const double GridStep = 0.25; // of the grid in the logarithm of the momentum
    private const int ClosureOrder = 2; // of the polynomial that restores the mean

    /// <summary>Fits the map of one variable on jets after the earlier steps.</summary>
    public static GlobalCorrection Derive(MatchedJets jets, GlobalVariable variable, JetChainOptions options)
    {
        GlobalOptions global = variable.IsPunchThrough ? ForPunchThrough(options.Global) : options.Global;
        var bins = DetectorEtaBins.OfWidth(global.EtaWidth, isFolded: true);
        var empty = new GlobalCorrection(variable, bins, new ResponseMap?[bins.Count]);
        var sample = new GlobalSample(jets, empty, global, options.LowestTruePt);
        var filled = empty with { Maps = [.. Enumerable.Range(0, bins.Count).Select(bin => Map(sample, bin))] };
        return variable.IsPunchThrough
            ? filled
            : filled with { Maps = [.. filled.Maps.Select((map, bin) => KeepingMean(sample, filled, map, bin))] };
    }

    private static GlobalOptions ForPunchThrough(GlobalOptions options) => options with
    {
        EtaWidth = options.PunchThroughEtaWidth,
        JetsPerCore = options.PunchThroughJetsPerCore,
    };

    private static ResponseMap? Map(GlobalSample sample, int bin)
    {
        GlobalOptions options = sample.Options;
        double[] nodes = sample.Nodes(bin);
        var plane = new KernelPlane();
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (RelativeResponse point in sample.Measure(bin))
        {
            double variance = (point.Error * point.Error) + (RatioError * RatioError);
            double node = NodePlace(nodes, point.Value) / options.NodeBandwidth;
            plane.Add(point.LogMomentum / options.LogBandwidth, node, point.Ratio, 1 / variance);
            (low, high) = (Math.Min(low, point.LogMomentum), Math.Max(high, point.LogMomentum));
        }

        if (plane.Count == 0)
        {
            return null;
        }

        int steps = (int)Math.Ceiling((high - low) / GridStep);
        double[] momenta = [.. Enumerable.Range(0, steps + 1).Select(i => low + (GridStep * i))];
        return new(momenta, nodes, [.. momenta.SelectMany(logMomentum => nodes.Select((_, i) =>
            plane.At(logMomentum / options.LogBandwidth, i / options.NodeBandwidth)))]);
    }

    private static double NodePlace(double[] nodes, double value)
    {
        (int left, double share) = PiecewiseLinear.Place(nodes, value);
        return left + share;
    }

    private static ResponseMap? KeepingMean(GlobalSample sample, GlobalCorrection step, ResponseMap? map, int bin)
    {
        if (map is null)
        {
            return null;
        }

        List<double> x = [], shift = [], weights = [];
        foreach ((double logMomentum, double ratio, int count) in sample.MeanShifts(bin, step))
        {
            x.Add(logMomentum);
            shift.Add(ratio - 1);
            weights.Add(count);
        }

        var restore = Polynomial.Fit([.. x], [.. shift], [.. weights], ClosureOrder);
        double[] rows = [.. map.LogMomenta.Select(logMomentum => 1 + restore.At(logMomentum))];
        return map with { Ratio = [.. map.Ratio.Select((ratio, i) => ratio * rows[i / map.Values.Length])] };
    }
}
