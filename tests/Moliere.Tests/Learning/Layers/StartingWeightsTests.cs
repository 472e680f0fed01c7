// covers: Recurrent
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
    public void RecurrentLayers_StartByRemembering()
    {
        var options = new SequenceNetworkOptions
        {
            Branches = [new() { Convolutions = [3], Kernel = 2, Units = 2 }, new() { Recurrent = RecurrentKind.Gru }],
            Hidden = [],
        };
        var network = new SequenceNetwork(1, [2, 4], options, 1, seed: 1);
        var lstm = network.Tape.Operations.OfType<Moliere.Numerics.Autodiff.LstmOperation>().Single();
        float[] own = network.Parameters[lstm.ParameterOffset..][..lstm.ParameterCount];

        // Biases of the gates i, f, g, o.
        Assert.Equal([0f, 0, 1, 1, 0, 0, 0, 0], own[^8..]);
        Assert.All(own[..24], weight => Assert.InRange(Math.Abs(weight), 1e-6, Math.Sqrt(6.0 / 5)));
        Assert.All(own[24..40], weight => Assert.InRange(Math.Abs(weight), 1e-6, Math.Sqrt(0.5)));
        var gru = network.Tape.Operations.OfType<Moliere.Numerics.Autodiff.GruOperation>().Single();
        float[] biases = network.Parameters[gru.ParameterOffset..][..gru.ParameterCount][^60..];
        Assert.All(biases, bias => Assert.Equal(0, bias));
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
