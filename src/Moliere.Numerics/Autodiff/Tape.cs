using Moliere.Numerics.Kernels;

namespace Moliere.Numerics.Autodiff;

/// <summary>
/// The list of operations that makes a network, recorded once with the number of rows left open. Recording order is
/// topological: forward walks the list, the gradient walks it in reverse, an exporter prints it.
/// </summary>
/// <param name="inputColumns">Columns F of the input [B, F], at least 1.</param>
public sealed class Tape(int inputColumns)
{
    private readonly List<Operation> _operations = [];

    /// <summary>The value that a caller fills in.</summary>
    public Value Input { get; } = new(0, inputColumns);

    /// <summary>The value recorded last: the result.</summary>
    public Value Output => _operations.Count == 0 ? Input : _operations[^1].Output;

    /// <summary>The operations in the order they were recorded.</summary>
    public IReadOnlyList<Operation> Operations => _operations;

    /// <summary>Length of the flat parameter vector.</summary>
    public int ParameterCount { get; private set; }

    internal int PackedCount { get; private set; }

    internal int GradientCount { get; private set; }

    /// <summary>Records a dense layer.</summary>
    /// <param name="input">The value recorded last, or the input of the tape.</param>
    /// <param name="outputs">Columns of the result, at least 1.</param>
    /// <param name="activation">Function applied to the result.</param>
    /// <exception cref="ArgumentException">
    /// The value already feeds another operation, or is not of this tape.
    /// </exception>
    public Value Dense(Value input, int outputs, Activation activation) =>
        Record(new DenseOperation(input, Next(input, outputs), activation));

    /// <summary>Records a dense layer whose weights are normal variates.</summary>
    /// <param name="input">The value recorded last, or the input of the tape.</param>
    /// <param name="outputs">Columns of the result, at least 1.</param>
    /// <param name="activation">Function applied to the result.</param>
    /// <exception cref="ArgumentException">
    /// The value already feeds another operation, or is not of this tape.
    /// </exception>
    public Value BayesianDense(Value input, int outputs, Activation activation) =>
        Record(new BayesianDenseOperation(input, Next(input, outputs), activation));

    private Value Next(Value input, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1, "outputs");
        RequireUnused(input);
        return new Value(_operations.Count + 1, columns);
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
    private void RequireUnused(Value input)
    {
        if (input != Output)
        {
            throw new ArgumentException(
                $"Value {input.Index} [B, {input.Columns}] is not the result recorded last ({Output.Index} "
                + $"[B, {Output.Columns}]); a value feeds exactly one operation.",
                nameof(input));
        }
    }
}
