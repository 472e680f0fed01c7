using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Tagging.Preservation;

namespace Moliere.Tagging.Displaced;

/// <summary>
/// Efficiency that a long-lived particle has a tagged jet, in the truth of that particle, for those who have no
/// simulation of the detector; and whether it gives what the tagger gives on other particles.
/// </summary>
/// <source>arXiv:2203.01009, auxiliary material; critique of such maps: arXiv:2412.13976.</source>
/// <param name="Map">The map.</param>
/// <param name="Closure">Map against tagger on particles that the map has not seen.</param>
/// <param name="Tested">Number of those particles that lie within its axes.</param>
/// <param name="Cut">Least score of signal of a tagged jet.</param>
public sealed record JetMap(EfficiencyMap Map, IReadOnlyList<EfficiencyClosure> Closure, int Tested, double Cut)
{
    /// <summary>Name of the axis of the distance from the middle along the beam: |truth_l_z|.</summary>
    public const string AbsoluteZ = "abs_truth_l_z";

    /// <summary>Name of the axis of |truth_llp_eta|.</summary>
    public const string AbsoluteEta = "abs_truth_llp_eta";

    /// <summary>The closure in a sentence; errors are 95 %.</summary>
    public string Closing => Closure[0] is { Predicted: > 0 } all
        ? FormattableString.Invariant($"{100 * all.NonClosure:+0.0;-0.0} +- {196 * all.NonClosureError:0.0} % (95 %) ")
            + "more of other particles are tagged than it predicts"
        : FormattableString.Invariant(
            $"it predicts none of {Tested} other particles, {Closure[0].Observed:0.#} are tagged: too few to tell");

    private const double QcdShare = 0.01; // of QCD jets that pass, a working point of usual size
    private const double LargestEta = 2.5; // of jets
    private const double LeastEntries = 20; // of a bin; likelihood of training particles, default sample, 15 to 100

    /// <summary>
    /// Axes of the map: the detector looks alike on both sides of its middle, hence absolute values. Decay products and
    /// masses are those of the particles.
    /// </summary>
    /// <param name="particles">Truth columns of <see cref="DisplacedJetColumns"/>.</param>
    public static IReadOnlyList<EfficiencyAxis> Axes(Table particles) =>
    [
        new()
        {
            Name = DisplacedJetColumns.LongLivedPt,
            Unit = "GeV",
            Edges = [0, 20, 40, 60, 80, 100, 150, 200, 300, 400, 600, 5000],
        },
        new()
        {
            Name = DisplacedJetColumns.DecayRadius,
            Unit = "mm",
            Edges = [0, 800, 1200, 1600, 2000, 2500, 3000, 3500, 4000],
        },
        new() { Name = AbsoluteZ, Unit = "mm", Edges = [0, 1000, 2000, 3500, 4000, 4500, 5000, 6000, 8000] },
        new() { Name = AbsoluteEta, Edges = [0, 0.4, 0.8, 1.1, 1.4, 1.7, 2, 2.25, LargestEta] },
        new()
        {
            Name = DisplacedJetColumns.DecayProduct,
            Categories = Values(particles, DisplacedJetColumns.DecayProduct),
        },
        new()
        {
            Name = DisplacedJetColumns.LongLivedMass,
            Unit = "GeV",
            Categories = Values(particles, DisplacedJetColumns.LongLivedMass),
        },
    ];

    /// <summary>Derives the map on some particles and closes it on others; the cut lets one QCD jet in a hundred pass.
    /// </summary>
    /// <param name="sample">Particles and jets of all classes to derive from.</param>
    /// <param name="others">Those to close on.</param>
    /// <param name="condition">Of which particles, and what they have but the score, for the file.</param>
    /// <param name="provenance">Where particles and tagger come from, kept with the map; null for nothing.</param>
    /// <exception cref="ArgumentException">There is no particle, or no jet of QCD with a score.</exception>
    public static JetMap Of(
        JetMapSample sample, JetMapSample others, string condition,
        IReadOnlyDictionary<string, string>? provenance = null)
    {
        double cut = Quantile(sample);
        Table particles = WithAbsolutes(sample.Particles), tested = WithAbsolutes(others.Particles);
        var map = EfficiencyMapDerivation.Derive(
            particles, sample.Passed(cut), Weights(particles), Axes(particles),
            new() { MinimumEntries = LeastEntries },
            FormattableString.Invariant(
                $"{condition}, at |eta| < {LargestEta}, with a signal score of at least {cut:R}"),
            provenance);
        var derived = new JetMap(
            map, EfficiencyClosure.Of(map, tested, others.Passed(cut), Weights(tested)),
            map.Apply(tested).Count(estimate => estimate.IsKnown), cut);
        return derived with { Map = map.With("closure", derived.Closing) };
    }

    private static double[] Weights(Table table) =>
        Array.ConvertAll(JetReading.Weights(table), weight => (double)weight);

    // The least score that no more than the wanted share of the weights reaches: of equal scores all or none pass. Of
    // fewer jets than one share needs, none does.
    private static double Quantile(JetMapSample sample)
    {
        int[] classes = WholeNumbers.Of(sample.Jets, DisplacedJetColumns.Class);
        double[] weights = Weights(sample.Jets);
        (float Score, double Weight)[] own = [.. Enumerable.Range(0, classes.Length)
            .Where(row => classes[row] == (int)DisplacedClass.Qcd && float.IsFinite(sample.Scores[(row * 3) + 1]))
            .Select(row => (sample.Scores[(row * 3) + 1], weights[row])).OrderDescending()];
        if (own.Length == 0)
        {
            throw new ArgumentException("No QCD jet has a score; the working point is defined by them.");
        }

        double above = 0, allowed = QcdShare * own.Sum(jet => jet.Weight);
        int first = Array.FindIndex(own, jet => (above += jet.Weight) > allowed);
        int last = Array.FindLastIndex(own, jet => jet.Score > own[first].Score);
        return last >= 0 ? own[last].Score : Math.BitIncrement(own[0].Score);
    }

    private static Table WithAbsolutes(Table particles)
    {
        FloatColumn Absolute(string name, string of, string unit) =>
            new(name, unit, $"|{of}|", Array.ConvertAll(particles.Floats(of), Math.Abs));
        return new(
        [
            .. particles.Columns, Absolute(AbsoluteZ, DisplacedJetColumns.DecayZ, "mm"),
            Absolute(AbsoluteEta, DisplacedJetColumns.LongLivedEta, ""),
        ]);
    }

    private static double[] Values(Table jets, string name) => [.. jets[name] is LongColumn whole
        ? whole.Values.Select(value => (double)value).Distinct().Order()
        : jets.Floats(name).Select(value => (double)value).Distinct().Order()];
}
