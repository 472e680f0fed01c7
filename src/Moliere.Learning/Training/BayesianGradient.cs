using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Optimizers;
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Training;

/// <summary>
/// Mean negative log-likelihood with noise on every unit, plus w KL / N: the divergence of the weights from their prior
/// is shared out over the N training rows, whatever the batch, and w rises from 0 to 1 during the warm-up.
/// </summary>
internal sealed class BayesianGradient : IBatchGradient
{
    private readonly BayesianMlp _model;
    private readonly BatchGradient _likelihood;
    private readonly int _trainingRows;
    private readonly double _warmUpSteps;

    public BayesianGradient(BayesianMlp model, Loss loss, int trainingRows, TrainerOptions options)
    {
        (_model, _trainingRows) = (model, trainingRows);
        _likelihood = new BatchGradient(model.Tape, model.Parameters, loss, options);
        double stepsPerEpoch = Math.Ceiling((double)trainingRows / options.BatchSize);
        _warmUpSteps = model.Options.WarmUpEpochs * stepsPerEpoch;
    }

    /// <inheritdoc/>
    public double LossAndGradient(in RowBatch batch, long step, double clipNorm, Span<float> gradient)
    {
        double loss = _likelihood.LossAndGradient(batch, step, clipNorm: 0, gradient);
        double factor = WarmUp(step) / _trainingRows;
        double divergence = AddDivergence(factor, gradient);
        return double.IsFinite(GradientClipping.ClipInPlace(gradient, clipNorm))
            ? loss + (factor * divergence)
            : double.NaN;
    }

    /// <inheritdoc/>
    public double Loss(in RowBatch batch) => _likelihood.Loss(batch);

    public void Dispose() => _likelihood.Dispose();

    /// <summary>Factor of the divergence at a step.</summary>
    internal double WarmUp(long step) => step < _warmUpSteps ? step / _warmUpSteps : 1;

    /// <summary>The divergence KL; a factor times its gradient is added.</summary>
    internal double AddDivergence(double factor, Span<float> gradient)
    {
        double divergence = 0;
        ReadOnlySpan<float> parameters = _model.Parameters;
        foreach (Operation operation in _model.Tape.Operations)
        {
            var layer = (BayesianDenseOperation)operation;
            int mean = layer.MeanOffset, logVariance = layer.LogVarianceOffset, count = layer.WeightCount;
            divergence += WeightVariance.AddDivergence(
                _model.Options.PriorSigma,
                factor,
                new NormalWeights(parameters.Slice(mean, count), parameters.Slice(logVariance, count)),
                new NormalWeightGradients(gradient.Slice(mean, count), gradient.Slice(logVariance, count)));
        }

        return divergence;
    }
}
