using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;
using Moliere.Numerics.Workers;

namespace Moliere.Learning.Training;

/// <summary>
/// One network over one batch, there and back: outputs of all rows, then from their derivatives the gradient by the
/// parameters and, if asked for, by the features. What happens to the outputs in between is the caller's. Lanes sum as
/// in <see cref="BatchGradient"/>: the same bits for any number of threads. Where the activations of a batch would take
/// too much memory the way back computes them again, to the same bits.
/// </summary>
internal sealed class BatchPass : IDisposable
{
    // Multiply-adds of a pass that are done before a second thread has woken up, about 30 microseconds of one core.
    private const long SmallWork = 1 << 20;

    private readonly Tape _tape;
    private readonly float[] _parameters;
    private readonly bool _hasInputGradient;
    private readonly long _mostKeptFloats;
    private readonly int _inputCount;
    private readonly PackedParameters _packed;
    private readonly LaneGradients _sums;
    private readonly WorkerTeam _team;
    private readonly MicroBatch[] _own;
    private readonly (Action<int> Forward, Action<int> Backward, Action<int> Reduce) _jobs;
    private MicroBatch[] _kept = [];
    private float[] _outputs = [];
    private float[] _derivatives = [];
    private float[] _inputGradient = [];
    private RowBatch _batch;
    private NoiseStream _noise;
    private PassMode _mode;
    private bool _isKeeping;
    private int _size;
    private int _count;
    private int _next;

    /// <summary>Opens a team; the parameters are read anew by every forward pass.</summary>
    public BatchPass(
        Tape tape,
        float[] parameters,
        int threads,
        bool hasInputGradient = false,
        long mostKeptFloats = KeptActivations.MostFloats)
    {
        (_tape, _parameters, _hasInputGradient) = (tape, parameters, hasInputGradient);
        (_mostKeptFloats, _inputCount) = (mostKeptFloats, tape.Input.Columns);
        (_packed, _sums, _team) = (new PackedParameters(tape), new LaneGradients(tape), new WorkerTeam(threads));
        _own = [.. Enumerable.Range(0, threads).Select(_ => Memory())];
        _jobs = (RunForward, RunLanes, ReduceChunks);
        OutputCount = tape.Output.Columns;
    }

    /// <summary>Outputs O of a row.</summary>
    public int OutputCount { get; }

    /// <summary>Outputs of the rows of a batch, [B, O]; valid until the next batch.</summary>
    public ReadOnlySpan<float> Forward(in RowBatch batch, PassMode mode, NoiseStream noise = default)
    {
        int size = Lanes.MicroBatchRows(_tape, batch.Count);
        (_batch, _size, _count) = (batch, size, (batch.Count + size - 1) / size);
        (_mode, _noise) = (mode, noise);
        MakeRoom();
        _packed.Refresh(_parameters);
        Deal(_jobs.Forward);
        return Outputs;
    }

    /// <summary>Outputs of the last forward pass, [B, O].</summary>
    public ReadOnlySpan<float> Outputs => _outputs.AsSpan(0, _batch.Count * OutputCount);

    /// <summary>Derivatives by the outputs of the last forward pass, [B, O], cleared; for the caller to fill.</summary>
    public Span<float> BeginGradient()
    {
        Span<float> derivatives = _derivatives.AsSpan(0, _batch.Count * OutputCount);
        derivatives.Clear();
        return derivatives;
    }

    /// <summary>Goes back through the last forward pass.</summary>
    /// <param name="gradient">Filled with the gradient by the parameters.</param>
    public void Backward(Span<float> gradient)
    {
        Deal(_jobs.Backward);
        Deal(_jobs.Reduce);
        _sums.CopyTo(gradient);
    }

    /// <summary>
    /// Completes a step of the optimiser: what the last pass in training has watched enters the parameters.
    /// </summary>
    public void Settle() => _sums.Settle(_packed, _parameters);

    /// <summary>Gradient by the features of the rows of the batch, [B, F], after the way back.</summary>
    public ReadOnlySpan<float> InputGradient => _inputGradient.AsSpan(0, _batch.Count * _inputCount);

    public void Dispose() => _team.Dispose();

    private MicroBatch Memory() => new(_tape, loss: null, _hasInputGradient);

    private void MakeRoom()
    {
        int floats = _batch.Count * OutputCount;
        if (_outputs.Length < floats)
        {
            (_outputs, _derivatives) = (new float[floats], new float[floats]);
        }

        if (_hasInputGradient && _inputGradient.Length < _batch.Count * _inputCount)
        {
            _inputGradient = new float[_batch.Count * _inputCount];
        }

        _isKeeping = _mode != PassMode.Judge && !_tape.HasPoints
            && _batch.Count * KeptActivations.FloatsPerRow(_tape) <= _mostKeptFloats;
        if (_isKeeping && _kept.Length < _count)
        {
            _kept = [.. _kept, .. Enumerable.Range(0, _count - _kept.Length).Select(_ => Memory())];
        }
    }

    // Whoever does the work, the result is the same: a small batch is not worth waking the others.
    private void Deal(Action<int> job)
    {
        _next = 0;
        if (!_tape.HasPoints && (long)_batch.Count * _tape.ParameterCount < SmallWork)
        {
            job(0);
        }
        else
        {
            _team.Run(job);
        }
    }

    private void RunForward(int worker)
    {
        for (int index; (index = Interlocked.Increment(ref _next) - 1) < _count;)
        {
            MicroBatch memory = _isKeeping ? _kept[index] : _own[worker];
            Transpose.Unpad(Run(memory, index), OutputCount, Part(_outputs, OutputCount, index));
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

        Transpose.Pad(Part(_derivatives, OutputCount, index), OutputCount, memory.BeginGradient());
        memory.Backward(_packed, _sums, lane, accumulate: index >= Lanes.Count);
        if (_hasInputGradient)
        {
            Transpose.Unpad(memory.InputGradient, _inputCount, Part(_inputGradient, _inputCount, index));
        }
    }

    private ReadOnlySpan<float> Run(MicroBatch memory, int index)
    {
        memory.IsTraining = _mode == PassMode.Train;
        return memory.Run(_batch, index * _size, Rows(index), _packed, _noise with { Part = (uint)index });
    }

    private Span<float> Part(float[] values, int columns, int index) =>
        values.AsSpan(index * _size * columns, Rows(index) * columns);

    private int Rows(int index) => Math.Min(_size, _batch.Count - (index * _size));

    private void ReduceChunks(int worker)
    {
        for (int chunk; (chunk = Interlocked.Increment(ref _next) - 1) < _sums.ChunkCount;)
        {
            _sums.ReduceChunk(chunk, Math.Min(_count, Lanes.Count));
        }
    }
}
