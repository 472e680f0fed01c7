// covers: ScalarProcess
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Generation.Hard;

namespace Moliere.Tests.Simulation.Generation.Hard;

public sealed class DecayVolumeTests
{
    // An exponential of which only what lies in the range is kept, against lengths drawn from the range.
    [Theory]
    [InlineData(0.5, 400)]
    [InlineData(2.5, 900)]
    public void Lengths_AreThoseOfTheExponentialThatLieInside(double eta, double mean)
    {
        var momentum = FourVector.FromPtEtaPhiMass(60, eta, 1, 20);
        double toLab = eta < 1.4 ? momentum.Pt / 20 : Math.Abs(momentum.Pz) / 20;
        (double near, double far) = eta < 1.4 ? (1200 / 1.1, 4000 * 1.1) : (3500 / 1.1, 6000 * 1.1);
        var rng = new Rng(3, "lengths");
        const int Draws = 40_000;
        double[] all = [.. Enumerable.Range(0, Draws).Select(_ => toLab * Distributions.Exponential(mean, ref rng))];
        double[] kept = [.. all.Where(length => length > near && length < far)];
        DecayRange range = DecayVolume.Range(momentum, 20);
        double[] drawn = [.. Enumerable.Range(0, Draws).Select(_ => toLab * range.Draw(mean, ref rng))];
        Assert.Equal(kept.Length / (double)Draws, range.Probability(mean), 0.01);
        Assert.All(drawn, length => Assert.True(range.Holds(length / toLab)));
        Assert.All(drawn, length => Assert.InRange(length, near, far));
        Assert.Equal(kept.Average(), drawn.Average(), 0.02 * near);
    }

    [Fact]
    public void MostScalars_DecayInTheCalorimeter()
    {
        Func<long, GeneratedEvent> generate = EventGenerators.Create(
            new()
            {
                Process = Process.Displaced,
                ResonanceMass = 600,
                ScalarMass = 150,
                ScalarLength = 1400,
                ScalarsInCalorimeter = 2,
            },
            seed: 2);
        GeneratedEvent[] events = [.. Enumerable.Range(0, 30).Select(n => generate(n))];
        Vertex[] decays =
            [.. events.SelectMany(one => one.History).Where(entry => entry.PdgId == 35).Select(entry => entry.Decay)];
        Assert.Equal(60, decays.Length);
        Assert.InRange(decays.Count(place => DecayVolume.Holds(place)), 36, 60);
        Assert.All(events, one => Assert.InRange(one.Weight, 0.001, 0.5));
    }

    // Weighted events with one scalar held to the calorimeter against free ones of which those with one there are kept.
    [Fact]
    public void OneScalarHeld_HasTheShareAndThePlacesOfFreeOnes()
    {
        const int Events = 1500;
        (double Share, double Both) Measure(int held)
        {
            Func<long, GeneratedEvent> generate = EventGenerators.Create(
                new()
                {
                    Process = Process.Displaced,
                    ResonanceMass = 600,
                    ScalarMass = 150,
                    ScalarLength = 1400,
                    ScalarsInCalorimeter = held,
                    InitialRadiation = false,
                    UnderlyingActivity = 0,
                },
                seed: 4);
            double any = 0, both = 0;
            for (int n = 0; n < Events; n++)
            {
                GeneratedEvent one = generate(n);
                int inside = one.History.Count(entry => entry.PdgId == 35 && DecayVolume.Holds(entry.Decay));
                any += inside > 0 ? one.Weight : 0;
                both += inside == 2 ? one.Weight : 0;
            }

            return (any / Events, both / any);
        }

        (double free, double freeBoth) = Measure(0);
        (double share, double shareBoth) = Measure(1);
        Assert.Equal(free, share, 0.05);
        Assert.Equal(freeBoth, shareBoth, 0.06);
    }

    [Fact]
    public void Words_HaveTheBounds() => Assert.Equal(
        "decay at |eta| < 1.4 with 1.2 < L_xy < 4 m or further forward with 3.5 < |L_z| < 6 m", DecayVolume.Words);

    [Fact]
    public void Volume_IsThatOfTheSearch()
    {
        Assert.True(DecayVolume.Holds(new(2000, 0, 500, 0)));
        Assert.False(DecayVolume.Holds(new(1100, 0, 500, 0)));
        Assert.False(DecayVolume.Holds(new(0, 4100, 500, 0)));
        Assert.True(DecayVolume.Holds(new(1000, 0, -4000, 0)));
        Assert.False(DecayVolume.Holds(new(1000, 0, -3000, 0)));
    }
}
