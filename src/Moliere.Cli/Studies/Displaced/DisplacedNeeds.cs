using System.Text.Json;
using Moliere.Cli.Recipes.Displaced;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Tagging.Displaced;

namespace Moliere.Cli.Studies.Displaced;

/// <summary>Refuses samples of which too little is left after the training, before time is spent on it.</summary>
internal static class DisplacedNeeds
{
    private const int LeastOfControl = 2; // of data and of simulation: a fresh adversary halves them

    /// <summary>
    /// Looks for events of each class that the trigger keeps, for background of the plane, and for data and simulation
    /// of the control region.
    /// </summary>
    /// <param name="recipe">Trigger, plane and where jets come from.</param>
    /// <param name="parts">The jets as they were dealt.</param>
    /// <exception cref="RefusalException">There are none in some part.</exception>
    public static void Require(DisplacedRecipe recipe, DisplacedParts parts)
    {
        string section = recipe.Source.Files.Any() ? "source" : "sample";
        EventTrigger trigger = recipe.Trigger.ToOptions();
        (string Part, string Key, Table Jets)[] judged =
        [
            ("that stops event trees (split.cut)", "split.cut", parts.Cut),
            ("that event trees learn from (split.events)", "split.events", parts.Events),
            ("that judges (what the shares of split leave)", "those of split", parts.Test),
        ];
        foreach ((string part, string key, Table jets) in judged)
        {
            RequireClasses(jets, trigger, part, key, section);
        }

        RequireBackground(trigger.Select(parts.Events), recipe.Abcd.Plane());
        RequireControl(parts.ControlTest, section);
    }

    private static void RequireClasses(Table jets, EventTrigger trigger, string part, string key, string section)
    {
        int[] all = Classes(jets), kept = Classes(trigger.Select(jets));
        foreach (DisplacedClass one in Enum.GetValues<DisplacedClass>().Where(one => !kept.Contains((int)one)))
        {
            int before = all.Count(number => number == (int)one);
            string name = JsonNamingPolicy.SnakeCaseLower.ConvertName(one.ToString());
            throw new RefusalException(
                ExitCode.BadData,
                $"The part {part} has {before} events of {section}.{name} with two jets and a weight, and the trigger "
                + $"keeps none of them; expected one at least. Take more events ({section}.{name}), another share "
                + $"({key}), or a looser trigger (trigger.pt_min, trigger.log_ratio_min, trigger.track_distance_min, "
                + "trigger.time_min).");
        }
    }

    // Whether the two jets that count are in time depends on scores; two that are must be there in any case.
    private static void RequireBackground(Table jets, PlaneOptions plane)
    {
        bool[] passes = plane.Trigger.Passes(jets);
        float[] times = JetSummaries.LeadingTimes(jets);
        Table clean = jets.Select([.. Enumerable.Range(0, jets.RowCount)
            .Where(row => passes[row] && times[row] > plane.TimeMin)]);
        if (Classes(clean).All(number => number == (int)DisplacedClass.Signal))
        {
            throw new RefusalException(
                ExitCode.BadData,
                $"The part that event trees learn from (split.events) has {Classes(jets).Length} events that the "
                + "trigger keeps, and none of its background passes the cuts of the plane; expected one at least. Take "
                + "more events, or looser cuts (abcd.time_min, abcd.trigger).");
        }
    }

    private static void RequireControl(Table control, string section)
    {
        float[] isData = control.Floats(DisplacedJetColumns.IsData);
        int data = isData.Count(number => number > 0), simulation = isData.Length - data;
        if (Math.Min(data, simulation) < LeastOfControl)
        {
            string keys = section == "source" ? "source.control_simulation, source.control_data" : "sample.control";
            throw new RefusalException(
                ExitCode.BadData,
                $"The part of the control region that judges has {data} jets of data and {simulation} of simulation; "
                + $"expected {LeastOfControl} of each at least. Take more events ({keys}), or another share "
                + "(those of split).");
        }
    }

    // Of events with two jets and a weight; scores are of no account.
    private static int[] Classes(Table jets)
    {
        var events = DisplacedEvents.Of(jets, new float[3 * jets.RowCount]);
        return [.. events.Classes.Where((_, i) => events.Weights[i] > 0)];
    }
}
