namespace Moliere.Data.Kinematics;

/// <summary>A momentum four-vector in Cartesian components [GeV]; z is the beam axis. Immutable.</summary>
/// <param name="Px">Momentum along x [GeV].</param>
/// <param name="Py">Momentum along y [GeV].</param>
/// <param name="Pz">Momentum along the beam [GeV].</param>
/// <param name="E">Energy [GeV].</param>
public readonly record struct FourVector(double Px, double Py, double Pz, double E)
{
    /// <summary>
    /// Rapidity given to a vector along the beam, where the definition diverges (FastJet's convention).
    /// </summary>
    public const double MaxRapidity = 1e5;

    /// <summary>Transverse momentum [GeV], never negative.</summary>
    public double Pt => Math.Sqrt((Px * Px) + (Py * Py));

    /// <summary>Momentum [GeV], never negative.</summary>
    public double P => Math.Sqrt((Px * Px) + (Py * Py) + (Pz * Pz));

    /// <summary>Azimuth in (-pi, pi] [rad]; 0 for a vector along the beam.</summary>
    public double Phi => Px == 0 && Py == 0 ? 0 : Math.Atan2(Py, Px);

    /// <summary>
    /// Pseudorapidity; plus or minus <see cref="MaxRapidity"/> along the beam, 0 for the zero vector.
    /// </summary>
    public double Eta
    {
        get
        {
            double pt = Pt;
            if (pt > 0)
            {
                return Math.Asinh(Pz / pt);
            }

            return Pz == 0 ? 0 : Math.CopySign(MaxRapidity, Pz);
        }
    }

    /// <summary>
    /// Rapidity, computed without cancellation; plus or minus (<see cref="MaxRapidity"/> + |pz|) for a massless vector
    /// along the beam, 0 for the zero vector. A negative mass squared counts as 0.
    /// </summary>
    public double Rapidity
    {
        get
        {
            double pt2 = (Px * Px) + (Py * Py);
            if (pt2 == 0 && E == Math.Abs(Pz))
            {
                return Pz == 0 ? 0 : Math.CopySign(MaxRapidity + Math.Abs(Pz), Pz);
            }

            double mass2 = Math.Max(0, MassSquared), ePlusPz = E + Math.Abs(Pz);
            double y = 0.5 * Math.Log((pt2 + mass2) / (ePlusPz * ePlusPz));
            return Pz > 0 ? -y : y;
        }
    }

    /// <summary>Invariant mass squared [GeV²]; may be slightly negative by rounding.</summary>
    public double MassSquared => ((E + Pz) * (E - Pz)) - (Px * Px) - (Py * Py);

    /// <summary>Invariant mass [GeV]; a negative square gives the negative root, as FastJet does.</summary>
    public double Mass => MassSquared >= 0 ? Math.Sqrt(MassSquared) : -Math.Sqrt(-MassSquared);

    /// <summary>Whether all four components are finite numbers.</summary>
    public bool IsFinite => double.IsFinite(Px + Py + Pz + E);

    /// <summary>Builds the vector from collider coordinates.</summary>
    /// <param name="pt">Transverse momentum [GeV], not negative.</param>
    /// <param name="eta">Pseudorapidity.</param>
    /// <param name="phi">Azimuth [rad].</param>
    /// <param name="mass">Invariant mass [GeV].</param>
    public static FourVector FromPtEtaPhiMass(double pt, double eta, double phi, double mass)
    {
        double pz = pt * Math.Sinh(eta), p = pt * Math.Cosh(eta);
        return new(pt * Math.Cos(phi), pt * Math.Sin(phi), pz, Math.Sqrt((p * p) + (mass * mass)));
    }

    /// <summary>Sum by components.</summary>
    public static FourVector operator +(FourVector a, FourVector b) =>
        new(a.Px + b.Px, a.Py + b.Py, a.Pz + b.Pz, a.E + b.E);

    /// <summary>Product of all components with one factor.</summary>
    public static FourVector operator *(double factor, FourVector v) =>
        new(factor * v.Px, factor * v.Py, factor * v.Pz, factor * v.E);

    /// <summary>The vector as seen where a system is at rest, reached by the boost without rotation [GeV].</summary>
    /// <param name="system">Total momentum of the system [GeV]; its mass must be positive.</param>
    public FourVector InRestFrameOf(in FourVector system)
    {
        double mass = system.Mass;
        double energy = ((E * system.E) - (Px * system.Px) - (Py * system.Py) - (Pz * system.Pz)) / mass;
        double factor = (E + energy) / (system.E + mass);
        return new(Px - (factor * system.Px), Py - (factor * system.Py), Pz - (factor * system.Pz), energy);
    }

    /// <summary>The vector turned about the beam axis.</summary>
    /// <param name="angle">Added to the azimuth [rad].</param>
    public FourVector RotatedBy(double angle)
    {
        (double sin, double cos) = Math.SinCos(angle);
        return new((cos * Px) - (sin * Py), (sin * Px) + (cos * Py), Pz, E);
    }
}
