using System.ComponentModel.DataAnnotations;

namespace Moliere.Simulation.Generation;

/// <summary>What a generated sample contains. Options that a process does not name have no effect on it.</summary>
public sealed record ProcessOptions
{
    /// <summary>What collides and what comes out of it.</summary>
    public Process Process { get; init; } = Process.Dijets;

    /// <summary>Energy of the colliding protons together [GeV].</summary>
    [Range(500, 100000)]
    public double CollisionEnergy { get; init; } = 13000;

    /// <summary>
    /// Lower end of the transverse momentum of the hard partons, bosons or tops [GeV], before radiation.
    /// </summary>
    [Range(5, 20000)]
    public double PtMin { get; init; } = 20;

    /// <summary>Upper end of the same [GeV], above <see cref="PtMin"/>; cut at what the collision can give.</summary>
    [Range(6, 50000)]
    public double PtMax { get; init; } = 1500;

    /// <summary>Flat or falling in the transverse momentum; in the mass for a pair of taus.</summary>
    public HardSpectrum Spectrum { get; init; } = HardSpectrum.Flat;

    /// <summary>
    /// The two hard partons, boson and jet, or tops lie in |rapidity| below this, before radiation.
    /// </summary>
    [Range(0.1, 6.0)]
    public double EtaMax { get; init; } = 2;

    /// <summary>Lower end of the mass of a pair of taus [GeV].</summary>
    [Range(10, 20000)]
    public double MassMin { get; init; } = 60;

    /// <summary>Upper end of the mass of a pair of taus [GeV], above <see cref="MassMin"/>.</summary>
    [Range(11, 50000)]
    public double MassMax { get; init; } = 2000;

    /// <summary>Decays of all taus of events with a hard scattering.</summary>
    public TauDecay TauDecay { get; init; } = TauDecay.All;

    /// <summary>Decays of the W bosons of top quarks.</summary>
    public TopDecay TopDecay { get; init; } = TopDecay.Hadronic;

    /// <summary>Mass of the resonance that decays to two long-lived scalars [GeV].</summary>
    [Range(20, 5000)]
    public double ResonanceMass { get; init; } = 125;

    /// <summary>Mass of a long-lived scalar [GeV], below half of the resonance.</summary>
    [Range(1, 2500)]
    public double ScalarMass { get; init; } = 55;

    /// <summary>Mean proper decay length c tau of a long-lived scalar [mm].</summary>
    [Range(0.0, 1e6)]
    public double ScalarLength { get; init; } = 1000;

    /// <summary>
    /// How many of the two long-lived scalars decay where a calorimeter is at least, lengths being drawn from the part
    /// of their exponential that lies there; the weight of the event is then the probability of that.
    /// </summary>
    [Range(0, 2)]
    public int ScalarsInCalorimeter { get; init; }

    /// <summary>What a long-lived scalar decays to.</summary>
    public ScalarDecay ScalarDecay { get; init; } = ScalarDecay.Bottom;

    /// <summary>
    /// Activity of the underlying event relative to the mean of collisions of the same hardness; 0 switches it off. It
    /// is that of 13 TeV at any collision energy and takes nothing from the energy of the protons.
    /// </summary>
    [Range(0.0, 20.0)]
    public double UnderlyingActivity { get; init; } = 1;

    /// <summary>Whether the incoming partons radiate.</summary>
    public bool InitialRadiation { get; init; } = true;

    /// <summary>
    /// Whether the rests of the protons become hadrons. Without them a pair of taus is alone with its photons, which
    /// many overlaid collisions make hard to notice; needs a pair of taus and incoming partons that do not radiate.
    /// </summary>
    public bool BeamRemnants { get; init; } = true;

    /// <summary>Energy of an electron and a positron together [GeV].</summary>
    [Range(10, 1000)]
    public double LeptonEnergy { get; init; } = 91.188;

    /// <summary>Standard deviation of the collision along the beam [mm]; 0 for collisions at the origin.</summary>
    [Range(0.0, 300.0)]
    public double VertexSpread { get; init; } = 53; // physics notes 5.4

    /// <summary>Standard deviation of the time of the collision [ns].</summary>
    [Range(0.0, 1.0)]
    public double TimeSpread { get; init; } = 0.16; // physics notes 5.4

    /// <summary>What a gun shoots; it has no vertex spread.</summary>
    public GunOptions Gun { get; init; } = new();
}
