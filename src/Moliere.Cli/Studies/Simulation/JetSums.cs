using Moliere.Data.Histograms;
using Moliere.Reconstruction.Jets;
using Moliere.Validation.Metrics;

namespace Moliere.Cli.Studies.Simulation;

/// <summary>Sums over jets by flavour and transverse momentum.</summary>
internal sealed class JetSums
{
    /// <summary>Bins of transverse momentum [GeV].</summary>
    public static IReadOnlyList<double> Edges { get; } = [50, 100, 200, 400, 800, 1600];

    // Angles and masses hang on soft radiation more than the rest does.
    private static readonly Dictionary<string, double> Tolerance = new() { ["girth"] = 0.15, ["mass_over_pt"] = 0.15 };
    private const double UsualTolerance = 0.1, AsymmetryTolerance = 0.15;

    private readonly Axis _axis = Axis.FromEdges(Edges);
    private readonly WeightedMean[][] _quarks = Empty();
    private readonly WeightedMean[][] _gluons = Empty();
    private readonly WeightedMean[] _asymmetry = [.. Edges.Skip(1).Select(_ => new WeightedMean())];

    /// <summary>Adds one event.</summary>
    public void Add(DijetResult result)
    {
        foreach (LabelledJet jet in result.Jets)
        {
            if (_axis.BinOf(jet.Pt) is var bin && bin >= 0 && bin < _axis.Count)
            {
                double[] quantities = Quantities(jet.Shape);
                for (int q = 0; q < quantities.Length; q++)
                {
                    (jet.IsGluon ? _gluons : _quarks)[bin][q].Add(quantities[q], result.Weight);
                }
            }
        }

        if (result.Balance is { } balance && _axis.BinOf(balance.Pt) is var at && at >= 0 && at < _axis.Count)
        {
            // The two jets may be taken in either order: the asymmetry is symmetric about 0.
            _asymmetry[at].Add(balance.Asymmetry, result.Weight / 2);
            _asymmetry[at].Add(-balance.Asymmetry, result.Weight / 2);
        }
    }

    /// <summary>Mean and rms of every quantity in every bin.</summary>
    public IEnumerable<ComparedValue> Values() =>
        from quantity in Enumerable.Range(0, SimulationMetric.OfJets.Count)
        from isRms in new[] { false, true }
        from isGluon in new[] { false, true }
        from bin in Enumerable.Range(0, _axis.Count)
        select Value(quantity, isRms, isGluon, bin);

    /// <summary>Width of the dijet asymmetry in every bin.</summary>
    public IEnumerable<ComparedValue> Asymmetries() => ReferenceData.Shipped.All("jets.asymmetry_rms").Select(
        (reference, bin) => new ComparedValue
        {
            Metric = "asymmetry_rms",
            Variable = "dijet_pt",
            Found = _asymmetry[bin].Rms,
            Error = _asymmetry[bin].RmsError * Math.Sqrt(2), // every event was entered twice
            Entries = _asymmetry[bin].Count / 2,
        }.Within(reference, AsymmetryTolerance));

    private ComparedValue Value(int quantity, bool isRms, bool isGluon, int bin)
    {
        WeightedMean sum = (isGluon ? _gluons : _quarks)[bin][quantity];
        string name = SimulationMetric.OfJets[quantity], flavour = isGluon ? "gluon" : "quark";
        string metric = isRms ? $"{name}_rms" : $"{name}_mean";
        var value = new ComparedValue
        {
            Metric = metric,
            Variable = $"{flavour}_pt",
            Found = isRms ? sum.Rms : sum.Mean,
            Error = isRms ? sum.RmsError : sum.MeanError,
            Entries = sum.Count,
        };
        ReferenceNumber reference = ReferenceData.Shipped.All($"jets.{flavour}.{metric}")[bin];
        return isRms ? value.Against(reference)
            : value.Within(reference, Tolerance.GetValueOrDefault(name, UsualTolerance));
    }

    private static double[] Quantities(in JetShape shape) =>
    [
        shape.Count, shape.ChargedCount, shape.Girth, shape.PtD, shape.MassOverPt, shape.LeadingFraction,
        shape.ChargedFraction, shape.PhotonFraction, shape.NeutralFraction,
    ];

    private static WeightedMean[][] Empty() =>
        [.. Edges.Skip(1).Select(_ => SimulationMetric.OfJets.Select(_ => new WeightedMean()).ToArray())];
}
