using Moliere.Numerics.Kernels;

namespace Moliere.Numerics.Autodiff;

/// <summary>
/// The list of operations that makes a network, recorded once with the number of rows left open. Recording order is
/// topological: forward walks the list, the gradient walks it in reverse, an exporter prints it.
/// </summary>
/// <param name="inputColumns">Columns F of the input [B, F], at least 1.</param>
/// <param name="pointColumns">Features P of the points of the objects' sets; 0 for objects without sets.</param>
/// <param name="weightColumn">Which of the P features weighs a point instead of describing it; null for none.</param>
public sealed class Tape(int inputColumns, int pointColumns = 0, int? weightColumn = null)
{
    private readonly List<PointList> _lists = pointColumns == 0 ? [] : [Set(pointColumns, weightColumn)];
    private readonly List<Operation> _operations = [];
    private readonly HashSet<int> _used = [];

    /// <summary>The value that a caller fills in.</summary>
    public Value Input { get; } = new(0, inputColumns);

    /// <summary>The lists of points of each object, by their numbers; empty where objects have none.</summary>
    public IReadOnlyList<PointList> Lists => _lists;

    /// <summary>The points of the first list; of no columns where objects have no lists.</summary>
    public Value Points => HasPoints ? _lists[0].Points : new(1, 0, RowKind.Points);

    /// <summary>Whether the objects have lists of points.</summary>
    public bool HasPoints => _lists.Count > 0;

    /// <summary>Whether rows of a micro-batch are normalised together.</summary>
    public bool HasBatchNorm { get; private set; }

    /// <summary>The value recorded last: the result.</summary>
    public Value Output => _operations.Count == 0 ? Input : _operations[^1].Output;

    /// <summary>The operations in the order they were recorded.</summary>
    public IReadOnlyList<Operation> Operations => _operations;

    /// <summary>Length of the flat parameter vector.</summary>
    public int ParameterCount { get; private set; }

    internal int PackedCount { get; private set; }

    internal int GradientCount { get; private set; }

    internal int ValueCount => _operations.Count + FirstResult;

    private int FirstResult => 1 + _lists.Count;

    /// <summary>Gives the objects a further list of points, whose order counts; before anything is recorded.</summary>
    /// <param name="columns">Features P of a point, at least 1.</param>
    /// <returns>Its points [M, P].</returns>
    /// <exception cref="InvalidOperationException">Something has been recorded already.</exception>
    public Value AddList(int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (_operations.Count > 0)
        {
            throw new InvalidOperationException("Lists of points come before the first operation of a tape.");
        }

        var points = new Value(FirstResult, columns, RowKind.Points, _lists.Count);
        _lists.Add(new(points, columns, null, IsSequence: true));
        return points;
    }

    /// <summary>Records a dense layer.</summary>
    /// <param name="input">A value that feeds nothing yet; points are run through the layer one by one.</param>
    /// <param name="outputs">Columns of the result, at least 1.</param>
    /// <param name="activation">Function applied to the result.</param>
    /// <exception cref="ArgumentException">
    /// The value already feeds another operation, or is not of this tape.
    /// </exception>
    public Value Dense(Value input, int outputs, Activation activation) =>
        Record(new DenseOperation(input, Next(input, outputs, input.Kind), activation));

    /// <summary>
    /// Records a layer that sees the neighbours of each point in its list, with zeros beyond both ends; with a kernel
    /// of 1 it is a dense layer.
    /// </summary>
    /// <param name="points">A value with a row per point that feeds nothing yet.</param>
    /// <param name="outputs">Columns of the result, at least 1.</param>
    /// <param name="kernel">Points seen at a time, at least 1.</param>
    /// <param name="activation">Function applied to the result.</param>
    /// <exception cref="ArgumentException">
    /// The value already feeds another operation, is not of this tape, or has no points.
    /// </exception>
    public Value Convolution(Value points, int outputs, int kernel, Activation activation)
    {
        RequireKind(points, RowKind.Points);
        ArgumentOutOfRangeException.ThrowIfLessThan(kernel, 1);
        return kernel == 1
            ? Dense(points, outputs, activation)
            : Record(new ConvolutionOperation(points, Next(points, outputs, RowKind.Points), kernel, activation));
    }

    /// <summary>Records a long short-term memory that reads each list from its first point to its last.</summary>
    /// <param name="points">A value with a row per point that feeds nothing yet.</param>
    /// <param name="units">Columns H of its state, at least 1.</param>
    /// <param name="isSequence">Whether the state after every point is returned rather than the last one.</param>
    /// <returns>[B, H], zeros for empty lists; or [M, H].</returns>
    /// <exception cref="ArgumentException">
    /// The value already feeds another operation, is not of this tape, or has no points.
    /// </exception>
    public Value Lstm(Value points, int units, bool isSequence = false) =>
        Record(new LstmOperation(points, State(points, units, isSequence)));

    /// <summary>Records a gated recurrent unit that reads each list from its first point to its last.</summary>
    /// <param name="points">A value with a row per point that feeds nothing yet.</param>
    /// <param name="units">Columns H of its state, at least 1.</param>
    /// <param name="isSequence">Whether the state after every point is returned rather than the last one.</param>
    /// <returns>[B, H], zeros for empty lists; or [M, H].</returns>
    /// <exception cref="ArgumentException">
    /// The value already feeds another operation, is not of this tape, or has no points.
    /// </exception>
    public Value Gru(Value points, int units, bool isSequence = false) =>
        Record(new GruOperation(points, State(points, units, isSequence)));

    /// <summary>Records a dense layer whose weights are normal variates.</summary>
    /// <param name="input">A value with a row per object that feeds nothing yet.</param>
    /// <param name="outputs">Columns of the result, at least 1.</param>
    /// <param name="activation">Function applied to the result.</param>
    /// <exception cref="ArgumentException">
    /// The value already feeds another operation, or is not of this tape.
    /// </exception>
    public Value BayesianDense(Value input, int outputs, Activation activation)
    {
        RequireKind(input, RowKind.Objects);
        return Record(new BayesianDenseOperation(input, Next(input, outputs, RowKind.Objects), activation));
    }

    /// <summary>Records a sum over the points of each set, weighted if the tape has weights of points.</summary>
    /// <param name="points">A value with a row per point that feeds nothing yet.</param>
    /// <param name="scale">Factor on the sum, positive.</param>
    /// <exception cref="ArgumentException">
    /// The value already feeds another operation, is not of this tape, or has no points.
    /// </exception>
    public Value SumSets(Value points, float scale)
    {
        RequireKind(points, RowKind.Points);
        return Record(new SetSumOperation(
            points, Next(points, points.Columns, RowKind.Objects), scale,
            _lists[points.List].WeightColumn is not null));
    }

    /// <summary>Records a value with the columns of two others, side by side.</summary>
    /// <param name="first">Whose columns come first; a row per object.</param>
    /// <param name="second">Whose columns come then; a row per object.</param>
    /// <exception cref="ArgumentException">
    /// One of them already feeds another operation, is not of this tape, or has a row per point.
    /// </exception>
    public Value Join(Value first, Value second)
    {
        RequireKind(first, RowKind.Objects);
        RequireKind(second, RowKind.Objects);
        Value joined = Next(first, first.Columns + second.Columns, RowKind.Objects);
        Use(second);
        return Record(new JoinOperation(first, second, joined));
    }

    /// <summary>Records a batch normalisation; rows of points are normalised over all points.</summary>
    /// <param name="input">A value that feeds nothing yet.</param>
    /// <exception cref="ArgumentException">
    /// The value already feeds another operation, or is not of this tape.
    /// </exception>
    public Value BatchNorm(Value input)
    {
        HasBatchNorm = true;
        return Record(new BatchNormOperation(input, Next(input, input.Columns, input.Kind)));
    }

    /// <summary>Records a normalisation of each row by its own mean and variance.</summary>
    /// <param name="input">A value that feeds nothing yet.</param>
    /// <exception cref="ArgumentException">
    /// The value already feeds another operation, or is not of this tape.
    /// </exception>
    public Value LayerNorm(Value input) =>
        Record(new LayerNormOperation(input, Next(input, input.Columns, input.Kind)));

    /// <summary>Records dropout, which acts in training only.</summary>
    /// <param name="input">A value that feeds nothing yet.</param>
    /// <param name="rate">Probability that an element is dropped, in [0, 1).</param>
    /// <exception cref="ArgumentException">
    /// The value already feeds another operation, or is not of this tape; or no such probability.
    /// </exception>
    public Value Dropout(Value input, double rate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rate);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rate, 1);
        return Record(new DropoutOperation(input, Next(input, input.Columns, input.Kind), rate));
    }

    /// <summary>Whether a caller fills this value in: no gradient is computed for it.</summary>
    internal bool IsInput(Value value) => value.Index < FirstResult;

    private Value Next(Value input, int columns, RowKind kind)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1, "outputs");
        Use(input);
        return new Value(ValueCount, columns, kind, kind == RowKind.Points ? input.List : 0);
    }

    private Value State(Value points, int units, bool isSequence)
    {
        RequireKind(points, RowKind.Points);
        return Next(points, units, isSequence ? RowKind.Points : RowKind.Objects);
    }

    private static PointList Set(int columns, int? weightColumn) => new(
        new(1, columns - (weightColumn is null ? 0 : 1), RowKind.Points), columns, weightColumn, IsSequence: false);

    private Value Record(Operation unplaced)
    {
        Operation operation = unplaced with
        {
            ParameterOffset = ParameterCount,
            PackedOffset = PackedCount,
            GradientOffset = GradientCount,
        };
        ParameterCount += operation.ParameterCount;
        PackedCount += Padding.Stride(operation.PackedCount);
        GradientCount += Padding.Stride(operation.GradientCount);
        _operations.Add(operation);
        return operation.Output;
    }

    // A gradient buffer is written by one consumer; forks need an operation that adds, and come with one.
    private void Use(Value input)
    {
        bool isKnown = input == Input || _lists.Exists(list => list.Points == input)
            || _operations.Exists(operation => operation.Output == input);
        if (!isKnown || !_used.Add(input.Index))
        {
            throw new ArgumentException(
                $"{Describe(input)} {(isKnown ? "already feeds an operation" : "is not of this tape")}; "
                + "a value feeds exactly one operation.",
                nameof(input));
        }
    }

    private static void RequireKind(Value value, RowKind kind)
    {
        if (value.Kind != kind)
        {
            throw new ArgumentException(
                $"{Describe(value)} has rows that stand for {value.Kind}; {kind} are needed here.", nameof(value));
        }
    }

    private static string Describe(Value value) =>
        $"Value {value.Index} [{(value.Kind == RowKind.Points ? "M" : "B")}, {value.Columns}]";
}
