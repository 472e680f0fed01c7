using Moliere.Formats.Bytes;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Ntuples;

/// <summary>An RNTuple of format 1; safe to read from several threads.</summary>
/// <source>ROOT, RNTuple binary format specification 1.0.</source>
internal sealed class NtupleDataset : IRootDataset
{
    private readonly NtupleMetadata _ntuple;
    private readonly Dictionary<string, NtupleField> _fields = new(StringComparer.Ordinal);

    private NtupleDataset(NtupleMetadata ntuple)
    {
        _ntuple = ntuple;
        foreach (NtupleField field in ntuple.Schema.Fields)
        {
            _fields.TryAdd(ntuple.PathOf(field), field);
        }

        Fields = new NtupleListing(ntuple).Fields();
    }

    /// <inheritdoc/>
    public string Name => _ntuple.Name;

    /// <inheritdoc/>
    public string Kind => "ROOT::RNTuple";

    /// <inheritdoc/>
    public long EntryCount => _ntuple.EntryCount;

    /// <inheritdoc/>
    public IReadOnlyList<RootField> Fields { get; }

    /// <inheritdoc/>
    public IReadOnlyList<long> Boundaries =>
        [.. _ntuple.Clusters.Where(cluster => cluster.Count > 0).Select(cluster => cluster.First), EntryCount];

    /// <summary>Opens an ntuple.</summary>
    /// <param name="file">An open file; must stay open as long as the ntuple is read.</param>
    /// <param name="entry">Its record.</param>
    /// <exception cref="InvalidFileException">It is damaged, or of a form from before the release.</exception>
    public static NtupleDataset Open(RootFile file, RootEntry entry) => new(NtupleMetadata.Read(file, entry));

    /// <inheritdoc/>
    public RootArray Read(RootField field, long first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, EntryCount - count);
        NtupleField wanted = _fields.TryGetValue(field.Path, out NtupleField? found) ? found
            : throw new ArgumentException($"'{field.Path}' is no field of {_ntuple.Inside}.", nameof(field));
        try
        {
            return RootArrayJoin.Of(Parts(wanted, first, count));
        }
        catch (OverflowException error)
        {
            throw new InvalidFileException(
                new(_ntuple.File.Path) { Inside = $"{_ntuple.Inside} > field '{field.Path}'" },
                $"more than 2147483647 values in {count} entries", "fewer", "read a shorter range of entries", error);
        }
    }

    // Without entries there is still one part, so that the result has the right kind.
    private List<RootArray> Parts(NtupleField field, long first, int count)
    {
        NtupleField[] chain = _ntuple.Schema.ChainOf(field);
        var parts = new List<RootArray>();
        foreach (NtupleCluster cluster in _ntuple.Clusters)
        {
            long start = Math.Max(first, cluster.First), end = Math.Min(first + count, cluster.End);
            if (start < end)
            {
                parts.Add(Part(cluster, chain, start - cluster.First, (int)(end - start)));
            }
        }

        if (parts.Count == 0)
        {
            parts.Add(Part(_ntuple.Clusters.FirstOrDefault() ?? new(0, 0, 0, []), chain, 0, 0));
        }

        return parts;
    }

    private RootArray Part(NtupleCluster cluster, NtupleField[] chain, long first, int count)
    {
        var reader = new NtupleColumnReader(_ntuple, cluster);
        return new NtupleFieldReader(_ntuple, reader, chain).Read(chain[0], first, count);
    }
}
