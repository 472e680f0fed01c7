using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Hard;
using Moliere.Simulation.Generation.Showers;

namespace Moliere.Simulation.Generation.Beams;

/// <summary>
/// Draws the branching with the highest scale in which an incoming parton was born: splitting functions times the ratio
/// of parton densities of mother and daughter, by the veto algorithm.
/// </summary>
/// <remarks>
/// Bounds of the density ratios hold over a factor of four in the scale and are made anew below it. Charm and bottom
/// are resolved into gluons at the latest where the scale reaches their mass.
/// </remarks>
/// <source>
/// Sjostrand, Phys. Lett. B 157 (1985) 321; Sjostrand and Skands, hep-ph/0408302, section 4.1; parameters: Monash tune,
/// Eur. Phys. J. C 74 (2014) 3024, table 5.
/// </source>
internal sealed class BackwardTrial
{
    private const double Regular2 = 2.0 * 2.0; // [GeV²] Monash, SpaceShower:pT0Ref: softer radiation is screened
    private const double Cutoff2 = 0.5 * 0.5; // [GeV²]; below, the screening leaves next to nothing
    private const double Step = 0.25; // in scale squared over which bounds hold
    private const double QuarkCharge = 4.0 / 3, GluonCharge = 3;

    private static readonly ShowerCoupling Coupling = ShowerCoupling.Running(0.1365); // Monash, SpaceShower:alphaSvalue

    private readonly double[] _at = new double[PartonDensities.Count], _mother = new double[PartonDensities.Count];
    private IncomingParton _parton;
    private double _s, _same, _other, _zMax;

    private bool IsGluon => _parton.PdgId == Data.PdgId.Gluon;

    /// <summary>The next branching below a scale; its scale is 0 when there is none.</summary>
    /// <param name="parton">Incoming parton.</param>
    /// <param name="s">Mass squared of the collision with the other one [GeV²].</param>
    /// <param name="scale2">Scale to start from [GeV²].</param>
    /// <param name="rng">Stream.</param>
    public BackwardBranching Next(in IncomingParton parton, double s, double scale2, ref Rng rng)
    {
        (_parton, _s) = (parton, s);
        double mass = FermionMasses.Of(parton.PdgId), floor2 = Math.Max(Cutoff2, mass * mass);
        while (scale2 > floor2)
        {
            double end2 = Math.Max(floor2, Step * scale2);
            MakeBounds(scale2, end2);
            BackwardBranching found = NextAbove(end2, scale2, ref rng);
            if (found.Scale2 > 0)
            {
                return found;
            }

            scale2 = end2;
        }

        return mass > 0 ? Forced(mass, ref rng) : default;
    }

    private BackwardBranching NextAbove(double end2, double scale2, ref Rng rng)
    {
        double rate = _same + _other;
        if (!(rate > 0))
        {
            return default;
        }

        while (true)
        {
            scale2 = Coupling.Next(scale2 + Regular2, rate, end2 + Regular2, rng.NextDouble()) - Regular2;
            if (scale2 <= end2)
            {
                return default;
            }

            bool isSame = rng.NextDouble() * rate < _same;
            double z = DrawZ(isSame, ref rng);
            BackwardBranching proposal = Proposal(scale2, z, isSame, rng.NextDouble());
            if (proposal.Scale2 > 0)
            {
                return proposal;
            }
        }
    }

    // Largest of the densities over the step, smallest of the daughter's; the factor allows for a rise towards low x.
    private void MakeBounds(double scale2, double end2)
    {
        double x = _parton.X, kappa = end2 / _s, b = 1 + (0.5 * kappa);
        _zMax = b - Math.Sqrt((b * b) - 1);
        (_same, _other) = (0, 0);
        PartonDensities.Fill(x, scale2, _at);
        PartonDensities.Fill(x, end2, _mother);
        int self = PartonDensities.Index(_parton.PdgId);
        double daughter = Math.Min(_at[self], _mother[self]);
        if (!(_zMax > x && daughter > 0))
        {
            return;
        }

        double gluon = Math.Max(_at[6], _mother[6]), quarks = Math.Max(Quarks(_at), Quarks(_mother));
        if (IsGluon)
        {
            _same = 2 * GluonCharge * 1.3 * Math.Log(_zMax * (1 - x) / (x * (1 - _zMax)));
            _other = 2 * QuarkCharge * 1.6 * quarks / daughter * Math.Log(_zMax / x);
        }
        else
        {
            double rise = Math.Abs(_parton.PdgId) <= 2 ? 2.2 : 1.3;
            _same = 2 * QuarkCharge * rise * Math.Log((1 - x) / (1 - _zMax));
            _other = 0.5 * 1.5 * gluon / daughter * (_zMax - x);
        }
    }

    private double DrawZ(bool isSame, ref Rng rng)
    {
        double u = rng.NextDouble(), x = _parton.X;
        if (IsGluon)
        {
            double odds = isSame ? x / (1 - x) * Math.Pow(_zMax * (1 - x) / (x * (1 - _zMax)), u) : 0;
            return isSame ? odds / (1 + odds) : x * Math.Pow(_zMax / x, u);
        }

        return isSame ? 1 - ((1 - x) * Math.Pow((1 - _zMax) / (1 - x), u)) : x + ((_zMax - x) * u);
    }

    private BackwardBranching Proposal(double scale2, double z, bool isSame, double u)
    {
        PartonDensities.Fill(_parton.X, scale2, _at);
        PartonDensities.Fill(_parton.X / z, scale2, _mother);
        double daughter = _at[PartonDensities.Index(_parton.PdgId)], rest = 1 - z;
        if (IsGluon && !isSame)
        {
            double bound = 2 * QuarkCharge / z * _other / (2 * QuarkCharge * Math.Log(_zMax / _parton.X));
            double kernel = QuarkCharge * (1 + (rest * rest)) / z * Quarks(_mother) / daughter;
            int quark = kernel > u * bound ? ChooseQuark(u * bound / kernel) : 0;
            return Checked(scale2, z, quark, quark);
        }

        double ratio = _mother[isSame ? PartonDensities.Index(_parton.PdgId) : 6] / daughter;
        double keep = (IsGluon, isSame) switch
        {
            (true, _) => ratio / 1.3 * Square(1 - (z * rest)),
            (false, true) => ratio / (Math.Abs(_parton.PdgId) <= 2 ? 2.2 : 1.3) * 0.5 * (1 + (z * z)),
            _ => ratio * 0.5 * ((z * z) + (rest * rest)) * (_zMax - _parton.X) / _other,
        };
        if (keep < u)
        {
            return default;
        }

        int mother = isSame ? _parton.PdgId : Data.PdgId.Gluon;
        return Checked(scale2, z, mother, isSame ? Data.PdgId.Gluon : -_parton.PdgId);
    }

    // The transverse momentum must be real.
    private BackwardBranching Checked(double scale2, double z, int mother, int sister)
    {
        if (mother == 0)
        {
            return default;
        }

        double mass = sister == Data.PdgId.Gluon ? 0 : FermionMasses.Of(sister), pairS = _s / z;
        double beta = (scale2 + (mass * mass)) / ((1 - z) * pairS), alpha = 1 - z - beta + (mass * mass / pairS);
        return (alpha * beta * pairS) - (mass * mass) > 0
            ? new BackwardBranching(scale2, z, mother, sister, mass)
            : default;
    }

    private BackwardBranching Forced(double mass, ref Rng rng)
    {
        double scale2 = mass * mass;
        const int attempts = 200;
        PartonDensities.Fill(_parton.X, scale2, _at);
        double most = 1.2 * Math.Max(1e-12, _at[6]);
        for (int i = 0; i < attempts; i++)
        {
            double z = _parton.X + ((1 - _parton.X) * rng.NextDouble()), rest = 1 - z;
            PartonDensities.Fill(_parton.X / z, scale2, _mother);
            if (_mother[6] * ((z * z) + (rest * rest)) > most * rng.NextDouble())
            {
                BackwardBranching found = Checked(scale2, z, Data.PdgId.Gluon, -_parton.PdgId);
                if (found.Scale2 > 0)
                {
                    return found;
                }
            }
        }

        return default;
    }

    private static double Quarks(ReadOnlySpan<double> table)
    {
        double sum = 0;
        for (int i = 0; i < table.Length; i++)
        {
            sum += i == 6 ? 0 : table[i];
        }

        return sum;
    }

    private int ChooseQuark(double u)
    {
        double left = u * Quarks(_mother);
        for (int i = 0; i < _mother.Length; i++)
        {
            left -= i == 6 ? 0 : _mother[i];
            if (left < 0 && i != 6)
            {
                return PartonDensities.IdAt(i);
            }
        }

        return 2;
    }

    private static double Square(double x) => x * x;
}
