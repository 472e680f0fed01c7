using System.Text.Json.Serialization;

namespace Moliere.Formats.Tables;

/// <summary>What stands as JSON at the beginning of a table file.</summary>
internal sealed record TableFileDescription
{
    /// <summary>Number of rows; null in files of row groups, which are written before it is known.</summary>
    public int? RowCount { get; init; }

    /// <summary>The columns in order.</summary>
    public required ColumnSpec[] Columns { get; init; }

    /// <summary>Free text of the writer by key.</summary>
    public required SortedDictionary<string, string> Metadata { get; init; }

    /// <summary>Of version 1, which is one group of rows: its arrays in file order.</summary>
    public TableBlock[]? Blocks { get; init; }

    /// <summary>Arrays in each group of rows: one for numbers, offsets and values for lists.</summary>
    [JsonIgnore]
    public int BlockCount => Columns.Sum(column => IsList(column.Kind) ? 2 : 1);

    /// <summary>Whether columns, arrays and rows can be those of a file of this version.</summary>
    public bool IsConsistent(uint version) =>
        Columns.Select(column => column.Name).Distinct().Count() == Columns.Length
        && (version == TableFile.FirstVersion
            ? RowCount >= 0 && Blocks?.Length == BlockCount && Blocks.All(block => block.IsPossible)
            : RowCount is null && Blocks is null);

    /// <summary>Bytes of one element of each array, in file order.</summary>
    public IEnumerable<int> ElementSizes() => Columns.SelectMany(column => column.Kind switch
    {
        ColumnKind.Long => [sizeof(long)],
        ColumnKind.Float => [sizeof(float)],
        _ => new[] { sizeof(int), sizeof(float) },
    });

    /// <summary>Whether a column has two arrays.</summary>
    public static bool IsList(ColumnKind kind) => kind is ColumnKind.FloatList or ColumnKind.IntList;
}

/// <summary>One array in the file: number of elements and checksum.</summary>
internal sealed record TableBlock(long Count, uint Checksum)
{
    /// <summary>Whether an array of .NET could hold it.</summary>
    [JsonIgnore]
    public bool IsPossible => Count is >= 0 and <= int.MaxValue;
}

[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(TableFileDescription))]
internal sealed partial class TableFileJson : JsonSerializerContext;
