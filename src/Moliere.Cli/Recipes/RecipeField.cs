using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Moliere.Cli.Recipes;

/// <summary>One key of a recipe block: the property it binds to and what it accepts.</summary>
/// <param name="Property">A public property with <c>init</c> or <c>set</c>.</param>
internal sealed record RecipeField(PropertyInfo Property)
{
    /// <summary>The key as written in YAML: the property name in snake case.</summary>
    public string Key { get; } = JsonNamingPolicy.SnakeCaseLower.ConvertName(Property.Name);

    /// <summary>Allowed values (also of each item of a list), or null when any will do.</summary>
    public RangeAttribute? Range { get; } = Property.GetCustomAttribute<RangeAttribute>();

    /// <summary>True when the value may be left out as <c>null</c> or <c>auto</c>.</summary>
    public bool IsNullable { get; } =
        new NullabilityInfoContext().Create(Property).WriteState == NullabilityState.Nullable;

    /// <summary>
    /// The keys of a block in the order they are declared. Left out: what never changes a result (the number of
    /// threads) and what is marked <see cref="BrowsableAttribute"/> false because another key decides it.
    /// </summary>
    /// <param name="record">The record the block binds to.</param>
    public static RecipeField[] Of(Type record) =>
        [.. record.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
            .Where(property => property.Name != "Threads" && property.GetCustomAttribute<BrowsableAttribute>() is not
            {
                Browsable: false
            })
            .OrderBy(property => DepthOf(property.DeclaringType!)).ThenBy(property => property.MetadataToken)
            .Select(property => new RecipeField(property))];

    /// <summary>The type of the items when <paramref name="type"/> is a list, else null.</summary>
    /// <param name="type">An array, or a generic interface that an array implements.</param>
    public static Type? ItemOf(Type type)
    {
        if (type.IsArray)
        {
            return type.GetElementType();
        }

        bool isList = type.IsGenericType && type.GetGenericArguments().Length == 1 && type.IsInterface
            && type.IsAssignableFrom(type.GetGenericArguments()[0].MakeArrayType());
        return isList ? type.GetGenericArguments()[0] : null;
    }

    /// <summary>True for a type written as a block of keys.</summary>
    /// <param name="type">The type of a property or of an item of a list.</param>
    public static bool IsBlock(Type type) =>
        type != typeof(string) && !type.IsPrimitive && !type.IsEnum && Nullable.GetUnderlyingType(type) is null
        && ItemOf(type) is null && !IsTexts(type);

    /// <summary>True for a type written as a block of free names, each with a text.</summary>
    /// <param name="type">The type of a property.</param>
    public static bool IsTexts(Type type) => type == typeof(IReadOnlyDictionary<string, string>);

    /// <summary>What a message says this key accepts, for instance <c>a whole number from 1 to 100</c>.</summary>
    /// <param name="type">The type of the property, or of an item of a list.</param>
    public string Expected(Type type)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        string text = ItemOf(plain) is { } item ? $"a list, each item {Expected(item)}" : ExpectedOne(plain);
        return Nullable.GetUnderlyingType(type) is null ? text : $"{text}, or auto";
    }

    // What a block inherits comes before what it adds.
    private static int DepthOf(Type type) => type.BaseType is { } parent ? 1 + DepthOf(parent) : 0;

    private string ExpectedOne(Type type)
    {
        if (type.IsEnum)
        {
            return $"one of {string.Join(", ", RecipeText.NamesOf(type))}";
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => "true or false",
            TypeCode.String => "a text",
            TypeCode.Single or TypeCode.Double => $"a number{Limits()}",
            TypeCode.Object when IsTexts(type) => "a block of names, each with a text",
            TypeCode.Object => $"a block of keys ({string.Join(", ", Of(type).Select(field => field.Key))})",
            _ => $"a whole number{Limits()}",
        };
    }

    private string Limits() => Range is null
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $" from {Range.Minimum} to {Range.Maximum}");
}
