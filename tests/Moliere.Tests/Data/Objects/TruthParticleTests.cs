using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Tests.Data.Objects;

public sealed class TruthParticleTests
{
    [Fact]
    public void EntryWithoutVertices_IsOfTheCollision()
    {
        var entry = new TruthParticle(5, new FourVector(1, 2, 3, 4));
        Assert.Equal((-1, default(Vertex), default(Vertex)), (entry.Mother, entry.Production, entry.Decay));
    }
}
