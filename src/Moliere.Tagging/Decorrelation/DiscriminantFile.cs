using System.Text.Json;
using System.Text.Json.Nodes;
using Moliere.Data.Features;
using Moliere.Formats.Bytes;
using Moliere.Learning.Models;
using Moliere.Learning.Trees.Exchange;

namespace Moliere.Tagging.Decorrelation;

/// <summary>
/// One file per discriminant: a network as a model file, trees as the JSON of XGBoost, all else as JSON of its numbers.
/// Equal discriminants give equal bytes.
/// </summary>
/// <source>House formats, specified in docs/formats.md; XGBoost 1.7, "Introduction to Model IO".</source>
public static class DiscriminantFile
{
    private const string Expected = "a discriminant of jets", Remedy = "train it again";
    private const string NameKey = "discriminant";

    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true };

    /// <summary>Writes the file.</summary>
    /// <param name="path">File to make or replace.</param>
    /// <param name="discriminant">What to write.</param>
    public static void Write(string path, IDiscriminant discriminant)
    {
        switch (discriminant)
        {
            case NetworkDiscriminant network:
                ModelFile.Write(path, network.Plan, network.Network, new JsonObject
                {
                    ["name"] = network.Name,
                    ["features"] = JsonSerializer.SerializeToNode(network.Features),
                });
                break;
            case TreeDiscriminant trees:
                XgboostFile.Write(path, trees.Trees, new Dictionary<string, string> { [NameKey] = trees.Name });
                break;
            default:
                byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(discriminant, s_json);
                OutputFile.Write(path, stream => stream.Write(bytes));
                break;
        }
    }

    /// <summary>Reads a discriminant back; it scores the same bits.</summary>
    /// <param name="path">A file that <see cref="Write"/> made.</param>
    /// <exception cref="InvalidFileException">The file is broken or holds something else.</exception>
    public static IDiscriminant Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (bytes.Length == 0 || bytes[0] != '{')
        {
            return ReadNetwork(path);
        }

        return IsTrees(bytes) ? ReadTrees(path) : Parse(path, () =>
            JsonSerializer.Deserialize<IDiscriminant>(bytes, s_json)!);
    }

    private static bool IsTrees(byte[] bytes)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes);
            return document.RootElement.TryGetProperty("learner", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static NetworkDiscriminant ReadNetwork(string path)
    {
        (NetworkPlan plan, Network network, JsonObject metadata) = ModelFile.Read(path);
        return Parse(path, () => new NetworkDiscriminant(
            metadata["name"]!.GetValue<string>(), plan, (Mlp)network,
            metadata["features"].Deserialize<FittedFeatures>()!));
    }

    private static TreeDiscriminant ReadTrees(string path)
    {
        XgboostModel model = XgboostFile.Read(path);
        return Parse(path, () => new TreeDiscriminant(model.Attributes[NameKey], model.Trees));
    }

    private static T Parse<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is JsonException or NullReferenceException or KeyNotFoundException
            or InvalidOperationException or InvalidCastException or NotSupportedException or FormatException)
        {
            throw new InvalidFileException(new FilePlace(path), "something else", Expected, Remedy, error);
        }
    }
}
