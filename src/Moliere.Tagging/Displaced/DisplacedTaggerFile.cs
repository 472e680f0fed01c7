using System.Text.Json;
using System.Text.Json.Nodes;
using Moliere.Formats.Bytes;
using Moliere.Learning.Models;

namespace Moliere.Tagging.Displaced;

/// <summary>A network tagger of displaced jets in one file: network, limits of the lists and scaling.</summary>
/// <source>arXiv:2203.01009, section 5: the network whose parts are kept.</source>
public static class DisplacedTaggerFile
{
    private const string Format = "displaced-network-1";
    private const string Expected = "a network of displaced jets (" + Format + ")";
    private const string Remedy = "train it again with 'moliere run displaced'";

    /// <summary>Writes the file atomically; equal taggers give equal bytes.</summary>
    /// <param name="tagger">What to write.</param>
    /// <param name="path">File to make or replace.</param>
    public static void Write(DisplacedNetworkTagger tagger, string path) => ModelFile.Write(
        path, tagger.Plan, tagger.Network, new()
        {
            ["format"] = Format,
            ["name"] = tagger.Name,
            ["inputs"] = JsonSerializer.SerializeToNode(tagger.Inputs),
        });

    /// <summary>Reads a tagger back, to the bit.</summary>
    /// <param name="path">A file that <see cref="Write"/> made.</param>
    /// <exception cref="InvalidFileException">Not such a file, or one of another kind of network.</exception>
    public static DisplacedNetworkTagger Read(string path)
    {
        (NetworkPlan plan, Network network, JsonObject metadata) = ModelFile.Read(path);
        return metadata["format"]?.ToString() == Format && network is SequenceNetwork sequences
            && metadata["inputs"].Deserialize<DisplacedInputs>() is { } inputs
            ? new() { Name = metadata["name"]!.ToString(), Inputs = inputs, Plan = plan, Network = sequences }
            : throw new InvalidFileException(new(path), $"the format '{metadata["format"]}'", Expected, Remedy);
    }
}
