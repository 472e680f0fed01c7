using Moliere.Data.Kinematics;
using Moliere.Reconstruction.Substructure;

namespace Moliere.Tests.Reconstruction.Substructure;

public sealed class EnergyCorrelationsTests
{
    [Fact]
    public void TwoParticles_HaveNoThirdOrder()
    {
        var found = EnergyCorrelations.Of([ToyJets.At(30, 0, 0), ToyJets.At(70, 0.5, 0)]);
        Assert.Equal(0.3 * 0.7 * 0.5, found.E2, 1e-12);
        Assert.Equal((0, 0, 0), (found.E3, found.C2, found.D2));
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.8)]
    public void ThreeEqualParticles_AreKnown(double side)
    {
        var found = EnergyCorrelations.Of(ToyJets.Triangle(side));
        Assert.Equal(side / 3, found.E2, 1e-12);
        Assert.Equal(side * side * side / 27, found.E3, 1e-12);
        Assert.Equal(side / 3, found.C2, 1e-12);
        Assert.Equal(1, found.D2, 1e-10);
    }

    [Fact]
    public void WiderJet_HasTheSameD2()
    {
        FourVector[] narrow =
            [ToyJets.At(10, 0, 0), ToyJets.At(30, 0.1, 0.2), ToyJets.At(20, -0.2, 0.1), ToyJets.At(5, 0, 0.3)];
        FourVector[] wide = [.. narrow.Select(p => ToyJets.At(p.Pt, 2 * p.Eta, 2 * p.Phi))];
        EnergyCorrelations one = EnergyCorrelations.Of(narrow), two = EnergyCorrelations.Of(wide);
        Assert.Equal(2 * one.E2, two.E2, 1e-12);
        Assert.Equal(8 * one.E3, two.E3, 1e-12);
        Assert.Equal(2 * one.C2, two.C2, 1e-12);
        Assert.Equal(one.D2, two.D2, 1e-10);
    }

    [Fact]
    public void RandomJet_AgreesWithTheDefinition()
    {
        FourVector[] jet = ToyJets.Random(23);
        double sum = jet.Sum(p => p.Pt), e2 = 0, e3 = 0;
        for (int i = 0; i < jet.Length; i++)
        {
            for (int j = i + 1; j < jet.Length; j++)
            {
                double pair = jet[i].Pt * jet[j].Pt * Distance(jet[i], jet[j]);
                e2 += pair / (sum * sum);
                for (int k = j + 1; k < jet.Length; k++)
                {
                    double third = jet[k].Pt * Distance(jet[i], jet[k]) * Distance(jet[j], jet[k]);
                    e3 += pair * third / (sum * sum * sum);
                }
            }
        }

        var found = EnergyCorrelations.Of(jet);
        Assert.Equal(e2, found.E2, 1e-12);
        Assert.Equal(e3, found.E3, 1e-12);
    }

    [Fact]
    public void NothingToCorrelate_IsZero() => Assert.Equal(default, EnergyCorrelations.Of([ToyJets.At(5, 1, 1)]));

    private static double Distance(FourVector a, FourVector b) =>
        EtaPhi.DeltaR(a.Rapidity, a.Phi, b.Rapidity, b.Phi);
}
