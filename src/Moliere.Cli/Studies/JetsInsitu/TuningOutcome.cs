using Moliere.Calibration.InSitu;
using Moliere.Cli.Progress;
using Moliere.Learning.Training;

namespace Moliere.Cli.Studies.JetsInsitu;

/// <summary>What is said of a tuning that did not end as it should.</summary>
internal static class TuningOutcome
{
    /// <summary>How the tuning ended and what is kept of it.</summary>
    /// <param name="result">The tuning.</param>
    public static string Of(InSituResult result)
    {
        int best = result.Training.BestEpoch;
        string kept = best == 0 ? "the start is kept" : $"epoch {best} is kept";
        string end = result.Training.Status switch
        {
            TrainingStatus.Diverged => $"diverged after epoch {result.Training.Epochs}",
            TrainingStatus.Unhealthy => $"stopped as unhealthy after epoch {result.Training.Epochs}",
            TrainingStatus.EarlyStopped => $"no gain any more at epoch {result.Training.Epochs}",
            TrainingStatus.Interrupted => $"interrupted after epoch {result.Training.Epochs}",
            _ => $"all {result.Training.Epochs} epochs",
        };
        return $"{end}; {kept}";
    }

    /// <summary>Says how a tuning ended and what the monitors object to.</summary>
    /// <param name="progress">Where to say it.</param>
    /// <param name="name">The method.</param>
    /// <param name="result">Its tuning.</param>
    public static void Say(RunProgress progress, string name, InSituResult result)
    {
        (DijetCuts training, DijetCuts validation) = result.Cuts;
        progress.Say(
            $"{name}: {training.Pairs} dijets to learn from, {validation.Pairs} to choose by; {result.WidthBins} width "
            + $"bins with {result.EventsPerWidth:0} dijets of a step each.");
        progress.Say($"{name}: {Of(result)}.");
        if (result.FirstComplaint is (int epoch, string complaint))
        {
            progress.Say($"{name}: the monitors object from epoch {epoch} on: {complaint}");
        }
    }

    /// <summary>Refuses a network that is none; failures that were asked for may be such.</summary>
    /// <param name="name">The method.</param>
    /// <param name="result">Its tuning.</param>
    /// <exception cref="RefusalException">The tuning diverged before any healthy epoch.</exception>
    public static void Refuse(string name, InSituResult result)
    {
        bool isHealthy = result.History.Any(epoch => epoch.Complaint is null);
        if (result.Training.Status == TrainingStatus.Diverged && !isHealthy)
        {
            throw new RefusalException(
                ExitCode.Usage,
                $"The tuning of {name} diverged before any healthy epoch; use smaller steps with "
                + "--set insitu.learning_rate=..., or larger batches with --set insitu.batch_size=....");
        }
    }
}
