// covers: RootArray, NumberArray, TextArray, ListArray, RecordArray, RootMember, VariantArray
using System.Buffers;
using System.Text;
using System.Text.Json;
using Moliere.Formats.Root.Arrays;

namespace Moliere.Tests.Formats.Root.Arrays;

public class RootArrayJsonTests
{
    [Fact]
    public void Numbers_ReadBackToTheSameValue()
    {
        Assert.Equal("0.1", Json(new NumberArray<float>([0.1f]), 0));
        Assert.Equal("0.30000000000000004", Json(new NumberArray<double>([0.1 + 0.2]), 0));
        Assert.Equal("18446744073709551615", Json(new NumberArray<ulong>([ulong.MaxValue]), 0));
        Assert.Equal("-128", Json(new NumberArray<sbyte>([1, -128]), 1));
        Assert.Equal("true", Json(new NumberArray<byte>([78]) { IsTruth = true }, 0));
        Assert.Equal("78", Json(new NumberArray<byte>([78]), 0));
    }

    [Fact]
    public void NumbersUnknownToJson_AreTexts()
    {
        Assert.Equal("\"NaN\"", Json(new NumberArray<double>([double.NaN]), 0));
        Assert.Equal("\"-Infinity\"", Json(new NumberArray<float>([float.NegativeInfinity]), 0));
    }

    [Fact]
    public void Nesting_IsKept()
    {
        var texts = new TextArray([0, 1, 3, 3], Encoding.UTF8.GetBytes("abc"));
        var pairs = new RecordArray(3, [new("first", new NumberArray<short>([1, 2, 3])), new("second", texts)]);
        var lists = new ListArray([0, 0, 3], pairs);
        Assert.Equal("[]", Json(lists, 0));
        string wanted = """[{"first":1,"second":"a"},{"first":2,"second":"bc"},{"first":3,"second":""}]""";
        Assert.Equal(wanted, Json(lists, 1));
    }

    [Fact]
    public void Variant_IsItsAlternativeOrNull()
    {
        var variant = new VariantArray(
            [2, 0, 1], [0, 0, 0], [new NumberArray<int>([7]), new TextArray([0, 3], Encoding.UTF8.GetBytes("two"))]);
        Assert.Equal(["\"two\"", "null", "7"], [Json(variant, 0), Json(variant, 1), Json(variant, 2)]);
    }

    private static string Json(RootArray array, int index)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            RootArrayJson.Write(writer, array, index);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
