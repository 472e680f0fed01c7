using Moliere.Learning.Losses;
using Moliere.Learning.Optimizers;
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;
using Moliere.Numerics.Workers;

namespace Moliere.Learning.Training;

/// <summary>
/// Gradient of a loss of a whole batch: all micro-batches run forward, the loss and its derivative by the outputs of
/// the batch are taken in one place, then each micro-batch runs back from its part of that derivative. Lanes sum as in
/// <see cref="BatchGradient"/>: the same bits for any number of threads. Where the activations of a batch would take
/// too much memory the second pass computes them again, to the same bits.
/// </summary>
internal sealed class CoupledGradient : IBatchGradient
{
    private readonly Tape _tape;
    private readonly float[] _parameters;
    private readonly CoupledLoss _loss;
    private readonly long _mostKeptFloats;
    private readonly PackedParameters _packed;
    private readonly LaneGradients _sums;
    private readonly WorkerTeam _team;
    private readonly MicroBatch[] _own;
    private readonly NoiseStream _trainingNoise;
    private readonly NoiseStream _validationNoise;
    private readonly (Action<int> Forward, Action<int> Backward, Action<int> Reduce) _jobs;
    private MicroBatch[] _kept = [];
    private float[] _outputs = [];
    private float[] _derivatives = [];
    private RowBatch _batch;
    private NoiseStream _noise;
    private bool _isKeeping;
    private bool _isTraining;
    private int _size;
    private int _count;
    private int _next;

    public CoupledGradient(
        Tape tape,
        float[] parameters,
        CoupledLoss loss,
        TrainerOptions options,
        long mostKeptFloats = KeptActivations.MostFloats)
    {
        (_tape, _parameters, _loss, _mostKeptFloats) = (tape, parameters, loss, mostKeptFloats);
        (_packed, _sums) = (new PackedParameters(tape), new LaneGradients(tape));
        _team = new WorkerTeam(options.Threads);
        _own = [.. Enumerable.Range(0, options.Threads).Select(_ => new MicroBatch(tape, loss: null))];
        _trainingNoise = new NoiseStream(options.Seed, "training noise");
        _validationNoise = new NoiseStream(options.Seed, "validation noise");
        _jobs = (RunForward, RunLanes, ReduceChunks);
    }

    /// <inheritdoc/>
    public double LossAndGradient(in RowBatch batch, long step, double clipNorm, Span<float> gradient)
    {
        int size = Lanes.MicroBatchRows(_tape, batch.Count);
        Forward(batch, size, isTraining: true, _trainingNoise with { Step = (uint)step });
        Span<float> derivatives = _derivatives.AsSpan(0, batch.Count * _loss.OutputCount);
        derivatives.Clear();
        double loss = _loss.Evaluate(View(batch), derivatives);
        if (!double.IsFinite(loss))
        {
            return double.NaN;
        }

        Deal(_jobs.Backward);
        Deal(_jobs.Reduce);
        _sums.CopyTo(gradient);
        return double.IsFinite(GradientClipping.ClipInPlace(gradient, clipNorm)) ? loss : double.NaN;
    }

    /// <inheritdoc/>
    public double Loss(in RowBatch batch) => Judge(batch).Score;

    /// <inheritdoc/>
    public void Settle() => _sums.Settle(_packed, _parameters);

    /// <summary>What the loss thinks of the present parameters.</summary>
    /// <param name="batch">All validation rows.</param>
    public Verdict Judge(in RowBatch batch)
    {
        Forward(batch, Lanes.MicroBatchRows(_tape, batch.Count), isTraining: false, _validationNoise);
        return _loss.Judge(View(batch));
    }

    public void Dispose() => _team.Dispose();

    private CoupledBatch View(in RowBatch batch)
    {
        ReadOnlySpan<int> order = batch.Order is null ? [] : batch.Order.AsSpan(batch.First, batch.Count);
        int floats = batch.Count * _loss.OutputCount;
        return new((CoupledRows)batch.Data, order, _outputs.AsSpan(0, floats), _loss.OutputCount);
    }

    private void Forward(in RowBatch batch, int size, bool isTraining, NoiseStream noise)
    {
        int floats = batch.Count * _loss.OutputCount;
        if (_outputs.Length < floats)
        {
            (_outputs, _derivatives) = (new float[floats], new float[floats]);
        }

        (_batch, _size, _count, _noise) = (batch, size, (batch.Count + size - 1) / size, noise);
        _isTraining = isTraining;
        _isKeeping = isTraining && !_tape.HasPoints
            && batch.Count * KeptActivations.FloatsPerRow(_tape) <= _mostKeptFloats;
        if (_isKeeping && _kept.Length < _count)
        {
            _kept = [.. _kept, .. Enumerable.Range(0, _count - _kept.Length).Select(_ => new MicroBatch(_tape, null))];
        }

        _packed.Refresh(_parameters);
        Deal(_jobs.Forward);
    }

    private void Deal(Action<int> job)
    {
        _next = 0;
        _team.Run(job);
    }

    private void RunForward(int worker)
    {
        for (int index; (index = Interlocked.Increment(ref _next) - 1) < _count;)
        {
            MicroBatch memory = _isKeeping ? _kept[index] : _own[worker];
            Transpose.Unpad(Run(memory, index), _loss.OutputCount, Part(_outputs, index));
        }
    }

    private void RunLanes(int worker)
    {
        for (int lane; (lane = Interlocked.Increment(ref _next) - 1) < Math.Min(_count, Lanes.Count);)
        {
            for (int index = lane; index < _count; index += Lanes.Count)
            {
                RunBack(_isKeeping ? _kept[index] : _own[worker], index, lane);
            }
        }
    }

    private void RunBack(MicroBatch memory, int index, int lane)
    {
        if (!_isKeeping)
        {
            Run(memory, index);
        }

        Span<float> gradient = memory.BeginGradient();
        ReadOnlySpan<float> derivatives = Part(_derivatives, index);
        int outputs = _loss.OutputCount, stride = Padding.Stride(outputs);
        for (int row = 0; row * outputs < derivatives.Length; row++)
        {
            derivatives.Slice(row * outputs, outputs).CopyTo(gradient[(row * stride)..]);
        }

        memory.Backward(_packed, _sums, lane, accumulate: index >= Lanes.Count);
    }

    private ReadOnlySpan<float> Run(MicroBatch memory, int index)
    {
        memory.IsTraining = _isTraining;
        return memory.Run(_batch, index * _size, Rows(index), _packed, _noise with { Part = (uint)index });
    }

    private Span<float> Part(float[] values, int index)
    {
        int outputs = _loss.OutputCount;
        return values.AsSpan(index * _size * outputs, Rows(index) * outputs);
    }

    private int Rows(int index) => Math.Min(_size, _batch.Count - (index * _size));

    private void ReduceChunks(int worker)
    {
        for (int chunk; (chunk = Interlocked.Increment(ref _next) - 1) < _sums.ChunkCount;)
        {
            _sums.ReduceChunk(chunk, Math.Min(_count, Lanes.Count));
        }
    }
}
