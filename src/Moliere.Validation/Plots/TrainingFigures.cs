namespace Moliere.Validation.Plots;

/// <summary>Loss curves.</summary>
public static class TrainingFigures
{
    /// <summary>Training and validation loss of one method against the epoch.</summary>
    /// <param name="method">Name of the method.</param>
    /// <param name="training">Training loss per epoch.</param>
    /// <param name="validation">Validation loss per epoch.</param>
    /// <param name="label">Where the objects come from.</param>
    /// <param name="pass">What a training does again and again: epochs of networks, rounds of trees.</param>
    public static Figure Loss(
        string method, IReadOnlyList<double> training, IReadOnlyList<double> validation, string label,
        string pass = "epoch") =>
        new()
        {
            Id = $"loss-{method}",
            Title = $"Loss of {method}",
            X = new PlotAxis(pass),
            Y = new PlotAxis("loss"),
            Layers = [Curve("training", training), Curve("validation", validation)],
            Label = label,
            Caption = $"The model of the {pass} with the lowest validation loss is kept. A validation loss that rises "
                + "while the training loss falls means over-training.",
        };

    /// <summary>Names of the two curves, for a palette.</summary>
    public static IReadOnlyList<string> Curves { get; } = ["training", "validation"];

    private static CurveLayer Curve(string name, IReadOnlyList<double> losses) =>
        new(name, [.. losses.Select((loss, epoch) =>
            new CurvePoint(epoch + 0.5, epoch + 1.5, double.IsFinite(loss) ? loss : null, null))]);
}
