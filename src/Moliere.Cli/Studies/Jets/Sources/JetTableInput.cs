using Moliere.Cli.Recipes.Jets;
using Moliere.Cli.Studies.Sources;
using Moliere.Simulation.Samples.Jets;

namespace Moliere.Cli.Studies.Jets.Sources;

/// <summary>The tables of jets, of the house or foreign.</summary>
internal static class JetTableInput
{
    /// <summary>How they are read; isolations need all jets of an event.</summary>
    public static ObjectTables Tables { get; } = new()
    {
        Objects = "jets",
        File = JetTableStage.FileName,
        Columns = [.. JetSampler.NoJets.Columns.Select(column => column.Name)],
        Completion = (section, name) => new JetCompletion((JetSourceSection)section, name),
        NeedsWholeEvents = true,
    };
}
