using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Partons;
using Moliere.Simulation.Generation.Showers;

namespace Moliere.Tests.Simulation.Generation.Showers;

public sealed class FinalStateShowerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(21)]
    public void Shower_ConservesMomentumAndKeepsMasses(int flavour)
    {
        for (ulong n = 0; n < 100; n++)
        {
            PartonSystem system = Pair(flavour, 400);
            FourVector before = Sum(system);
            var rng = new Rng(1, "test", n);
            FinalStateShower.Evolve(system, ref rng);
            FourVector after = Sum(system);
            Assert.Equal(before.E, after.E, 1e-9 * before.E);
            Assert.Equal(0, (after + (-1 * before)).P, 1e-9 * before.E);
            Assert.All(system.Partons, p => Assert.Equal(p.Mass, Shell(p), 1e-3));
        }
    }

    [Fact]
    public void Shower_KeepsColourLinesWithTwoEnds()
    {
        int pairs = 0;
        for (ulong n = 0; n < 100; n++)
        {
            PartonSystem system = Pair(21, 800);
            var rng = new Rng(2, "test", n);
            FinalStateShower.Evolve(system, ref rng);
            var colours = system.Partons.Where(p => p.Colour != 0).Select(p => p.Colour).Order();
            var anticolours = system.Partons.Where(p => p.Anticolour != 0).Select(p => p.Anticolour).Order();
            Assert.Equal(colours, anticolours);
            Assert.Equal(0, system.Partons.Where(p => !p.IsGluon).Sum(p => p.PdgId));
            Assert.All(system.Partons, p => Assert.Equal(p.IsGluon || p.PdgId > 0, p.Colour != 0));
            Assert.All(system.Partons, p => Assert.Equal(p.IsGluon || p.PdgId < 0, p.Anticolour != 0));
            pairs += system.Partons.Count(p => p.PdgId is > 0 and < 6);
        }

        Assert.InRange(pairs / 100.0, 1, 6);
    }

    // With a fixed coupling and one dipole of massless quarks the no-emission probability has a closed form at leading
    // logarithm: exp(-C_F alpha/pi (ln²(M²/4 pT²)/2 + ...)); here the exact integral of the matrix element is used.
    [Fact]
    public void FirstEmission_FollowsTheSudakovFactorOfTheMatrixElement()
    {
        const double alpha = 0.2, mass = 400, cutoff = 10;
        var settings = new ShowerSettings
        {
            Coupling = ShowerCoupling.Fixed(alpha),
            Cutoff = cutoff,
            IsFirstOnly = true,
        };
        int none = 0, events = 20000;
        for (int n = 0; n < events; n++)
        {
            PartonSystem system = Pair(1, mass);
            var rng = new Rng(3, "test", (ulong)n);
            FinalStateShower.Evolve(system, settings, ref rng);
            none += system.Partons.Count == 2 ? 1 : 0;
        }

        double expected = Math.Exp(-Emissions(alpha, mass, cutoff)), error = Math.Sqrt(expected / events);
        Assert.Equal(expected, none / (double)events, 4 * error);
    }

    [Fact]
    public void SoftEmission_ScalesWithTheColourCharge()
    {
        double ratio = MeanFirst(21) / MeanFirst(1);
        Assert.InRange(ratio, 2.0, 2.5); // C_A/C_F = 2.25 at leading logarithm
    }

    [Fact]
    public void HeavyQuarks_DoNotRadiateIntoTheDeadCone()
    {
        double light = Collinear(1), heavy = Collinear(5);
        Assert.InRange(light, 100, double.MaxValue);
        Assert.InRange(heavy / light, 0, 0.3);
    }

    [Fact]
    public void ScaleOfZero_OnlyTakesRecoil()
    {
        for (ulong n = 0; n < 100; n++)
        {
            PartonSystem system = Pair(2, 1000);
            system.Partons[1] = system.Partons[1] with { Scale = 0 };
            var rng = new Rng(4, "test", n);
            FinalStateShower.Evolve(system, ref rng);
            FourVector p = system.Partons[1].Momentum;
            Assert.Equal(-2, system.Partons[1].PdgId);
            Assert.True(system.Partons.Count == 2 || p.E < 500);
        }
    }

    [Fact]
    public void MissingColourPartner_LetsTheHeaviestOtherRecoil()
    {
        var system = new PartonSystem();
        var bottom = new FourVector(0, 0, 68, Math.Sqrt((68 * 68) + (4.8 * 4.8)));
        var boson = new FourVector(0, 0, -68, Math.Sqrt((68 * 68) + (80.4 * 80.4)));
        system.Partons.Add(new Parton(5, bottom, 4.8, 501, 0, 60));
        system.Partons.Add(new Parton(24, boson, 80.4, 0, 0, 0));
        system.NextTag = 502;
        var rng = new Rng(5, "test");
        FinalStateShower.Evolve(system, ref rng);
        Assert.True(system.Partons.Count > 2);
        Assert.Equal(80.4, Shell(system.Partons[1]), 1e-6);
        Assert.Single(system.Partons, p => p.Colour == 501);
    }

    [Fact]
    public void SameSeed_SameBits()
    {
        PartonSystem first = Evolved(), second = Evolved();
        Assert.Equal(first.Partons, second.Partons);
    }

    private static PartonSystem Evolved()
    {
        PartonSystem system = Pair(21, 500);
        var rng = new Rng(6, "test");
        FinalStateShower.Evolve(system, ref rng);
        return system;
    }

    // Mean number of gluons in x1, x2 with pT² = (1 - x1)(1 - x2)-like evolution variable above the cutoff, of both
    // ends: each is integrated over its own z and pT² with half of what the matrix element gives.
    private static double Emissions(double alpha, double mass, double cutoff)
    {
        const int steps = 1500;
        double s = mass * mass, logRange = Math.Log(s / (4 * cutoff * cutoff)), sum = 0;
        for (int i = 0; i < steps; i++)
        {
            double scale2 = 0.25 * s * Math.Exp(-logRange * (i + 0.5) / steps);
            double half = Math.Sqrt(0.25 - (scale2 / s)), logShare = Math.Log((0.5 + half) / (0.5 - half));
            for (int j = 0; j < steps; j++)
            {
                double share = (0.5 - half) * Math.Exp(logShare * (j + 0.5) / steps), z = 1 - share;
                double y2 = scale2 / (z * share * s), velocity = (1 - y2) / (1 + y2);
                if (y2 < 1 && Math.Abs((2 * z) - 1) < velocity)
                {
                    double x2 = 1 - y2, x1 = (1 + y2) * z;
                    sum += 0.5 * ((x1 * x1) + (x2 * x2)) * logShare * logRange / steps / steps;
                }
            }
        }

        return 2 * alpha / (2 * Math.PI) * 2 * SplittingKernel.QuarkCharge * sum;
    }

    private static double MeanFirst(int flavour)
    {
        var settings = new ShowerSettings
        {
            Coupling = ShowerCoupling.Fixed(0.02),
            Cutoff = 1,
            HasMatrixElements = false,
            HasQuarkPairs = false,
        };
        int emissions = 0;
        for (ulong n = 0; n < 3000; n++)
        {
            PartonSystem system = Pair(flavour, 2000);
            var rng = new Rng(7, "test", n);
            FinalStateShower.Evolve(system, settings, ref rng);
            emissions += system.Partons.Count - 2;
        }

        return emissions / 3000.0;
    }

    // Gluons within half of the angle m_b/E of the quark.
    private static double Collinear(int flavour)
    {
        var settings = new ShowerSettings
        {
            Coupling = ShowerCoupling.Fixed(0.05),
            Cutoff = 0.1,
            HasQuarkPairs = false,
        };
        int count = 0;
        for (ulong n = 0; n < 2000; n++)
        {
            PartonSystem system = Pair(flavour, 2000);
            var rng = new Rng(8, "test", n);
            FinalStateShower.Evolve(system, settings, ref rng);
            Parton quark = system.Partons[0];
            count += system.Partons.Count(p => p.IsGluon && Angle(p.Momentum, quark.Momentum) < 0.0024);
        }

        return count;
    }

    private static double Angle(in FourVector a, in FourVector b) => Math.Acos(
        Math.Clamp(((a.Px * b.Px) + (a.Py * b.Py) + (a.Pz * b.Pz)) / (a.P * b.P), -1, 1));

    private static double Shell(in Parton p) =>
        Math.Sqrt(Math.Max(0, Minkowski.Dot(p.Momentum, p.Momentum)));

    private static FourVector Sum(PartonSystem system) =>
        system.Partons.Aggregate(default(FourVector), (sum, p) => sum + p.Momentum);

    private static PartonSystem Pair(int flavour, double mass)
    {
        var system = new PartonSystem();
        double half = 0.5 * mass, m = QuarkMasses.OnShell(flavour), p = Math.Sqrt((half * half) - (m * m));
        int tag = system.NewTag(), other = flavour == 21 ? system.NewTag() : 0;
        int anti = flavour == 21 ? 21 : -flavour;
        system.Partons.Add(new Parton(flavour, new FourVector(p, 0, 0, half), m, tag, other, half));
        system.Partons.Add(new Parton(anti, new FourVector(-p, 0, 0, half), m, other, tag, half));
        return system;
    }
}
