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
    private readonly List<Operation> _operations = [];
    private readonly HashSet<int> _used = [];

    /// <summary>The value that a caller fills in.</summary>
    public Value Input { get; } = new(0, inputColumns);

    /// <summary>
    /// The points [M, P], one set behind the other, without the feature that weighs them, if any; of no columns where
    /// objects have no sets.
    /// </summary>
    public Value Points { get; } = new(1, pointColumns - (weightColumn is null ? 0 : 1), RowKind.Points);

    /// <summary>Features P of a point as data have them, weight included; 0 for objects without sets.</summary>
    public int PointWidth => pointColumns;

    /// <summary>Which of the P features weighs a point; null for none.</summary>
    public int? WeightColumn => weightColumn;

    /// <summary>Whether the objects have sets of points.</summary>
    public bool HasPoints => Points.Columns > 0;

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

    private int FirstResult => HasPoints ? 2 : 1;

    /// <summary>Records a dense layer.</summary>
    /// <param name="input">A value that feeds nothing yet; points are run through the layer one by one.</param>
    /// <param name="outputs">Columns of the result, at least 1.</param>
    /// <param name="activation">Function applied to the result.</param>
    /// <exception cref="ArgumentException">
    /// The value already feeds another operation, or is not of this tape.
    /// </exception>
    public Value Dense(Value input, int outputs, Activation activation) =>
        Record(new DenseOperation(input, Next(input, outputs, input.Kind), activation));

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
            points, Next(points, points.Columns, RowKind.Objects), scale, WeightColumn is not null));
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
        return new Value(ValueCount, columns, kind);
    }

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
        bool isKnown = input == Input || (HasPoints && input == Points)
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
