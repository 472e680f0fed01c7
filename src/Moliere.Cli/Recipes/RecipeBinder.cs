using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Moliere.Data;

namespace Moliere.Cli.Recipes;

/// <summary>
/// Binds a tree of placed nodes to nested immutable records. What is not written keeps the default on the property;
/// what is written must exist, have the right type and lie in its <see cref="RangeAttribute"/>. A record that
/// implements <see cref="IValidatableObject"/> can refuse combinations (a minimum above its maximum).
/// </summary>
internal static class RecipeBinder
{
    /// <summary>Binds a whole recipe.</summary>
    /// <param name="type">A record with a parameterless constructor.</param>
    /// <param name="map">The recipe.</param>
    /// <exception cref="RecipeException">
    /// Unknown key, wrong type, value out of range or refused by the record.
    /// </exception>
    public static object Bind(Type type, RecipeMap map) => BindBlock(Activator.CreateInstance(type)!, map, "");

    private static object BindBlock(object defaults, RecipeMap map, string path)
    {
        Type type = defaults.GetType();
        RecipeField[] fields = RecipeField.Of(type);
        object target = Copy(defaults);
        foreach (RecipeEntry entry in map.Entries)
        {
            RecipeField field = fields.FirstOrDefault(f => f.Key == entry.Key) ?? throw Unknown(entry, fields, path);
            object? old = field.Property.GetValue(defaults);
            Type valueType = field.Property.PropertyType;
            field.Property.SetValue(target, BindValue(field, valueType, old, entry.Value, $"{path}{entry.Key}"));
        }

        Validate(target, map, path);
        return target;
    }

    // Defaults may be shared between records, so they are copied through the record's own clone, never changed.
    private static object Copy(object value)
    {
        MethodInfo? clone = value.GetType().GetMethod("<Clone>$");
        return clone?.Invoke(value, null) ?? value;
    }

    private static object? BindValue(RecipeField field, Type type, object? old, RecipeNode node, string path)
    {
        if (node is RecipeScalar scalar && IsAbsent(field, type, scalar))
        {
            return null;
        }

        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        if (RecipeField.ItemOf(plain) is { } item)
        {
            return BindList(field, plain, item, node, path);
        }

        if (RecipeField.IsTexts(plain))
        {
            return BindTexts(field, plain, node, path);
        }

        if (RecipeField.IsBlock(plain))
        {
            return node is RecipeMap map
                ? BindBlock(old ?? Activator.CreateInstance(plain)!, map, $"{path}.")
                : throw Mismatch(field, type, node, path);
        }

        return BindScalar(field, type, node, path);
    }

    private static bool IsAbsent(RecipeField field, Type type, RecipeScalar scalar) =>
        field.IsNullable && (scalar.IsNull
            || (!scalar.IsQuoted && scalar.Text == "auto" && Nullable.GetUnderlyingType(type) is not null));

    private static Array BindList(RecipeField field, Type list, Type item, RecipeNode node, string path)
    {
        if (node is not RecipeList { Items: var items })
        {
            throw Mismatch(field, list, node, path);
        }

        var result = Array.CreateInstance(item, items.Count);
        for (int i = 0; i < items.Count; i++)
        {
            result.SetValue(BindValue(field, item, null, items[i], $"{path}[{i}]"), i);
        }

        return result;
    }

    private static Dictionary<string, string> BindTexts(RecipeField field, Type type, RecipeNode node, string path)
    {
        if (node is not RecipeMap { Entries: var entries })
        {
            throw Mismatch(field, type, node, path);
        }

        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (RecipeEntry entry in entries)
        {
            texts[entry.Key] = entry.Value is RecipeScalar { Text: var text } ? text
                : throw new RecipeException(
                    entry.Value.Place, $"'{path}.{entry.Key}': found {entry.Value.Found}, expected a text.");
        }

        return texts;
    }

    private static object BindScalar(RecipeField field, Type type, RecipeNode node, string path)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        if (node is RecipeScalar { IsNull: false } scalar
            && RecipeText.TryRead(scalar, plain, out object? value) && InRange(field.Range, value!))
        {
            return value!;
        }

        throw Mismatch(field, type, node, path);
    }

    private static bool InRange(RangeAttribute? range, object value)
    {
        if (range is null || value is string or bool or Enum)
        {
            return true;
        }

        double number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        return number >= Convert.ToDouble(range.Minimum, CultureInfo.InvariantCulture)
            && number <= Convert.ToDouble(range.Maximum, CultureInfo.InvariantCulture);
    }

    private static void Validate(object target, RecipeMap map, string path)
    {
        if (target is not IValidatableObject validatable)
        {
            return;
        }

        foreach (ValidationResult complaint in validatable.Validate(new ValidationContext(target)))
        {
            RecipePlace? culprit = complaint.MemberNames.Select(member => PlaceOf(map, KeysOf(member)))
                .FirstOrDefault(place => place is not null);
            string where = BlockOf(complaint, path);
            string prefix = where.Length == 0 ? "" : $"in '{where}': ";
            throw new RecipeException(culprit ?? map.Place, $"{prefix}{complaint.ErrorMessage}");
        }
    }

    // A record may complain about an item of a list in it, as in "Limits[1].Metric": limits, 1, metric.
    private static string[] KeysOf(string member) =>
        [.. member.Split('[', '.').Select(part => JsonNamingPolicy.SnakeCaseLower.ConvertName(part.TrimEnd(']')))];

    private static string BlockOf(ValidationResult complaint, string path)
    {
        string member = complaint.MemberNames.FirstOrDefault(name => name.Contains('.')) ?? "";
        string inner = member.Length == 0 ? "" : member[..member.LastIndexOf('.')];
        return (path + JsonNamingPolicy.SnakeCaseLower.ConvertName(inner)).TrimEnd('.');
    }

    private static RecipePlace? PlaceOf(RecipeNode node, ReadOnlySpan<string> keys) => node switch
    {
        _ when keys.IsEmpty => node.Place,
        RecipeList { Items: var items } when int.TryParse(keys[0], CultureInfo.InvariantCulture, out int index)
            && index < items.Count => PlaceOf(items[index], keys[1..]),
        RecipeMap map when map.Find(keys[0]) is { } entry =>
            keys.Length == 1 ? entry.Place : PlaceOf(entry.Value, keys[1..]),
        _ => null,
    };

    private static RecipeException Unknown(RecipeEntry entry, RecipeField[] fields, string path)
    {
        string[] keys = [.. fields.Select(field => field.Key)];
        string nearest = NearestName.Of(entry.Key, keys) is [var name] ? $"did you mean '{path}{name}'? " : "";
        return new RecipeException(
            entry.Place, $"unknown key '{path}{entry.Key}'; {nearest}Valid keys here: {string.Join(", ", keys)}.");
    }

    private static RecipeException Mismatch(RecipeField field, Type type, RecipeNode node, string path)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        string nearest = plain.IsEnum && node is RecipeScalar { Text: var text }
            ? $"; did you mean '{NearestName.Of(text, RecipeText.NamesOf(plain))[0]}'?"
            : ".";
        return new RecipeException(
            node.Place, $"'{path}': found {node.Found}, expected {field.Expected(type)}{nearest}");
    }
}
