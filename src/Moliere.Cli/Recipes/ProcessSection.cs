using System.ComponentModel.DataAnnotations;
using Moliere.Simulation.Generation;

namespace Moliere.Cli.Recipes;

/// <summary>What collides and what comes out of it: the part of a source that the embedded generators need.</summary>
/// <source>Physics notes of tagging, section 1.</source>
internal abstract record ProcessSection : IValidatableObject
{
    private static readonly ProcessOptions s_defaults = new();

    /// <summary>
    /// What is generated; pt and spectrum are those of the hard partons, bosons or tops, mass that of a pair of taus.
    /// </summary>
    public Process Process { get; init; } = s_defaults.Process;

    /// <summary>Energy of the colliding protons together [GeV].</summary>
    [Range(500.0, 100_000.0)]
    public double CollisionEnergy { get; init; } = s_defaults.CollisionEnergy;

    /// <summary>Lower end of the hard partons' transverse momentum [GeV].</summary>
    [Range(5.0, 20_000.0)]
    public double PtMin { get; init; } = s_defaults.PtMin;

    /// <summary>Upper end of the hard partons' transverse momentum [GeV].</summary>
    [Range(6.0, 50_000.0)]
    public double PtMax { get; init; } = s_defaults.PtMax;

    /// <summary>
    /// Spectrum between the two ends: flat in the logarithm, falling (flat with weights of the cross-section), or
    /// unweighted as in collisions.
    /// </summary>
    public HardSpectrum Spectrum { get; init; } = s_defaults.Spectrum;

    /// <summary>The hard partons lie in |rapidity| below this, before radiation.</summary>
    [Range(0.1, 6.0)]
    public double EtaMax { get; init; } = s_defaults.EtaMax;

    /// <summary>Of ditau: lower end of the mass [GeV].</summary>
    [Range(10.0, 20_000.0)]
    public double MassMin { get; init; } = s_defaults.MassMin;

    /// <summary>Of ditau: upper end of the mass [GeV].</summary>
    [Range(11.0, 50_000.0)]
    public double MassMax { get; init; } = s_defaults.MassMax;

    /// <summary>Decays of taus: all, or hadronic ones alone.</summary>
    public TauDecay TauDecay { get; init; } = s_defaults.TauDecay;

    /// <summary>Of top: decays of the W bosons.</summary>
    public TopDecay TopDecay { get; init; } = s_defaults.TopDecay;

    /// <summary>Of displaced: mass of the resonance that decays to two long-lived scalars [GeV].</summary>
    [Range(20.0, 5000.0)]
    public double ResonanceMass { get; init; } = s_defaults.ResonanceMass;

    /// <summary>Of displaced: mass of a long-lived scalar [GeV], below half of the resonance.</summary>
    [Range(1.0, 2500.0)]
    public double ScalarMass { get; init; } = s_defaults.ScalarMass;

    /// <summary>Of displaced: mean proper decay length c tau of a scalar [mm].</summary>
    [Range(0.0, 1e6)]
    public double ScalarLength { get; init; } = s_defaults.ScalarLength;

    /// <summary>Of displaced: what a scalar decays to.</summary>
    public ScalarDecay ScalarDecay { get; init; } = s_defaults.ScalarDecay;

    /// <summary>Activity of the underlying event relative to its mean; 0 switches it off.</summary>
    [Range(0.0, 20.0)]
    public double UnderlyingActivity { get; init; } = s_defaults.UnderlyingActivity;

    /// <summary>Whether the incoming partons radiate.</summary>
    public bool InitialRadiation { get; init; } = s_defaults.InitialRadiation;

    /// <summary>Whether what is left of the protons is generated too.</summary>
    public bool BeamRemnants { get; init; } = s_defaults.BeamRemnants;

    /// <summary>Of electron_positron: energy of both together [GeV].</summary>
    [Range(10.0, 1000.0)]
    public double LeptonEnergy { get; init; } = s_defaults.LeptonEnergy;

    /// <summary>Standard deviation of the collision along the beam [mm].</summary>
    [Range(0.0, 300.0)]
    public double VertexSpread { get; init; } = s_defaults.VertexSpread;

    /// <summary>Standard deviation of the time of the collision [ns].</summary>
    [Range(0.0, 1.0)]
    public double TimeSpread { get; init; } = s_defaults.TimeSpread;

    /// <summary>Of gun: what it shoots.</summary>
    public GunSection Gun { get; init; } = new();

    /// <summary>The options of the generator.</summary>
    public ProcessOptions ToOptions() => new()
    {
        Process = Process,
        CollisionEnergy = CollisionEnergy,
        PtMin = PtMin,
        PtMax = PtMax,
        Spectrum = Spectrum,
        EtaMax = EtaMax,
        MassMin = MassMin,
        MassMax = MassMax,
        TauDecay = TauDecay,
        TopDecay = TopDecay,
        ResonanceMass = ResonanceMass,
        ScalarMass = ScalarMass,
        ScalarLength = ScalarLength,
        ScalarDecay = ScalarDecay,
        UnderlyingActivity = UnderlyingActivity,
        InitialRadiation = InitialRadiation,
        BeamRemnants = BeamRemnants,
        LeptonEnergy = LeptonEnergy,
        VertexSpread = VertexSpread,
        TimeSpread = TimeSpread,
        Gun = Gun.ToOptions(),
    };

    /// <inheritdoc/>
    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        IEnumerable<ValidationResult> problems =
        [
            .. RangeRule.Ordered(PtMin, nameof(PtMin), PtMax, nameof(PtMax)),
            .. RangeRule.Ordered(MassMin, nameof(MassMin), MassMax, nameof(MassMax)),
        ];
        return Process != Process.Displaced || 2 * ScalarMass < ResonanceMass ? problems : problems.Append(new(
            FormattableString.Invariant($"found two scalars of {ScalarMass} GeV from a resonance of ")
            + FormattableString.Invariant($"{ResonanceMass} GeV, expected less than half of it."),
            [nameof(ScalarMass)]));
    }
}

/// <summary>What a particle gun shoots.</summary>
internal sealed record GunSection : IValidatableObject
{
    private static readonly GunOptions s_defaults = new();

    /// <summary>Particle number; a particle and its antiparticle are shot in equal parts.</summary>
    public int PdgId { get; init; } = s_defaults.PdgId;

    /// <summary>Particles per event.</summary>
    [Range(1, 24)]
    public int Count { get; init; } = s_defaults.Count;

    /// <summary>Lower end of the energy, drawn flat in its logarithm [GeV].</summary>
    [Range(0.01, 10_000.0)]
    public double EnergyMin { get; init; } = s_defaults.EnergyMin;

    /// <summary>Upper end of the energy [GeV].</summary>
    [Range(0.02, 10_000.0)]
    public double EnergyMax { get; init; } = s_defaults.EnergyMax;

    /// <summary>Directions are flat in |eta| below this.</summary>
    [Range(0.1, 4.9)]
    public double EtaMax { get; init; } = s_defaults.EtaMax;

    /// <summary>Smallest distance in eta-phi between two particles.</summary>
    [Range(0.0, 2.0)]
    public double MinDistance { get; init; } = s_defaults.MinDistance;

    /// <summary>The options of the generator.</summary>
    public GunOptions ToOptions() => new()
    {
        PdgId = PdgId,
        Count = Count,
        EnergyMin = EnergyMin,
        EnergyMax = EnergyMax,
        EtaMax = EtaMax,
        MinDistance = MinDistance,
    };

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        RangeRule.Ordered(EnergyMin, nameof(EnergyMin), EnergyMax, nameof(EnergyMax));
}
