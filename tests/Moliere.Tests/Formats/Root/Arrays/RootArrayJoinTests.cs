using Moliere.Formats.Root.Arrays;
using Moliere.Tests.Formats.Root.Ntuples;

namespace Moliere.Tests.Formats.Root.Arrays;

public sealed class RootArrayJoinTests
{
    [Fact]
    public void Lists_GoOnCounting() => Same(
        "[[1,2],[],[3],[4,5]]",
        new ListArray([0, 2, 2], new NumberArray<int>([1, 2])),
        new ListArray([0], new NumberArray<int>([])),
        new ListArray([0, 1, 3], new NumberArray<int>([3, 4, 5])));

    [Fact]
    public void Texts_KeepTheirBytes() => Same(
        """["ab","","cde"]""",
        new TextArray([0, 2, 2], "ab"u8.ToArray()), new TextArray([1, 4], "xcde"u8.ToArray()));

    [Fact]
    public void Records_JoinEachMember() => Same(
        """[{"x":1,"y":true},{"x":2,"y":false}]""", Record(1, 1), Record(2, 0));

    [Fact]
    public void Variants_CountOnInEachAlternative() => Same(
        """[1,"a",null,2,"b"]""",
        new VariantArray([1, 2, 0], [0, 0, 0], [new NumberArray<int>([1]), new TextArray([0, 1], [(byte)'a'])]),
        new VariantArray([1, 2], [0, 0], [new NumberArray<int>([2]), new TextArray([0, 1], [(byte)'b'])]));

    [Fact]
    public void NumbersOfAnotherType_TakeThatOfTheFirst() =>
        Same("[1.5,2]", new NumberArray<double>([1.5]), new NumberArray<int>([2]));

    private static RecordArray Record(int x, byte y) => new(
        1, [new("x", new NumberArray<int>([x])), new("y", new NumberArray<byte>([y]) { IsTruth = true })]);

    private static void Same(string json, params RootArray[] parts) =>
        Assert.Equal(json, NtupleReading.Json(RootArrayJoin.Of(parts)));
}
