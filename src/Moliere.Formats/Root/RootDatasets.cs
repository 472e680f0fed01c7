using System.Globalization;
using Moliere.Data;
using Moliere.Formats.Bytes;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Ntuples;
using Moliere.Formats.Root.Trees;

namespace Moliere.Formats.Root;

/// <summary>The datasets of a ROOT file, TTrees and RNTuples alike.</summary>
public static class RootDatasets
{
    private static readonly string[] s_trees = ["TTree", "TNtuple", "TNtupleD"];
    private static readonly string[] s_ntuples = ["ROOT::RNTuple", "ROOT::Experimental::RNTuple"];

    /// <summary>The records that are datasets, each with its newest cycle only, in order of the file.</summary>
    /// <param name="file">An open file.</param>
    public static IReadOnlyList<RootEntry> Of(RootFile file) =>
    [
        .. file.Entries.Where(IsDataset).GroupBy(entry => entry.Path, StringComparer.Ordinal)
            .Select(cycles => cycles.MaxBy(entry => entry.Cycle)!),
    ];

    /// <summary>Opens one of them.</summary>
    /// <param name="file">An open file; must stay open as long as the dataset is read.</param>
    /// <param name="name">
    /// Directories and name, joined by <c>/</c>, with <c>;cycle</c> for an older one; null takes the only dataset.
    /// </param>
    /// <exception cref="InvalidFileException">There is none of that name, or it is damaged.</exception>
    public static IRootDataset Open(RootFile file, string? name = null)
    {
        RootEntry entry = name is null ? Only(file) : Find(file, name);
        return s_trees.Contains(entry.ClassName) ? new TreeDataset(file, entry) : NtupleDataset.Open(file, entry);
    }

    /// <summary>Whether a record is a dataset.</summary>
    /// <param name="entry">A record of any file.</param>
    public static bool IsDataset(RootEntry entry) =>
        s_trees.Contains(entry.ClassName) || s_ntuples.Contains(entry.ClassName);

    private static RootEntry Only(RootFile file)
    {
        IReadOnlyList<RootEntry> datasets = Of(file);
        return datasets.Count == 1 ? datasets[0] : throw new InvalidFileException(
            new(file.Path), datasets.Count == 0 ? "no tree" : $"{datasets.Count} trees", "one tree",
            datasets.Count == 0
                ? "check it with 'moliere inspect'"
                : $"name one, such as {file.Path}:{datasets[0].Path}; there are {Names(datasets)}");
    }

    private static RootEntry Find(RootFile file, string name)
    {
        int semicolon = name.LastIndexOf(';');
        bool hasCycle = int.TryParse(name[(semicolon + 1)..], CultureInfo.InvariantCulture, out int cycle);
        string path = semicolon > 0 && hasCycle ? name[..semicolon] : name;
        IEnumerable<RootEntry> choice = semicolon > 0 && hasCycle
            ? file.Entries.Where(entry => IsDataset(entry) && entry.Cycle == cycle)
            : Of(file);
        return choice.FirstOrDefault(entry => entry.Path == path) ?? throw Missing(file, name);
    }

    private static InvalidFileException Missing(RootFile file, string name)
    {
        string[] names = NearestName.Of(name, Of(file).Select(entry => entry.Path), 3);
        return new(
            new(file.Path), $"no tree '{name}'", "one of its trees",
            names.Length == 0
                ? "it has none"
                : $"the nearest are {string.Join(", ", names.Select(near => $"'{near}'"))}");
    }

    private static string Names(IReadOnlyList<RootEntry> datasets) =>
        string.Join(", ", datasets.Take(10).Select(entry => $"'{entry.Path}'")) + (datasets.Count > 10 ? ", ..." : "");
}
