using Moliere.Cli.Recipes.Displaced;
using Moliere.Cli.Studies.Sources;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Tables;
using Moliere.Simulation.Samples.Displaced;

namespace Moliere.Cli.Studies.Displaced;

/// <summary>The jets of a run: simulated, or read from tables of one's own.</summary>
internal static class DisplacedTables
{
    /// <summary>Makes or finds the table, and reads it.</summary>
    /// <exception cref="RefusalException">It has no jets, or a table lacks what is needed.</exception>
    public static Table Read(StudyRequest request, DisplacedRecipe recipe)
    {
        if (!recipe.Source.Files.Any())
        {
            return TableFile.Read(DisplacedTableStage.Make(request, recipe.Sample, recipe.Choices()));
        }

        string target = request.Folder.PathOf(DisplacedTableStage.FileName);
        if (!File.Exists(target))
        {
            TableFile.Write(target, ColumnJoin.Rows(
                [.. recipe.Source.Samples.Select(sample => One(request, recipe.Source.ToTable(), sample))]));
        }

        return TableFile.Read(target);
    }

    private static Table One(
        StudyRequest request, DisplacedTableSection section, (string Name, string? File, int Class, bool IsData) sample)
    {
        string scratch = request.Folder.PathOf($"tables/{sample.Name}.table");
        var completion = new Completion(sample.Class, sample.IsData);
        var tables = new ObjectTables
        {
            Objects = $"jets of {sample.Name}",
            File = DisplacedTableStage.FileName,
            Columns = ["no table is taken as it is"], // classes are those of the recipe
            Completion = (_, _) => completion,
            Needed = (wanted, _) => [.. wanted.StudyColumns.Always, .. wanted.StudyColumns.Lists],
        };
        if (!File.Exists(scratch))
        {
            tables.Write(request, section, sample.File!, scratch);
        }

        return TableFile.Read(scratch);
    }

    // What a table need not have is zero, a weight one; what it is comes from the recipe.
    private sealed class Completion(int displaced, bool isData) : ITableCompletion
    {
        public Table Complete(Table objects) => new(
            [.. DisplacedSampler.NoJets.Columns.Select(column => Make(column, objects))]);

        public IEnumerable<string> Lines() => [];

        private Column Make(Column wanted, Table objects) => wanted switch
        {
            { Name: DisplacedJetColumns.Class } => Constant(wanted, objects, displaced),
            { Name: DisplacedJetColumns.EventClass } => Constant(wanted, objects, Math.Max(0, displaced)),
            { Name: DisplacedJetColumns.IsControl } => Constant(wanted, objects, displaced < 0 ? 1 : 0),
            { Name: DisplacedJetColumns.IsData } => Constant(wanted, objects, isData ? 1 : 0),
            _ when objects.Has(wanted.Name) => objects[wanted.Name],
            { Name: DisplacedJetColumns.Weight } => Constant(wanted, objects, 1),
            { Name: DisplacedJetColumns.Crossing } => // without one every event has its own
                ((LongColumn)wanted) with { Values = objects.Longs(DisplacedJetColumns.Event) },
            _ => Constant(wanted, objects, 0),
        };

        private static Column Constant(Column wanted, Table objects, int value)
        {
            var values = new float[objects.RowCount];
            Array.Fill(values, value);
            return wanted is LongColumn
                ? new LongColumn(wanted.Name, wanted.Unit, wanted.Description, Array.ConvertAll(values, v => (long)v))
                : new FloatColumn(wanted.Name, wanted.Unit, wanted.Description, values);
        }
    }
}
