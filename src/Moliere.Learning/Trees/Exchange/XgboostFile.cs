using System.Text.Json;
using Moliere.Formats.Bytes;

namespace Moliere.Learning.Trees.Exchange;

/// <summary>
/// Boosted trees as the JSON model file of XGBoost 1.7: a model that either program trained gives the same margins in
/// the other one, bit for bit.
/// </summary>
/// <source>XGBoost 1.7 documentation, "Introduction to Model IO" and its JSON schema; docs/trees.md.</source>
public static class XgboostFile
{
    private const string Expected = "the JSON text of an XGBoost model";
    private const string Remedy = "save it with save_model(\"NAME.json\")";

    /// <summary>
    /// Writes a model; equal models give equal bytes. Quantiles are written as <c>reg:squarederror</c> and a mean with
    /// its width as two classes: XGBoost then gives their margins with <c>output_margin=True</c>, and an attribute
    /// tells us what they mean.
    /// </summary>
    /// <param name="path">File to make or replace.</param>
    /// <param name="model">Whole rounds of sound trees.</param>
    /// <param name="attributes">More to keep beside the trees; keys do not begin with "moliere_".</param>
    /// <exception cref="ArgumentException">A round is not complete, or a start is not finite.</exception>
    /// <exception cref="InvalidFileException">The file cannot be written.</exception>
    public static void Write(
        string path, BoostedTrees model, IReadOnlyDictionary<string, string>? attributes = null)
    {
        byte[] bytes = XgboostWriter.ToBytes(model, attributes ?? new Dictionary<string, string>());
        OutputFile.Write(path, stream => stream.Write(bytes));
    }

    /// <summary>Reads a model with all of its trees, those after the best iteration too.</summary>
    /// <param name="path">What XGBoost 1.7 or <see cref="Write"/> made; may be gzip.</param>
    /// <exception cref="InvalidFileException">
    /// Not such a file, damaged, or with something else than additive trees of numerical features.
    /// </exception>
    public static XgboostModel Read(string path)
    {
        using Stream stream = InputFile.Open(path);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        byte[] bytes = BareNumbers.Quote(content.ToArray());
        using JsonDocument document = Parse(path, bytes);
        return XgboostReader.Read(new PlacedElement(path, "", document.RootElement));
    }

    private static JsonDocument Parse(string path, byte[] bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes);
        }
        catch (JsonException error)
        {
            long line = (error.LineNumber ?? 0) + 1;
            throw new InvalidFileException(
                new FilePlace(path) { Line = line }, "invalid JSON", Expected, Remedy, error);
        }
    }
}
