using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Moliere.Formats.Bytes;
using Moliere.Formats.Root;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Sources;

namespace Moliere.Cli.Inspection.Root;

/// <summary>What a ROOT file holds, as plain records: printed as lines or as JSON.</summary>
/// <param name="File">Path as the user gave it.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="RootVersion">Version of ROOT that wrote it, such as 6.24/06.</param>
/// <param name="Compression">Setting of the file.</param>
/// <param name="Datasets">TTrees and RNTuples, newest cycles only.</param>
/// <param name="Objects">Everything else that has a name.</param>
internal sealed record RootListing(
    string File, long Bytes, string RootVersion, string Compression,
    IReadOnlyList<DatasetListing> Datasets, IReadOnlyList<ObjectListing> Objects)
{
    /// <summary>Lists a file.</summary>
    /// <param name="file">An open file.</param>
    /// <param name="only">Dataset to list; null for all.</param>
    /// <param name="rows">How many of the first entries to read of each field; 0 for none.</param>
    public static RootListing Of(RootFile file, string? only, int rows)
    {
        return new(
            file.Path, file.Length, file.RootVersion, file.Compression.ToString(),
            only is null
                ? [.. RootDatasets.Of(file).Select(entry => DatasetListing.Of(file, entry, rows))]
                : [DatasetListing.Of(RootDatasets.Open(file, only), rows)],
            only is null
                ? [.. file.Entries.Where(IsObject).Select(entry => ObjectListing.Of(file, entry))]
                : []);

        static bool IsObject(RootEntry entry) => !entry.IsDirectory && !RootDatasets.IsDataset(entry);
    }
}

/// <summary>A tree or ntuple.</summary>
/// <param name="Name">Path inside the file.</param>
/// <param name="Kind">Class in the file.</param>
/// <param name="Entries">Number of entries.</param>
/// <param name="Fields">Branches or fields.</param>
internal sealed record DatasetListing(string Name, string Kind, long Entries, IReadOnlyList<FieldListing> Fields)
{
    /// <summary>Why it cannot be read; null where it can.</summary>
    public string? Obstacle { get; init; }

    /// <summary>Describes a dataset of a file; a damaged one does not hide the others.</summary>
    public static DatasetListing Of(RootFile file, RootEntry entry, int rows)
    {
        try
        {
            return Of(RootDatasets.Open(file, entry.Path), rows);
        }
        catch (InvalidFileException error)
        {
            return new(entry.Path, entry.ClassName, 0, []) { Obstacle = error.Message };
        }
    }

    /// <summary>Describes a dataset; the fields inside each other are one flat list, parents first.</summary>
    public static DatasetListing Of(IRootDataset dataset, int rows)
    {
        int count = (int)Math.Min(rows, dataset.EntryCount);
        return new(dataset.Name, dataset.Kind, dataset.EntryCount,
            [.. dataset.Fields.SelectMany(field => Nested(dataset, field, "", count))]);
    }

    // Elements of lists and parts of pairs have numbers for names, "_0", and are seen in their parents.
    private static IEnumerable<FieldListing> Nested(IRootDataset dataset, RootField field, string parent, int rows)
    {
        bool isNumbered = field.Name.Length > 1 && field.Name[0] == '_' && field.Name.Skip(1).All(char.IsAsciiDigit);
        string name = DatasetSource.ColumnName(field.Name, parent);
        IEnumerable<FieldListing> inside = field.Children.SelectMany(child => Nested(dataset, child, name, rows));
        return isNumbered ? inside : inside.Prepend(FieldListing.Of(dataset, field, rows) with { Name = name });
    }
}

/// <summary>A branch or field.</summary>
/// <param name="Name">Name in expressions, parts joined by points.</param>
/// <param name="Path">Names from the top, joined by <c>/</c>.</param>
/// <param name="Type">Type in C++ words.</param>
/// <param name="Parts">Baskets or pages.</param>
/// <param name="StoredBytes">Bytes in the file.</param>
/// <param name="UnpackedBytes">Bytes once unpacked.</param>
/// <param name="Compression">How it is packed.</param>
/// <param name="Obstacle">Why it cannot be read; null where it can.</param>
/// <param name="Values">First values as JSON; null where none were asked for.</param>
internal sealed record FieldListing(
    string Name, string Path, string Type, int Parts, long StoredBytes, long UnpackedBytes, string Compression,
    string? Obstacle, IReadOnlyList<JsonNode?>? Values)
{
    private static readonly JsonWriterOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether its values were to be read and turned out to be damaged.</summary>
    public bool IsDamaged { get; init; }

    /// <summary>Describes a field; one that turns out to be unreadable says so instead of its values.</summary>
    public static FieldListing Of(IRootDataset dataset, RootField field, int rows)
    {
        string? obstacle = field.Obstacle;
        IReadOnlyList<JsonNode?>? values = null;
        bool holdsNothing = field.Children.Count > 0 && field.Parts == 0;
        if (rows > 0 && obstacle is null && !holdsNothing)
        {
            try
            {
                values = ValuesOf(dataset.Read(field, 0, rows));
            }
            catch (InvalidFileException error)
            {
                obstacle = error.Message;
            }
        }

        return new(
            field.Name, field.Path, field.Type, field.Parts, field.StoredBytes, field.UnpackedBytes, field.Compression,
            obstacle, values)
        {
            IsDamaged = obstacle != field.Obstacle,
        };
    }

    private static JsonNode?[] ValuesOf(RootArray array) =>
        [.. Enumerable.Range(0, array.Length).Select(index => NodeOf(array, index))];

    private static JsonNode? NodeOf(RootArray array, int index)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, s_plain))
        {
            RootArrayJson.Write(writer, array, index);
        }

        return JsonNode.Parse(stream.ToArray());
    }
}
