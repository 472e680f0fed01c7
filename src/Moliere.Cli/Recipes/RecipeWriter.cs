using System.Collections;
using System.Text;

namespace Moliere.Cli.Recipes;

/// <summary>
/// Writes a recipe record as YAML that binds back to an equal record. The text depends only on the values: keys in
/// declared order, shortest numbers, line feeds; so its bytes can be compared and hashed.
/// </summary>
internal static class RecipeWriter
{
    private const int CommentWidth = 110;

    /// <summary>The recipe with every key spelt out.</summary>
    /// <param name="recipe">A recipe record.</param>
    /// <param name="docs">Where the comments above the keys come from; null writes none.</param>
    public static string Write(object recipe, DocText? docs = null)
    {
        var text = new StringBuilder();
        WriteBlock(text, recipe, "", docs);
        return text.ToString();
    }

    private static void WriteBlock(StringBuilder text, object block, string indent, DocText? docs)
    {
        foreach (RecipeField field in RecipeField.Of(block.GetType()))
        {
            object? value = field.Property.GetValue(block);
            WriteComment(text, docs?.Of(field.Property), indent);
            text.Append(indent).Append(field.Key).Append(':');
            WriteValue(text, value, field.Property.PropertyType, indent, docs);
        }
    }

    private static void WriteValue(StringBuilder text, object? value, Type type, string indent, DocText? docs)
    {
        if (value is IReadOnlyDictionary<string, string> texts)
        {
            WriteTexts(text, texts, indent);
        }
        else if (value is IEnumerable items and not string)
        {
            WriteList(text, [.. items.Cast<object>()], RecipeField.ItemOf(type)!, indent, docs);
        }
        else if (value is not null && RecipeField.IsBlock(value.GetType()))
        {
            text.Append('\n');
            WriteBlock(text, value, indent + "  ", docs);
        }
        else
        {
            text.Append(' ').Append(RecipeText.Write(value, Nullable.GetUnderlyingType(type) ?? type)).Append('\n');
        }
    }

    // In order of the names, so that the bytes do not depend on the order in which they were given.
    private static void WriteTexts(StringBuilder text, IReadOnlyDictionary<string, string> texts, string indent)
    {
        text.Append(texts.Count == 0 ? " {}\n" : "\n");
        foreach ((string key, string value) in texts.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            text.Append(indent).Append("  ").Append(RecipeText.Write(key, typeof(string))).Append(": ")
                .Append(RecipeText.Write(value, typeof(string))).Append('\n');
        }
    }

    private static void WriteList(StringBuilder text, object[] items, Type item, string indent, DocText? docs)
    {
        if (!RecipeField.IsBlock(item) && RecipeField.ItemOf(item) is null)
        {
            text.Append(" [").AppendJoin(", ", items.Select(value => RecipeText.Write(value, item))).Append("]\n");
            return;
        }

        text.Append(items.Length == 0 ? " []\n" : "\n");
        foreach (object value in items)
        {
            text.Append(indent).Append("  -");
            WriteValue(text, value, item, indent + "  ", docs);
        }
    }

    private static void WriteComment(StringBuilder text, string? comment, string indent)
    {
        if (string.IsNullOrEmpty(comment))
        {
            return;
        }

        string line = "";
        foreach (string word in comment.Split(' '))
        {
            if (line.Length > 0 && indent.Length + line.Length + word.Length + 3 > CommentWidth)
            {
                text.Append(indent).Append('#').Append(line).Append('\n');
                line = "";
            }

            line += $" {word}";
        }

        text.Append(indent).Append('#').Append(line).Append('\n');
    }
}
