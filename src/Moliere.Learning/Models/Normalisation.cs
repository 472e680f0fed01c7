namespace Moliere.Learning.Models;

/// <summary>What is done to the values that go into a hidden layer.</summary>
public enum Normalisation
{
    /// <summary>They go in as they are.</summary>
    None,

    /// <summary>Each column by mean and variance of a micro-batch in training, by running statistics else.</summary>
    Batch,

    /// <summary>Each row by its own mean and variance.</summary>
    Layer,
}
