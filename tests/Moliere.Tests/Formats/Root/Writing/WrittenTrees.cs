using System.Text;
using System.Text.Json;
using Moliere.Formats.Root;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Writing;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Root.Writing;

/// <summary>Trees written for tests, with what another reader must find in them.</summary>
internal static class WrittenTrees
{
    /// <summary>Writes one tree of one chunk.</summary>
    public static string Write(
        TempFolder folder, string name, IReadOnlyList<(RootBranchSpec Spec, RootArray Values)> branches,
        RootCompression? compression = null, RootTreeOptions? options = null)
    {
        string path = folder.At(name);
        using RootFileWriter file = new(path, compression);
        RootTreeWriter tree = file.Tree("events", "some events", [.. branches.Select(b => b.Spec)], options);
        tree.Append([.. branches.Select(b => b.Values)]);
        file.Complete();
        return path;
    }

    /// <summary>Lists of some lengths, cut from numbers.</summary>
    public static ListArray Lists(RootArray numbers, params int[] lengths)
    {
        var offsets = new int[lengths.Length + 1];
        for (int i = 0; i < lengths.Length; i++)
        {
            offsets[i + 1] = offsets[i] + lengths[i];
        }

        return new(offsets, numbers);
    }

    public static TextArray Texts(params string[] texts)
    {
        byte[][] bytes = [.. texts.Select(Encoding.UTF8.GetBytes)];
        int[] offsets = [0, .. bytes.Select((_, i) => bytes[..(i + 1)].Sum(part => part.Length))];
        return new(offsets, [.. bytes.SelectMany(part => part)]);
    }

    /// <summary>The tree of a file as JSROOT saw it.</summary>
    public static JsonElement Tree(JsonElement file, string name = "events") =>
        file.GetProperty("keys").EnumerateArray().Last(key => key.GetProperty("name").GetString() == name)
            .GetProperty("tree");

    public static JsonElement Branch(JsonElement tree, string name) => tree.GetProperty("branches").EnumerateArray()
        .Single(branch => branch.GetProperty("name").GetString() == name);

    /// <summary>The values of a branch as JSON text.</summary>
    public static string Values(JsonElement tree, string name) => Branch(tree, name).GetProperty("values").GetRawText();
}
