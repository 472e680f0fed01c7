using System.Text.Json.Serialization;

namespace Moliere.Formats.Tables;

/// <summary>What a table file says about itself, readable without its values.</summary>
public sealed record TableFileHeader
{
    /// <summary>Number of rows.</summary>
    public required int RowCount { get; init; }

    /// <summary>The columns in order.</summary>
    public required IReadOnlyList<ColumnSpec> Columns { get; init; }

    /// <summary>Free text of the writer by key, in order of the keys: seed, source, version.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>The arrays of the columns in file order: values, or for lists offsets and then values.</summary>
    [JsonInclude]
    internal TableBlock[] Blocks { get; init; } = [];
}

/// <summary>One array in the file: number of elements and checksum.</summary>
internal sealed record TableBlock(long Count, uint Checksum);

[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(TableFileHeader))]
internal sealed partial class TableFileJson : JsonSerializerContext;
