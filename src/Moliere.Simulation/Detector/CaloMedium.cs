using Moliere.Data;
using Moliere.Simulation.Detector.Description;

namespace Moliere.Simulation.Detector;

/// <summary>The effective medium of alternating absorber and active plates, as one shower sees it.</summary>
/// <source>Grindhammer and Peters, hep-ex/0001020, section 3: averages weighted by mass.</source>
internal sealed record CaloMedium
{
    private const double ScatteringEnergyMeV = 21.2; // E_s of Molière's theory, hep-ex/0001020
    private const double LandauPerMass = 0.1535; // K/2 in MeV cm²/g, Particle Data Group, passage of particles
    private const double WigmansTerm = 0.027; // Livan and Wigmans, Calorimetry for Collider Physics (2019), eq. 7.6

    /// <summary>Averages a sandwich.</summary>
    /// <param name="absorber">Passive material.</param>
    /// <param name="absorberThickness">Of one plate [mm].</param>
    /// <param name="active">Material whose ionisation is read out.</param>
    /// <param name="activeThickness">Of one gap [mm]; 0 for dead material.</param>
    /// <param name="eOverH">Ratio of the responses to electromagnetic and purely hadronic energy.</param>
    public CaloMedium(
        PureMaterial absorber, double absorberThickness, PureMaterial active, double activeThickness, double eOverH)
    {
        double massA = absorber.Density * absorberThickness, massB = active.Density * activeThickness;
        double a = massA / (massA + massB), b = 1 - a;
        double density = (massA + massB) / (absorberThickness + activeThickness);
        double perX0 = (a / absorber.RadiationLength) + (b / active.RadiationLength);
        double perLambda = (a / absorber.InteractionLength) + (b / active.InteractionLength);
        double criticalPerX0 = (a * absorber.CriticalEnergyMeV / absorber.RadiationLength)
            + (b * active.CriticalEnergyMeV / active.RadiationLength);
        double loss = (a * absorber.MinimumLoss) + (b * active.MinimumLoss);
        Z = (a * absorber.Z) + (b * active.Z);
        RadiationLength = Units.Centimetre / (perX0 * density);
        InteractionLength = Units.Centimetre / (perLambda * density);
        CriticalEnergy = criticalPerX0 / perX0 * Units.MeV;
        MoliereRadius = RadiationLength * ScatteringEnergyMeV * Units.MeV / CriticalEnergy;
        SamplingFrequency = RadiationLength / (absorberThickness + activeThickness);
        EOverMip = 1 / (1 + (0.007 * (absorber.Z - active.Z)));
        EOverH = eOverH;
        MipLossPerX0 = loss / perX0 * Units.MeV;
        LandauWidthPerX0 = LandauPerMass
            * ((a * absorber.Z / absorber.A) + (b * active.Z / active.A)) / perX0 * Units.MeV;
        double mipFraction = b * active.MinimumLoss / loss;
        SamplingTerm = activeThickness > 0 ? WigmansTerm * Math.Sqrt(activeThickness / mipFraction) : 0;
        HadronSamplingTerm = SamplingTerm;
    }

    /// <summary>Effective atomic number.</summary>
    public double Z { get; }

    /// <summary>Radiation length [mm].</summary>
    public double RadiationLength { get; }

    /// <summary>Nuclear interaction length [mm].</summary>
    public double InteractionLength { get; }

    /// <summary>Critical energy [GeV].</summary>
    public double CriticalEnergy { get; }

    /// <summary>Molière radius [mm].</summary>
    public double MoliereRadius { get; }

    /// <summary>Sampling periods per radiation length, F_S.</summary>
    public double SamplingFrequency { get; }

    /// <summary>Ratio of the responses to electrons and to minimum-ionising particles, e/mip.</summary>
    public double EOverMip { get; }

    /// <summary>Ratio of the responses to electromagnetic and purely hadronic energy, e/h.</summary>
    public double EOverH { get; private init; }

    /// <summary>Energy a minimum-ionising particle leaves in one radiation length [GeV].</summary>
    public double MipLossPerX0 { get; }

    /// <summary>Landau's width parameter of one radiation length at velocity 1 [GeV].</summary>
    public double LandauWidthPerX0 { get; }

    /// <summary>
    /// Sampling fluctuation a in sigma/E = a/sqrt(E/GeV), from the active thickness and the mip sampling fraction.
    /// </summary>
    public double SamplingTerm { get; init; }

    /// <summary>Sampling fluctuation of the part of a hadronic shower that is not electromagnetic.</summary>
    public double HadronSamplingTerm { get; init; }

    /// <summary>Relative spread of the scale from shower to shower, which no energy reduces.</summary>
    public double ConstantTerm { get; init; }

    /// <summary>Signal at EM scale over energy deposited in the cell; 1 if the absorber is part of the cell.</summary>
    public double SignalScale { get; private init; } = 1;

    /// <summary>Whether the deposit itself is that of whole particles crossing one plate.</summary>
    public bool IsPlate { get; private init; }

    /// <summary>
    /// One read-out plate without absorber of its own: the deposit is that of the particles that happen to cross it,
    /// and the signal is scaled up to stand for the material in front.
    /// </summary>
    /// <param name="material">Its substance.</param>
    /// <param name="thickness">[mm].</param>
    /// <param name="eOverH">Ratio of the responses to electromagnetic and purely hadronic energy.</param>
    /// <param name="signalScale">Signal at EM scale over deposited energy.</param>
    public static CaloMedium Plate(PureMaterial material, double thickness, double eOverH, double signalScale)
    {
        var plate = new CaloMedium(material, thickness / 2, material, thickness / 2, eOverH);
        double oneParticle = plate.MipLossPerX0 * thickness / plate.RadiationLength;
        double term = Math.Sqrt(oneParticle);
        return plate with
        {
            SamplingTerm = term,
            HadronSamplingTerm = term,
            SignalScale = signalScale,
            IsPlate = true,
        };
    }

    /// <summary>The same medium with e/h and sampling fluctuations changed.</summary>
    /// <param name="response">Factors; those on noise and dead material do not concern a medium.</param>
    public CaloMedium ScaledBy(ResponseFactors response) => this with
    {
        EOverH = EOverH * response.EOverH,
        SamplingTerm = SamplingTerm * response.Sampling,
        HadronSamplingTerm = HadronSamplingTerm * response.Sampling,
    };

    /// <summary>Material without read-out.</summary>
    /// <param name="material">Its substance.</param>
    public static CaloMedium Dead(PureMaterial material) => new(material, 10, material, 0, 1);
}
