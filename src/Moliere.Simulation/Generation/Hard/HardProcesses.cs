namespace Moliere.Simulation.Generation.Hard;

/// <summary>Samplers of the hard processes that <see cref="ProcessOptions"/> can name.</summary>
internal static class HardProcesses
{
    private const int Nodes = 48, NodesOfPeak = 512; // the second resolves the Z in the logarithm of the mass

    /// <summary>A sampler; tabulating it takes a fraction of a second.</summary>
    /// <param name="options">Process and ranges.</param>
    /// <exception cref="ArgumentException">The process has no hard scattering, or its ranges are empty.</exception>
    public static HardSampler Create(ProcessOptions options)
    {
        double energy = options.CollisionEnergy, y = options.EtaMax;
        return options.Process switch
        {
            Process.Dijets => Pair(new DijetProcess(energy, y, heavyOnly: false), options),
            Process.Bottom => Pair(new DijetProcess(energy, y, heavyOnly: true), options),
            Process.W => Pair(new BosonJetProcess(energy, y, isW: true), options, ElectroweakCouplings.MassW),
            Process.Z => Pair(new BosonJetProcess(energy, y, isW: false), options, ElectroweakCouplings.MassZ),
            Process.Top => Pair(new TopProcess(energy, y, options.TopDecay), options, FermionMasses.Top),
            Process.DiTau => DiTau(options),
            Process.Displaced => Displaced(options),
            _ => throw new ArgumentException($"Process {options.Process} has no hard scattering.", nameof(options)),
        };
    }

    private static HardSampler Pair(HardProcess process, ProcessOptions options, double mass = 0)
    {
        double reach = 0.5 * options.CollisionEnergy;
        double max = Math.Min(options.PtMax, 0.95 * Math.Sqrt(Math.Max(0, (reach * reach) - (mass * mass))));
        if (!(options.PtMin > 0 && max > options.PtMin))
        {
            throw new ArgumentException(
                $"Transverse momenta PtMin = {options.PtMin} to PtMax = {options.PtMax} GeV at"
                + $" {options.CollisionEnergy} GeV; expected 0 < PtMin < PtMax and PtMin within reach.",
                nameof(options));
        }

        return new HardSampler(process, options.Spectrum, options.PtMin, max, Nodes, 610, 377);
    }

    private static HardSampler DiTau(ProcessOptions options)
    {
        double max = Math.Min(options.MassMax, 0.95 * options.CollisionEnergy);
        if (!(options.MassMin > 4 && max > options.MassMin))
        {
            throw new ArgumentException(
                $"Masses MassMin = {options.MassMin} to MassMax = {options.MassMax} GeV at"
                + $" {options.CollisionEnergy} GeV; expected 4 < MassMin < MassMax and MassMin within reach.",
                nameof(options));
        }

        var process = new DiTauProcess(options.CollisionEnergy, options.EtaMax);
        return new HardSampler(process, options.Spectrum, options.MassMin, max, NodesOfPeak, 89, 55);
    }

    private static HardSampler Displaced(ProcessOptions options)
    {
        double lightest = options.ScalarDecay switch
        {
            ScalarDecay.Bottom => 2 * (FermionMasses.Bottom + 1),
            ScalarDecay.Charm => 2 * (FermionMasses.Charm + 1),
            _ => 2 * FermionMasses.Of(15),
        };
        if (!(2 * options.ScalarMass < options.ResonanceMass && options.ScalarMass > lightest
            && options.ResonanceMass < options.CollisionEnergy))
        {
            throw new ArgumentException(
                $"A scalar of {options.ScalarMass} GeV from a resonance of {options.ResonanceMass} GeV that decays to"
                + $" {options.ScalarDecay}; expected above {lightest:F1} GeV and below half of the resonance.",
                nameof(options));
        }

        return new HardSampler(new ScalarProcess(options), HardSpectrum.Unweighted,
            options.ResonanceMass, options.ResonanceMass, 2, 610, 377);
    }
}
