using Moliere.Data.Kinematics;
using Moliere.Reconstruction.Substructure;

namespace Moliere.Tests.Reconstruction.Substructure;

public sealed class AngularityTests
{
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.7)]
    public void EvenPair_IsKnown(double angle)
    {
        (double sin, double cos) = Math.SinCos(angle);
        FourVector[] jet = [new(50 * cos, 50 * sin, 0, 50), new(50 * cos, -50 * sin, 0, 50)];
        double definition = 100 * Math.Pow(sin, -2) * Math.Pow(1 - cos, 3) / (100 * sin);
        Assert.Equal(definition, Of(jet), 1e-9 * definition);
    }

    [Fact]
    public void UnevenPairOfTheSameMass_IsLarger()
    {
        static FourVector Along(double energy, double angle) =>
            new(energy * Math.Cos(angle), energy * Math.Sin(angle), 0, energy);

        double mass = 40, e1 = 85, e2 = 15, open = Math.Acos(1 - (mass * mass / (2 * e1 * e2)));
        double even = Math.Acos(1 - (mass * mass / (2 * 50 * 50.0)));
        FourVector[] uneven = [Along(e1, 0), Along(e2, open)], balanced = [Along(50, 0), Along(50, even)];
        Assert.Equal(mass, (uneven[0] + uneven[1]).Mass, 1e-9);
        Assert.True(Of(uneven) > 2 * Of(balanced));
    }

    [Fact]
    public void Massless_IsZero() => Assert.Equal(0, Of([ToyJets.At(20, 0, 0)]));

    private static double Of(FourVector[] jet) => Angularity.Of(jet, jet.Aggregate((a, b) => a + b));
}
