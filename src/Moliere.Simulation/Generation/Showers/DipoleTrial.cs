using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Partons;

namespace Moliere.Simulation.Generation.Showers;

/// <summary>Draws the next branching of one dipole end by the veto algorithm.</summary>
/// <source>Sjostrand and Skands, hep-ph/0408302, sections 2.1 and 2.3: evolution in pT² = z(1 - z)(m² - m0²).</source>
internal readonly struct DipoleTrial
{
    private readonly ShowerSettings _settings;
    private readonly bool _isGluon;
    private readonly double _mass2, _recoilMass, _dipole2, _room2;
    private readonly bool _isHardPair, _isSameFlavour;

    /// <summary>Prepares the end.</summary>
    /// <param name="end">The end.</param>
    /// <param name="radiator">Its radiator.</param>
    /// <param name="recoiler">Its recoiler.</param>
    /// <param name="settings">Coupling and cutoff.</param>
    public DipoleTrial(in DipoleEnd end, in Parton radiator, in Parton recoiler, ShowerSettings settings)
    {
        _settings = settings;
        _isGluon = radiator.IsGluon;
        _mass2 = radiator.Mass * radiator.Mass;
        _recoilMass = recoiler.Mass;
        _dipole2 = _mass2 + (_recoilMass * _recoilMass)
            + (2 * Minkowski.Dot(radiator.Momentum, recoiler.Momentum));
        double free = Math.Sqrt(_dipole2) - _recoilMass;
        _room2 = (free * free) - _mass2;
        _isHardPair = end.IsHardPair && settings.HasMatrixElements;
        _isSameFlavour = radiator.PdgId == -recoiler.PdgId;
    }

    /// <summary>The branching with the highest scale below a given one.</summary>
    /// <param name="scale2">Square of the scale to start from [GeV²].</param>
    /// <param name="rng">Stream.</param>
    public Branching Next(double scale2, ref Rng rng)
    {
        double floor2 = _settings.Cutoff * _settings.Cutoff;
        if (!(_room2 > 4 * floor2))
        {
            return default;
        }

        double zMin = 0.5 - Math.Sqrt(0.25 - (floor2 / _room2));
        double gluons = SplittingKernel.GluonRate(_isGluon, zMin);
        double pairs = _isGluon && _settings.HasQuarkPairs ? SplittingKernel.PairRate(zMin) : 0;
        scale2 = Math.Min(scale2, 0.25 * _room2);
        while ((scale2 = _settings.Coupling.Next(scale2, gluons + pairs, floor2, rng.NextDouble())) > 0)
        {
            bool isPair = rng.NextDouble() * (gluons + pairs) < pairs;
            Branching proposal = isPair ? Pair(scale2, zMin, ref rng) : Gluon(scale2, zMin, ref rng);
            if (rng.NextDouble() < Keep(proposal))
            {
                return proposal;
            }
        }

        return default;
    }

    private static Branching Gluon(double scale2, double zMin, ref Rng rng)
    {
        double share = zMin * Math.Exp(Math.Log((1 - zMin) / zMin) * rng.NextDouble());
        return new Branching(scale2, 1 - share, scale2 / (share * (1 - share)), Data.PdgId.Gluon);
    }

    private static Branching Pair(double scale2, double zMin, ref Rng rng)
    {
        double z = zMin + ((1 - (2 * zMin)) * rng.NextDouble());
        int flavour = 1 + rng.NextInt(SplittingKernel.Flavours);
        return new Branching(scale2, z, scale2 / (z * (1 - z)), flavour);
    }

    private double Keep(in Branching proposal)
    {
        double mass2 = _mass2 + proposal.Virtuality, dipole = Math.Sqrt(_dipole2);
        if (!(Math.Sqrt(mass2) + _recoilMass < dipole))
        {
            return 0;
        }

        // The cosine of the decay angle must exist: |2z - 1| below the velocity of the branching parton.
        double energy = (_dipole2 + mass2 - (_recoilMass * _recoilMass)) / (2 * dipole), slope = (2 * proposal.Z) - 1;
        if (slope * slope * energy * energy > (energy * energy) - mass2)
        {
            return 0;
        }

        if (proposal.Flavour == Data.PdgId.Gluon)
        {
            return _isHardPair
                ? HardPairElement.Keep(_dipole2, _mass2, _recoilMass * _recoilMass, _isSameFlavour, proposal)
                : SplittingKernel.KeepGluon(_isGluon, proposal.Z, proposal.Virtuality, _mass2);
        }

        return SplittingKernel.KeepPair(proposal.Z, proposal.Virtuality, proposal.Flavour, _dipole2)
            * _settings.Coupling.At(proposal.Virtuality) / _settings.Coupling.At(proposal.Scale2);
    }
}
