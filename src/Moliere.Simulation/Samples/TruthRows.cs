using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Simulation.Samples;

/// <summary>What a generator knows about events, as rows: particles, their history, hard partons, truth jets.</summary>
internal sealed class TruthRows
{
    private static readonly ListField s_pdg = new(EventColumns.Pdg, "", "particle number", IsWhole: true);
    private static readonly ListField s_mother =
        new(EventColumns.Mother, "", "index of the history's entry it comes from, or -1", IsWhole: true);

    private readonly List<long> _events = [];
    private readonly List<float> _weights = [];
    private readonly ListRows _particles = new(
        EventColumns.Particle, [s_pdg, .. Momentum, .. Place("made"), s_mother]);

    private readonly ListRows _history = new(
        EventColumns.History, [s_pdg, .. Momentum, .. Place("made"), .. End, s_mother]);

    private readonly ListRows _partons = new(EventColumns.Parton, [s_pdg, .. Momentum]);
    private readonly ListRows _jets = new(
        EventColumns.TruthJet,
        [
            .. Momentum,
            new(EventColumns.Flavour, "", "number of the hardest hard parton in the jet, or 0", IsWhole: true),
            new(EventColumns.Count, "", "number of constituents", IsWhole: true),
        ]);

    /// <summary>The four-momentum of any object.</summary>
    public static ListField[] Momentum =>
    [
        new(EventColumns.Pt, "GeV", "transverse momentum"), new(EventColumns.Eta, "", "pseudorapidity"),
        new(EventColumns.Phi, "rad", "azimuth"), new(EventColumns.Energy, "GeV", "energy"),
    ];

    private static ListField[] End =>
    [
        new(EventColumns.EndX, "mm", "where it ended"), new(EventColumns.EndY, "mm", "where it ended"),
        new(EventColumns.EndZ, "mm", "where it ended"), new(EventColumns.EndTime, "ns", "when it ended"),
    ];

    /// <summary>Adds an event with its truth jets.</summary>
    public void Add(GeneratedEvent generated, IReadOnlyList<TruthJet> jets)
    {
        _events.Add(generated.Number);
        _weights.Add((float)generated.Weight);
        foreach (Particle particle in generated.Particles)
        {
            (FourVector p, Vertex v) = (particle.Momentum, particle.Production);
            _particles.Add(
                particle.PdgId, p.Pt, p.Eta, p.Phi, p.E, v.X, v.Y, v.Z, v.Time, particle.Mother);
        }

        foreach (TruthParticle entry in generated.History)
        {
            (FourVector p, Vertex v, Vertex end) = (entry.Momentum, entry.Production, entry.Decay);
            _history.Add(
                entry.PdgId, p.Pt, p.Eta, p.Phi, p.E, v.X, v.Y, v.Z, v.Time, end.X, end.Y, end.Z, end.Time,
                entry.Mother);
        }

        foreach (Particle parton in generated.HardPartons)
        {
            _partons.Add(
                parton.PdgId, parton.Momentum.Pt, parton.Momentum.Eta, parton.Momentum.Phi, parton.Momentum.E);
        }

        foreach (TruthJet jet in jets)
        {
            _jets.Add(
                jet.Momentum.Pt, jet.Momentum.Eta, jet.Momentum.Phi, jet.Momentum.E, jet.Flavour, jet.Count);
        }

        Array.ForEach((ListRows[])[_particles, _history, _partons, _jets], rows => rows.EndEvent());
    }

    /// <summary>The columns of all events added.</summary>
    public IEnumerable<Column> Columns() =>
    [
        new LongColumn(EventColumns.Event, "", "number of the generated event", [.. _events]),
        new FloatColumn(EventColumns.Weight, "", "event weight", [.. _weights]),
        .. _particles.Columns(), .. _history.Columns(), .. _partons.Columns(), .. _jets.Columns(),
    ];

    private static ListField[] Place(string what) =>
    [
        new(EventColumns.X, "mm", $"where it was {what}"), new(EventColumns.Y, "mm", $"where it was {what}"),
        new(EventColumns.Z, "mm", $"where it was {what}"), new(EventColumns.Time, "ns", $"when it was {what}"),
    ];
}
