using System.ComponentModel.DataAnnotations;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;

namespace Moliere.Tagging.Displaced;

/// <summary>Shape of the per-jet network.</summary>
/// <source>arXiv:2203.01009, section 5: layers; gordonwatts/CalRatioTrainer: dropout.</source>
public sealed record DisplacedNetworkOptions
{
    /// <summary>Layers every cluster and every track passes through by itself.</summary>
    public IReadOnlyList<int> Points { get; init; } = [64, 32, 32, 16];

    /// <summary>Layers every muon segment passes through by itself.</summary>
    public IReadOnlyList<int> Segments { get; init; } = [32, 16, 8];

    /// <summary>Units of the recurrent layers of clusters and tracks; those of segments are half as many.</summary>
    [Range(2, 1024)]
    public int Recurrent { get; init; } = 10;

    /// <summary>Units of the layers that see all lists and the jet.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [512, 64];

    /// <summary>Share of the units left out in training.</summary>
    [Range(0, 0.9)]
    public double Dropout { get; init; } = 0.2;

    /// <summary>In the words of the room that trains it.</summary>
    /// <param name="inputs">Limits of the lists.</param>
    public NetworkPlan ToPlan(DisplacedInputs inputs) => new()
    {
        Loss = new SoftmaxCrossEntropy(ClassBalance.Names.Count),
        Sequences = new()
        {
            Branches =
            [
                Branch(Points, Recurrent, inputs.MaximumClusters), Branch(Points, Recurrent, inputs.MaximumTracks),
                Branch(Segments, Recurrent / 2, inputs.MaximumSegments),
            ],
            Hidden = [.. Hidden],
            Dropout = Dropout,
        },
    };

    private static SequenceBranch Branch(IReadOnlyList<int> layers, int units, int maximum) =>
        new() { Convolutions = [.. layers], Units = units, MaximumLength = maximum };
}

/// <summary>
/// Tells displaced jets, jets of ordinary collisions and of beam-induced muons apart by clusters, tracks and muon
/// segments.
/// </summary>
/// <source>arXiv:2203.01009, section 5.</source>
public sealed record DisplacedNetworkTagger : ITagger
{
    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <summary>How jets become inputs.</summary>
    public required DisplacedInputs Inputs { get; init; }

    /// <summary>What the network was made by.</summary>
    public required NetworkPlan Plan { get; init; }

    /// <summary>The trained network: three logits.</summary>
    public required SequenceNetwork Network { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes => ClassBalance.Names;

    /// <summary>An untrained tagger.</summary>
    /// <param name="name">Name in recipes, figures and metrics.</param>
    /// <param name="inputs">How jets become inputs.</param>
    /// <param name="options">Shape of the network.</param>
    /// <param name="seed">Seed of the starting weights.</param>
    public static DisplacedNetworkTagger Create(
        string name, DisplacedInputs inputs, DisplacedNetworkOptions options, ulong seed)
    {
        NetworkPlan plan = options.ToPlan(inputs);
        return new()
        {
            Name = name,
            Inputs = inputs,
            Plan = plan,
            Network = (SequenceNetwork)plan.Create(inputs.Scaling.Jet.Count, seed, [.. inputs.Widths]),
        };
    }

    /// <summary>The same tagger with a network of its own, to be trained further.</summary>
    /// <param name="name">Name of the copy.</param>
    public DisplacedNetworkTagger Copy(string name)
    {
        var network = (SequenceNetwork)Plan.Create(Inputs.Scaling.Jet.Count, seed: 0, [.. Inputs.Widths]);
        Network.Parameters.CopyTo(network.Parameters, 0);
        return this with { Name = name, Network = network };
    }

    /// <inheritdoc/>
    public float[] Apply(Table table, int threads)
    {
        DisplacedRows rows = Inputs.Of(table, [], []);
        float[] scores = Network.Outputs(rows.Rows, threads);
        for (int row = 0; row < table.RowCount; row++)
        {
            Span<float> own = scores.AsSpan(row * Classes.Count, Classes.Count);
            SoftmaxCrossEntropy.Probabilities(own, own);
            if (!rows.IsUsable[row])
            {
                own.Fill(float.NaN);
            }
        }

        return scores;
    }
}
