using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Losses;

/// <summary>
/// Normal prior on weights as a term of the mean loss: |w|² / (2 sigma² N), summed over the weights of all dense
/// layers. Biases are free.
/// </summary>
/// <param name="tape">Where the weights are.</param>
/// <param name="sigma">Standard deviation of the prior, positive.</param>
/// <param name="trainingRows">Rows N of the training set.</param>
/// <source>Bishop, Pattern Recognition and Machine Learning (2006), equation 5.112.</source>
internal sealed class WeightPrior(Tape tape, double sigma, int trainingRows)
{
    private readonly float _precision = (float)(1 / (sigma * sigma * trainingRows));

    /// <summary>Value of the term.</summary>
    /// <param name="parameters">Of the tape.</param>
    /// <param name="gradient">The derivatives are added to it.</param>
    public double AddGradient(ReadOnlySpan<float> parameters, Span<float> gradient)
    {
        double sum = 0;
        foreach (Operation operation in tape.Operations)
        {
            int count = operation is DenseOperation dense ? dense.WeightCount : 0, first = operation.ParameterOffset;
            sum += Differences.AddScaled(gradient.Slice(first, count), _precision, parameters.Slice(first, count));
        }

        return 0.5 * _precision * sum;
    }
}
