using Moliere.Numerics.Kernels;

namespace Moliere.Numerics.Autodiff;

/// <summary>
/// A layer that reads lists of points [M, F] with one state [H] per object, from zeros on: Y is the state after the
/// last point [B, H], zeros for an empty list, or after every point [M, H]. G gates per unit see a point through
/// W [F, G H] and b [G H], and the state before it through U [H, G H] (and its own c [G H], if any); W, U, b, c is
/// their order in the parameter vector. All points meet W in one product; then each step is one product of the states
/// that are left with U. Lists are read at their true length: no padding enters a state.
/// </summary>
/// <param name="Input">X [M, F].</param>
/// <param name="Output">Y.</param>
public abstract record RecurrentOperation(Value Input, Value Output) : Operation(Input, Output)
{
    /// <summary>Gates G per unit.</summary>
    public abstract int Gates { get; }

    /// <summary>1 where the point alone brings a bias, 2 where the state brings one of its own.</summary>
    public abstract int Biases { get; }

    /// <summary>Whether Y holds the state after every point.</summary>
    public bool IsSequence => Output.Kind == RowKind.Points;

    /// <summary>Columns H of the state.</summary>
    public int Units => Output.Columns;

    /// <inheritdoc/>
    public override int ParameterCount => (Input.Columns + Units + Biases) * Gates * Units;

    internal override int GradientCount => (Input.Columns + Units + Biases) * Wide;

    internal override int PackedCount => GradientCount + (Wide * (InputStride + Stride));

    internal override Value KeptRows => Input;

    // Kept by packed rows, in this order: X, the states before, the gates, the states, what the kind adds.
    internal override int KeptColumns => OwnStart + OwnColumns;

    /// <summary>Floats between rows of states.</summary>
    private protected int Stride => Padding.Stride(Units);

    /// <summary>Floats between rows of gates, each of which is padded for itself.</summary>
    private protected int Wide => Gates * Stride;

    /// <summary>Floats per packed row that the kind of unit keeps besides.</summary>
    private protected abstract int OwnColumns { get; }

    private int InputStride => Padding.Stride(Input.Columns);

    private int BeforeStart => InputStride;

    private int GateStart => BeforeStart + Stride;

    private int StateStart => GateStart + Wide;

    private protected int OwnStart => StateStart + Stride;

    private int StateWeightStart => Input.Columns * Wide;

    private int BiasStart => StateWeightStart + (Units * Wide);

    // Packed: W, U and biases with each gate padded, then the transposes of W and U.
    internal override void Pack(ReadOnlySpan<float> parameters, Span<float> packed)
    {
        Transpose.Pad(parameters, Units, packed);
        int width = Gates * Units;
        for (int gate = 0; gate < Gates; gate++)
        {
            Span<float> inputs = packed[(GradientCount + (gate * Stride * InputStride))..];
            Transpose.Flip(parameters[(gate * Units)..], Input.Columns, Units, width, inputs);
            Span<float> states = packed[(GradientCount + (Wide * InputStride) + (gate * Stride * Stride))..];
            Transpose.Flip(parameters[((Input.Columns * width) + (gate * Units))..], Units, Units, width, states);
        }
    }

    internal override void Unpack(ReadOnlySpan<float> gradient, Span<float> flat) =>
        Transpose.Unpad(gradient, Units, flat);

    internal override void Forward(Workspace workspace, ReadOnlySpan<float> packed)
    {
        PackedOrder order = workspace.Order(Input);
        Span<float> x = Inputs(workspace), states = States(workspace), before = Before(workspace);
        RowMoves.Gather(workspace.Values(Input), order.Points, x, InputStride);
        MatMul.Multiply(
            new MatrixView(x, InputStride), new MatrixView(packed, Wide), InputBias(packed), GateValues(workspace),
            Wide, (order.Points.Length, Input.Columns, Wide));
        for (int index = 0; index < order.Steps; index++)
        {
            PackedStep step = order.Step(index);
            step.Previous(states, Stride).CopyTo(step.Of(before, Stride));
            Advance(workspace, packed, step);
        }

        if (IsSequence)
        {
            RowMoves.Scatter(states, order.Points, workspace.Values(Output), Stride);
        }
        else
        {
            RowMoves.Gather(states, order.Lasts, workspace.Values(Output), Stride);
        }
    }

    // From here on the place of the states holds the gradient by them.
    internal override void Backward(
        Workspace workspace, ReadOnlySpan<float> packed, Span<float> gradient, bool accumulate)
    {
        PackedOrder order = workspace.Order(Input);
        BeginStateGradients(workspace, order);
        for (int index = order.Steps - 1; index >= 0; index--)
        {
            Retreat(workspace, packed, order.Step(index));
        }

        WeightGradients(workspace, order, gradient, accumulate);
        if (workspace.HasGradient(Input))
        {
            Span<float> dx = Inputs(workspace);
            MatMul.Multiply(
                new MatrixView(GateValues(workspace), Wide), new MatrixView(packed[GradientCount..], InputStride),
                default, dx, InputStride, (order.Points.Length, Wide, Input.Columns));
            RowMoves.Scatter(dx, order.Points, workspace.Gradients(Input), InputStride);
        }
    }

    /// <summary>The states of one step from those before and from the gates' share of the points.</summary>
    private protected abstract void Advance(Workspace workspace, ReadOnlySpan<float> packed, PackedStep step);

    /// <summary>
    /// Turns the gates of one step into gradients by their sums and adds to the gradient by the states before.
    /// </summary>
    private protected abstract void Retreat(Workspace workspace, ReadOnlySpan<float> packed, PackedStep step);

    /// <summary>Gradients by what the states before gave to the gates, [M, G padded H].</summary>
    private protected abstract Span<float> StateSums(Workspace workspace);

    /// <summary>The states that the gates of a step saw; of no meaning at the first step.</summary>
    private protected Span<float> Before(Workspace workspace) => workspace.KeptByInput(this, BeforeStart, Stride);

    private protected Span<float> GateValues(Workspace workspace) => workspace.KeptByInput(this, GateStart, Wide);

    private protected Span<float> States(Workspace workspace) => workspace.KeptByInput(this, StateStart, Stride);

    private protected Span<float> Own(Workspace workspace, int skip, int count) =>
        workspace.KeptByInput(this, OwnStart + skip, count);

    private protected MatrixView StateWeights(ReadOnlySpan<float> packed) => new(packed[StateWeightStart..], Wide);

    private protected MatrixView StateBias(ReadOnlySpan<float> packed) => new(packed.Slice(BiasStart + Wide, Wide), 0);

    /// <summary>Adds the gradient by the states before a step that their share of the gates brings.</summary>
    private protected void AddStateGradient(
        ReadOnlySpan<float> sums, ReadOnlySpan<float> packed, Span<float> gradient) =>
        MatMul.Multiply(
            new MatrixView(sums, Wide), new MatrixView(packed[(GradientCount + (Wide * InputStride))..], Stride),
            new MatrixView(gradient, Stride), gradient, Stride, (sums.Length / Wide, Wide, Units));

    private Span<float> Inputs(Workspace workspace) => workspace.KeptByInput(this, 0, InputStride);

    private MatrixView InputBias(ReadOnlySpan<float> packed) => new(packed.Slice(BiasStart, Wide), 0);

    private void BeginStateGradients(Workspace workspace, PackedOrder order)
    {
        Span<float> gradients = States(workspace);
        ReadOnlySpan<float> outputs = workspace.Gradients(Output);
        if (IsSequence)
        {
            RowMoves.Gather(outputs, order.Points, gradients, Stride);
        }
        else
        {
            gradients.Clear();
            RowMoves.Scatter(outputs, order.Lasts, gradients, Stride);
        }
    }

    private void WeightGradients(Workspace workspace, PackedOrder order, Span<float> gradient, bool accumulate)
    {
        if (!accumulate)
        {
            gradient.Clear();
        }

        // At the first step there was no state: its rows, which come first, say nothing about U.
        int rows = order.Points.Length, first = order.Steps > 1 ? order.Step(1).First : rows;
        Span<float> inputSums = GateValues(workspace), stateSums = StateSums(workspace);
        Product(Inputs(workspace), InputStride, inputSums, gradient, (Input.Columns, rows));
        Product(
            Before(workspace)[(first * Stride)..], Stride, stateSums[(first * Wide)..], gradient[StateWeightStart..],
            (Units, rows - first));
        ActivationRows.Gradient(Activation.Identity, inputSums, inputSums, gradient.Slice(BiasStart, Wide));
        if (Biases == 2)
        {
            ActivationRows.Gradient(Activation.Identity, stateSums, stateSums, gradient.Slice(BiasStart + Wide, Wide));
        }
    }

    private void Product(
        ReadOnlySpan<float> x,
        int stride,
        ReadOnlySpan<float> sums,
        Span<float> gradient,
        (int Columns, int Rows) size) =>
        MatMul.Multiply(
            new MatrixView(x, stride).Transposed, new MatrixView(sums, Wide), new MatrixView(gradient, Wide), gradient,
            Wide, (size.Columns, size.Rows, Wide));
}
