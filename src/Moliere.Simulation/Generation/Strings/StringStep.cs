using Moliere.Data.Kinematics;
using Moliere.Simulation.Generation.Partons;

namespace Moliere.Simulation.Generation.Strings;

/// <summary>
/// Finds the next break of a string such that the hadron between two breaks is on its mass shell and the new break has
/// a given proper time. Walks along the hyperbola of that proper time from region to region.
/// </summary>
/// <remarks>
/// In a region the hadron is C - x P + y Q and the break lies at S + x P + y Q, with C and S known. The two conditions
/// (C - x P + y Q)² = m² and (S + x P + y Q)² = Gamma are linear in x and y but for the same product x y; their sum is
/// linear and leaves a quadratic equation for x.
/// </remarks>
/// <source>Sjostrand, Nucl. Phys. B248 (1984) 469, section 4.</source>
/// <param name="lattice">The world sheet, seen from the end that breaks.</param>
/// <param name="end">The end.</param>
internal readonly ref struct StringStep(StringLattice lattice, in StringBreak end)
{
    private readonly StringLattice _lattice = lattice;
    private readonly StringBreak _end = end;

    /// <summary>Looks for the break.</summary>
    /// <param name="mass">Mass of the hadron [GeV].</param>
    /// <param name="gamma">Proper time squared of the break times the squared tension [GeV²].</param>
    /// <param name="kick">
    /// What the hadron gets from the new pair: components across the region in which the new break lies [GeV].
    /// </param>
    /// <param name="flavour">What waits at the new break.</param>
    /// <param name="hadron">Momentum of the hadron [GeV].</param>
    /// <param name="next">The new end.</param>
    /// <returns>False when the string is too short.</returns>
    public bool TryTake(
        double mass, double gamma, (double X, double Y) kick, int flavour,
        out FourVector hadron, out StringBreak next)
    {
        int a = _end.A, b = _end.B;
        double reach2 = Reach2(mass, kick);
        while (b <= _lattice.Last)
        {
            var region = new Region(_lattice, _end, a, b, kick);
            if (region.Passed2 > reach2)
            {
                break;
            }

            if (region.TrySolve(mass, gamma, out double x, out double y))
            {
                hadron = Minkowski.OnShell(region.Hadron(x, y), mass);
                next = new StringBreak(flavour, a, x, b, y, gamma, -1 * region.Kick, -kick.X, -kick.Y);
                return true;
            }

            (a, b) = region.LeavesThroughFarSide(gamma) ? (a, b + 1) : (a + 1, b);
        }

        (hadron, next) = (default, default);
        return false;
    }

    // With a transverse momentum k besides, a hadron of mass m can hold a piece of string of mass M only if
    // M² - 2 k M - k² <= m²: further on, only the kicks of strongly boosted regions would still give solutions.
    private double Reach2(double mass, (double X, double Y) kick)
    {
        double k = Math.Sqrt((_end.KickX * _end.KickX) + (_end.KickY * _end.KickY))
            + Math.Sqrt((kick.X * kick.X) + (kick.Y * kick.Y));
        double reach = k + Math.Sqrt((mass * mass) + (2 * k * k));
        return reach * reach;
    }

    /// <summary>The equations of one region.</summary>
    private readonly ref struct Region
    {
        private readonly FourVector _p, _q, _sum, _origin;
        private readonly double _xMax, _yMin, _pq, _sp, _sq;

        public Region(StringLattice lattice, in StringBreak end, int a, int b, (double X, double Y) kick)
        {
            (_p, _q) = (lattice.Forward(a), lattice.Backward(b));
            (_xMax, _yMin) = (a == end.A ? end.X : 1, b == end.B ? end.Y : 0);
            Kick = TransverseKick.Place(_p, _q, kick);
            FourVector used = Used(lattice, end, a, b);
            Passed2 = Minkowski.Dot(used, used);
            _sum = end.Kick + Kick + used + (_xMax * _p) + (-_yMin * _q);
            for (int i = a + 1; i < b; i++)
            {
                _origin += 0.5 * (lattice.Backward(i) + lattice.Forward(i));
            }

            (_pq, _sp, _sq) = (Minkowski.Dot(_p, _q), Minkowski.Dot(_origin, _p), Minkowski.Dot(_origin, _q));
        }

        public FourVector Kick { get; }

        // Mass squared of the string between the old break and the region [GeV²].
        public double Passed2 { get; }

        public FourVector Hadron(double x, double y) => _sum + (-x * _p) + (y * _q);

        // The hyperbola leaves a region at y = 1, or at x = 0 towards the next forward vector.
        public bool LeavesThroughFarSide(double gamma) =>
            gamma - Minkowski.Dot(_origin, _origin) - (2 * _sq) >= 0;

        public bool TrySolve(double mass, double gamma, out double x, out double y)
        {
            double s2 = Minkowski.Dot(_origin, _origin), cp = Minkowski.Dot(_sum, _p), cq = Minkowski.Dot(_sum, _q);
            double c = Minkowski.Dot(_sum, _sum) + s2 - (mass * mass) - gamma;
            double byX = 2 * (_sp - cp), byY = 2 * (_sq + cq);
            double a2 = 2 * byX * _pq, a1 = (2 * c * _pq) + (2 * byX * _sq) - (2 * byY * _sp);
            double a0 = (2 * c * _sq) + (byY * (gamma - s2));
            (double first, double second) = Roots(a2, a1, a0);
            return TryPoint(first, gamma - s2, out x, out y) || TryPoint(second, gamma - s2, out x, out y);
        }

        private static (double First, double Second) Roots(double a2, double a1, double a0)
        {
            double root = (a1 * a1) - (4 * a2 * a0);
            if (root < 0)
            {
                return (double.NaN, double.NaN);
            }

            double q = -0.5 * (a1 + Math.CopySign(Math.Sqrt(root), a1));
            return (a0 / q, a2 == 0 ? double.NaN : q / a2);
        }

        private bool TryPoint(double root, double free, out double x, out double y)
        {
            (x, y) = (root, (free - (2 * root * _sp)) / (2 * (_sq + (root * _pq))));
            return x >= 0 && x <= _xMax && y >= _yMin && y <= 1;
        }

        // What lies between the old break and the corner of the region.
        private static FourVector Used(StringLattice lattice, in StringBreak end, int a, int b)
        {
            FourVector used = default;
            for (int i = end.A; i < a; i++)
            {
                used += i == end.A ? end.X * lattice.Forward(i) : lattice.Forward(i);
            }

            for (int i = end.B; i < b; i++)
            {
                used += i == end.B ? (1 - end.Y) * lattice.Backward(i) : lattice.Backward(i);
            }

            return used;
        }
    }
}
