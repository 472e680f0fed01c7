using System.Text.Json;
using Moliere.Learning.Layers;
using Moliere.Learning.Losses;
using Moliere.Learning.Training;
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Learning.Models;

/// <summary>
/// A multilayer perceptron whose weights are independent normal variates and whose biases are numbers. Training
/// minimises the mean negative log-likelihood plus KL / N, the divergence of the weights from their prior by the number
/// of training rows; predictions average over draws of the weights.
/// </summary>
/// <source>
/// Blundell et al., arXiv:1505.05424, section 3; Kingma, Salimans and Welling, arXiv:1506.02557, equation 6.
/// </source>
public sealed class BayesianMlp : Network
{
    /// <summary>Records the layers and draws the starting means.</summary>
    /// <param name="inputs">Features F per row, at least 1.</param>
    /// <param name="shape">Hidden layers, each with at least 1 unit.</param>
    /// <param name="options">Prior, starting widths and draws.</param>
    /// <param name="outputs">Outputs O per row, at least 1.</param>
    /// <param name="seed">Seed of the starting means; each layer has its own stream.</param>
    /// <exception cref="ArgumentOutOfRangeException">Draws outside 1 to 10000, or no positive prior.</exception>
    public BayesianMlp(int inputs, MlpOptions shape, BayesianOptions options, int outputs, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        options.Check();
        shape.RequirePlain("A Bayesian network", takesRowNorm: false);
        (Shape, Options, Tape, MeanTape) = (shape, options, new Tape(inputs), new Tape(inputs));
        for (int layer = 0; layer < shape.Hidden.Length; layer++)
        {
            Record(shape.Hidden[layer], shape.ActivationOf(layer));
        }

        Record(outputs, Activation.Identity);
        Parameters = new float[Tape.ParameterCount];
        foreach (BayesianDenseOperation layer in Layers)
        {
            Initialise(layer, seed);
        }
    }

    /// <summary>Shape of the network.</summary>
    public MlpOptions Shape { get; }

    /// <summary>Prior, starting widths and draws.</summary>
    public BayesianOptions Options { get; }

    /// <summary>The recorded layers, for training.</summary>
    public Tape Tape { get; }

    /// <summary>
    /// Means and log-variances of all weights, and all biases: per layer mu [F, H] row-major, b [H], ln sigma² [F, H].
    /// </summary>
    public override float[] Parameters { get; }

    /// <inheritdoc/>
    public override int InputCount => Tape.Input.Columns;

    /// <inheritdoc/>
    public override int OutputCount => Tape.Output.Columns;

    /// <summary>The same layers with concrete weights, for one draw.</summary>
    internal Tape MeanTape { get; }

    internal IEnumerable<BayesianDenseOperation> Layers => Tape.Operations.Cast<BayesianDenseOperation>();

    internal override string Identity
    {
        get
        {
            // What only predictions depend on may change between a checkpoint and its resume.
            BayesianOptions training = Options with { Draws = 1, DrawSeed = 0 };
            return $"bayesian {InputCount} {JsonSerializer.Serialize(Shape)} {JsonSerializer.Serialize(training)} "
                + $"{OutputCount}";
        }
    }

    /// <inheritdoc/>
    public override void SetOutputBias(ReadOnlySpan<float> bias)
    {
        if (bias.Length != OutputCount)
        {
            throw new ArgumentException($"{bias.Length} biases for {OutputCount} outputs.", nameof(bias));
        }

        bias.CopyTo(Parameters.AsSpan(Layers.Last().BiasOffset));
    }

    internal override void ClearOutputWeights() =>
        Parameters.AsSpan(Layers.Last().MeanOffset, Layers.Last().WeightCount).Clear();

    /// <inheritdoc/>
    public override NetworkPrediction Predict(ReadOnlyMemory<float> features, int rows, Loss loss, int threads)
    {
        using var predictor = new BayesianPredictor(this, Options.Draws, threads);
        return predictor.Predict(features, rows, loss);
    }

    /// <summary>
    /// Predicts rows without draws: means and variances of all units pass through the layers once. It takes units of a
    /// layer as independent of each other, which draws do not.
    /// </summary>
    /// <param name="features">[rows, F], row-major.</param>
    /// <param name="rows">Number of rows, may be 0.</param>
    /// <param name="loss">What the outputs mean: the loss the network was trained with.</param>
    /// <param name="threads">At least 1; does not change the result.</param>
    /// <returns>A row with a non-finite feature gets an undefined prediction.</returns>
    public NetworkPrediction PredictInOnePass(ReadOnlyMemory<float> features, int rows, Loss loss, int threads) =>
        OnePass.Predict(this, features, rows, loss, threads);

    /// <summary>Draws one set of weights, in the layout of <see cref="MeanTape"/>.</summary>
    internal void Draw(int draw, Span<float> weights)
    {
        foreach ((BayesianDenseOperation layer, Operation drawn) in Layers.Zip(MeanTape.Operations))
        {
            Span<float> own = weights.Slice(drawn.ParameterOffset, drawn.ParameterCount);
            Parameters.AsSpan(layer.MeanOffset, own.Length).CopyTo(own);
            var stream = new NoiseStream(Options.DrawSeed, "weight draw")
            {
                Step = (uint)draw,
                Layer = (uint)layer.Output.Index,
            };
            WeightVariance.AddNoise(
                stream, Parameters.AsSpan(layer.LogVarianceOffset, layer.WeightCount), own[..layer.WeightCount]);
        }
    }

    internal override IBatchGradient Differentiate(Loss loss, int trainingRows, TrainerOptions options) =>
        new BayesianGradient(this, loss, trainingRows, options);

    private void Record(int units, Activation activation)
    {
        Tape.BayesianDense(Tape.Output, units, activation);
        MeanTape.Dense(MeanTape.Output, units, activation);
    }

    private void Initialise(BayesianDenseOperation layer, ulong seed)
    {
        var rng = new Rng(seed, "initial weights", (ulong)layer.Output.Index);
        Span<float> means = Parameters.AsSpan(layer.MeanOffset, layer.WeightCount);
        Initializers.LeCunNormal(means, layer.Input.Columns, ref rng);
        Parameters.AsSpan(layer.LogVarianceOffset, layer.WeightCount).Fill((float)Options.InitialLogVariance);
    }
}
