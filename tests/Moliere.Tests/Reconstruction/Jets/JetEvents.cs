using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Reconstruction.Jets;

/// <summary>Random events of soft particles over the plane, with a few hard ones.</summary>
internal static class JetEvents
{
    public static FourVector[] Random(int count, ulong number = 0, double etaMax = 2)
    {
        var rng = new Rng(11, "jet inputs", (ulong)count + (1000 * number));
        var inputs = new FourVector[count];
        for (int i = 0; i < count; i++)
        {
            double mean = i % 20 == 0 ? 40 : 3;
            double pt = Distributions.Exponential(mean, ref rng);
            double eta = Distributions.Uniform(-etaMax, etaMax, ref rng);
            inputs[i] = FourVector.FromPtEtaPhiMass(pt, eta, Distributions.Uniform(-Math.PI, Math.PI, ref rng), 0.14);
        }

        return inputs;
    }
}
