using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Detector.Description;

namespace Moliere.Tests.Simulation.Detector;

public sealed class EnteringHadronsTests
{
    private const int Lambda = 3122, Xi = 3312, Scalar = 9_000_006;

    private static readonly ParticleArrival Arrival = new(new DetectorModel(DetectorDescription.Default));

    private static readonly FourVector Momentum = FourVector.FromPtEtaPhiMass(100, 0, 0, 1.1);

    [Theory]
    [InlineData(300, false)] // in the tracker: its daughters enter
    [InlineData(2000, true)] // among the cells
    [InlineData(9000, true)] // beyond them
    public void HadronThatWouldDecayBehindTheFaces_EntersWhole(double radius, bool isWhole)
    {
        IReadOnlyList<Particle> entering = EnteringHadrons.Of(Decay(Lambda, radius), Arrival);
        Assert.Equal(isWhole ? [PdgId.PiPlus, Lambda] : [PdgId.PiPlus, 2212, -211], entering.Select(p => p.PdgId));
        Assert.Equal(isWhole ? 100 : 80, entering[1].Momentum.Pt, 1e-6);
    }

    [Fact]
    public void ChainOfDecays_IsReplacedByItsFirstThatCrosses()
    {
        var inside = new Vertex(200, 0, 0, 1);
        Vertex behind = new(2000, 0, 0, 7), beyond = new(9000, 0, 0, 31);
        GeneratedEvent generated = new()
        {
            Number = 1,
            History =
            [
                new(4122, Momentum, default, inside), new(Xi, Momentum, inside, behind, 0),
                new(Lambda, Momentum, behind, beyond, 1),
            ],
            Particles = [new(2212, 0.8 * Momentum, beyond, 2), new(-211, 0.1 * Momentum, behind, 1)],
        };
        Particle only = Assert.Single(EnteringHadrons.Of(generated, Arrival));
        Assert.Equal((Xi, inside), (only.PdgId, only.Production));
    }

    [Fact]
    public void OtherLongLivedParticles_DecayWhereTheyDo() =>
        Assert.Equal(3, EnteringHadrons.Of(Decay(Scalar, 2000), Arrival).Count);

    [Fact]
    public void WithoutHistory_NothingChanges()
    {
        GeneratedEvent generated = new() { Number = 1, Particles = [new(211, Momentum, new(2000, 0, 0, 7), 4)] };
        Assert.Same(generated.Particles, EnteringHadrons.Of(generated, Arrival));
    }

    private static GeneratedEvent Decay(int pdgId, double radius)
    {
        var decay = new Vertex(radius, 0, 0, radius / 290);
        return new()
        {
            Number = 1,
            History = [new(pdgId, Momentum, default, decay)],
            Particles =
            [
                new(PdgId.PiPlus, Momentum), new(2212, 0.8 * Momentum, decay, 0), new(-211, 0.2 * Momentum, decay, 0),
            ],
        };
    }
}
