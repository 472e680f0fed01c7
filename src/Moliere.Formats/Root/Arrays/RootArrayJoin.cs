using System.Numerics;

namespace Moliere.Formats.Root.Arrays;

/// <summary>Joins arrays of one field over consecutive entries: baskets, clusters, files.</summary>
internal static class RootArrayJoin
{
    /// <summary>One array with the elements of all, in order.</summary>
    /// <param name="parts">
    /// At least one; all of the same kind at every depth, lists from 0 to the end of their content.
    /// </param>
    public static RootArray Of(IReadOnlyList<RootArray> parts)
    {
        // One without elements adds nothing, and may not even know the members of its objects.
        RootArray[] filled = [.. parts.Where(part => part.Length > 0)];
        return filled.Length switch
        {
            0 => parts[0],
            1 => filled[0],
            _ => Join(filled),
        };
    }

    private static RootArray Join(RootArray[] parts) => parts[0] switch
    {
        TextArray => Texts([.. parts.Cast<TextArray>()]),
        ListArray => Lists([.. parts.Cast<ListArray>()]),
        RecordArray => Records([.. parts.Cast<RecordArray>()]),
        VariantArray => Variants([.. parts.Cast<VariantArray>()]),
        _ => Numbers(parts),
    };

    private static RootArray Numbers(IReadOnlyList<RootArray> parts) => parts[0] switch
    {
        NumberArray<byte> first => Numbers<byte>(parts) with { IsTruth = first.IsTruth },
        NumberArray<sbyte> => Numbers<sbyte>(parts),
        NumberArray<short> => Numbers<short>(parts),
        NumberArray<ushort> => Numbers<ushort>(parts),
        NumberArray<int> => Numbers<int>(parts),
        NumberArray<uint> => Numbers<uint>(parts),
        NumberArray<long> => Numbers<long>(parts),
        NumberArray<ulong> => Numbers<ulong>(parts),
        NumberArray<float> => Numbers<float>(parts),
        NumberArray<double> => Numbers<double>(parts),
        _ => throw new ArgumentException($"A {parts[0].GetType().Name} cannot be joined.", nameof(parts)),
    };

    private static NumberArray<T> Numbers<T>(IReadOnlyList<RootArray> parts)
        where T : unmanaged, INumber<T>
    {
        var all = new T[parts.Sum(part => part.Length)];
        int at = 0;
        foreach (NumberArray<T> part in parts.Select(As<T>))
        {
            part.Values.CopyTo(all, at);
            at += part.Length;
        }

        return new(all);
    }

    // Clusters can hold a field in different representations.
    private static NumberArray<T> As<T>(RootArray part)
        where T : unmanaged, INumber<T> => part as NumberArray<T> ?? (NumberArray<T>)NumberConversion.To<T>(part);

    private static TextArray Texts(TextArray[] parts)
    {
        int[] offsets = Offsets([.. parts.Select(part => part.Offsets)]);
        var bytes = new byte[offsets[^1]];
        int at = 0;
        foreach (TextArray part in parts)
        {
            Span<byte> used = part.Bytes.AsSpan(part.Offsets[0], part.Offsets[^1] - part.Offsets[0]);
            used.CopyTo(bytes.AsSpan(at));
            at += used.Length;
        }

        return new(offsets, bytes);
    }

    private static ListArray Lists(ListArray[] parts) =>
        new(Offsets([.. parts.Select(part => part.Offsets)]), Of([.. parts.Select(part => part.Content)]));

    private static RecordArray Records(RecordArray[] parts) => new(
        parts.Sum(part => part.Length),
        [.. parts[0].Members.Select((member, i) =>
            new RootMember(member.Name, Of([.. parts.Select(part => part.Members[i].Values)])))]);

    private static VariantArray Variants(VariantArray[] parts)
    {
        var starts = new int[parts[0].Alternatives.Count];
        var indices = new List<int>(parts.Sum(part => part.Length));
        foreach (VariantArray part in parts)
        {
            for (int i = 0; i < part.Length; i++)
            {
                indices.Add(part.Tags[i] == 0 ? 0 : part.Indices[i] + starts[part.Tags[i] - 1]);
            }

            for (int i = 0; i < starts.Length; i++)
            {
                starts[i] += part.Alternatives[i].Length;
            }
        }

        return new(
            [.. parts.SelectMany(part => part.Tags)], [.. indices],
            [.. starts.Select((_, i) => Of([.. parts.Select(part => part.Alternatives[i])]))]);
    }

    private static int[] Offsets(int[][] parts)
    {
        var all = new int[parts.Sum(part => part.Length - 1) + 1];
        int at = 0;
        foreach (int[] part in parts)
        {
            int shift = all[at] - part[0];
            for (int i = 1; i < part.Length; i++)
            {
                all[++at] = checked(part[i] + shift);
            }
        }

        return all;
    }
}
