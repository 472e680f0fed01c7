using Moliere.Learning.Losses;
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;
using Moliere.Numerics.Workers;

namespace Moliere.Learning.Models;

/// <summary>
/// Predicts with draws of a Bayesian network's weights, made once and shared by all rows, so that all rows see the same
/// functions. A block of rows meets all draws while it is in the cache.
/// </summary>
public sealed class BayesianPredictor : IDisposable
{
    private readonly BayesianMlp _model;
    private readonly PackedParameters[] _draws;
    private readonly WorkerTeam _team;
    private readonly Workspace[] _workspaces;

    /// <summary>Draws weights around the model's present parameters; later training does not reach them.</summary>
    /// <param name="model">The network; draw d is a function of its draw seed and d only.</param>
    /// <param name="draws">From 1 to 10000; 1 gives a sigma_stat of 0.</param>
    /// <param name="threads">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of draws is not allowed.</exception>
    public BayesianPredictor(BayesianMlp model, int draws, int threads)
    {
        BayesianOptions.RequireDraws(draws);
        _model = model;
        float[] weights = new float[model.MeanTape.ParameterCount];
        _draws = new PackedParameters[draws];
        for (int draw = 0; draw < draws; draw++)
        {
            model.Draw(draw, weights);
            _draws[draw] = new PackedParameters(model.MeanTape);
            _draws[draw].Refresh(weights);
        }

        _team = new WorkerTeam(threads);
        _workspaces = [.. Enumerable.Range(0, threads).Select(_ => new Workspace(model.MeanTape))];
    }

    /// <summary>Predicts all rows.</summary>
    /// <param name="features">[rows, F], row-major.</param>
    /// <param name="rows">Number of rows, may be 0.</param>
    /// <param name="loss">What the outputs mean: the loss the network was trained with.</param>
    /// <returns>A row with a non-finite feature gets an undefined prediction.</returns>
    public NetworkPrediction Predict(ReadOnlyMemory<float> features, int rows, Loss loss)
    {
        NetworkPrediction prediction = NetworkPrediction.Empty(rows, loss);
        int next = 0;
        _team.Run(worker =>
        {
            const int size = Lanes.MaximumRows;
            var moments = new DrawMoments(loss, size);
            for (int first; (first = (Interlocked.Increment(ref next) - 1) * size) < rows;)
            {
                int count = Math.Min(size, rows - first);
                Block(_workspaces[worker], features.Span.Slice(first * _model.InputCount, count * _model.InputCount),
                    count, moments);
                moments.Write(prediction, first, count);
            }
        });
        return prediction;
    }

    /// <inheritdoc/>
    public void Dispose() => _team.Dispose();

    private void Block(Workspace workspace, ReadOnlySpan<float> features, int rows, DrawMoments moments)
    {
        moments.Clear();
        foreach (PackedParameters weights in _draws)
        {
            Transpose.PadCleared(features, _model.InputCount, workspace.Begin(rows));
            moments.Add(workspace.Forward(weights), Padding.Stride(_model.OutputCount), rows);
        }
    }
}
