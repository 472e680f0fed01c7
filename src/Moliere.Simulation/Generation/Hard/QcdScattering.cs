using Moliere.Data;

namespace Moliere.Simulation.Generation.Hard;

/// <summary>
/// Scattering of two partons into two at leading order, with each leading colour flow as a channel of its own. Weights
/// are s²/(π α_s²) dσ/dt; half for identical particles in the final state.
/// </summary>
/// <remarks>
/// Light quarks, and charm and bottom out of the proton, scatter as massless; pairs of charm and bottom are made with
/// their masses.
/// </remarks>
/// <source>
/// Combridge, Kripfganz, Ranft, Phys. Lett. B 70 (1977) 234; Combridge, Nucl. Phys. B 151 (1979) 429, for massive
/// pairs; Bengtsson, Nucl. Phys. B 214 (1983) 198, for the colour flows.
/// </source>
internal static class QcdScattering
{
    private const int Flavours = 5;

    private static readonly ColourFlow Exchange = new(1, 0, 2, 0, 2, 0, 1, 0);
    private static readonly ColourFlow Straight = new(1, 0, 2, 0, 1, 0, 2, 0);
    private static readonly ColourFlow PairExchange = new(1, 0, 0, 1, 2, 0, 0, 2);
    private static readonly ColourFlow PairStraight = new(1, 0, 0, 2, 1, 0, 0, 2);

    /// <summary>Adds everything that two partons can do.</summary>
    /// <param name="point">Where; receives the channels.</param>
    public static void Add(HardPoint point)
    {
        double t = -0.5 * (1 - point.CosTheta), u = -0.5 * (1 + point.CosTheta);
        AddGluons(point, t, u);
        for (int q = 1; q <= Flavours; q++)
        {
            AddWithGluon(point, q, t, u);
            AddWithGluon(point, -q, t, u);
            AddPair(point, q, t, u);
            for (int other = 1; other <= Flavours; other++)
            {
                AddQuarks(point, q, other, t, u);
            }
        }
    }

    /// <summary>Adds the production of a pair of heavy quarks from gluons and from light quarks.</summary>
    /// <param name="point">Where; receives the channels.</param>
    /// <param name="heavy">Flavour of the pair.</param>
    /// <param name="mass">Its mass [GeV].</param>
    /// <param name="flavours">Number of flavours that annihilate to it.</param>
    public static void AddHeavyPair(HardPoint point, int heavy, double mass, int flavours)
    {
        double rho = 4 * mass * mass / point.S;
        if (rho >= 1)
        {
            return;
        }

        double beta = Math.Sqrt(1 - rho);
        double t = 0.5 * (1 - (beta * point.CosTheta)), u = 0.5 * (1 + (beta * point.CosTheta));
        double squares = (t * t) + (u * u);
        double gluons = beta * ((1 / (6 * t * u)) - 0.375) * (squares + rho - (rho * rho / (4 * t * u)));
        point.Add(21, 21, heavy, -heavy, new(1, 2, 2, 3, 1, 0, 0, 3), gluons * u * u / squares);
        point.Add(21, 21, heavy, -heavy, new(1, 2, 3, 1, 3, 0, 0, 2), gluons * t * t / squares);
        double quarks = beta * 4.0 / 9 * (squares + (0.5 * rho));
        for (int q = 1; q <= flavours; q++)
        {
            if (q != heavy)
            {
                point.Add(q, -q, heavy, -heavy, PairStraight, quarks);
                point.Add(-q, q, -heavy, heavy, PairStraight.Conjugate(), quarks);
            }
        }
    }

    private static void AddGluons(HardPoint point, double t, double u)
    {
        double ts = 1.125 * ((t * t) + (2 * t) + 3 + (2 / t) + (1 / (t * t)));
        double us = 1.125 * ((u * u) + (2 * u) + 3 + (2 / u) + (1 / (u * u)));
        double r = t / u, tu = 1.125 * ((r * r) + (2 * r) + 3 + (2 / r) + (1 / (r * r)));
        AddBoth(point, new(1, 2, 2, 3, 1, 4, 4, 3), ts);
        AddBoth(point, new(1, 2, 3, 1, 3, 4, 4, 2), us);
        AddBoth(point, new(1, 2, 3, 4, 1, 4, 3, 2), tu);
        double common = (1.0 / 6) - (0.375 * t * u);
        for (int q = 1; q <= 3; q++)
        {
            point.Add(21, 21, q, -q, new(1, 2, 2, 3, 1, 0, 0, 3), common * u / t);
            point.Add(21, 21, q, -q, new(1, 2, 3, 1, 3, 0, 0, 2), common * t / u);
        }

        AddHeavyPair(point, 4, FermionMasses.Charm, Flavours);
        AddHeavyPair(point, 5, FermionMasses.Bottom, Flavours);
    }

    // Either sense in which the colour can run round the gluons.
    private static void AddBoth(HardPoint point, in ColourFlow flow, double weight)
    {
        point.Add(21, 21, 21, 21, flow, 0.5 * weight);
        point.Add(21, 21, 21, 21, flow.Conjugate(), 0.5 * weight);
    }

    private static void AddWithGluon(HardPoint point, int q, double t, double u)
    {
        double ts = (u * u / (t * t)) - (4.0 / 9 * u), tu = (1 / (t * t)) - (4.0 / 9 / u);
        ColourFlow first = new(1, 0, 2, 1, 3, 0, 2, 3), second = new(1, 0, 2, 3, 2, 0, 1, 3);
        if (q < 0)
        {
            (first, second) = (first.Conjugate(), second.Conjugate());
        }

        point.Add(q, PdgId.Gluon, q, PdgId.Gluon, first, ts);
        point.Add(q, PdgId.Gluon, q, PdgId.Gluon, second, tu);
        point.Add(PdgId.Gluon, q, PdgId.Gluon, q, first.Mirror(), ts);
        point.Add(PdgId.Gluon, q, PdgId.Gluon, q, second.Mirror(), tu);
    }

    // A quark and its antiquark.
    private static void AddPair(HardPoint point, int q, double t, double u)
    {
        double exchange = 4.0 / 9 * ((1 + (u * u)) / (t * t)), created = 4.0 / 9 * ((t * t) + (u * u));
        double mixed = -8.0 / 27 * u * u / t, share = mixed / (exchange + created);
        AddMirrored(point, q, -q, q, -q, PairExchange, exchange * (1 + share));
        AddMirrored(point, q, -q, q, -q, PairStraight, created * (1 + share));
        for (int other = 1; other <= 3; other++)
        {
            if (other != q)
            {
                AddMirrored(point, q, -q, other, -other, PairStraight, created);
            }
        }

        double ts = (16.0 / 27 * u / t) - (4.0 / 3 * u * u), us = (16.0 / 27 * t / u) - (4.0 / 3 * t * t);
        AddMirrored(point, q, -q, 21, 21, new(1, 0, 0, 2, 1, 3, 3, 2), ts);
        AddMirrored(point, q, -q, 21, 21, new(1, 0, 0, 2, 3, 2, 1, 3), us);
    }

    // Also with the antiquark along +z.
    private static void AddMirrored(
        HardPoint point, int first, int second, int third, int fourth, in ColourFlow flow, double weight)
    {
        point.Add(first, second, third, fourth, flow, weight);
        point.Add(second, first, fourth, third, flow.Mirror(), weight);
    }

    // Two quarks, two antiquarks, or a quark and an antiquark of another flavour.
    private static void AddQuarks(HardPoint point, int q, int other, double t, double u)
    {
        double exchange = 4.0 / 9 * ((1 + (u * u)) / (t * t));
        if (q != other)
        {
            point.Add(q, other, q, other, Exchange, exchange);
            point.Add(-q, -other, -q, -other, Exchange.Conjugate(), exchange);
            AddMirrored(point, q, -other, q, -other, PairExchange, exchange);
            return;
        }

        double crossed = 4.0 / 9 * ((1 + (t * t)) / (u * u)), mixed = -8.0 / 27 / (t * u);
        double half = 0.5 * (1 + (mixed / (exchange + crossed)));
        point.Add(q, q, q, q, Exchange, half * exchange);
        point.Add(q, q, q, q, Straight, half * crossed);
        point.Add(-q, -q, -q, -q, Exchange.Conjugate(), half * exchange);
        point.Add(-q, -q, -q, -q, Straight.Conjugate(), half * crossed);
    }
}
