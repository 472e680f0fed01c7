using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Moliere.Formats.Sources;

namespace Moliere.Cli.Inspection.Root;

/// <summary>Prints what a ROOT file holds: one line per dataset, field and object.</summary>
internal static class RootInspection
{
    private const int WidestName = 44, WidestType = 28, LongestValue = 60;

    private static readonly JsonSerializerOptions s_compact = new(JsonStyle.House) { WriteIndented = false };

    /// <summary>Lines for the person.</summary>
    /// <param name="listing">What the file holds.</param>
    public static IEnumerable<string> Lines(RootListing listing) =>
    [
        $"ROOT file: {listing.File}, {ByteCount.Text(listing.Bytes)}, written by ROOT {listing.RootVersion}, "
            + $"compression {listing.Compression}",
        .. listing.Datasets.SelectMany(Lines),
        .. listing.Objects.Select(Line),
    ];

    private static IEnumerable<string> Lines(DatasetListing dataset)
    {
        long stored = dataset.Fields.Sum(field => field.StoredBytes);
        long unpacked = dataset.Fields.Sum(field => field.UnpackedBytes);
        yield return "";
        if (dataset.Obstacle is { } reason)
        {
            yield return $"{dataset.Kind} {dataset.Name} cannot be read: {reason}";
            yield break;
        }

        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{dataset.Kind} {dataset.Name}: {Number(dataset.Entries, "entry", "entries")}, "
            + $"{Number(dataset.Fields.Count, "branch", "branches")}, "
            + $"{ByteCount.Text(stored)} stored, {ByteCount.Text(unpacked)} unpacked");
        int name = Width(dataset.Fields.Select(NameOf), WidestName);
        int type = Width(dataset.Fields.Select(field => field.Type), WidestType);
        foreach (FieldListing field in dataset.Fields)
        {
            yield return $"  {NameOf(field).PadRight(name)}  {field.Type.PadRight(type)}  {Facts(field)}".TrimEnd();
        }
    }

    private static string Number(long count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    // As an expression says it.
    private static string NameOf(FieldListing field) => ColumnGuesses.Spoken(field.Name);

    private static string Facts(FieldListing field) => field switch
    {
        { Obstacle: { } reason } => $"cannot be read: {reason}",
        { Values: { } values } => string.Join(" | ", values.Select(Short)),
        { Parts: 0, StoredBytes: 0 } => "",
        { StoredBytes: 0, UnpackedBytes: 0 } => "inside the tree's own record",
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"{ByteCount.Text(field.StoredBytes),9} of {ByteCount.Text(field.UnpackedBytes),9}, "
            + $"{field.Parts} {(field.Parts == 1 ? "part" : "parts")}, {field.Compression}"),
    };

    private static string Line(ObjectListing thing) =>
        $"{thing.Class} {thing.Path};{thing.Cycle}: {ByteCount.Text(thing.StoredBytes)} stored"
        + (thing.Content.Length > 0 ? $", {thing.Content}" : "")
        + (thing.Title.Length > 0 ? $", \"{thing.Title}\"" : "");

    private static string Short(JsonNode? value)
    {
        string text = value?.ToJsonString(s_compact) ?? "none";
        return text.Length <= LongestValue ? text : $"{text[..LongestValue]}...";
    }

    private static int Width(IEnumerable<string> texts, int widest) =>
        Math.Min(widest, texts.Select(text => text.Length).DefaultIfEmpty().Max());
}
