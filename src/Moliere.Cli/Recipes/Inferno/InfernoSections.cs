using System.ComponentModel.DataAnnotations;
using Moliere.Cli.Recipes.Clusters;

namespace Moliere.Cli.Recipes.Inferno;

/// <summary>How many events are drawn; each number is of signal, and as many of background.</summary>
internal sealed record InfernoSampleSection
{
    /// <summary>Events to learn from.</summary>
    [Range(100, 10_000_000)]
    public int Training { get; init; } = 100_000;

    /// <summary>Events that decide which epoch is kept.</summary>
    [Range(100, 10_000_000)]
    public int Validation { get; init; } = 30_000;

    /// <summary>Events that all figures are made of.</summary>
    [Range(1000, 10_000_000)]
    public int Test { get; init; } = 300_000;
}

/// <summary>The summary: a histogram whose bins a network names.</summary>
internal sealed record InfernoSummarySection
{
    /// <summary>Bins; as many for the classifier.</summary>
    [Range(2, 100)]
    public int Bins { get; init; } = 10;

    /// <summary>Temperature of the softmax in training; figures are of hard bins.</summary>
    [Range(0.001, 100.0)]
    public double Temperature { get; init; } = 0.1;

    /// <summary>Units of each hidden layer.</summary>
    [Range(1, 4096)]
    public IReadOnlyList<int> Hidden { get; init; } = [100, 100];

    /// <summary>Activation of the hidden layers.</summary>
    public HiddenActivation Activation { get; init; } = HiddenActivation.Relu;
}

/// <summary>How the networks are fitted, by Adam.</summary>
internal sealed record InfernoTrainingSection
{
    /// <summary>Passes over the training events.</summary>
    [Range(1, 100_000)]
    public int Epochs { get; init; } = 12;

    /// <summary>Signal events of one step, and as many of background.</summary>
    [Range(10, 1_000_000)]
    public int BatchEvents { get; init; } = 500; // with the rate, on validation events of B2: 500 to 2000

    /// <summary>Peak learning rate, reached after a rise and left along half a cosine.</summary>
    [Range(1e-8, 1e6)]
    public double LearningRate { get; init; } = 0.001; // on validation events of B2: 0.001 to 0.01
}
