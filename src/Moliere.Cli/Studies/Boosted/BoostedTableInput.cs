using Moliere.Cli.Recipes.Boosted;
using Moliere.Cli.Studies.Sources;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Tables;
using Moliere.Simulation.Samples.Boosted;

namespace Moliere.Cli.Studies.Boosted;

/// <summary>The tables of large-radius jets, of the house or foreign.</summary>
internal static class BoostedTableInput
{
    /// <summary>How they are read: label, transverse momentum and mass must be there.</summary>
    public static ObjectTables Tables { get; } = new()
    {
        Objects = "jets",
        File = BoostedTableStage.FileName,
        Columns = [.. BoostedJetSampler.NoJets.Columns.Select(column => column.Name)],
        Completion = (section, name) => new BoostedCompletion((BoostedSourceSection)section, name),
        Needed = (section, _) => section.StudyColumns.Always,
    };

    /// <summary>All jets of a table that <see cref="BoostedTableStage"/> made.</summary>
    /// <param name="path">The table file.</param>
    /// <exception cref="RefusalException">A class is missing.</exception>
    public static Table Read(string path)
    {
        Table jets = TableFile.Read(path);
        float[] labels = jets.Floats(BoostedJetColumns.IsSignal);
        int signal = labels.Count(label => label > 0);
        return signal > 0 && signal < labels.Length ? jets : throw new RefusalException(
            ExitCode.BadData,
            $"Found {signal} jets of bosons ({BoostedJetColumns.IsSignal} = 1) and {labels.Length - signal} of quarks "
            + "and gluons (0), expected some of both; take more events, or check source.select and "
            + $"source.columns.{BoostedJetColumns.IsSignal}.");
    }

    /// <summary>Of each jet its crossing, or its event where the table has none: what shares pile-up.</summary>
    /// <param name="jets">A table of large-radius jets.</param>
    public static long[] Groups(Table jets) =>
        jets.Longs(jets.Has(BoostedJetColumns.Crossing) ? BoostedJetColumns.Crossing : BoostedJetColumns.Event);
}
