namespace Moliere.Learning.Optimizers;

/// <summary>Learning-rate schedules: pure functions of the position in the training.</summary>
/// <source>
/// Cosine: Loshchilov and Hutter, arXiv:1608.03983, equation 5. One-cycle: Smith and Topin, arXiv:1708.07120.
/// </source>
public static class Schedules
{
    /// <summary>Factor on the configured learning rate, in [0, 1].</summary>
    /// <param name="options">Which schedule.</param>
    /// <param name="epoch">Epochs done, with fraction, in [0, epochs].</param>
    /// <param name="epochs">Length of the training in epochs, positive.</param>
    public static double Factor(ScheduleOptions options, double epoch, int epochs) => options.Kind switch
    {
        ScheduleKind.Constant => 1,
        ScheduleKind.Step => Math.Pow(options.StepFactor, options.Milestones.Count(milestone => epoch >= milestone)),
        ScheduleKind.Cosine => HalfCosine(1, options.FinalFraction, epoch / epochs),
        ScheduleKind.OneCycle => OneCycle(options, epoch / epochs),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Kind, "Not a schedule."),
    };

    private static double OneCycle(ScheduleOptions options, double position) => position < options.RiseFraction
        ? HalfCosine(options.StartFraction, 1, position / options.RiseFraction)
        : HalfCosine(1, options.FinalFraction, (position - options.RiseFraction) / (1 - options.RiseFraction));

    private static double HalfCosine(double from, double to, double position) =>
        to + ((from - to) * 0.5 * (1 + Math.Cos(Math.PI * position)));
}
