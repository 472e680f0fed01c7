using System.Globalization;
using System.Text.Json;
using Moliere.Formats.Bytes;

namespace Moliere.Learning.Trees.Exchange;

/// <summary>A part of a JSON text that knows where it stands, so that whatever is wrong with it can be told.</summary>
/// <param name="File">Path as the user gave it.</param>
/// <param name="Inside">Members from the outermost to this one, such as "learner > objective".</param>
/// <param name="Value">The part itself.</param>
internal readonly record struct PlacedElement(string File, string Inside, JsonElement Value)
{
    public int Count => Value.ValueKind == JsonValueKind.Array
        ? Value.GetArrayLength() : throw Broken(Kind, "a list");

    private string Kind => Value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => $"'{Value.GetString()}'",
        _ => Value.GetRawText(),
    };

    /// <summary>A member that must be there.</summary>
    public PlacedElement Member(string name) =>
        TryMember(name) ?? throw Broken($"no '{name}'", $"a member '{name}'");

    public PlacedElement? TryMember(string name)
    {
        if (Value.ValueKind != JsonValueKind.Object)
        {
            throw Broken(Kind, $"an object with '{name}'");
        }

        return Value.TryGetProperty(name, out JsonElement member)
            ? new(File, Inside.Length == 0 ? name : $"{Inside} > {name}", member) : null;
    }

    /// <summary>One of a list that is known to be long enough.</summary>
    public PlacedElement Item(int index, string name) => new(File, $"{Inside} > {name} {index}", Value[index]);

    public string Text() => Value.ValueKind == JsonValueKind.String
        ? Value.GetString()! : throw Broken(Kind, "a text");

    /// <summary>A whole number, as a number or in quotes.</summary>
    public int Whole(int least, int most) =>
        int.TryParse(Raw(Value), NumberStyles.Integer, CultureInfo.InvariantCulture, out int number)
            && number >= least && number <= most
            ? number : throw Broken(Kind, Range(least, most));

    /// <summary>A number, as a number or in quotes.</summary>
    public float Real() => TryReal(Value) ?? throw Broken(Kind, "a number");

    public int[] Wholes(int count, int least, int most)
    {
        RequireCount(count);
        int[] numbers = new int[count];
        int i = 0;
        foreach (JsonElement item in Value.EnumerateArray())
        {
            bool isWhole = item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out numbers[i]);
            if (item.ValueKind is JsonValueKind.True or JsonValueKind.False)
            {
                (numbers[i], isWhole) = (item.GetBoolean() ? 1 : 0, true);
            }

            if (!isWhole || numbers[i] < least || numbers[i] > most)
            {
                throw Item(i, "entry").Broken(item.GetRawText(), Range(least, most));
            }

            i++;
        }

        return numbers;
    }

    public float[] Reals(int count)
    {
        RequireCount(count);
        float[] numbers = new float[count];
        int i = 0;
        foreach (JsonElement item in Value.EnumerateArray())
        {
            numbers[i] = TryReal(item) ?? throw Item(i, "entry").Broken(item.GetRawText(), "a number");
            i++;
        }

        return numbers;
    }

    public string[] Texts()
    {
        string[] texts = new string[Count];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = Item(i, "entry").Text();
        }

        return texts;
    }

    /// <summary>The error of this place.</summary>
    public InvalidFileException Broken(string found, string expected, string remedy = "") =>
        new(new FilePlace(File) { Inside = Inside }, found, expected, remedy);

    private void RequireCount(int count)
    {
        if (Count != count)
        {
            throw Broken($"{Count} entries", $"{count}");
        }
    }

    private static string Range(int least, int most) =>
        most == int.MaxValue ? $"a whole number from {least} on" : $"a whole number from {least} to {most}";

    private static string Raw(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static float? TryReal(JsonElement value) =>
        value.ValueKind is JsonValueKind.Number or JsonValueKind.String
            && float.TryParse(Raw(value), NumberStyles.Float, CultureInfo.InvariantCulture, out float number)
            ? number : null;
}
