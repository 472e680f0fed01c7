using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Numerics.Autodiff;

/// <summary>
/// The memory in which one worker runs a tape over one micro-batch: values, gradients and what operations keep between
/// the two passes. All matrices are row-major with rows padded to <see cref="Padding.Width"/>.
/// </summary>
/// <param name="tape">The tape to run.</param>
/// <param name="hasInputGradient">Whether the way back goes on to the input, for whoever made it.</param>
public sealed class Workspace(Tape tape, bool hasInputGradient = false)
{
    private readonly Arena _arena = new();
    private readonly int[] _values = new int[tape.ValueCount];
    private readonly int[] _gradients = new int[tape.ValueCount];
    private readonly int[] _kept = new int[tape.ValueCount];
    private readonly int[] _scratch = new int[tape.ValueCount];
    private readonly int[] _weights = new int[tape.Lists.Count];
    private readonly PackedOrder[] _orders = [.. tape.Lists.Select(_ => new PackedOrder())];
    private int[] _offsets = [];

    /// <summary>Rows B of the current micro-batch.</summary>
    public int Rows { get; private set; }

    /// <summary>The noise that stochastic layers add in the next forward pass; each layer draws its own.</summary>
    public NoiseStream Noise { get; set; }

    /// <summary>
    /// Whether a training pass runs: batch normalisation then takes the statistics of the micro-batch, and dropout
    /// drops. Otherwise, as for prediction, validation and players that are frozen, running statistics count and
    /// nothing is dropped. Not to be changed between a forward pass and its gradient.
    /// </summary>
    public bool IsTraining { get; set; }

    /// <summary>Starts a micro-batch without lists: everything computed before is forgotten.</summary>
    /// <param name="rows">At least 1.</param>
    /// <returns>The input [rows, padded F], to be filled by the caller, padding included.</returns>
    public Span<float> Begin(int rows) => Begin(rows, []);

    /// <summary>Starts a micro-batch: everything computed before is forgotten.</summary>
    /// <param name="rows">At least 1.</param>
    /// <param name="offsets">
    /// For each list of the tape B + 1 numbers: object i has the points [offsets[i], offsets[i + 1]), from 0 to M.
    /// </param>
    /// <returns>The input [rows, padded F]; it and the points are to be filled by the caller.</returns>
    public Span<float> Begin(int rows, ReadOnlySpan<int> offsets)
    {
        if (offsets.Length != (rows + 1) * tape.Lists.Count)
        {
            throw new ArgumentException(
                $"{offsets.Length} offsets for {rows} rows with {tape.Lists.Count} lists each.", nameof(offsets));
        }

        Rows = rows;
        if (_offsets.Length < offsets.Length)
        {
            _offsets = new int[offsets.Length];
        }

        offsets.CopyTo(_offsets);
        foreach (PackedOrder order in _orders)
        {
            order.Forget();
        }

        return Place();
    }

    /// <summary>Points M of one list of the current micro-batch.</summary>
    /// <param name="list">Which list.</param>
    public int PointCount(int list = 0) => _offsets[((list + 1) * (Rows + 1)) - 1];

    /// <summary>
    /// The points [M, padded P] of one list of a started micro-batch, to be filled by the caller, padding included.
    /// </summary>
    /// <param name="list">Which list.</param>
    public Span<float> Points(int list = 0) => Values(tape.Lists[list].Points);

    /// <summary>The weights [M] of the points of one list; to be filled by the caller if the tape reads them.</summary>
    /// <param name="list">Which list.</param>
    public Span<float> PointWeights(int list = 0) => _arena.Slice(_weights[list], PointCount(list));

    /// <summary>Runs the tape.</summary>
    /// <param name="parameters">Packed parameters of the same tape.</param>
    /// <returns>The output [rows, padded columns].</returns>
    public ReadOnlySpan<float> Forward(PackedParameters parameters)
    {
        foreach (Operation operation in tape.Operations)
        {
            operation.Forward(this, parameters.Of(operation));
        }

        return Values(tape.Output);
    }

    /// <summary>The output of the last run [rows, padded columns].</summary>
    public ReadOnlySpan<float> Output => Values(tape.Output);

    /// <summary>
    /// Gradient of the loss with respect to the output [rows, padded columns], cleared for the caller to fill.
    /// </summary>
    public Span<float> BeginGradient()
    {
        Span<float> gradient = Gradients(tape.Output);
        gradient.Clear();
        if (hasInputGradient)
        {
            Gradients(tape.Input).Clear();
        }

        return gradient;
    }

    /// <summary>Gradient of the loss with respect to the input [rows, padded F], after the way back.</summary>
    /// <exception cref="InvalidOperationException">The workspace was made without it.</exception>
    public ReadOnlySpan<float> InputGradient => hasInputGradient
        ? Gradients(tape.Input)
        : throw new InvalidOperationException("This workspace was made without a gradient by the input.");

    /// <summary>Runs the tape in reverse from the gradient that the caller has filled in.</summary>
    /// <param name="parameters">Packed parameters, the same as in the forward pass.</param>
    /// <param name="sums">Receives the gradient with respect to the parameters.</param>
    /// <param name="lane">Which of the sums.</param>
    /// <param name="accumulate">False for the first micro-batch of a lane, which overwrites.</param>
    public void Backward(PackedParameters parameters, LaneGradients sums, int lane, bool accumulate)
    {
        for (int i = tape.Operations.Count - 1; i >= 0; i--)
        {
            Operation operation = tape.Operations[i];
            operation.Backward(this, parameters.Of(operation), sums.Of(lane, operation), accumulate);
        }
    }

    /// <summary>Where the points of each object start in their list, [B + 1].</summary>
    internal ReadOnlySpan<int> Offsets(Value points) => _offsets.AsSpan(points.List * (Rows + 1), Rows + 1);

    /// <summary>The points of a list step by step rather than object by object.</summary>
    internal PackedOrder Order(Value points)
    {
        _orders[points.List].Require(Offsets(points));
        return _orders[points.List];
    }

    internal int RowsOf(Value value) => value.Kind == RowKind.Points ? PointCount(value.List) : Rows;

    internal bool HasGradient(Value value) => !tape.IsInput(value) || (hasInputGradient && value == tape.Input);

    internal Span<float> Values(Value value) => Slice(_values[value.Index], value);

    internal Span<float> Gradients(Value value) => Slice(_gradients[value.Index], value);

    internal Span<float> Kept(Value value) => Slice(_kept[value.Index], value);

    /// <summary>Part of what an operation keeps: columns [skip, skip + count) of its kept columns.</summary>
    internal Span<float> Kept(Value value, int skip, int count) =>
        _arena.Slice(_kept[value.Index] + (RowsOf(value) * skip), RowsOf(value) * count);

    /// <summary>The same of an operation that keeps as many rows as its input has.</summary>
    internal Span<float> KeptByInput(Operation operation, int skip, int count)
    {
        int rows = RowsOf(operation.Input);
        return _arena.Slice(_kept[operation.Output.Index] + (rows * skip), rows * count);
    }

    internal Span<float> Scratch(Value value, int count) => _arena.Slice(_scratch[value.Index], count);

    private Span<float> Slice(int offset, Value value) => _arena.Slice(offset, Floats(value));

    private int Floats(Value value) => RowsOf(value) * Padding.Stride(value.Columns);

    // A cache line is spent per list even where nothing weighs its points: every value starts on one.
    private int WeightFloats(Value points) => Padding.Stride(RowsOf(points));

    private Span<float> Place()
    {
        _arena.Reset(TotalFloats());
        _values[0] = _arena.Allocate(Floats(tape.Input));
        _gradients[0] = hasInputGradient ? _arena.Allocate(Floats(tape.Input)) : 0;
        for (int list = 0; list < tape.Lists.Count; list++)
        {
            Value points = tape.Lists[list].Points;
            _values[points.Index] = _arena.Allocate(Floats(points));
            _weights[list] = _arena.Allocate(WeightFloats(points));
        }

        foreach (Operation operation in tape.Operations)
        {
            int index = operation.Output.Index, floats = Floats(operation.Output);
            _values[index] = _arena.Allocate(floats);
            _kept[index] = _arena.Allocate(RowsOf(operation.KeptRows) * operation.KeptColumns);
            _gradients[index] = _arena.Allocate(floats);
            _scratch[index] = _arena.Allocate(operation.ScratchCount);
        }

        return Values(tape.Input);
    }

    private int TotalFloats()
    {
        int floats = Floats(tape.Input) * (hasInputGradient ? 2 : 1);
        for (int list = 0; list < tape.Lists.Count; list++)
        {
            floats += Floats(tape.Lists[list].Points) + WeightFloats(tape.Lists[list].Points);
        }

        for (int i = 0; i < tape.Operations.Count; i++)
        {
            Operation operation = tape.Operations[i];
            floats += (2 * Floats(operation.Output)) + operation.ScratchCount;
            floats += RowsOf(operation.KeptRows) * operation.KeptColumns;
        }

        return floats;
    }
}
