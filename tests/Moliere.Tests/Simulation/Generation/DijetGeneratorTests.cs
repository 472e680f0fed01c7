// covers: DijetOptions, DijetSpectrum
using System.Text.Json;
using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Generation.Decays;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Simulation.Generation;

public sealed class DijetGeneratorTests
{
    [Fact]
    public void SameSeedAndNumber_GiveTheSameEvent()
    {
        var a = new DijetGenerator(new DijetOptions(), 7);
        var b = new DijetGenerator(new DijetOptions(), 7);
        b.Generate(3);
        Assert.Equal(a.Generate(12).Particles, b.Generate(12).Particles);
        Assert.NotEqual(a.Generate(12).Particles, a.Generate(13).Particles);
        Assert.NotEqual(a.Generate(12).Particles, new DijetGenerator(new DijetOptions(), 8).Generate(12).Particles);
    }

    [Fact]
    public void ManyThreads_GiveTheSameEventsAsOne()
    {
        var generator = new DijetGenerator(new DijetOptions(), 7);
        var parallel = new GeneratedEvent[12];
        Parallel.For(0, parallel.Length, i => parallel[i] = generator.Generate(i));
        for (int i = 0; i < parallel.Length; i++)
        {
            Assert.Equal(generator.Generate(i).Particles, parallel[i].Particles);
        }
    }

    [Fact]
    public void Particles_AreStableAndOnTheirMassShell()
    {
        var generator = new DijetGenerator(new DijetOptions(), 1);
        int[] stable = [11, 12, 13, 14, 16, 22, 130, 211, 321, 2112, 2212];
        for (int i = 0; i < 15; i++)
        {
            foreach (Particle p in generator.Generate(i).Particles)
            {
                Assert.Contains(Math.Abs(p.PdgId), stable);
                double m = PdgId.Mass(p.PdgId), expected = Math.Sqrt((p.Momentum.P * p.Momentum.P) + (m * m));
                Assert.InRange(p.Momentum.E / expected, 1 - 1e-4, 1 + 1e-4);
            }
        }
    }

    [Fact]
    public void WithoutActivity_JetsCarryTheMomentumOfTheirPartons()
    {
        var options = new DijetOptions
        {
            PtMin = 300,
            PtMax = 400,
            UnderlyingActivity = 0,
            HasInitialRadiation = false,
        };
        var generator = new DijetGenerator(options, 5);
        double hard = 0, visible = 0;
        for (int i = 0; i < 60; i++)
        {
            GeneratedEvent e = generator.Generate(i);
            Particle first = e.HardPartons[0];
            Assert.InRange(first.Momentum.Pt, 300, 400);
            hard += first.Momentum.Pt;
            double phi = first.Momentum.Phi;
            visible += e.Particles.Where(p => Math.Cos(p.Momentum.Phi - phi) > 0)
                .Sum(p => p.Momentum.Pt * Math.Cos(p.Momentum.Phi - phi));
        }

        Assert.InRange(visible / hard, 0.97, 1.03);
    }

    [Fact]
    public void FallingSpectrum_HasMeanWeightOneAndTheRightSlope()
    {
        var options = new DijetOptions { PtMin = 50, PtMax = 100, Spectrum = DijetSpectrum.Falling };
        var generator = new DijetGenerator(options, 2);
        (double sum, double above) = (0, 0);
        const int events = 400;
        for (int i = 0; i < events; i++)
        {
            GeneratedEvent e = generator.Generate(i);
            sum += e.Weight;
            double ht = (e.HardPartons[0].Momentum.Pt + e.HardPartons[1].Momentum.Pt) / 2;
            above += ht > 75 ? e.Weight : 0;
        }

        Assert.InRange(sum / events, 0.85, 1.15);

        // (75^-4.5 - 100^-4.5) / (50^-4.5 - 100^-4.5) = 0.12, smeared upwards by recoil.
        Assert.InRange(above / sum, 0.08, 0.22);
    }

    [Fact]
    public void EmptyRange_IsRefusedWithBothEnds()
    {
        var options = new DijetOptions { PtMin = 100, PtMax = 50 };
        var error = Assert.Throws<ArgumentException>(() => new DijetGenerator(options, 1));
        Assert.Contains("PtMin = 100", error.Message, StringComparison.Ordinal);
        Assert.Contains("PtMax = 50", error.Message, StringComparison.Ordinal);
    }

    // Bands are the agreement asked for, plus the statistics of weighted events.
    [SkippableTheory]
    [Trait("Speed", "Slow")]
    [InlineData("gluon", 100, 200)]
    [InlineData("gluon", 400, 800)]
    [InlineData("quark", 200, 400)]
    [InlineData("quark", 800, 1600)]
    public void Jets_LookLikeTheReference(string flavour, int low, int high)
    {
        string file = SharedData.PathOrSkip("reference", "pythia-jets-13TeV.json");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
        JsonElement reference = document.RootElement.GetProperty($"{flavour}_{low}_{high}");
        JetMeans ours = Measure(flavour == "gluon", low, high, 800);
        AssertClose(reference, "n_constituents_pt_gt_0.5", ours.Constituents, 0.12);
        AssertClose(reference, "n_charged_pt_gt_0.5", ours.Charged, 0.12);
        AssertClose(reference, "girth", ours.Girth, 0.2);
        AssertClose(reference, "mass_over_pt", ours.Mass, 0.18);
        AssertClose(reference, "ptD", ours.PtD, 0.1);
        AssertClose(reference, "charged_pt_fraction", ours.ChargedFraction, 0.08);
        AssertClose(reference, "photon_pt_fraction", ours.PhotonFraction, 0.15);
    }

    private static void AssertClose(JsonElement reference, string name, double ours, double tolerance)
    {
        double expected = reference.GetProperty(name).GetProperty("mean").GetDouble();
        Assert.True(Math.Abs((ours / expected) - 1) < tolerance, $"{name}: {ours:G4}, reference {expected:G4}");
    }

    private sealed record JetMeans(
        double Constituents, double Charged, double Girth, double Mass, double PtD,
        double ChargedFraction, double PhotonFraction);

    private static JetMeans Measure(bool gluons, double low, double high, int events)
    {
        var options = new DijetOptions
        {
            PtMin = Math.Max(45, 0.8 * low),
            PtMax = 1.3 * high,
            Spectrum = DijetSpectrum.Falling,
        };
        var generator = new DijetGenerator(options, 11);
        var sums = new double[7];
        double weights = 0;
        for (int i = 0; i < events; i++)
        {
            GeneratedEvent e = generator.Generate(i);
            foreach (PlainAntiKt.Jet jet in PlainAntiKt.Find(e.Particles, 0.4, 5).Take(2))
            {
                if (IsSelected(jet, e, gluons, low, high))
                {
                    Add(sums, jet, e.Weight);
                    weights += e.Weight;
                }
            }
        }

        double[] m = [.. sums.Select(s => s / weights)];
        return new JetMeans(m[0], m[1], m[2], m[3], m[4], m[5], m[6]);
    }

    private static bool IsSelected(PlainAntiKt.Jet jet, GeneratedEvent e, bool gluons, double low, double high)
    {
        FourVector p = jet.Momentum;
        return p.Pt >= low && p.Pt < high && Math.Abs(p.Rapidity) < 2.1
            && e.HardPartons.Any(h => (h.PdgId == PdgId.Gluon) == gluons
                && EtaPhi.DeltaR(p.Eta, p.Phi, h.Momentum.Eta, h.Momentum.Phi) < 0.3);
    }

    private static void Add(double[] sums, PlainAntiKt.Jet jet, double weight)
    {
        List<Particle> parts = jet.Constituents;
        FourVector axis = jet.Momentum;
        double sum = parts.Sum(c => c.Momentum.Pt), y = axis.Rapidity, phi = axis.Phi;
        double Distance(Particle c) => EtaPhi.DeltaR(c.Momentum.Rapidity, c.Momentum.Phi, y, phi);
        List<Particle> hard = [.. parts.Where(c => c.Momentum.Pt > 0.5)];
        sums[0] += weight * hard.Count;
        sums[1] += weight * hard.Count(c => PdgId.Charge(c.PdgId) != 0);
        sums[2] += weight * parts.Sum(c => c.Momentum.Pt * Distance(c)) / sum;
        sums[3] += weight * axis.Mass / axis.Pt;
        sums[4] += weight * Math.Sqrt(parts.Sum(c => c.Momentum.Pt * c.Momentum.Pt)) / sum;
        sums[5] += weight * parts.Where(c => PdgId.Charge(c.PdgId) != 0).Sum(c => c.Momentum.Pt) / sum;
        sums[6] += weight * parts.Where(c => c.PdgId == PdgId.Photon).Sum(c => c.Momentum.Pt) / sum;
    }
}
