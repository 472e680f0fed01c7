using Moliere.Learning.Losses;
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;
using Moliere.Numerics.Special;
using Moliere.Numerics.Workers;

namespace Moliere.Learning.Models;

/// <summary>
/// Runs all members of an ensemble over one block of rows while it is in cache, block after block; rows are independent
/// of each other, and the cost is linear in rows and in members.
/// </summary>
internal sealed class EnsemblePredictor : IDisposable
{
    private readonly Ensemble _ensemble;
    private readonly Loss _loss;
    private readonly PackedParameters[] _members;
    private readonly Workspace[] _workspaces;
    private readonly WorkerTeam _team;
    private int _next;

    public EnsemblePredictor(Ensemble ensemble, Loss loss, int threads)
    {
        (_ensemble, _loss) = (ensemble, loss);
        _members = new PackedParameters[ensemble.MemberCount];
        for (int member = 0; member < _members.Length; member++)
        {
            _members[member] = new PackedParameters(ensemble.Tape);
            _members[member].Refresh(ensemble.Member(member));
        }

        _workspaces = [.. Enumerable.Range(0, threads).Select(_ => new Workspace(ensemble.Tape))];
        _team = new WorkerTeam(threads);
    }

    public void Dispose() => _team.Dispose();

    /// <summary>Predicts all rows.</summary>
    /// <exception cref="ArgumentException">The features do not fill the rows.</exception>
    public NetworkPrediction Predict(ReadOnlyMemory<float> features, int rows)
    {
        Require(features.Length, rows);
        int components = checked(_members.Length * _loss.Components);
        var prediction = new NetworkPrediction
        {
            Components = components,
            Mixture = new float[checked(3 * components * rows)],
            Mean = new float[rows],
            SigmaStat = new float[rows],
            SigmaSyst = _loss.HasSpread ? new float[rows] : null,
        };
        _next = 0;
        _team.Run(worker => Work(_workspaces[worker], features, prediction));
        return prediction;
    }

    private void Require(int length, int rows)
    {
        if (length != (long)rows * _ensemble.InputCount)
        {
            throw new ArgumentException(
                $"features holds {length} numbers; [N = {rows}, {_ensemble.InputCount}] needs "
                + $"{(long)rows * _ensemble.InputCount}.",
                nameof(length));
        }
    }

    private void Work(Workspace workspace, ReadOnlyMemory<float> features, NetworkPrediction prediction)
    {
        const int size = Lanes.MaximumRows;
        int rows = prediction.RowCount, inputs = _ensemble.InputCount;
        for (int first; (first = (Interlocked.Increment(ref _next) - 1) * size) < rows;)
        {
            int count = Math.Min(size, rows - first);
            Transpose.PadCleared(
                features.Span.Slice(first * inputs, count * inputs), inputs, workspace.Begin(count));
            for (int member = 0; member < _members.Length; member++)
            {
                Decode(workspace.Forward(_members[member]), member, first, prediction);
            }

            Summarise(first, count, prediction);
        }
    }

    // The components of one member, scattered among the shares, means and sigmas of all.
    private void Decode(ReadOnlySpan<float> outputs, int member, int first, NetworkPrediction prediction)
    {
        int k = _loss.Components, all = prediction.Components, stride = Padding.Stride(_ensemble.OutputCount);
        Span<float> own = stackalloc float[3 * k];
        for (int i = 0; i * stride < outputs.Length; i++)
        {
            _loss.Decode(outputs.Slice(i * stride, _ensemble.OutputCount), own);
            Span<float> row = prediction.Mixture.AsSpan(3 * all * (first + i), 3 * all);
            for (int j = 0; j < k; j++)
            {
                row[(member * k) + j] = own[j] / _members.Length;
                row[all + (member * k) + j] = own[k + j];
                row[(2 * all) + (member * k) + j] = own[(2 * k) + j];
            }
        }
    }

    private void Summarise(int first, int count, NetworkPrediction prediction)
    {
        int k = _loss.Components, all = prediction.Components, members = _members.Length;
        Span<float> own = stackalloc float[3 * k];
        Span<double> means = stackalloc double[members];
        for (int row = first; row < first + count; row++)
        {
            ReadOnlySpan<float> mixture = prediction.Mixture.AsSpan(3 * all * row, 3 * all);
            double mean = 0, variance = 0, spread = 0;
            for (int member = 0; member < members; member++)
            {
                TakeMember(mixture, member, members, own);
                var distribution = new NormalMixture(own);
                means[member] = distribution.Mean();
                mean += means[member] / members;
                variance += distribution.Variance() / members;
            }

            foreach (double one in means)
            {
                spread += (one - mean) * (one - mean) / (members - 1);
            }

            prediction.Mean[row] = (float)mean;
            prediction.SigmaStat![row] = (float)Math.Sqrt(spread);
            if (prediction.SigmaSyst is { } sigma)
            {
                sigma[row] = (float)Math.Sqrt(variance);
            }
        }
    }

    private static void TakeMember(ReadOnlySpan<float> mixture, int member, int members, Span<float> own)
    {
        int k = own.Length / 3, all = mixture.Length / 3;
        for (int part = 0; part < 3; part++)
        {
            mixture.Slice((part * all) + (member * k), k).CopyTo(own[(part * k)..]);
        }

        foreach (ref float share in own[..k])
        {
            share *= members;
        }
    }
}
