using System.Globalization;
using Moliere.Calibration;
using Moliere.Calibration.Classical.Taus;
using Moliere.Learning.Training;
using Moliere.Validation.Metrics;
using Moliere.Validation.Plots;

namespace Moliere.Cli.Studies;

/// <summary>One derived method, and how its training went where it had one.</summary>
/// <param name="Calibration">The method.</param>
/// <param name="Training">Null for methods that are not trained, or were read from a folder.</param>
internal sealed record DerivedMethod(ICalibration Calibration, TrainingResult? Training)
{
    // Trees are trained in rounds.
    private string Pass => Calibration is TreeCalibration ? "round" : "epoch";

    /// <summary>A line for the console.</summary>
    /// <param name="objects">What it was trained on, such as clusters.</param>
    public string Describe(string objects) => Training is { } training
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{Calibration.Name}: {training.Epochs} {Pass}s over {training.Rows} {objects}, best {Pass} "
            + $"{training.BestEpoch}, validation loss {training.BestValidationLoss:0.#####}")
        : $"{Calibration.Name}: derived";

    /// <summary>The trainings of some methods as entries of <c>metrics.json</c> and of the report.</summary>
    /// <param name="methods">Those without a training are left out.</param>
    public static TrainingEntry[] Trainings(IEnumerable<DerivedMethod> methods) =>
    [
        .. methods.Where(method => method.Training is not null).Select(method => new TrainingEntry
        {
            Method = method.Calibration.Name,
            Rows = method.Training!.Rows,
            Epochs = method.Training.Epochs,
            Seconds = method.Training.Seconds,
            RowsPerSecond = method.Training.RowsPerSecond,
            BestEpoch = method.Training.BestEpoch,
            ValidationLoss = method.Training.BestValidationLoss,
        }),
    ];

    /// <summary>Loss against epoch, one figure per training.</summary>
    /// <param name="methods">Those without a training are left out.</param>
    /// <param name="label">Text on every figure.</param>
    public static IReadOnlyList<Figure> Losses(IEnumerable<DerivedMethod> methods, string label) =>
    [
        .. methods.Where(method => method.Training is not null).Select(method => TrainingFigures.Loss(
            method.Calibration.Name,
            [.. method.Training!.History.Select(epoch => epoch.TrainingLoss)],
            [.. method.Training.History.Select(epoch => epoch.ValidationLoss)],
            label, method.Pass)),
    ];
}
