using System.Globalization;
using Moliere.Formats.Bytes;
using Moliere.Formats.Root;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Trees;

namespace Moliere.Tests.Formats.Root.Trees;

/// <summary>Compares a tree, branch by branch, with what other readers found.</summary>
internal static class TreeFacts
{
    /// <summary>Float16_t is a float in memory, and its readers round differently.</summary>
    private const double PackedTolerance = 1e-6;

    /// <summary>
    /// Branches for which the facts are not the truth, by file and branch, with the reason. They are read all the same,
    /// and must give data.
    /// </summary>
    private static readonly Dictionary<string, string> s_wrongFacts = new()
    {
        ["ndim-slice.root/SliD16"] = "1728 values where 3 elements of 2 x 3 x 4 are 72, and magnitudes above 1e38",
        ["ndim-slice.root/SliD32"] = "2304 values where 3 elements of 2 x 3 x 4 are 72",
    };

    /// <summary>What differs, one line for each branch.</summary>
    public static IReadOnlyList<string> Differences(string path, ExpectedTree expected)
    {
        using RootFile file = RootFile.Open(path);
        var tree = (TreeDataset)RootDatasets.Open(file, expected.Name);
        var differences = new List<string>();
        bool isHeaderRight = expected.Entries == tree.EntryCount || expected.Entries == 0;
        if (!isHeaderRight)
        {
            differences.Add($"{tree.EntryCount} entries instead of {expected.Entries}");
        }

        ILookup<string, RootField> fields = All(tree.Fields).ToLookup(field => field.Name.TrimEnd('.'));
        foreach (ExpectedBranch branch in expected.Branches)
        {
            if (Difference(tree, fields, branch, System.IO.Path.GetFileName(path)) is { } difference)
            {
                differences.Add(difference);
            }
        }

        return differences;
    }

    // Facts name a branch by its own name; one that repeats gets its number at the top, as in 'DSID#14'.
    private static string? Difference(
        TreeDataset tree, ILookup<string, RootField> fields, ExpectedBranch branch, string file)
    {
        int mark = fields.Contains(branch.Name) ? 0 : branch.Name.LastIndexOf('#');
        string digits = branch.Name[(mark + 1)..];
        bool isNumbered = int.TryParse(digits, CultureInfo.InvariantCulture, out int number) && mark > 0;
        string name = (isNumbered ? branch.Name[..mark] : branch.Name).TrimEnd('.');
        bool isAtTop = isNumbered && number < tree.Fields.Count && tree.Fields[number].Name.TrimEnd('.') == name;
        List<RootField> found = isAtTop ? [tree.Fields[number]] : [.. fields[name]];
        if (found.Count == 0)
        {
            return $"{branch.Name}: not found";
        }

        string[] attempts =
            [.. found.Select(field => Attempt(tree, field, branch, file)).TakeWhile(text => text.Length > 0)];
        return attempts.Length < found.Count ? null : attempts[0];
    }

    private static string Attempt(TreeDataset tree, RootField field, ExpectedBranch branch, string file)
    {
        bool isPacked = branch.Type.StartsWith("Float16", StringComparison.Ordinal);
        try
        {
            var values = tree.Read(field, 0, (int)Math.Min(tree.EntryCount, tree.EntriesOf(field)));
            return branch.By == "none" || s_wrongFacts.ContainsKey($"{file}/{branch.Name}")
                ? "" : string.Join("; ", branch.Differences(values, isPacked ? PackedTolerance : 1e-9));
        }
        catch (InvalidFileException error) when (field.Parts == 0 && branch.Facts.Values.All(facts => facts.Count == 0))
        {
            // Branches that were switched off while their tree was filled.
            return error.Message.Contains("branch differs in length", StringComparison.Ordinal) ? "" : error.Message;
        }
        catch (InvalidFileException error)
        {
            return $"{branch.Name}: {error.Message}";
        }
    }

    private static IEnumerable<RootField> All(IEnumerable<RootField> fields) =>
        fields.SelectMany(field => field.WithInner());
}
