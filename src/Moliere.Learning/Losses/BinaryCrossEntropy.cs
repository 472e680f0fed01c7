using Moliere.Learning.Training;

namespace Moliere.Learning.Losses;

/// <summary>
/// L = ln(1 + exp z) - t z of one output z, the logit of the probability of class 1, and a target t in [0, 1]; in nats.
/// </summary>
/// <source>Bishop, Neural Networks for Pattern Recognition (1995), equation 6.120.</source>
public sealed record BinaryCrossEntropy : Loss
{
    /// <inheritdoc/>
    public override int OutputCount => 1;

    /// <inheritdoc/>
    public override bool HasSpread => false;

    /// <summary>Probability of class 1.</summary>
    /// <param name="logit">Output of the network.</param>
    public static double Probability(double logit) => 1 / (1 + Math.Exp(-logit));

    /// <inheritdoc/>
    public override void Decode(ReadOnlySpan<float> outputs, Span<float> mixture) =>
        (mixture[0], mixture[1], mixture[2]) = (1, (float)Probability(outputs[0]), 0);

    /// <inheritdoc/>
    public override float Mean(ReadOnlySpan<float> outputs, Span<float> slope)
    {
        double p = Probability(outputs[0]);
        slope[0] = (float)(p * (1 - p));
        return (float)p;
    }

    /// <inheritdoc/>
    public override double Row(ReadOnlySpan<float> outputs, float target, Span<float> gradient)
    {
        double z = outputs[0];
        gradient[0] = (float)(Probability(z) - target);
        return Math.Max(z, 0) + Math.Log(1 + Math.Exp(-Math.Abs(z))) - (target * z);
    }

    /// <inheritdoc/>
    public override double Reference(ReadOnlySpan<double> outputs, double target) =>
        (-target * Math.Log(Probability(outputs[0]))) - ((1 - target) * Math.Log(1 - Probability(outputs[0])));

    /// <inheritdoc/>
    public override void StartingOutputs(double mean, double variance, Span<float> outputs)
    {
        double share = Math.Clamp(mean, 1e-6, 1 - 1e-6); // a class that is missing leaves a finite start
        outputs[0] = (float)Math.Log(share / (1 - share));
    }

    internal override void CheckTargets(TrainingRows rows, string name) => ClassTargets.CheckShares(rows, name);
}
