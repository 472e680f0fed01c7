using Moliere.Formats.Bytes;
using Moliere.Formats.Root.Arrays;

namespace Moliere.Formats.Root;

/// <summary>Entries with fields, however a file stores them: a TTree or an RNTuple.</summary>
public interface IRootDataset
{
    /// <summary>Path inside its file without cycle, such as <c>dir/events</c>.</summary>
    public string Name { get; }

    /// <summary>Class in the file: <c>TTree</c>, <c>TNtuple</c>, <c>ROOT::RNTuple</c>.</summary>
    public string Kind { get; }

    /// <summary>Number of entries.</summary>
    public long EntryCount { get; }

    /// <summary>Fields at the top, in order of the file; names can repeat.</summary>
    public IReadOnlyList<RootField> Fields { get; }

    /// <summary>
    /// First entries of the ranges that are cheap to read on their own, ascending from 0, ended by
    /// <see cref="EntryCount"/>.
    /// </summary>
    public IReadOnlyList<long> Boundaries { get; }

    /// <summary>The values of one field over consecutive entries; safe to call from several threads.</summary>
    /// <param name="field">A field of this dataset, at any depth.</param>
    /// <param name="first">First entry.</param>
    /// <param name="count">Number of entries; the range must lie in [0, <see cref="EntryCount"/>].</param>
    /// <exception cref="InvalidFileException">Its type is not supported, or the file is damaged.</exception>
    public RootArray Read(RootField field, long first, int count);
}

/// <summary>A field of a dataset: a branch with its branches, or a field with its subfields.</summary>
/// <param name="Name">Name within its parent, such as <c>pt</c> or <c>AnalysisJetsAuxDyn.pt</c>.</param>
/// <param name="Path">Names from the top, joined by <c>/</c>; equal to the name at the top.</param>
/// <param name="Type">Type in C++ words, such as <c>vector&lt;float&gt;</c> or <c>float[nJet]</c>.</param>
public sealed record RootField(string Name, string Path, string Type)
{
    /// <summary>Title in the file; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>Fields inside this one.</summary>
    public IReadOnlyList<RootField> Children { get; init; } = [];

    /// <summary>Name of the field that counts the elements of this one; empty for others.</summary>
    public string Counter { get; init; } = "";

    /// <summary>Baskets or pages.</summary>
    public int Parts { get; init; }

    /// <summary>Bytes in the file, without fields inside.</summary>
    public long StoredBytes { get; init; }

    /// <summary>Bytes once unpacked, without fields inside.</summary>
    public long UnpackedBytes { get; init; }

    /// <summary>How its values are packed, such as <c>zstd 5</c>; empty where nothing is stored.</summary>
    public string Compression { get; init; } = "";

    /// <summary>Why its values cannot be read; null where they can, or where only its children hold values.</summary>
    public string? Obstacle { get; init; }

    /// <summary>The field itself and all inside it, parents first.</summary>
    public IEnumerable<RootField> WithInner() => Children.SelectMany(child => child.WithInner()).Prepend(this);
}
