using Moliere.Learning.Files;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Optimizers;
using Moliere.Learning.Training;
using Moliere.Numerics.Random;

namespace Moliere.Learning.Adversaries;

/// <summary>
/// A network with what it needs to learn: loss, optimiser, and the pass that runs it there and back. Nothing but
/// <see cref="Update"/> changes it.
/// </summary>
internal sealed class Player : IDisposable
{
    private readonly Loss _loss;
    private readonly PlayerOptions _options;
    private readonly NoiseStream _noise;
    private readonly float[] _part;
    private float[] _targets = [];
    private float[] _weights = [];

    public Player(
        Network network, Loss loss, PlayerOptions options, GameOptions game, string name, bool hasInputGradient)
    {
        (Network, _loss, _options) = (network, loss, options);
        Pass = network.OpenPass(game.Threads, hasInputGradient);
        Optimizer = Optimizer.Create(network.Parameters.Length, options.Optimizer);
        Gradient = new float[network.Parameters.Length];
        _part = new float[network.Parameters.Length];
        _noise = new NoiseStream(game.Seed, $"noise of the {name}");
    }

    public Network Network { get; }

    public BatchPass Pass { get; }

    public Optimizer Optimizer { get; }

    /// <summary>Sum of the gradients since the last update.</summary>
    public float[] Gradient { get; }

    public void Dispose() => Pass.Dispose();

    /// <summary>Outputs of a batch, [B, O].</summary>
    public ReadOnlySpan<float> Forward(in RowBatch batch, PassMode mode) =>
        Pass.Forward(batch, mode, _noise with { Step = (uint)Optimizer.StepCount });

    /// <summary>Loss of a batch, with its derivatives ready for the way back.</summary>
    public double Loss(in RowBatch batch, PassMode mode)
    {
        ReadOnlySpan<float> outputs = Forward(batch, mode);
        if (_targets.Length < batch.Count)
        {
            (_targets, _weights) = (new float[batch.Count], new float[batch.Count]);
        }

        for (int i = 0; i < batch.Count; i++)
        {
            int row = batch.Row(i);
            _targets[i] = batch.Data.Target(row);
            _weights[i] = (float)(batch.Data.Weight(row) * batch.WeightScale);
        }

        return _loss.Sum(
            outputs, _loss.OutputCount, _targets.AsSpan(0, batch.Count), _weights.AsSpan(0, batch.Count),
            Pass.BeginGradient());
    }

    /// <summary>Goes back through the last pass and adds to the gradient.</summary>
    public void Learn()
    {
        Pass.Backward(_part);
        for (int i = 0; i < _part.Length; i++)
        {
            Gradient[i] += _part[i];
        }
    }

    /// <summary>Goes back through the last pass for the sake of the inputs alone.</summary>
    public void PassOn() => Pass.Backward(_part);

    /// <summary>
    /// One step by the gradient summed so far, which is forgotten; the last pass there and back must have been the one
    /// in training, since statistics are taken from it.
    /// </summary>
    /// <param name="rate">Learning rate as a factor on the player's own.</param>
    /// <returns>Whether the gradient was finite; if not, nothing has changed.</returns>
    public bool Update(double rate)
    {
        bool isFinite = double.IsFinite(GradientClipping.ClipInPlace(Gradient, _options.ClipNorm));
        if (isFinite)
        {
            Optimizer.Step(Network.Parameters, Gradient, _options.LearningRate * rate);
            Pass.Settle();
        }

        Gradient.AsSpan().Clear();
        return isFinite;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Optimizer.StepCount);
        foreach (float[] vector in (float[][])[Network.Parameters, .. Optimizer.State])
        {
            FloatBlock.Write(writer, vector);
        }
    }

    public void Read(BinaryReader reader)
    {
        Optimizer.StepCount = reader.ReadInt64();
        foreach (float[] vector in (float[][])[Network.Parameters, .. Optimizer.State])
        {
            FloatBlock.Read(reader, vector);
        }
    }
}
