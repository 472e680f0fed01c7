using Moliere.Calibration.Closure;
using Moliere.Data.Objects;

namespace Moliere.Calibration.Classical.Taus;

/// <summary>
/// Derives the combined tau energy scale: per decay mode the bias of both measurements by numerical inversion, then
/// widths and correlation of what is left, in bins of |eta|. A bin with too few taus takes the numbers of its mode, a
/// mode with too few those of all taus.
/// </summary>
/// <source>ATL-PHYS-PUB-2015-045, section 3; physics notes section 3.4, item 2.</source>
internal static class CombinedDerivation
{
    /// <summary>Derives all decay modes.</summary>
    /// <param name="taus">Measurements, true transverse momentum and reconstructed decay mode of each tau.</param>
    /// <param name="options">Bins and group sizes.</param>
    /// <exception cref="InvalidDataException">Too few taus have both measurements.</exception>
    public static CombinedScale Derive(
        IReadOnlyList<(TauMomenta Measured, float Truth, TauDecayMode Mode)> taus, TauScalesOptions options)
    {
        (TauMomenta Measured, float Truth, TauDecayMode Mode)[] usable =
            [.. taus.Where(tau => tau.Measured.Calorimeter > 0 && tau.Measured.Substructure > 0)];
        if (!options.IsEnough(usable.Select(tau => tau.Truth)))
        {
            throw new InvalidDataException(
                $"{usable.Length} of {taus.Count} taus have both a calorimeter and a substructure momentum, too few "
                + $"for the combined scale, which needs {2 * options.Closure.ObjectsPerKnot} above "
                + $"{options.Closure.TruthPtMin} GeV.");
        }

        return new([.. Enum.GetValues<TauDecayMode>().Select(mode =>
        {
            (TauMomenta, float, TauDecayMode)[] own = [.. usable.Where(tau => tau.Mode == mode)];
            return OfMode(options.IsEnough(own.Select(tau => tau.Item2)) ? own : usable, options);
        })]);
    }

    private static ModeScale OfMode((TauMomenta Measured, float Truth, TauDecayMode)[] taus, TauScalesOptions options)
    {
        float[] truth = [.. taus.Select(tau => tau.Truth)], eta = [.. taus.Select(tau => (float)tau.Measured.Eta)];
        ClosureSpline Bias(Func<TauMomenta, double> momentum) => ClosureDerivation.Derive(
            [.. taus.Select(tau => (float)momentum(tau.Measured))], truth, eta, options.Closure);
        var scale = new ModeScale(Bias(tau => tau.Calorimeter), Bias(tau => tau.Substructure), []);
        IReadOnlyList<double> edges = options.Closure.EtaEdges;
        List<(double, double, double)>[] bins = [.. edges.Skip(1).Select(_ => new List<(double, double, double)>())];
        foreach ((TauMomenta measured, float true_, _) in taus.Where(tau => tau.Truth >= options.Closure.TruthPtMin))
        {
            (double c, double s) = scale.Unbiased(measured);
            bins[ClosureSpline.BinOf(edges, measured.Eta)].Add((Math.Log(true_), c / true_, s / true_));
        }

        (double, double, double)[] all = [.. bins.SelectMany(bin => bin)];
        return scale with
        {
            Widths = [.. bins.Select(bin => PairWidths.Of(
                bin.Count >= options.TausPerWidth ? bin : all, options.TausPerWidth))],
        };
    }
}
