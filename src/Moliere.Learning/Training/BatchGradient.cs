using Moliere.Learning.Losses;
using Moliere.Learning.Optimizers;
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Random;
using Moliere.Numerics.Workers;

namespace Moliere.Learning.Training;

/// <summary>
/// Loss and gradient of a batch, computed by a team over fixed lanes: the same bits for any number of threads, and no
/// allocation once the largest batch has been seen.
/// </summary>
internal sealed class BatchGradient : IBatchGradient
{
    private readonly Tape _tape;
    private readonly float[] _parameters;
    private readonly NoiseStream _trainingNoise;
    private readonly NoiseStream _validationNoise;
    private readonly PackedParameters _packed;
    private readonly LaneGradients _gradients;
    private readonly MicroBatch[] _microBatches;
    private readonly WorkerTeam _team;
    private readonly double[] _laneLosses = new double[Lanes.Count];
    private readonly Action<int> _laneJob;
    private readonly Action<int> _reduceJob;
    private RowBatch _batch;
    private NoiseStream _noise;
    private bool _withGradient;
    private int _lanes;
    private int _next;

    public BatchGradient(Tape tape, float[] parameters, Loss loss, TrainerOptions options)
    {
        (_tape, _parameters) = (tape, parameters);
        _packed = new PackedParameters(tape);
        _gradients = new LaneGradients(tape);
        _microBatches = [.. Enumerable.Range(0, options.Threads).Select(_ => new MicroBatch(tape, loss))];
        _team = new WorkerTeam(options.Threads);
        _trainingNoise = new NoiseStream(options.Seed, "training noise");
        _validationNoise = new NoiseStream(options.Seed, "validation noise");
        (_laneJob, _reduceJob) = (RunLanes, ReduceChunks);
    }

    /// <inheritdoc/>
    public double LossAndGradient(in RowBatch batch, long step, double clipNorm, Span<float> gradient)
    {
        double loss = Run(batch, withGradient: true, _trainingNoise with { Step = (uint)step });
        _next = 0;
        _team.Run(_reduceJob);
        _gradients.CopyTo(gradient);
        return double.IsFinite(GradientClipping.ClipInPlace(gradient, clipNorm)) ? loss : double.NaN;
    }

    /// <inheritdoc/>
    public double Loss(in RowBatch batch) => Run(batch, withGradient: false, _validationNoise);

    /// <inheritdoc/>
    public void Settle() => _gradients.Settle(_packed, _parameters);

    public void Dispose() => _team.Dispose();

    private double Run(in RowBatch batch, bool withGradient, NoiseStream noise)
    {
        _packed.Refresh(_parameters);
        (_batch, _withGradient, _noise, _next) = (batch, withGradient, noise, 0);
        _lanes = Math.Min(Lanes.Count, Lanes.MicroBatchCount(_tape, batch.Count));
        _team.Run(_laneJob);
        double loss = 0;
        for (int lane = 0; lane < _lanes; lane++)
        {
            loss += _laneLosses[lane];
        }

        return loss;
    }

    private void RunLanes(int worker)
    {
        for (int lane; (lane = Interlocked.Increment(ref _next) - 1) < _lanes;)
        {
            _laneLosses[lane] = RunLane(lane, _microBatches[worker]);
        }
    }

    private double RunLane(int lane, MicroBatch microBatch)
    {
        int size = Lanes.MicroBatchRows(_tape, _batch.Count);
        double loss = 0;
        microBatch.IsTraining = _withGradient;
        for (int first = lane * size; first < _batch.Count; first += Lanes.Count * size)
        {
            NoiseStream noise = _noise with { Part = (uint)(first / size) };
            loss += microBatch.Forward(_batch, first, Math.Min(size, _batch.Count - first), _packed, noise);
            if (_withGradient)
            {
                microBatch.Backward(_packed, _gradients, lane, accumulate: first >= Lanes.Count * size);
            }
        }

        return loss;
    }

    private void ReduceChunks(int worker)
    {
        for (int chunk; (chunk = Interlocked.Increment(ref _next) - 1) < _gradients.ChunkCount;)
        {
            _gradients.ReduceChunk(chunk, _lanes);
        }
    }
}
