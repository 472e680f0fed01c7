using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Partons;
using Moliere.Simulation.Generation.Showers;
using Moliere.Simulation.Generation.Strings;

namespace Moliere.Tests.Simulation.Generation.Strings;

public sealed class StringFragmentationTests
{
    [Theory]
    [InlineData(2, 91)]
    [InlineData(3, 12)]
    [InlineData(4, 40)]
    [InlineData(5, 91)]
    [InlineData(5, 14)]
    [InlineData(21, 800)]
    [InlineData(21, 3)]
    public void Hadrons_HaveMomentumChargeAndFlavourOfThePartons(int flavour, double mass)
    {
        for (ulong n = 0; n < 60; n++)
        {
            PartonSystem system = Pair(flavour, -flavour, mass);
            var rng = new Rng(1, "test", n);
            FinalStateShower.Evolve(system, ref rng);
            AssertConserved(system, ref rng);
        }
    }

    [Theory]
    [InlineData(2, 2101)]
    [InlineData(1, 2203)]
    [InlineData(-1103, -1)]
    [InlineData(2, 3101)]
    [InlineData(-2101, 2103)]
    public void Diquarks_MayEndAString(int left, int right)
    {
        foreach (double mass in new[] { 2.5, 6, 30 })
        {
            for (ulong n = 0; n < 100; n++)
            {
                var rng = new Rng(2, "test", n);
                AssertConserved(Pair(left, right, mass), ref rng);
            }
        }
    }

    [Fact]
    public void SmallStrings_TakeMomentumFromANeighbour()
    {
        for (ulong n = 0; n < 60; n++)
        {
            PartonSystem system = Pair(2, -2, 40);
            system.Partons.Add(new Parton(1, new FourVector(3, 0.1, 0, Math.Sqrt(9.01)), 0, 601, 0, 0));
            system.Partons.Add(new Parton(-3, new FourVector(2, 0.1, 0, Math.Sqrt(4.01)), 0, 0, 601, 0));
            var rng = new Rng(3, "test", n);
            AssertConserved(system, ref rng);
        }
    }

    [Fact]
    public void CollinearAndSoftGluons_HardlyChangeTheHadrons()
    {
        double plain = Multiplicity(soft: 0), soft = Multiplicity(soft: 0.05);
        Assert.InRange(soft / plain, 0.96, 1.04);
    }

    [Fact]
    public void HardGluon_DragsTheStringToItsSide()
    {
        int near = 0, opposite = 0;
        for (ulong n = 0; n < 200; n++)
        {
            var hadrons = new List<PrimaryHadron>();
            var rng = new Rng(4, "test", n);
            StringFragmentation.Hadronise(Mercedes(), hadrons, ref rng);
            near += hadrons.Count(h => IsBetween(h.Momentum, 60));
            opposite += hadrons.Count(h => IsBetween(h.Momentum, 180));
        }

        // No string is spanned between quark and antiquark: the depletion known from three-jet events.
        Assert.InRange(opposite / (double)near, 0.05, 0.7);
    }

    [Fact]
    public void LonelyColour_IsRefused()
    {
        var system = new PartonSystem();
        system.Partons.Add(new Parton(1, new FourVector(0, 0, 5, 5), 0, 501, 0, 0));
        var rng = new Rng(5, "test");
        ArgumentException error = null!;
        try
        {
            StringFragmentation.Hadronise(system, [], ref rng);
        }
        catch (ArgumentException caught)
        {
            error = caught;
        }

        Assert.Contains("Colour tag 501 of parton 0 (particle number 1) has no anticolour partner", error.Message);
    }

    [Fact]
    public void SameSeed_SameBits()
    {
        List<PrimaryHadron> first = [], second = [];
        foreach (List<PrimaryHadron> hadrons in new[] { first, second })
        {
            var rng = new Rng(6, "test");
            PartonSystem system = Pair(21, 21, 500);
            FinalStateShower.Evolve(system, ref rng);
            StringFragmentation.Hadronise(system, hadrons, ref rng);
        }

        Assert.Equal(first, second);
    }

    private static void AssertConserved(PartonSystem system, ref Rng rng)
    {
        FourVector before = default;
        var quarks = new int[6];
        foreach (Parton parton in system.Partons)
        {
            before += parton.Momentum;
            QuarkContent.AddParton(parton.PdgId, quarks);
        }

        var hadrons = new List<PrimaryHadron>();
        StringFragmentation.Hadronise(system, hadrons, ref rng);
        FourVector after = default;
        var found = new int[6];
        foreach (PrimaryHadron hadron in hadrons)
        {
            after += hadron.Momentum;
            QuarkContent.AddHadron(hadron.PdgId, found);
            Assert.Equal(hadron.Mass, hadron.Momentum.Mass, 1e-3 * (1 + hadron.Momentum.E));
        }

        // Neutral mesons mix u and d: only their sum is known from the hadron numbers, and charge besides.
        Assert.Equal(QuarkContent.Charge(quarks), hadrons.Sum(h => PdgId.Charge(h.PdgId)) * 3);
        Assert.Equal(quarks[1] + quarks[2], found[1] + found[2]);
        Assert.Equal(quarks[3..], found[3..]);
        Assert.Equal(before.E, after.E, 1e-6 * before.E);
        Assert.Equal(0, (after + (-1 * before)).P, 1e-6 * before.E);
    }

    private static double Multiplicity(double soft)
    {
        int count = 0;
        for (ulong n = 0; n < 800; n++)
        {
            PartonSystem system = Pair(1, -1, 60);
            if (soft > 0)
            {
                system.Partons[1] = system.Partons[1] with { Anticolour = 777 };
                system.Partons.Add(new Parton(21, new FourVector(0, soft, 0, soft), 0, 777, 501, 0));
            }

            var hadrons = new List<PrimaryHadron>();
            var rng = new Rng(7, "test", n);
            StringFragmentation.Hadronise(system, hadrons, ref rng);
            count += hadrons.Count;
        }

        return count;
    }

    // Quark at 0 degrees, gluon at 120, antiquark at 240, all in one plane.
    private static PartonSystem Mercedes()
    {
        var system = new PartonSystem();
        system.Partons.Add(new Parton(2, At(0), 0, 501, 0, 0));
        system.Partons.Add(new Parton(21, At(120), 0, 502, 501, 0));
        system.Partons.Add(new Parton(-2, At(240), 0, 0, 502, 0));
        return system;
    }

    private static FourVector At(double degrees) => FourVector.FromPtEtaPhiMass(30, 0, degrees * Math.PI / 180, 0);

    // Soft hadrons within 30 degrees of the middle between two partons; 300 is opposite to the gluon.
    private static bool IsBetween(in FourVector p, double degrees)
    {
        double middle = degrees == 60 ? 60 : 300;
        return p.P < 3 && Math.Abs(EtaPhi.DeltaPhi(p.Phi, middle * Math.PI / 180)) < Math.PI / 6;
    }

    private static PartonSystem Pair(int left, int right, double mass)
    {
        var system = new PartonSystem();
        bool isRing = left == 21;
        double m1 = QuarkMasses.OnShell(left), m2 = QuarkMasses.OnShell(right);
        double p = Minkowski.TwoBodyMomentum(mass, m1, m2);
        FourVector first = Minkowski.OnShell(new FourVector(p, 0, 0, 0), m1);
        FourVector second = Minkowski.OnShell(new FourVector(-p, 0, 0, 0), m2);
        int tag = system.NewTag(), other = isRing ? system.NewTag() : 0;
        system.Partons.Add(new Parton(left, first, m1, tag, other, 0.5 * mass));
        system.Partons.Add(new Parton(isRing ? 21 : right, second, m2, other, tag, 0.5 * mass));
        return system;
    }
}
