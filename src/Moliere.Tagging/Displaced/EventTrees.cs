using Moliere.Data.Objects;
using Moliere.Learning.Trees;

namespace Moliere.Tagging.Displaced;

/// <summary>
/// Boosted trees that tell events with two displaced jets from those of both backgrounds, each of which counts half.
/// </summary>
/// <source>arXiv:2203.01009, section 6: boosted decision tree of the event.</source>
/// <param name="Trees">One margin, large for signal.</param>
public sealed record EventTrees(BoostedTrees Trees)
{
    /// <summary>Grows the trees.</summary>
    /// <param name="training">Events to learn from, of all three classes.</param>
    /// <param name="validation">Events that say when to stop.</param>
    /// <param name="options">How trees are boosted; the objective is set here.</param>
    /// <exception cref="ArgumentException">
    /// One of the classes has no event with two jets, or an event is of no class.
    /// </exception>
    public static EventTrees Derive(DisplacedEvents training, DisplacedEvents validation, BoostingOptions options) =>
        new(BoostedTreesTrainer.Fit(
            Rows(training), options with { Objective = TreeObjective.Logistic }, Rows(validation)).Model);

    /// <summary>Probability of signal of each event [E], at equal sums of signal and background.</summary>
    /// <param name="events">Events of any class.</param>
    /// <param name="threads">At least 1; does not change the result.</param>
    public float[] Apply(DisplacedEvents events, int threads)
    {
        float[] margins = new float[events.Count];
        using var predictor = new TreePredictor(Trees, threads);
        predictor.Predict(events.Features, events.Count, margins);
        return Array.ConvertAll(margins, margin => (float)(1 / (1 + Math.Exp(-(double)margin))));
    }

    private static TreeRows Rows(DisplacedEvents events)
    {
        ClassBalance.RequireClasses(events.Classes);
        double[] sums = new double[3];
        for (int i = 0; i < events.Count; i++)
        {
            sums[events.Classes[i]] += events.Weights[i];
        }

        int missing = Array.FindIndex(sums, sum => !(sum > 0));
        if (missing >= 0)
        {
            throw new ArgumentException(
                $"No event of the class {ClassBalance.NameOf((DisplacedClass)missing)} has two jets; event trees need "
                + "all three classes.");
        }

        double[] shares = [0.25, 0.5, 0.25];
        return new(
            events.Features, DisplacedEvents.Names,
            Array.ConvertAll(events.Classes, number => number == (int)DisplacedClass.Signal ? 1f : 0f),
            [.. events.Weights.Select((weight, i) => (float)(
                weight * shares[events.Classes[i]] / sums[events.Classes[i]] * events.Count))]);
    }
}
