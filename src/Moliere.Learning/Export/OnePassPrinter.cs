using Moliere.Formats.Onnx;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;

namespace Moliere.Learning.Export;

/// <summary>
/// Prints what follows from outputs of known mean and deviation, as <see cref="BayesianMlp.PredictInOnePass"/> takes
/// it: with one point at the means and one on either side per output, all decoded at once along a leading axis, the
/// mean of g is the sum of (g+ + g-) / 2 over the O outputs less (O - 1) g, its variance the sum of ((g+ - g-) / 2)².
/// </summary>
/// <source>Julier and Uhlmann, Proc. IEEE 92 (2004) 401, section III.</source>
internal sealed class OnePassPrinter
{
    private readonly long _outputs;
    private readonly OnnxSymbol _weights;
    private readonly SymbolicMixture _points;
    private readonly Loss _loss;

    /// <summary>Decodes all points.</summary>
    /// <param name="mean">float [N, O].</param>
    /// <param name="variance">float [N, O].</param>
    /// <param name="loss">What the outputs mean.</param>
    public OnePassPrinter(OnnxSymbol mean, OnnxSymbol variance, Loss loss)
    {
        (_outputs, _loss) = (loss.OutputCount, loss);
        long count = (2 * _outputs) + 1;
        float[] steps = new float[count * _outputs];
        double[] weights = [1 - _outputs, .. Enumerable.Repeat(0.5, (int)count - 1)];
        for (long o = 0; o < _outputs; o++)
        {
            steps[((1 + o) * _outputs) + o] = 1;
            steps[((1 + _outputs + o) * _outputs) + o] = -1;
        }

        OnnxBuilder graph = mean.Builder;
        OnnxSymbol step = graph.Constant(OnnxTensor.Of("point_steps", steps, count, 1, _outputs));
        _weights = graph.Constant(OnnxTensor.Of("point_weights", weights, count, 1, 1));
        OnnxSymbol around = mean.Unsqueeze(0) + (variance.Through("Sqrt").Unsqueeze(0) * step);
        _points = NetworkPrinter.Decode(around, loss);
    }

    /// <summary>The prediction that the points give.</summary>
    public SymbolicPrediction Print()
    {
        OnnxSymbol means = _points.Mean().Unsqueeze(2), variances = _points.Variance().Unsqueeze(2);
        return new()
        {
            Mixture = Mixture(),
            Mean = Average(means).Squeeze(1),
            SigmaStat = Spread(means).Through("Sqrt").Squeeze(1),
            SigmaSyst = _loss.HasSpread ? Positive(variances).Through("Sqrt").Squeeze(1) : null,
        };
    }

    private SymbolicMixture Mixture()
    {
        OnnxSymbol shares = Positive(_points.Shares), squares = _points.Sigmas * _points.Sigmas;
        return new(
            shares / shares.Sum(-1, isKept: true), Average(_points.Means),
            (Positive(squares) + Spread(_points.Means)).Through("Sqrt"), _points.Components);
    }

    private OnnxSymbol Average(OnnxSymbol values) => (values * _weights).Sum(0);

    // Second-order terms may drive what is tiny below zero; then the value at the centre is kept.
    private OnnxSymbol Positive(OnnxSymbol values)
    {
        OnnxSymbol average = Average(values);
        return average.Where(average > average.Number(0), values.Gather(0, 0).Squeeze(0));
    }

    private OnnxSymbol Spread(OnnxSymbol values)
    {
        OnnxSymbol slope = (Side(values, 1) - Side(values, 1 + _outputs)) * 0.5;
        return (slope * slope).Sum(0);
    }

    private OnnxSymbol Side(OnnxSymbol values, long first) =>
        values.Gather(0, [.. Enumerable.Range((int)first, (int)_outputs).Select(o => (long)o)]);
}
