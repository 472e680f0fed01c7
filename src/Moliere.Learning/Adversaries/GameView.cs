using Moliere.Learning.Training;

namespace Moliere.Learning.Adversaries;

/// <summary>What monitors see of an epoch. Outputs are those of main through <see cref="OutputView"/>.</summary>
/// <param name="Validation">Rows of the task.</param>
/// <param name="Outputs">What main says about them, [N, O]; valid during the call.</param>
/// <param name="Control">Rows of the control validation sample.</param>
/// <param name="ControlOutputs">What main says about those, [M, O]; valid during the call.</param>
public sealed record GameView(
    TrainingRows Validation, ReadOnlyMemory<float> Outputs, CoupledRows Control, ReadOnlyMemory<float> ControlOutputs)
{
    /// <summary>Outputs O of a row.</summary>
    public int OutputCount => Outputs.Length / Validation.RowCount;

    /// <summary>Values of one output, and their weights, for the rows with one target.</summary>
    /// <param name="isControl">Whether of the control sample, or of the task.</param>
    /// <param name="column">Which output.</param>
    /// <param name="target">Which target, exactly.</param>
    public (float[] Values, float[] Weights) Of(bool isControl, int column, float target)
    {
        TrainingRows rows = isControl ? Control : Validation;
        ReadOnlySpan<float> outputs = (isControl ? ControlOutputs : Outputs).Span;
        List<float> values = [], weights = [];
        for (int row = 0; row < rows.RowCount; row++)
        {
            if (rows.Target(row) == target)
            {
                values.Add(outputs[(row * OutputCount) + column]);
                weights.Add(rows.Weight(row));
            }
        }

        return ([.. values], [.. weights]);
    }
}
