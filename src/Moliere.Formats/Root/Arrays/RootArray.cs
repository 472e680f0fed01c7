using System.Text;

namespace Moliere.Formats.Root.Arrays;

/// <summary>
/// Values of a field over consecutive entries, as columns: numbers, texts, lists of any depth, records. One of the
/// sealed kinds of this file; whatever a ROOT file holds is a nesting of them.
/// </summary>
public abstract record RootArray
{
    /// <summary>Number of elements; at the outermost level the number of entries.</summary>
    public abstract int Length { get; }
}

/// <summary>Numbers of one type; truth values are bytes as they are in the file, not always 0 or 1.</summary>
/// <typeparam name="T">
/// The C# number of that size; truth values are <see cref="byte"/> with <see cref="IsTruth"/>.
/// </typeparam>
/// <param name="Values">One value per element.</param>
public sealed record NumberArray<T>(T[] Values) : RootArray
    where T : unmanaged
{
    /// <summary>Whether the numbers are truth values.</summary>
    public bool IsTruth { get; init; }

    /// <inheritdoc/>
    public override int Length => Values.Length;
}

/// <summary>Texts: their bytes behind each other.</summary>
/// <param name="Offsets">Text i holds the bytes [Offsets[i], Offsets[i + 1]); one longer than the texts.</param>
/// <param name="Bytes">Bytes as in the file, in practice UTF-8.</param>
public sealed record TextArray(int[] Offsets, byte[] Bytes) : RootArray
{
    /// <inheritdoc/>
    public override int Length => Offsets.Length - 1;

    /// <summary>One text; bytes that are no UTF-8 become replacement characters.</summary>
    /// <param name="index">In [0, <see cref="Length"/>).</param>
    public string this[int index] => Encoding.UTF8.GetString(Bytes.AsSpan(Offsets[index]..Offsets[index + 1]));
}

/// <summary>A list in each element: vectors, sets, maps (of pairs) and arrays, also those of fixed length.</summary>
/// <param name="Offsets">List i holds [Offsets[i], Offsets[i + 1]) of the content; one longer than the lists.</param>
/// <param name="Content">The elements of all lists behind each other.</param>
public sealed record ListArray(int[] Offsets, RootArray Content) : RootArray
{
    /// <inheritdoc/>
    public override int Length => Offsets.Length - 1;
}

/// <summary>Objects with the same members: structs, classes, pairs, tuples.</summary>
/// <param name="Length">Number of objects.</param>
/// <param name="Members">Members in order of the file, each as long as the array; may be empty.</param>
public sealed record RecordArray(int Length, IReadOnlyList<RootMember> Members) : RootArray
{
    /// <inheritdoc/>
    public override int Length { get; } = Length;
}

/// <summary>A member of a <see cref="RecordArray"/>.</summary>
/// <param name="Name">Name as in the class.</param>
/// <param name="Values">Its values, one per object.</param>
public sealed record RootMember(string Name, RootArray Values);

/// <summary>Elements of differing types.</summary>
/// <param name="Tags">Alternative of each element, from 1; 0 where there is no value.</param>
/// <param name="Indices">Position of each element within its alternative.</param>
/// <param name="Alternatives">Values of each alternative.</param>
public sealed record VariantArray(byte[] Tags, int[] Indices, IReadOnlyList<RootArray> Alternatives) : RootArray
{
    /// <inheritdoc/>
    public override int Length => Tags.Length;
}
