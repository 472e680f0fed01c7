using Moliere.Learning.Layers;
using Moliere.Learning.Models;

namespace Moliere.Tests.Learning.Layers;

public sealed class StartingWeightsTests
{
    [Fact]
    public void Normalisations_StartAsTheIdentity()
    {
        var batch = new Mlp(2, new() { Hidden = [1], Normalisation = Normalisation.Batch }, 1, 1);
        Assert.Equal([1f, 1, 0, 0, 0, 0, 1, 1], batch.Parameters[..8]);
        var layer = new Mlp(2, new() { Hidden = [1], Normalisation = Normalisation.Layer }, 1, 1);
        Assert.Equal([1f, 1, 0, 0], layer.Parameters[..4]);
    }

    [Fact]
    public void LayersDrawFromTheirPlaceOnTheTape()
    {
        float[] plain = new Mlp(3, new() { Hidden = [4] }, 1, 7).Parameters;
        float[] dropped = new Mlp(3, new() { Hidden = [4], Dropout = 0.5 }, 1, 7).Parameters;
        Assert.Equal(plain[..16], dropped[..16]);
        Assert.NotEqual(plain[16..], dropped[16..]);
        Assert.Equal(plain, StartingWeights.Draw(new Mlp(3, new() { Hidden = [4] }, 1, 1).Tape, 7));
    }
}
