using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Tagging.Preservation;

namespace Moliere.Tagging.Displaced;

/// <summary>
/// Efficiency that a reconstructed jet of a long-lived particle is tagged, in the truth of that particle, for those who
/// have no simulation of the detector; and whether it gives what the tagger gives on other jets.
/// </summary>
/// <source>arXiv:2203.01009, auxiliary material; critique of such maps: arXiv:2412.13976.</source>
/// <param name="Map">The map.</param>
/// <param name="Closure">Map against tagger on jets that the map has not seen.</param>
/// <param name="Cut">Least score of signal of a tagged jet.</param>
public sealed record JetMap(EfficiencyMap Map, IReadOnlyList<EfficiencyClosure> Closure, double Cut)
{
    private const double QcdShare = 0.01; // of QCD jets that pass, a working point of usual size

    /// <summary>Axes of the map; decay products and masses are those of the jets.</summary>
    /// <param name="jets">Jets of a signal.</param>
    public static IReadOnlyList<EfficiencyAxis> Axes(Table jets) =>
    [
        new() { Name = DisplacedJetColumns.LongLivedPt, Unit = "GeV", Edges = [0, 50, 100, 200, 400, 5000] },
        new() { Name = DisplacedJetColumns.DecayRadius, Unit = "mm", Edges = [0, 1200, 1600, 2000, 2500, 3000, 4300] },
        new() { Name = DisplacedJetColumns.DecayZ, Unit = "mm", Edges = [-6500, -3500, -1000, 1000, 3500, 6500] },
        new() { Name = DisplacedJetColumns.LongLivedEta, Edges = [-2.5, -1.4, -0.7, 0, 0.7, 1.4, 2.5] },
        new() { Name = DisplacedJetColumns.DecayProduct, Categories = Values(jets, DisplacedJetColumns.DecayProduct) },
        new()
        {
            Name = DisplacedJetColumns.LongLivedMass,
            Unit = "GeV",
            Categories = Values(jets, DisplacedJetColumns.LongLivedMass),
        },
    ];

    /// <summary>Derives the map on some jets and closes it on others.</summary>
    /// <param name="jets">Jets of all classes to derive from.</param>
    /// <param name="scores">Scores of the tagger [N, 3].</param>
    /// <param name="others">Jets of all classes to close on.</param>
    /// <param name="otherScores">Scores of the tagger on those [M, 3].</param>
    /// <exception cref="ArgumentException">There is no jet of signal or of QCD with a score.</exception>
    public static JetMap Of(Table jets, float[] scores, Table others, float[] otherScores)
    {
        double cut = Quantile(jets, scores);
        (Table signal, bool[] passed) = Signal(jets, scores, cut);
        (Table test, bool[] tested) = Signal(others, otherScores, cut);
        string selection = FormattableString.Invariant(
            $"a reconstructed jet of 40 to 500 GeV that matches the particle has a signal score of at least {cut:R}");
        var map = EfficiencyMapDerivation.Derive(signal, passed, null, Axes(signal), new(), selection);
        return new(map, EfficiencyClosure.Of(map, test, tested, null), cut);
    }

    private static double Quantile(Table jets, float[] scores)
    {
        int[] classes = WholeNumbers.Of(jets, DisplacedJetColumns.Class);
        float[] own = [.. Enumerable.Range(0, classes.Length)
            .Where(row => classes[row] == (int)DisplacedClass.Qcd && float.IsFinite(scores[(row * 3) + 1]))
            .Select(row => scores[(row * 3) + 1]).Order()];
        return own.Length > 0 ? own[Math.Min(own.Length - 1, (int)(own.Length * (1 - QcdShare)))]
            : throw new ArgumentException("No QCD jet has a score; the working point is defined by them.");
    }

    private static (Table Signal, bool[] Passed) Signal(Table jets, float[] scores, double cut)
    {
        int[] classes = WholeNumbers.Of(jets, DisplacedJetColumns.Class);
        int[] rows = [.. Enumerable.Range(0, classes.Length)
            .Where(row => classes[row] == (int)DisplacedClass.Signal)];
        return (jets.Select(rows), Array.ConvertAll(rows, row => scores[(row * 3) + 1] >= cut));
    }

    private static double[] Values(Table jets, string name) => [.. jets[name] is LongColumn whole
        ? whole.Values.Select(value => (double)value).Distinct().Order()
        : jets.Floats(name).Select(value => (double)value).Distinct().Order()];
}
