using System.Globalization;
using Moliere.Formats.Root.Objects;

namespace Moliere.Formats.Root.Columns;

/// <summary>
/// Makes columns from types: once for each branch, as a recipe that yields fresh columns for each range that is read.
/// Types without a reader end in an <see cref="UnreadableTypeException"/> that names them.
/// </summary>
/// <param name="catalog">Layouts of the file's classes.</param>
/// <source>ROOT, TStreamerInfo::ReadBuffer; TGenCollectionStreamer.</source>
internal sealed class ColumnCompiler(StreamerCatalog catalog)
{
    /// <summary>Types inside each other, and members in all; more is damage or malice.</summary>
    private const int DeepestNesting = 48, MostColumns = 20_000;

    private readonly Dictionary<(StreamerClass Layout, bool HasHeader), Func<ColumnBuilder>?> _recipes = [];

    private int _depth, _columns;

    /// <summary>Columns for one member of a class.</summary>
    public Func<ColumnBuilder> Member(StreamerElement element)
    {
        int code = element.Code;
        if (code == StreamerCode.Bits)
        {
            return () => new TObjectBitsColumn();
        }

        if (StreamerCode.IsNumeric(code))
        {
            return Numbers(element);
        }

        bool isArray = code is > StreamerCode.FixedArray and < StreamerCode.CountedArray
            || (element.ArrayLength > 0 && code >= StreamerCode.Object);
        code = isArray && code is not (StreamerCode.Collection or StreamerCode.StandardText or StreamerCode.OwnStreamer
            or StreamerCode.Loop) ? code - StreamerCode.FixedArray : code;
        CppType type = CppType.Parse(element.TypeName).Pointed;
        return code switch
        {
            StreamerCode.BaseClass or StreamerCode.TObject or StreamerCode.TNamed when element.IsBase => Base(element),
            StreamerCode.CharStar => () => new TextColumn(isLongForm: true),
            StreamerCode.Text => isArray ? Headed(Shaped(Text, element)) : Text,
            StreamerCode.TObject or StreamerCode.TNamed =>
                isArray ? Headed(Shaped(Value(type), element)) : Value(type),
            StreamerCode.Object or StreamerCode.AnyClass or StreamerCode.ObjectNeverNull or StreamerCode.AnyNeverNull =>
                isArray ? Shaped(Value(type), element) : Value(type),
            StreamerCode.Collection or StreamerCode.CollectionPointer or StreamerCode.StandardText
                or StreamerCode.Collection + StreamerCode.FixedArray or StreamerCode.OwnStreamer
                when IsKnownCollection(type) => HeadedCollection(type, element),
            StreamerCode.Collection or StreamerCode.OwnStreamer when OwnContent(element) is { } content =>
                HeadedLists(List(Value(content)), null),
            StreamerCode.Loop => Loop(element, type),
            StreamerCode.ObjectPointer or StreamerCode.AnyPointer or StreamerCode.AnyPointerNoVirtual when !isArray =>
                Pointer(type),
            _ => throw new UnreadableTypeException(
                $"{element.TypeName} {element.Name}, a member of kind {code.ToString(CultureInfo.InvariantCulture)}"),
        };
    }

    /// <summary>
    /// A branch that is a text, a collection or an object as a whole. Collections have a header; so have objects of
    /// classes derived from TObject, which write themselves, and no others.
    /// </summary>
    public Func<ColumnBuilder> Whole(CppType type, int version = -1, uint checksum = 0)
    {
        if (CollectionNames.KindOf(type) == CollectionKind.Text)
        {
            return Text;
        }

        if (IsKnownCollection(type))
        {
            return HeadedCollection(type, null);
        }

        return BuiltInColumns.Find(type.Name) is null && catalog.Find(type.Text, version, checksum) is { } layout
            ? Class(layout, catalog.IsTObject(layout)) : Value(type, version, checksum);
    }

    /// <summary>An object that writes itself: behind a header.</summary>
    public Func<ColumnBuilder> Streamed(CppType type) => Value(type);

    // Classes that ROOT takes as collections have one member, 'This', whose comment names their elements.
    private static CppType? OwnContent(StreamerElement element) =>
        element.Name == "This" && element.Title.StartsWith('<') && element.Title.LastIndexOf('>') is var end and > 1
            ? CppType.Parse(element.Title[1..end]) : null;

    private static ColumnBuilder Text() => new TextColumn();

    private static bool IsKnownCollection(CppType type) => CollectionNames.KindOf(type) != CollectionKind.Other;

    /// <summary>A type inside a collection: numbers, texts and collections without headers, classes with.</summary>
    private Func<ColumnBuilder> Value(CppType type, int version = -1, uint checksum = 0)
    {
        if (++_depth > DeepestNesting || ++_columns > MostColumns)
        {
            throw new UnreadableTypeException($"{type.Text}, which nests without end");
        }

        Func<ColumnBuilder> made = Choose(type, version, checksum);
        _depth--;
        return made;
    }

    private Func<ColumnBuilder> Choose(CppType type, int version, uint checksum)
    {
        if (type.IsPointer)
        {
            return Pointer(type.Pointed);
        }

        if (type.Arguments.Count == 0 && NumberKinds.FromName(type.Name) is { } kind)
        {
            return () => NumberKinds.NewColumn(kind, PackedFloat.Plain);
        }

        return CollectionNames.KindOf(type) switch
        {
            CollectionKind.Text => Text,
            CollectionKind.List => List(Value(type.Arguments[0])),
            CollectionKind.Bits => () => new ListColumn(new NumberColumn<byte> { IsTruth = true }),
            CollectionKind.Map => List(Pair(type)),
            _ => BuiltInColumns.Find(type.Name) ?? Class(type, version, checksum),
        };
    }

    // A pointer is readable as long as it is null, even where its class is not.
    private Func<ColumnBuilder> Pointer(CppType type)
    {
        Func<ColumnBuilder>? content = null;
        int depth = _depth;
        try
        {
            content = Value(type);
        }
        catch (UnreadableTypeException)
        {
            _depth = depth; // The type may have given up some levels further in.
        }

        return () => new PointerColumn(type.Text, content?.Invoke());
    }

    private static Func<ColumnBuilder> List(Func<ColumnBuilder> content) => () => new ListColumn(content());

    private Func<ColumnBuilder> Pair(CppType map)
    {
        string name = $"pair<{map.Arguments[0].Text},{map.Arguments[1].Text}>";
        StreamerClass layout = catalog.Find(name) ?? new(name, 0, 0, []);
        Func<ColumnBuilder> first = PairMember(map.Arguments[0]), second = PairMember(map.Arguments[1]);
        return () =>
        {
            ColumnMember[] members = [new("first", first(), false), new("second", second(), false)];
            return new ClassColumn(layout, catalog, new RecordColumn(members))
            {
                HasHeader = false,
                Collections = [.. members.Select(member => member.Values).OfType<CollectionColumn>()],
            };
        };
    }

    // Collections and texts in the pairs of a map have a header only where pairs stand member by member.
    private Func<ColumnBuilder> PairMember(CppType type) =>
        !type.IsPointer && IsKnownCollection(type) && type.Name != "TString"
            ? HeadedCollection(type, null) : Value(type);

    private Func<ColumnBuilder> Class(CppType type, int version, uint checksum)
    {
        StreamerClass layout = catalog.Find(type.Text, version, checksum) ?? FromName(type)
            ?? throw new UnreadableTypeException($"class {type.Text}, whose layout the file does not tell");
        return Class(layout, hasHeader: true);
    }

    private Func<ColumnBuilder> Class(StreamerClass layout, bool hasHeader)
    {
        (StreamerClass, bool) key = (layout, hasHeader);
        if (!_recipes.TryAdd(key, null) && _recipes[key] is null)
        {
            return () => new RecursiveColumn(layout.Name, _recipes.GetValueOrDefault(key));
        }

        try
        {
            return _recipes[key] = Members(layout, hasHeader);
        }
        catch (UnreadableTypeException)
        {
            _recipes.Remove(key); // Else the next to meet the class would take it for one inside itself.
            throw;
        }
    }

    private Func<ColumnBuilder> Members(StreamerClass layout, bool hasHeader)
    {
        var members = layout.Elements
            .Select(element => (element.Name, Make: Member(element), element.IsBase)).ToArray();
        _columns += members.Length;
        return () => new ClassColumn(layout, catalog, new RecordColumn(
            Array.ConvertAll(members, member => new ColumnMember(member.Name, member.Make(), member.IsBase))))
        {
            HasHeader = hasHeader,
        };
    }

    // A pair is understood from its name where its layout was dropped.
    private static StreamerClass? FromName(CppType type) =>
        type is { Name: "pair", Arguments.Count: 2 } ? new(type.Text, 0, 0, PairElements.Of(type)) : null;

    private Func<ColumnBuilder> Base(StreamerElement element)
    {
        var type = CppType.Parse(element.Name);
        return IsKnownCollection(type) ? HeadedCollection(type, element) : Value(type, element.ClassVersion);
    }

    private static Func<ColumnBuilder> Numbers(StreamerElement element)
    {
        int code = element.Code;
        NumberKind kind = NumberKinds.FromCode(code % 20)
            ?? throw new UnreadableTypeException($"{element.TypeName} {element.Name}");
        var packing = PackedFloat.Parse(element.Title);
        Func<ColumnBuilder> one = () => NumberKinds.NewColumn(kind, packing);
        if (code > StreamerCode.CountedArray)
        {
            return () => new CountedColumn(element.CountName, CountedForm.Marked, one());
        }

        return code > StreamerCode.FixedArray ? Shaped(one, element) : one;
    }

    /// <summary>Arrays of fixed length, in as many dimensions as the member has.</summary>
    private static Func<ColumnBuilder> Shaped(Func<ColumnBuilder> content, StreamerElement element) =>
        FixedListColumn.Around(content, element.Dimensions);

    private static Func<ColumnBuilder> Headed(Func<ColumnBuilder> content) =>
        () => new CollectionColumn(content(), null);

    private Func<ColumnBuilder> HeadedCollection(CppType type, StreamerElement? element) =>
        HeadedLists(Value(type.Pointed), element);

    private static Func<ColumnBuilder> HeadedLists(Func<ColumnBuilder> lists, StreamerElement? element) => () =>
    {
        ColumnBuilder one = lists();
        ClassColumn? objects = (one as ListColumn)?.Objects;
        return new CollectionColumn(element is null ? one : Shaped(() => one, element)(), objects);
    };

    private Func<ColumnBuilder> Loop(StreamerElement element, CppType type)
    {
        Func<ColumnBuilder> content = Value(type);
        return () => new CountedColumn(element.CountName, CountedForm.Headed, content());
    }
}
