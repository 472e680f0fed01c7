using System.Globalization;

namespace Moliere.Formats.Root.Objects;

/// <summary>
/// An object of any class: its members by name, those of its base classes among them. Numbers are boxed, arrays are
/// arrays of numbers, texts are strings, collections of the standard library are columns of one element.
/// </summary>
/// <param name="className">C++ class.</param>
internal sealed class RootObject(string className)
{
    private readonly Dictionary<string, object?> _members = [];

    public string ClassName => className;

    /// <summary>Version of the class that wrote it.</summary>
    public int Version { get; set; }

    /// <summary>Elements of a TList, TObjArray or their kin, also nulls; empty for other classes.</summary>
    public IReadOnlyList<RootObject?> Items { get; set; } = [];

    /// <summary>Why some members are missing; null where all were read.</summary>
    public string? Obstacle { get; set; }

    /// <summary>Names and values in order of the bytes.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Members => _members;

    /// <summary>A member; null without one of this name.</summary>
    public object? this[string name]
    {
        get => _members.GetValueOrDefault(name);
        set => _members[name] = value;
    }

    public bool Has(string name) => _members.ContainsKey(name);

    /// <summary>A whole number; 0 without one of this name.</summary>
    public long Integer(string name) => this[name] switch
    {
        ulong large => unchecked((long)large),
        double or float => Number(name) is >= -9e18 and <= 9e18 and var real ? (long)real : 0,
        IConvertible number and not string => number.ToInt64(CultureInfo.InvariantCulture),
        _ => 0,
    };

    /// <summary>A number; 0 without one of this name.</summary>
    public double Number(string name) =>
        this[name] is IConvertible number and not string ? number.ToDouble(CultureInfo.InvariantCulture) : 0;

    /// <summary>A text; empty without one of this name.</summary>
    public string Text(string name) => this[name] as string ?? "";

    /// <summary>An object; null without one of this name.</summary>
    public RootObject? Object(string name) => this[name] as RootObject;

    /// <summary>Elements of a list; none without a list of this name.</summary>
    public IReadOnlyList<RootObject?> List(string name) => Object(name)?.Items ?? [];

    /// <summary>Whole numbers; none without an array of this name.</summary>
    public long[] Integers(string name) => this[name] switch
    {
        long[] large => large,
        int[] numbers => Array.ConvertAll(numbers, number => (long)number),
        uint[] numbers => Array.ConvertAll(numbers, number => (long)number),
        _ => [],
    };

    /// <summary>Numbers of an array of any numeric type; none without an array of this name.</summary>
    public double[] Numbers(string name) => this[name] switch
    {
        double[] numbers => numbers,
        Array numbers => [.. numbers.Cast<IConvertible>().Select(n => n.ToDouble(CultureInfo.InvariantCulture))],
        _ => [],
    };
}
