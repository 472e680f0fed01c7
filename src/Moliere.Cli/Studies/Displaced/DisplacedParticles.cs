using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Displaced;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Simulation.Samples.Displaced;
using Moliere.Tagging.Displaced;

namespace Moliere.Cli.Studies.Displaced;

/// <summary>The long-lived particles that an efficiency map is of.</summary>
/// <param name="Events">Those of the crossings that event trees learn from, from which the map is measured.</param>
/// <param name="Test">Those of the crossings that judge.</param>
/// <param name="Condition">Which particles they are, and what of them besides the score is asked.</param>
internal sealed record DisplacedParticles(Table Events, Table Test, string Condition)
{
    /// <summary>
    /// All particles of the simulated events; of tables of one's own those that have a jet; null where such tables have
    /// no truth.
    /// </summary>
    public static DisplacedParticles? Of(StudyRequest request, DisplacedRecipe recipe, DisplacedParts parts)
    {
        if (recipe.Source.Files.Any())
        {
            Table events = JetMapSample.Matched(parts.Events), test = JetMapSample.Matched(parts.Test);
            return events.Floats(DisplacedJetColumns.DecayRadius).Any(radius => radius > 0)
                ? new(events, test, "of long-lived particles that have a jet in the tables, those") : null;
        }

        using RunStage stage = request.Progress.Stage("truth of the signal", 1, "samples");
        Table[] others = [parts.Training.Training, parts.Training.Validation, parts.Cut];
        HashSet<long> unused = [.. others.SelectMany(part => part.Longs(DisplacedJetColumns.Crossing))];
        Table all = LongLivedParticles.Of(
            new(recipe.Sample.ToGenerator(), recipe.Seed), recipe.Sample.Crossings(),
            crossing => !unused.Contains(crossing), request.Threads, request.Cancellation);
        Table[] dealt = JetMapSample.Deal(all, parts.Simulated, recipe.Split.Shares, recipe.Seed);
        stage.Advance();
        DisplacedSampleOptions rows = recipe.Sample.ToRows();
        return new(dealt[2], dealt[4], FormattableString.Invariant(
            $"of long-lived particles that {LongLivedParticles.Decay}, those within {rows.MatchRadius} of a jet of ")
            + FormattableString.Invariant($"{rows.PtMin} to {rows.PtMax} GeV at EM scale"));
    }
}
