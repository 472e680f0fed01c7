using Moliere.Cli.Recipes.JetsInsitu;
using Moliere.Cli.Studies.Jets;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Tables;

namespace Moliere.Cli.Studies.JetsInsitu;

/// <summary>The jets of simulation and data, dealt to training, validation and test by their event.</summary>
internal sealed class InsituSample
{
    private readonly EventSplit _split;

    private InsituSample(Table simulation, Table data, EventSplit split) =>
        (Simulation, Data, _split) = (simulation, data, split);

    /// <summary>Jets with truth.</summary>
    public Table Simulation { get; }

    /// <summary>Jets of data, or what stands for it.</summary>
    public Table Data { get; }

    /// <summary>Whether the data have true momenta, which figures then show.</summary>
    public bool HasTrueData => Data.Has(JetColumns.TruthPt) && Data.Floats(JetColumns.TruthPt).Any(pt => pt > 0);

    /// <summary>Makes both tables, or finds those that an interrupted run left.</summary>
    /// <exception cref="RefusalException">The simulation has no truth.</exception>
    public static InsituSample Make(StudyRequest request, InsituRecipe recipe)
    {
        var split = new EventSplit
        {
            TrainingFraction = recipe.Split.Train,
            ValidationFraction = recipe.Split.Validation,
            Salt = recipe.Seed,
        };
        Table simulation = Read(request, recipe.Simulation(), "tables/simulation.table");
        if (!simulation.Has(JetColumns.TruthPt) || !simulation.Floats(JetColumns.TruthPt).Any(pt => pt > 0))
        {
            throw new RefusalException(
                ExitCode.BadData,
                "No jet of the simulation (source) has a true momentum, which the network learns from; name the column "
                + "with --set source.columns={truth_pt: COLUMN}. Data (data.source) need none.");
        }

        return new(simulation, Read(request, recipe.PseudoData(), "tables/data.table"), split);
    }

    /// <summary>The jets of a part.</summary>
    public Table Of(Table jets, SplitPart part) => jets.Select(_split.Rows(jets.Longs(JetColumns.Event), part));

    /// <inheritdoc/>
    public override string ToString() => $"{Simulation.RowCount} jets of simulation, {Data.RowCount} of data";

    private static Table Read(StudyRequest request, JetTableChoices choices, string file)
    {
        Table jets = TableFile.Read(JetTableStage.Make(request, choices, file));
        return jets.RowCount > 0 ? jets : throw new RefusalException(
            ExitCode.BadData, $"{file} has no jet; simulate more events, or check what the table's selection keeps.");
    }
}
