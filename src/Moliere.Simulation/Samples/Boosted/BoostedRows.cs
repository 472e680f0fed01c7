using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Simulation.Samples.Boosted;

/// <summary>Large-radius jets as rows of a table.</summary>
internal static class BoostedRows
{
    private static readonly (string Name, string Unit, string Description)[] s_substructure =
    [
        (BoostedJetColumns.Tau21, "", "ratio of 2- to 1-subjettiness"),
        (BoostedJetColumns.C2, "", "energy correlations e3 / e2²"),
        (BoostedJetColumns.D2, "", "energy correlations e3 / e2³"),
        (BoostedJetColumns.Angularity, "", "angularity a3"),
        (BoostedJetColumns.Aplanarity, "", "aplanarity in the rest frame"),
        (BoostedJetColumns.FoxWolfram, "", "second Fox-Wolfram moment over the zeroth in the rest frame"),
        (BoostedJetColumns.SubjetDistance, "", "distance of the subjets of the last kt merging"),
        (BoostedJetColumns.PlanarFlow, "", "planar flow"),
        (BoostedJetColumns.SplittingScale, "GeV", "splitting scale of the last kt merging"),
        (BoostedJetColumns.MomentumBalance, "", "d12 / (d12 + m²) of the last kt merging"),
    ];

    /// <summary>The table of some jets, in their order; without jets the table of all columns.</summary>
    public static Table Table(IReadOnlyList<BoostedRecord> jets) => new(
    [
        new LongColumn(
            BoostedJetColumns.Event, "", "number of the generated event", [.. jets.Select(jet => jet.Event)]),
        new LongColumn(
            BoostedJetColumns.Crossing, "", "crossing whose pile-up it has", [.. jets.Select(jet => jet.Crossing)]),
        Numbers(BoostedJetColumns.Weight, "", "event weight", jets, jet => jet.Weight),
        Numbers(BoostedJetColumns.IsSignal, "", "1 for the jet of a boson, else 0", jets, jet => jet.IsSignal ? 1 : 0),
        Numbers(BoostedJetColumns.Mu, "", "mean number of collisions per crossing", jets, jet => jet.Mu),
        Numbers(BoostedJetColumns.Pt, "GeV", "transverse momentum of the trimmed jet", jets, jet => jet.Momentum.Pt),
        Numbers(BoostedJetColumns.Eta, "", "its pseudorapidity", jets, jet => jet.Momentum.Eta),
        Numbers(BoostedJetColumns.Mass, "GeV", "its mass", jets, jet => jet.Momentum.Mass),
        .. s_substructure.Select((field, i) => Numbers(
            field.Name, field.Unit, field.Description, jets, jet => jet.Substructure[i])),
        Numbers(
            BoostedJetColumns.TruthPt, "GeV", "transverse momentum of the jet of particles", jets, jet => jet.TruthPt),
    ]);

    private static FloatColumn Numbers(
        string name, string unit, string description, IReadOnlyList<BoostedRecord> jets,
        Func<BoostedRecord, double> value) =>
        new(name, unit, description, [.. jets.Select(jet => (float)value(jet))]);
}
