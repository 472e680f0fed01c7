using Moliere.Cli.Recipes.Displaced;
using Moliere.Cli.Studies.Sources;
using Moliere.Data.Tables;
using Moliere.Formats.Tables;

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
        var tables = new ObjectTables
        {
            Objects = $"jets of {sample.Name}",
            File = DisplacedTableStage.FileName,
            Columns = ["no table is taken as it is"], // classes are those of the recipe
            Completion = (_, name) => new DisplacedCompletion(name, sample.Class, sample.IsData),
            Needed = (wanted, _) => [.. wanted.StudyColumns.Always, .. wanted.StudyColumns.Lists],
        };
        if (!File.Exists(scratch))
        {
            tables.Write(request, section, sample.File!, scratch);
        }

        return TableFile.Read(scratch);
    }
}
