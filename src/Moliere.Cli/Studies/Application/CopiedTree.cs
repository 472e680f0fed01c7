using Moliere.Formats.Bytes;
using Moliere.Formats.Root;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Writing;
using Moliere.Formats.Sources;

namespace Moliere.Cli.Studies.Application;

/// <summary>The branches of a tree, to be written again beside others.</summary>
internal sealed class CopiedTree : IDisposable
{
    private readonly RootFile _file;
    private readonly IRootDataset _data;
    private readonly DatasetCopy _copy;

    private CopiedTree(RootFile file, IRootDataset data)
    {
        (_file, _data, _copy) = (file, data, DatasetCopy.Of(data));
        Specs = [.. _copy.Branches.Select(branch => branch.Spec)];
    }

    /// <summary>Name of the tree.</summary>
    public string Name => _data.Name;

    /// <summary>Its branches as they will be written.</summary>
    public IReadOnlyList<RootBranchSpec> Specs { get; }

    /// <summary>What cannot be written, and why.</summary>
    public IReadOnlyList<SourceGap> LeftOut => _copy.LeftOut;

    /// <summary>Opens the tree that an address names.</summary>
    /// <param name="address">One ROOT file, with or without the tree.</param>
    /// <param name="entries">Entries that it must have.</param>
    /// <exception cref="RefusalException">The address names several files, or none of ROOT.</exception>
    /// <exception cref="InvalidFileException">The file is damaged, or has no such tree.</exception>
    public static CopiedTree Open(string address, long entries)
    {
        var table = new TableAddress(address);
        if (!table.IsRoot || table.Files.Count != 1)
        {
            throw new RefusalException(
                ExitCode.Usage,
                $"--copy writes the branches of one ROOT file again, and '{address}' is none; leave it out.");
        }

        RootFile file = RootFile.Open(table.Files[0]);
        try
        {
            var copy = new CopiedTree(file, RootDatasets.Open(file, table.Dataset));
            return copy._data.EntryCount == entries ? copy : throw new InvalidFileException(
                new(file.Path), $"{copy._data.EntryCount} entries", $"{entries}", "the file changes while it is read");
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The values of consecutive entries, one array per branch.</summary>
    public RootArray[] Read(long first, int count, int threads) =>
        _copy.Read(_data, _file.Path, first, count, threads);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
