using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Reconstruction.EventShapes;
using Moliere.Simulation.Generation;

namespace Moliere.Tests.Simulation.Generation;

/// <summary>
/// Hadrons from the Z against measurement (PDG review: 20.76 charged) and the reference generator, PYTHIA 8.302.
/// </summary>
[Trait("Speed", "Slow")]
public sealed class ElectronPositronClosureTests(ElectronPositronClosureTests.Sample sample)
    : IClassFixture<ElectronPositronClosureTests.Sample>
{
    [Fact]
    public void ChargedMultiplicity_IsTheMeasuredOne()
    {
        Assert.InRange(sample.MeanCharged, 0.97 * 20.76, 1.03 * 20.76);
        Assert.InRange(sample.RmsCharged, 0.9 * 6.3, 1.1 * 6.3);
    }

    [Fact]
    public void Thrust_IsThatOfTheReference() =>
        Assert.InRange(sample.MeanOneMinusThrust, 0.9 * 0.067, 1.1 * 0.067);

    [Theory]
    [InlineData("charged", 0.619)]
    [InlineData("photon", 0.258)]
    [InlineData("neutral", 0.104)]
    [InlineData("invisible", 0.019)]
    public void EnergyFractions_AreThoseOfTheReference(string kind, double expected) =>
        Assert.Equal(expected, sample.Energy[kind] / (Sample.Events * Sample.CollisionEnergy), 0.02);

    // Bins of x = p/p_beam and the density of the reference; the last two bins have few entries there.
    [Theory]
    [InlineData(0, 381.6, 0.05)]
    [InlineData(1, 193.6, 0.05)]
    [InlineData(2, 70.2, 0.05)]
    [InlineData(3, 22.9, 0.05)]
    [InlineData(4, 7.24, 0.05)]
    [InlineData(5, 2.05, 0.10)]
    [InlineData(6, 0.40, 0.25)]
    public void ChargedSpectrum_IsThatOfTheReference(int bin, double expected, double tolerance) =>
        Assert.InRange(sample.Density(bin), (1 - tolerance) * expected, (1 + tolerance) * expected);

    // Per event, PDG review "Quantum chromodynamics", table of average hadron multiplicities at the Z.
    [Theory]
    [InlineData(211, 17.02)]
    [InlineData(321, 2.228)]
    [InlineData(2212, 1.050)]
    public void Species_AreThoseMeasured(int pdgId, double expected) =>
        Assert.InRange(sample.Count(pdgId), 0.9 * expected, 1.1 * expected);

    /// <summary>One sample for all questions.</summary>
    public sealed class Sample
    {
        public const int Events = 4000;
        public const double CollisionEnergy = 91.188;
        private static readonly double[] Edges = [0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1];
        private readonly double[] _bins = new double[Edges.Length - 1];
        private readonly Dictionary<int, int> _species = [];

        public Sample()
        {
            var generator = new ElectronPositronGenerator(CollisionEnergy, 11);
            double sum = 0, squares = 0;
            for (int n = 0; n < Events; n++)
            {
                GeneratedEvent generated = generator.Generate(n);
                int charged = generated.Particles.Count(p => PdgId.Charge(p.PdgId) != 0);
                sum += charged;
                squares += charged * charged;
                foreach (Particle particle in generated.Particles)
                {
                    Add(particle);
                }

                FourVector[] momenta = [.. generated.Particles.Select(p => p.Momentum)];
                MeanOneMinusThrust += n % 4 == 0 ? 4 * (1 - Thrust.Of(momenta).Value) / Events : 0;
            }

            MeanCharged = sum / Events;
            RmsCharged = Math.Sqrt((squares / Events) - (MeanCharged * MeanCharged));
        }

        public double MeanCharged { get; }

        public double RmsCharged { get; }

        public double MeanOneMinusThrust { get; }

        public Dictionary<string, double> Energy { get; } =
            new() { ["charged"] = 0, ["photon"] = 0, ["neutral"] = 0, ["invisible"] = 0 };

        public double Density(int bin) => _bins[bin] / Events / (Edges[bin + 1] - Edges[bin]);

        public double Count(int pdgId) => _species.GetValueOrDefault(pdgId) / (double)Events;

        private void Add(in Particle particle)
        {
            bool isCharged = PdgId.Charge(particle.PdgId) != 0;
            string kind = isCharged ? "charged" : PdgId.KindOf(particle.PdgId) switch
            {
                ParticleKind.Photon => "photon",
                ParticleKind.Invisible => "invisible",
                _ => "neutral",
            };
            Energy[kind] += particle.Momentum.E;
            int id = Math.Abs(particle.PdgId);
            _species[id] = _species.GetValueOrDefault(id) + 1;
            if (isCharged)
            {
                double x = particle.Momentum.P / (0.5 * CollisionEnergy);
                _bins[Array.FindLastIndex(Edges, edge => x >= edge)]++;
            }
        }
    }
}
