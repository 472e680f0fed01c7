using System.Globalization;
using System.Text.Json;

namespace Moliere.Cli.Recipes;

/// <summary>Single values of a recipe from and to text, independent of any culture.</summary>
internal static class RecipeText
{
    /// <summary>The names of an enumeration as recipes write them, in snake case.</summary>
    /// <param name="type">An enumeration.</param>
    public static string[] NamesOf(Type type) =>
        [.. Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    /// <summary>Reads one value; false when the text is no value of that type or is not finite.</summary>
    /// <param name="scalar">The text.</param>
    /// <param name="type">Bool, string, an enumeration or a number type.</param>
    /// <param name="value">The value of that type.</param>
    public static bool TryRead(RecipeScalar scalar, Type type, out object? value)
    {
        string text = scalar.Text;
        value = Type.GetTypeCode(type) switch
        {
            TypeCode.String => text,
            _ when scalar.IsQuoted => null,
            _ when type.IsEnum => EnumValue(text, type),
            TypeCode.Boolean => text is "true" ? true : text is "false" ? false : null,
            TypeCode.Int32 => int.TryParse(text, Whole, Invariant, out int i) ? i : null,
            TypeCode.Int64 => long.TryParse(text, Whole, Invariant, out long l) ? l : null,
            TypeCode.UInt32 => uint.TryParse(text, Whole, Invariant, out uint u) ? u : null,
            TypeCode.UInt64 => ulong.TryParse(text, Whole, Invariant, out ulong w) ? w : null,
            TypeCode.Single => float.TryParse(text, Real, Invariant, out float f) && float.IsFinite(f) ? f : null,
            TypeCode.Double => double.TryParse(text, Real, Invariant, out double d) && double.IsFinite(d) ? d : null,
            _ => throw new NotSupportedException($"A recipe cannot hold a value of type {type}."),
        };
        return value is not null;
    }

    /// <summary>The shortest YAML text that reads back as the same value.</summary>
    /// <param name="value">A single value, or null.</param>
    /// <param name="type">The declared type, which decides how null is written.</param>
    public static string Write(object? value, Type type) => value switch
    {
        null => type == typeof(string) ? "null" : "auto",
        bool flag => flag ? "true" : "false",
        string text => Quote(text),
        Enum member => JsonNamingPolicy.SnakeCaseLower.ConvertName(member.ToString()),
        IFormattable number => number.ToString(null, Invariant),
        _ => throw new NotSupportedException($"A recipe cannot hold a value of type {type}."),
    };

    private static NumberStyles Whole => NumberStyles.AllowLeadingSign;

    private static NumberStyles Real => NumberStyles.Float;

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    // one_cycle, oneCycle and OneCycle are the same name to a reader.
    private static object? EnumValue(string text, Type type)
    {
        string[] names = Enum.GetNames(type);
        string wanted = text.Replace("_", "", StringComparison.Ordinal);
        int index = Array.FindIndex(names, name => name.Equals(wanted, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : Enum.Parse(type, names[index]);
    }

    // A JSON string is a YAML string; bare words are kept bare because people read recipes.
    private static string Quote(string text)
    {
        bool isWord = text.Length > 0 && char.IsAsciiLetter(text[0]) && !text.EndsWith(' ')
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '/' or ' ')
            && text is not ("true" or "false" or "null" or "Null" or "NULL" or "yes" or "no" or "on" or "off");
        return isWord ? text : JsonSerializer.Serialize(text, JsonStyle.House);
    }
}
