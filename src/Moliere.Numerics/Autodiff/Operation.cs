namespace Moliere.Numerics.Autodiff;

/// <summary>
/// One line of a tape: what is computed from which value into which. An operation is a record without state, so that
/// one tape serves all workers, can be printed, and can be differentiated again.
/// </summary>
/// <param name="Input">The value read.</param>
/// <param name="Output">The value written.</param>
public abstract record Operation(Value Input, Value Output)
{
    /// <summary>Where this operation's parameters start in the flat parameter vector of the tape.</summary>
    public int ParameterOffset { get; init; }

    /// <summary>Length of this operation's part of the parameter vector; 0 if it has no parameters.</summary>
    public abstract int ParameterCount { get; }

    /// <summary>Where this operation's parameters start in the layout the kernels read.</summary>
    internal int PackedOffset { get; init; }

    /// <summary>Floats of the layout the kernels read.</summary>
    internal abstract int PackedCount { get; }

    /// <summary>Where this operation's gradient starts in a gradient buffer.</summary>
    internal int GradientOffset { get; init; }

    /// <summary>Floats of the layout in which the kernels sum gradients.</summary>
    internal abstract int GradientCount { get; }

    /// <summary>Floats per row that the forward pass must keep for the gradient besides input and output.</summary>
    internal abstract int KeptColumns { get; }

    /// <summary>The value as many of whose rows are kept.</summary>
    internal virtual Value KeptRows => Output;

    /// <summary>
    /// Floats besides those per row: for the time of the gradient's own computation, or kept for it.
    /// </summary>
    internal virtual int ScratchCount => 0;

    /// <summary>Copies parameters into the layout the kernels read.</summary>
    internal abstract void Pack(ReadOnlySpan<float> parameters, Span<float> packed);

    /// <summary>Copies a summed gradient into the layout of the parameters.</summary>
    internal abstract void Unpack(ReadOnlySpan<float> gradient, Span<float> flat);

    /// <summary>
    /// Changes what an operation learns by watching instead of by a gradient, after the optimiser has made a step.
    /// </summary>
    /// <param name="packed">Parameters from before the step.</param>
    /// <param name="sums">What all lanes summed.</param>
    /// <param name="parameters">Part of the flat parameter vector, as the optimiser left it.</param>
    internal virtual void Settle(ReadOnlySpan<float> packed, ReadOnlySpan<float> sums, Span<float> parameters)
    {
    }

    /// <summary>Computes the output of this operation for the rows of the workspace.</summary>
    internal abstract void Forward(Workspace workspace, ReadOnlySpan<float> packed);

    /// <summary>
    /// Turns the gradient with respect to the output (which it may overwrite) into those with respect to input and
    /// parameters.
    /// </summary>
    internal abstract void Backward(
        Workspace workspace, ReadOnlySpan<float> packed, Span<float> gradient, bool accumulate);
}
