using System.Globalization;
using System.Text.Json;
using Moliere.Formats.Root.Arrays;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Root;

/// <summary>What independent readers found in the sample files, from <c>shared/data/root/expected.json</c>.</summary>
internal static class ExpectedFacts
{
    private static readonly Lazy<JsonDocument?> s_document = new(() =>
        SharedData.Find("data", "root", "expected.json") is { } path
            ? JsonDocument.Parse(File.ReadAllBytes(path)) : null);

    /// <summary>Names of all files with facts, or one empty name where the data are absent: for theories.</summary>
    public static string[] Files(Func<ExpectedTree, bool> hasTree) => s_document.Value is { } document
        ? [.. document.RootElement.EnumerateObject()
            .Where(file => TreesOf(file.Value).Any(hasTree)).Select(file => file.Name)]
        : [""];

    /// <summary>Full path of a sample file; skips the test where the data are absent.</summary>
    public static string PathOrSkip(string file) =>
        SharedData.PathOrSkip("data", "root", file.Length == 0 ? "expected.json" : file);

    /// <summary>The files and trees of another list of facts in the same form.</summary>
    public static IReadOnlyList<(string File, ExpectedTree Tree)> In(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        JsonElement files = document.RootElement.Clone();
        return [.. files.EnumerateObject().SelectMany(file => TreesOf(file.Value).Select(tree => (file.Name, tree)))];
    }

    /// <summary>The trees and ntuples of a file.</summary>
    public static IReadOnlyList<ExpectedTree> Trees(string file) =>
        [.. TreesOf(s_document.Value!.RootElement.GetProperty(file))];

    private static IEnumerable<ExpectedTree> TreesOf(JsonElement file) =>
        file.GetProperty("trees").EnumerateObject().Select(tree => new ExpectedTree(
            tree.Name, tree.Value.GetProperty("kind").GetString()!, tree.Value.GetProperty("entries").GetInt64(),
            [.. tree.Value.GetProperty("branches").EnumerateObject().Select(ExpectedBranch.Of)]));
}

/// <summary>A tree or ntuple: path in the file, class, entries, branches.</summary>
internal sealed record ExpectedTree(string Name, string Kind, long Entries, IReadOnlyList<ExpectedBranch> Branches);

/// <summary>What is known about a branch.</summary>
/// <param name="Name">Path in the tree.</param>
/// <param name="Type">Type in C++ words.</param>
/// <param name="By">Who read it: <c>both</c>, <c>jsroot</c>, <c>uproot</c>, <c>none</c>, or a remark.</param>
/// <param name="Facts">By member path (<c>sub.x</c>, <c>|1</c> of a variant); empty path for plain values.</param>
internal sealed record ExpectedBranch(
    string Name, string Type, string By, IReadOnlyDictionary<string, ExpectedValues> Facts)
{
    public static ExpectedBranch Of(JsonProperty branch)
    {
        var facts = new Dictionary<string, ExpectedValues>(StringComparer.Ordinal);
        if (ExpectedValues.Of(branch.Value) is { } values)
        {
            facts.Add("", values);
        }

        if (branch.Value.TryGetProperty("members", out JsonElement members))
        {
            foreach (JsonProperty member in members.EnumerateObject())
            {
                if (ExpectedValues.Of(member.Value) is { } one)
                {
                    facts.Add(member.Name, one);
                }
            }
        }

        return new ExpectedBranch(
            branch.Name, branch.Value.GetProperty("type").GetString() ?? "",
            branch.Value.GetProperty("by").GetString() ?? "", facts);
    }

    /// <summary>What differs, one line for each member; empty where the values agree.</summary>
    /// <param name="values">The values of the whole branch.</param>
    /// <param name="tolerance">Relative, for numbers and (of the sum of magnitudes) for sums.</param>
    public IReadOnlyList<string> Differences(RootArray values, double tolerance = 1e-9)
    {
        IReadOnlyDictionary<string, FlatValues> found = FlatValues.Of(values);
        var differences = new List<string>();
        foreach ((string path, ExpectedValues expected) in Facts)
        {
            string? difference = found.TryGetValue(path, out FlatValues? actual) || expected.Count == 0
                ? expected.Difference(actual ?? new FlatValues(), tolerance)
                : $"no such member; there are {string.Join(", ", found.Keys)}";
            if (difference is not null)
            {
                differences.Add($"{Name}{(path.Length == 0 ? "" : ": " + path)} ({Type}): {difference}");
            }
        }

        return differences;
    }
}

/// <summary>Number, sum, first and last of values; sums of texts are those of their lengths.</summary>
internal sealed record ExpectedValues(long Count, IReadOnlyList<double> Sums, JsonElement? First, JsonElement? Last)
{
    public static ExpectedValues? Of(JsonElement facts)
    {
        if (!facts.TryGetProperty("n", out JsonElement count))
        {
            return null;
        }

        List<double> sums = [facts.GetProperty("sum").GetDouble()];
        if (facts.TryGetProperty("exact", out JsonElement exact))
        {
            sums.Add(double.Parse(exact.GetString()!, CultureInfo.InvariantCulture));
        }

        return new ExpectedValues(count.GetInt64(), sums, Property(facts, "first"), Property(facts, "last"));
    }

    /// <summary>What differs, in words; null where nothing does.</summary>
    public string? Difference(FlatValues found, double tolerance)
    {
        if (found.Count != Count)
        {
            return $"{found.Count} values instead of {Count}";
        }

        if (!Sums.Any(sum => Math.Abs(found.Sum - sum) <= tolerance * Math.Max(found.Magnitude, double.Epsilon)
            || found.OtherSum == sum))
        {
            return string.Create(
                CultureInfo.InvariantCulture, $"sum {found.Sum:R} instead of {string.Join(" or ", Sums)}");
        }

        return End("first", First, found.First, tolerance) ?? End("last", Last, found.Last, tolerance);
    }

    private static string? End(string which, JsonElement? expected, object? found, double tolerance) =>
        expected is not { } value || Agrees(value, found, tolerance)
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{which} '{found}' instead of '{value}'");

    // Integers above 2^53 are exact in quotes; NaN and infinities are null.
    private static bool Agrees(JsonElement expected, object? found, double tolerance) =>
        (expected.ValueKind, found) switch
        {
            (JsonValueKind.Null, double number) => !double.IsFinite(number),
            (JsonValueKind.Null, float number) => !float.IsFinite(number),
            (JsonValueKind.String, string text) => text == expected.GetString()
                || (expected.GetString()!.EndsWith("...", StringComparison.Ordinal)
                    && text.StartsWith(expected.GetString()![..^3], StringComparison.Ordinal)),
            (JsonValueKind.String, IFormattable number) =>
                number.ToString(null, CultureInfo.InvariantCulture) == expected.GetString(),
            (JsonValueKind.Number, IConvertible number and not string) =>
                Near(number.ToDouble(CultureInfo.InvariantCulture), expected.GetDouble(), tolerance),
            _ => false,
        };

    private static bool Near(double found, double expected, double tolerance) =>
        found == expected || Math.Abs(found - expected) <= tolerance * Math.Abs(expected);

    private static JsonElement? Property(JsonElement facts, string name) =>
        facts.TryGetProperty(name, out JsonElement value) ? value : null;
}
