using Moliere.Cli.Inspection.Root;
using Moliere.Cli.Recipes;
using Moliere.Cli.Studies.Clusters;
using Moliere.Formats.Bytes;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Sources;

namespace Moliere.Cli.Inspection;

/// <summary>Recognises a file or folder, by content where it has a mark of its own, and describes it.</summary>
internal static class Inspector
{
    /// <summary>Lines for the person.</summary>
    /// <param name="path">A file or folder.</param>
    /// <exception cref="RefusalException">There is nothing of that name.</exception>
    /// <exception cref="InvalidFileException">It is broken, or nothing that this program knows.</exception>
    public static IReadOnlyList<string> Describe(string path)
    {
        if (Directory.Exists(path))
        {
            return RunInspection.Describe(path);
        }

        if (!File.Exists(path))
        {
            throw new RefusalException(
                ExitCode.BadData,
                path.Contains('*', StringComparison.Ordinal)
                    ? $"'{path}' stands for several files; inspect looks at one: name it."
                    : $"'{path}' does not exist; check the path.");
        }

        return Path.GetExtension(path) switch
        {
            ".yaml" or ".yml" => DescribeRecipe(path),
            ".onnx" => OnnxInspection.Describe(path),
            ".json" => MethodInspection.DescribeJson(path),
            _ when TableSources.IsCsv(path) => TableInspection.DescribeCsv(path),
            _ => DescribeByMark(path),
        };
    }

    /// <summary>What a ROOT file holds; null for any other file or folder.</summary>
    /// <param name="address">A file, or <c>file:tree</c>.</param>
    /// <param name="rows">How many of the first entries to read of each branch; 0 for none.</param>
    /// <exception cref="InvalidFileException">It is damaged, or has no tree of that name.</exception>
    public static RootListing? TryRoot(string address, int rows)
    {
        var table = new TableAddress(address);
        if (!File.Exists(table.Pattern) || !table.IsRoot)
        {
            return null;
        }

        using RootFile file = RootFile.Open(table.Pattern);
        return RootListing.Of(file, table.Dataset, rows);
    }

    private static IReadOnlyList<string> DescribeByMark(string path)
    {
        using Stream stream = Formats.Bytes.InputFile.Open(path);
        var mark = new byte[8];
        int length = stream.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
        return System.Text.Encoding.Latin1.GetString(mark, 0, length) switch
        {
            "MOLTABLE" => TableInspection.DescribeTable(path),
            "MOLMODL2" => MethodInspection.DescribeNetwork(path),
            "MOLCKPT2" or "MOLGAME1" =>
                ["Checkpoint of an unfinished training; the command that made it continues from it."],
            ['{', ..] when path.EndsWith(".model", StringComparison.Ordinal) => MethodInspection.DescribeJson(path),
            _ => EventInspection.Describe(path),
        };
    }

    private static string[] DescribeRecipe(string path)
    {
        RecipeSource source = RecipeSource.Read(path);
        object recipe = RecipeBinder.Bind(source.Study.Type, source.Tree);
        return [$"Recipe of the study '{source.Study.Name}', valid. With all defaults:", "",
            .. RecipeWriter.Write(recipe).TrimEnd().Split('\n')];
    }
}
