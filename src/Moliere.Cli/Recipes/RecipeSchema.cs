using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Moliere.Cli.Recipes;

/// <summary>The JSON schema of a recipe, for editors that check YAML while it is typed.</summary>
internal static class RecipeSchema
{
    /// <summary>The schema as indented JSON with descriptions, defaults and ranges.</summary>
    /// <param name="name">The study, for the title.</param>
    /// <param name="type">A recipe record.</param>
    /// <param name="docs">Where descriptions come from.</param>
    public static string Write(string name, Type type, DocText docs)
    {
        var options = new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) => Decorate(context, node, docs),
        };
        JsonObject schema = JsonStyle.House.GetJsonSchemaAsNode(type, options).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", $"Moliere recipe '{name}'");
        return schema.ToJsonString(JsonStyle.House) + "\n";
    }

    private static JsonNode Decorate(JsonSchemaExporterContext context, JsonNode node, DocText docs)
    {
        if (context.PropertyInfo?.AttributeProvider is not PropertyInfo property || node is not JsonObject schema)
        {
            return node;
        }

        if (docs.Of(property) is { } description)
        {
            schema.Insert(0, "description", description);
        }

        if (property.GetCustomAttribute<RangeAttribute>() is { } range)
        {
            JsonObject limited = schema["items"] as JsonObject ?? schema;
            limited["minimum"] = Convert.ToDouble(range.Minimum, CultureInfo.InvariantCulture);
            limited["maximum"] = Convert.ToDouble(range.Maximum, CultureInfo.InvariantCulture);
        }

        AllowAuto(schema, property);
        return schema;
    }

    // The reader takes the word auto for an absent number; the schema must not refuse what the reader takes.
    private static void AllowAuto(JsonObject schema, PropertyInfo property)
    {
        if (Nullable.GetUnderlyingType(property.PropertyType) is not null && schema["type"] is JsonArray)
        {
            JsonObject plain = schema.DeepClone().AsObject();
            plain.Remove("description");
            schema.Remove("type");
            schema.Remove("minimum");
            schema.Remove("maximum");
            schema["anyOf"] = new JsonArray(plain, new JsonObject { ["const"] = "auto" });
        }
    }
}
