using Moliere.Formats.Bytes;
using Moliere.Formats.Csv;
using Moliere.Formats.Root;
using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Sources;

/// <summary>Opens whatever a <see cref="TableAddress"/> names.</summary>
public static class TableSources
{
    /// <summary>
    /// Opens a source: trees and ntuples of ROOT files, several files as one; <c>.csv</c> and <c>.csv.gz</c>, which are
    /// read into memory; any other file as a table of the house.
    /// </summary>
    /// <param name="address">Where the table is.</param>
    /// <param name="friends">Addresses of friends, each with the same rows; may be empty.</param>
    /// <exception cref="InvalidFileException">A file is missing or damaged, or has no such tree.</exception>
    public static ITableSource Open(string address, IReadOnlyList<string>? friends = null)
    {
        ITableSource main = OpenOne(new(address));
        if (friends is null || friends.Count == 0)
        {
            return main;
        }

        var opened = new List<(string Alias, ITableSource Source)>();
        try
        {
            foreach (string friend in friends)
            {
                opened.Add((AliasOf(new(friend)), OpenOne(new(friend))));
            }

            return new FriendSource(main, opened);
        }
        catch
        {
            main.Dispose();
            opened.ForEach(friend => friend.Source.Dispose());
            throw;
        }
    }

    /// <summary>Whether a file is read as CSV: by its name, as CSV has no mark of its own.</summary>
    /// <param name="file">A file name.</param>
    public static bool IsCsv(string file) => file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
        || file.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase);

    private static ITableSource OpenOne(TableAddress address)
    {
        if (!address.IsRoot)
        {
            return IsCsv(address.Text)
                ? new MemorySource(address.Text, CsvTableReader.Read(address.Text, leavesOutText: true))
                : new TableFileSource(address.Text);
        }

        IReadOnlyList<string> files = address.Files;
        return files.Count == 1
            ? OpenRoot(files[0], address.Dataset)
            : new ChainSource(address.Text, [.. files.Select(Opener)]);

        Func<ITableSource> Opener(string file) => () => OpenRoot(file, address.Dataset);
    }

    private static DatasetSource OpenRoot(string path, string? dataset)
    {
        RootFile file = RootFile.Open(path);
        try
        {
            return new DatasetSource(path, RootDatasets.Open(file, dataset), file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static string AliasOf(TableAddress address) => address.Dataset is { } name
        ? name[(name.LastIndexOf('/') + 1)..]
        : Path.GetFileNameWithoutExtension(address.Pattern);
}
