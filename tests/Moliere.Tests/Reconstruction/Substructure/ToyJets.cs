using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Reconstruction.Substructure;

/// <summary>Jets whose substructure is known, and random ones.</summary>
internal static class ToyJets
{
    /// <summary>A massless particle at small rapidity and azimuth.</summary>
    public static FourVector At(double pt, double eta, double phi) => FourVector.FromPtEtaPhiMass(pt, eta, phi, 0);

    /// <summary>Particles at the corners of a triangle of equal sides in rapidity and azimuth.</summary>
    public static FourVector[] Triangle(double side, double pt = 100) =>
        [At(pt, 0, 0), At(pt, side, 0), At(pt, side / 2, side * Math.Sqrt(0.75))];

    /// <summary>Random massless particles around (0.3, 3.1), across the seam of phi.</summary>
    public static FourVector[] Random(int count, ulong number = 0, double width = 0.3)
    {
        var rng = new Rng(3, "toy jets", number);
        var jet = new FourVector[count];
        for (int i = 0; i < count; i++)
        {
            double pt = Distributions.Exponential(i % 7 == 0 ? 60 : 5, ref rng);
            jet[i] = At(pt, 0.3 + (width * rng.NextGaussian()), 3.1 + (width * rng.NextGaussian()));
        }

        return jet;
    }
}
