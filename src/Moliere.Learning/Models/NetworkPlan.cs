using System.Text.Json.Serialization;
using Moliere.Learning.Losses;

namespace Moliere.Learning.Models;

/// <summary>Everything that is chosen about a network before it is trained.</summary>
public sealed record NetworkPlan
{
    /// <summary>Single, Bayesian or ensemble.</summary>
    public NetworkFamily Family { get; init; } = NetworkFamily.Single;

    /// <summary>Layers of the network, or of each member.</summary>
    public MlpOptions Shape { get; init; } = new();

    /// <summary>Prior and draws; read by the Bayesian family only.</summary>
    public BayesianOptions Bayesian { get; init; } = new();

    /// <summary>Members of an ensemble; without effect for other families.</summary>
    public EnsembleOptions Ensemble { get; init; } = new();

    /// <summary>
    /// Layers of a single network over sets, which then takes the place of <see cref="Shape"/>; null for networks that
    /// see features alone.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DeepSetsOptions? Sets { get; init; }

    /// <summary>
    /// Layers of a single network over sequences, which then takes the place of <see cref="Shape"/>; null for others.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SequenceNetworkOptions? Sequences { get; init; }

    /// <summary>What a good prediction is, and what the outputs mean.</summary>
    public Loss Loss { get; init; } = new MixtureNll(3);

    /// <summary>The untrained network.</summary>
    /// <param name="inputs">Features F per row, at least 1.</param>
    /// <param name="seed">Seed of the starting weights.</param>
    /// <param name="points">
    /// Features P of the points of each list, for networks over sets (one list) or sequences; not read for others.
    /// </param>
    /// <exception cref="ArgumentException">An option of the family is not allowed.</exception>
    public Network Create(int inputs, ulong seed, params int[] points) => Family switch
    {
        NetworkFamily.Single when Sets is not null =>
            new DeepSets(inputs, points.FirstOrDefault(), Sets, Loss.OutputCount, seed),
        NetworkFamily.Single when Sequences is not null =>
            new SequenceNetwork(inputs, points, Sequences, Loss.OutputCount, seed),
        _ when (Sets, Sequences) is not (null, null) =>
            throw new ArgumentException($"{Family} networks over lists of points are not available."),
        NetworkFamily.Single => new Mlp(inputs, Shape, Loss.OutputCount, seed),
        NetworkFamily.Bayesian => new BayesianMlp(inputs, Shape, Bayesian, Loss.OutputCount, seed),
        NetworkFamily.DeepEnsemble =>
            new Ensemble(inputs, Shape, Loss.OutputCount, Ensemble, isRepulsive: false, seed),
        NetworkFamily.RepulsiveEnsemble =>
            new Ensemble(inputs, Shape, Loss.OutputCount, Ensemble, isRepulsive: true, seed),
        _ => throw new ArgumentOutOfRangeException(nameof(inputs), Family, "Not a family of networks."),
    };
}
