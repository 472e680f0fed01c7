using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Columns;

namespace Moliere.Formats.Root.Ntuples;

/// <summary>Values of a field in one cluster; inside records only what leads to the field that is wanted.</summary>
/// <param name="ntuple">The ntuple.</param>
/// <param name="reader">Columns of the cluster.</param>
/// <param name="chain">The wanted field with those around it, outermost first.</param>
/// <source>ROOT, RNTuple binary format specification 1.0, section Mapping of C++ Types.</source>
internal sealed class NtupleFieldReader(NtupleMetadata ntuple, NtupleColumnReader reader, NtupleField[] chain)
{
    /// <summary>Consecutive elements of a field.</summary>
    /// <param name="field">A field of the chain, or one inside the last of it.</param>
    /// <param name="first">First element, counted in the cluster.</param>
    /// <param name="count">Number of elements.</param>
    public RootArray Read(NtupleField field, long first, int count)
    {
        if (field.ArraySize is { } size)
        {
            return Arrays(field, size, first, count);
        }

        return field.Role switch
        {
            NtupleRole.Leaf => Leaf(field, first, count),
            NtupleRole.Collection => Lists(field, first, count),
            NtupleRole.Record => Records(field, first, count),
            NtupleRole.Variant => Variants(field, first, count),
            NtupleRole.Streamer => Streamed(field, first, count),
            _ => throw Unsupported(field),
        };
    }

    private RootArray Streamed(NtupleField field, long first, int count)
    {
        if (Columns(field) is not [var index, var bytes, ..] || NtupleObstacles.Of(ntuple, field) is not null)
        {
            throw Unsupported(field);
        }

        NtupleCollections objects = NtupleCollections.Read(reader, index, first, count);
        byte[] all = reader.ReadBytes(bytes, objects.Start, objects.Count);
        return NtupleStreamed.Read(ntuple.File, field, objects, all, reader.PlaceOf(bytes));
    }

    private RootArray Arrays(NtupleField field, long size, long first, int count)
    {
        if (size > 0 && (count > Array.MaxLength / size || first > long.MaxValue / size))
        {
            throw reader.Wrong(null, $"{count} arrays of {size} elements", "fewer; read a shorter range of entries");
        }

        int elements = (int)(count * size);
        RootArray content = Columns(field) is [var bits, ..]
            ? Number(field, bits, first * size, elements)
            : Read(Only(field), first * size, elements);
        reader.RequireFewZeros(null, size == 0 ? count : 0);
        return new ListArray(FixedListColumn.Offsets(count, (int)size), content);
    }

    private RootArray Leaf(NtupleField field, long first, int count)
    {
        IReadOnlyList<NtupleColumn> columns = Columns(field);
        return columns switch
        {
            [] => Read(Only(field), first, count),
            [var index, var letters] when NtupleEncodings.IsIndex(index.Encoding) =>
                Texts(index, letters, first, count),
            [var index] when NtupleEncodings.IsIndex(index.Encoding) =>
                NtupleCollections.Read(reader, index, first, count).Sizes(field.Type),
            _ => Number(field, columns[0], first, count),
        };
    }

    private RootArray Number(NtupleField field, NtupleColumn column, long first, int count)
    {
        RootArray numbers = NtupleNumbers.Read(reader, column, first, count) ?? throw Unsupported(field);
        return NtupleNumbers.As(field.Type, numbers);
    }

    private TextArray Texts(NtupleColumn index, NtupleColumn letters, long first, int count)
    {
        NtupleCollections texts = NtupleCollections.Read(reader, index, first, count);
        return new(texts.Offsets, reader.ReadBytes(letters, texts.Start, texts.Count));
    }

    private ListArray Lists(NtupleField field, long first, int count)
    {
        NtupleCollections lists = NtupleCollections.Read(reader, Index(field), first, count);
        return new(lists.Offsets, Read(Only(field), lists.Start, lists.Count));
    }

    private RootArray Records(NtupleField field, long first, int count)
    {
        if (NextInChain(field) is { } next)
        {
            return Read(next, first, count);
        }

        var members = new List<RootMember>();
        foreach (NtupleField child in ntuple.Schema.ChildrenOf(field))
        {
            RootArray values = Read(child, first, count);

            // A base class is named ':_0'; its members are those of the class.
            members.AddRange(
                child.Name.StartsWith(":_", StringComparison.Ordinal) && values is RecordArray parent
                    ? parent.Members : [new RootMember(child.Name, values)]);
        }

        return new RecordArray(count, members);
    }

    private VariantArray Variants(NtupleField field, long first, int count)
    {
        IReadOnlyList<NtupleField> alternatives = ntuple.Schema.ChildrenOf(field);
        NtupleVariants variants = NtupleVariants.Read(reader, Index(field), first, count, alternatives.Count);
        return NextInChain(field) is null
            ? variants.With([.. alternatives.Select((one, i) => Read(one, variants.First(i), variants.Count(i)))])
            : throw reader.Wrong(null, $"an alternative of '{ntuple.PathOf(field)}'", "the field itself, as a whole");
    }

    private NtupleField Only(NtupleField field)
    {
        IReadOnlyList<NtupleField> children = ntuple.Schema.ChildrenOf(field);
        return children.Count == 1 ? children[0] : throw Unsupported(field);
    }

    private NtupleColumn Index(NtupleField field) =>
        Columns(field) is [var column, ..] ? column : throw Unsupported(field);

    /// <summary>The columns of the representation that the cluster has.</summary>
    private IReadOnlyList<NtupleColumn> Columns(NtupleField field)
    {
        IReadOnlyList<NtupleColumn> all = ntuple.Schema.ColumnsOf(field);
        if (all.Count == 0)
        {
            return all;
        }

        NtupleColumn chosen = all.FirstOrDefault(one => reader.Cluster.PagesOf(one) is { IsSuppressed: false })
            ?? all.FirstOrDefault(one => reader.Cluster.PagesOf(one) is null && !one.IsDeferredSuppressed)
            ?? throw reader.Wrong(all[0], "no representation of its values", "one");
        return [.. all.Where(one => one.Representation == chosen.Representation)];
    }

    private NtupleField? NextInChain(NtupleField field)
    {
        int at = Array.FindIndex(chain, one => one.Id == field.Id);
        return at >= 0 && at + 1 < chain.Length ? chain[at + 1] : null;
    }

    private Bytes.InvalidFileException Unsupported(NtupleField field)
    {
        string why = NtupleObstacles.Of(ntuple, field) ?? "not one of the structures that are known";
        return reader.Wrong(
            null, $"field '{ntuple.PathOf(field)}' of type {NtupleObstacles.TypeOf(field)} ({why})",
            "a type that can be read");
    }
}
