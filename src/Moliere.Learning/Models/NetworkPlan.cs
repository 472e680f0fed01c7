using Moliere.Learning.Losses;

namespace Moliere.Learning.Models;

/// <summary>Everything that is chosen about a network before it is trained.</summary>
public sealed record NetworkPlan
{
    /// <summary>Single, Bayesian or ensemble.</summary>
    public NetworkFamily Family { get; init; } = NetworkFamily.Single;

    /// <summary>Layers of the network, or of each member.</summary>
    public MlpOptions Shape { get; init; } = new();

    /// <summary>What a good prediction is, and what the outputs mean.</summary>
    public Loss Loss { get; init; } = new MixtureNll(3);

    /// <summary>The untrained network.</summary>
    /// <param name="inputs">Features F per row, at least 1.</param>
    /// <param name="seed">Seed of the starting weights.</param>
    public Network Create(int inputs, ulong seed) => new Mlp(inputs, Shape, Loss.OutputCount, seed);
}
