using System.Text.Json;
using Moliere.Formats.Root.Arrays;

namespace Moliere.Tests.Formats.Root;

/// <summary>The comparer of facts can say no.</summary>
public sealed class ExpectedFactsTests
{
    private static readonly ListArray s_lists = new([0, 2, 3], new NumberArray<float>([1, 2, float.NaN]));
    private static readonly TextArray s_texts = new([0, 2, 2, 5], "abcde"u8.ToArray());

    [Theory]
    [InlineData("""{"n": 3, "sum": 3, "first": 1, "last": null}""", "")]
    [InlineData("""{"n": 2, "sum": 3, "first": 1, "last": null}""", "3 values instead of 2")]
    [InlineData("""{"n": 3, "sum": 3.0001, "first": 1, "last": null}""", "sum 3 instead of 3.0001")]
    [InlineData("""{"n": 3, "sum": 3, "first": 1.001, "last": null}""", "first '1' instead of '1.001'")]
    [InlineData("""{"n": 3, "sum": 3, "first": 1, "last": 2}""", "last 'NaN' instead of '2'")]
    public void Numbers_AreCompared(string facts, string difference) => Compare(facts, s_lists, difference);

    [Theory]
    [InlineData("""{"n": 3, "sum": 5, "first": "ab", "last": "cde", "text": true}""", "")]
    [InlineData("""{"n": 3, "sum": 6, "first": "ab", "last": "cde", "text": true}""", "sum 5 instead of 6")]
    [InlineData("""{"n": 3, "sum": 5, "first": "a", "last": "cde", "text": true}""", "first 'ab' instead of 'a'")]
    public void Texts_AreCompared(string facts, string difference) => Compare(facts, s_texts, difference);

    [Theory]
    [InlineData("""{"members": {"x": {"n": 2, "sum": 3}, "s.0": {"n": 2, "sum": 7}}}""", "")]
    [InlineData("""{"members": {"y": {"n": 2, "sum": 3}}}""", "no such member; there are x, s.0")]
    [InlineData("""{"members": {"s.0": {"n": 2, "sum": 8}}}""", "sum 7 instead of 8")]
    public void Members_AreComparedByPath(string facts, string difference) => Compare(
        facts,
        new RecordArray(2,
        [
            new("x", new NumberArray<int>([1, 2])),
            new("s", new RecordArray(2, [new("_0", new NumberArray<long>([3, 4]))])),
        ]), difference);

    private static void Compare(string facts, RootArray values, string difference)
    {
        string text = $$"""{"b": {"type": "t", "by": "both", {{facts[1..]}}}""";
        using JsonDocument document = JsonDocument.Parse(text);
        ExpectedBranch branch = ExpectedBranch.Of(document.RootElement.EnumerateObject().Single());
        string found = string.Join("; ", branch.Differences(values));
        Assert.True(difference.Length == 0 ? found.Length == 0 : found.EndsWith(difference), found);
    }
}
