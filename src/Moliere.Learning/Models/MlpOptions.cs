using System.Text.Json.Serialization;
using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Models;

/// <summary>Shape of a multilayer perceptron.</summary>
public sealed record MlpOptions
{
    /// <summary>Units of each hidden layer, from input to output; may be empty for a linear model.</summary>
    public int[] Hidden { get; init; } = [64, 64, 64, 64];

    /// <summary>Activation of all hidden layers; the output layer is linear.</summary>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>
    /// Activation of each hidden layer, as many as layers, in place of <see cref="Activation"/>; null for that.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Activation[]? Activations { get; init; }

    /// <summary>Before each hidden layer, the first included, so that it acts on the features too.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Normalisation Normalisation { get; init; }

    /// <summary>Probability, in [0, 1), that training drops a hidden unit of a row; 0 for no dropout.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double Dropout { get; init; }

    /// <summary>Activation of one hidden layer.</summary>
    /// <param name="layer">Its number, from 0.</param>
    internal Activation ActivationOf(int layer) => Activations is null ? Activation : Activations[layer];

    /// <summary>Refuses numbers that do not fit each other.</summary>
    /// <exception cref="ArgumentException">Other numbers of layers and activations, or no probability.</exception>
    internal void Check()
    {
        if (Activations is not null && Activations.Length != Hidden.Length)
        {
            throw new ArgumentException(
                $"There are {Activations.Length} activations for {Hidden.Length} hidden layers; give one for each.");
        }

        if (Dropout is not (>= 0 and < 1))
        {
            throw new ArgumentException($"Dropout is a probability in [0, 1), not {Dropout}.");
        }
    }

    /// <summary>Refuses what only a single network can do.</summary>
    /// <param name="family">Who refuses.</param>
    /// <param name="takesRowNorm">Whether normalisation of rows by themselves is possible.</param>
    /// <exception cref="ArgumentException">Dropout, or a normalisation that is not possible.</exception>
    internal void RequirePlain(string family, bool takesRowNorm)
    {
        Check();
        bool isAllowed = Normalisation == Normalisation.None || (takesRowNorm && Normalisation == Normalisation.Layer);
        if (Dropout > 0 || !isAllowed)
        {
            string what = Dropout > 0 ? "dropout" : $"{Normalisation} normalisation";
            throw new ArgumentException($"{family} has no {what}; a single network has.");
        }
    }
}
