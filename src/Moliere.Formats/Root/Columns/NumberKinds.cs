namespace Moliere.Formats.Root.Columns;

/// <summary>The kinds of numbers by the names and codes that files give them.</summary>
internal static class NumberKinds
{
    private static readonly Dictionary<string, NumberKind> Names = Named(
        (NumberKind.Int8, "char Char_t int8_t"),
        (NumberKind.UInt8, "UChar_t uint8_t Byte_t byte"),
        (NumberKind.Truth, "bool Bool_t"),
        (NumberKind.Int16, "short Short_t int16_t Version_t"),
        (NumberKind.UInt16, "UShort_t uint16_t"),
        (NumberKind.Int32, "int Int_t int32_t"),
        (NumberKind.UInt32, "unsigned UInt_t uint32_t"),
        (NumberKind.Int64, "long Long_t Long64_t int64_t"),
        (NumberKind.UInt64, "ULong_t ULong64_t uint64_t size_t"),
        (NumberKind.Single, "float Float_t Size_t"),
        (NumberKind.Double, "double Double_t"),
        (NumberKind.Float16, "Float16_t"),
        (NumberKind.Double32, "Double32_t"));

    // By the numbers of EReadWrite; 6 is a counter, 10 an old char, 15 the bits of a TObject.
    private static readonly NumberKind?[] Codes =
    [
        null, NumberKind.Int8, NumberKind.Int16, NumberKind.Int32, NumberKind.Int64, NumberKind.Single,
        NumberKind.Int32, null, NumberKind.Double, NumberKind.Double32, NumberKind.Int8, NumberKind.UInt8,
        NumberKind.UInt16, NumberKind.UInt32, NumberKind.UInt64, NumberKind.UInt32, NumberKind.Int64,
        NumberKind.UInt64, NumberKind.Truth, NumberKind.Float16,
    ];

    /// <summary>By a code of streamer information below 20; null for what is no number.</summary>
    public static NumberKind? FromCode(int code) => code >= 0 && code < Codes.Length ? Codes[code] : null;

    /// <summary>The code of streamer information for a kind.</summary>
    public static int CodeOf(NumberKind kind) => Array.IndexOf(Codes, kind);

    /// <summary>By a C++ name in canonical spelling; null for what is no number.</summary>
    public static NumberKind? FromName(string name) => Names.TryGetValue(name, out NumberKind kind) ? kind : null;

    /// <summary>The name that users know.</summary>
    public static string NameOf(NumberKind kind) => kind switch
    {
        NumberKind.Int8 => "int8_t",
        NumberKind.UInt8 => "uint8_t",
        NumberKind.Truth => "bool",
        NumberKind.Int16 => "int16_t",
        NumberKind.UInt16 => "uint16_t",
        NumberKind.Int32 => "int32_t",
        NumberKind.UInt32 => "uint32_t",
        NumberKind.Int64 => "int64_t",
        NumberKind.UInt64 => "uint64_t",
        NumberKind.Single => "float",
        NumberKind.Double => "double",
        NumberKind.Float16 => "Float16_t",
        _ => "Double32_t",
    };

    /// <summary>An empty column of numbers.</summary>
    /// <param name="kind">How they are written.</param>
    /// <param name="packing">Range and bits of the packed kinds; of no meaning to the others.</param>
    public static NumericColumn NewColumn(NumberKind kind, PackedFloat packing) => kind switch
    {
        NumberKind.Int8 => new NumberColumn<sbyte>(),
        NumberKind.UInt8 => new NumberColumn<byte>(),
        NumberKind.Truth => new NumberColumn<byte> { IsTruth = true },
        NumberKind.Int16 => new NumberColumn<short>(),
        NumberKind.UInt16 => new NumberColumn<ushort>(),
        NumberKind.Int32 => new NumberColumn<int>(),
        NumberKind.UInt32 => new NumberColumn<uint>(),
        NumberKind.Int64 => new NumberColumn<long>(),
        NumberKind.UInt64 => new NumberColumn<ulong>(),
        NumberKind.Single => new NumberColumn<float>(),
        NumberKind.Double => new NumberColumn<double>(),
        NumberKind.Float16 when packing.IsPlainAs(kind) => new NumberColumn<float>(),
        NumberKind.Float16 => new PackedColumn<float>(packing.OrDefaultBits()),
        _ => packing.IsPlainAs(kind) ? new WidenedColumn() : new PackedColumn<double>(packing),
    };

    private static Dictionary<string, NumberKind> Named(params (NumberKind Kind, string Names)[] groups)
    {
        var names = new Dictionary<string, NumberKind>
        {
            ["signed char"] = NumberKind.Int8,
            ["unsigned char"] = NumberKind.UInt8,
            ["unsigned short"] = NumberKind.UInt16,
            ["unsigned int"] = NumberKind.UInt32,
            ["unsigned long"] = NumberKind.UInt64,
            ["unsigned long long"] = NumberKind.UInt64,
            ["long long"] = NumberKind.Int64,
        };
        foreach ((NumberKind kind, string group) in groups)
        {
            foreach (string name in group.Split(' '))
            {
                names.TryAdd(name, kind);
            }
        }

        return names;
    }
}
