using System.Text.Json;

namespace Moliere.Cli.Studies.Simulation;

/// <summary>One number to compare with.</summary>
/// <param name="Name">Such as <c>jets.quark.girth_mean</c>.</param>
/// <param name="Value">In house units.</param>
/// <param name="Error">Standard error of the value.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Low">Lower edge of its bin; null without bins.</param>
/// <param name="High">Upper edge of its bin; null without bins.</param>
internal sealed record ReferenceNumber(
    string Name, double Value, double Error, string Source, double? Low = null, double? High = null);

/// <summary>A binned distribution to compare with.</summary>
/// <param name="Name">Such as <c>minimum_bias.pt</c>.</param>
/// <param name="Edges">Ascending, one more than values.</param>
/// <param name="Values">Density per bin.</param>
/// <param name="Errors">Standard errors of the values.</param>
/// <param name="Source">Where it comes from.</param>
internal sealed record ReferenceDistribution(
    string Name, double[] Edges, double[] Values, double[] Errors, string Source);

/// <summary>What the simulation is compared with: facts found elsewhere, shipped inside the program.</summary>
/// <param name="Numbers">Numbers, several of one name in different bins.</param>
/// <param name="Distributions">Distributions, each name once.</param>
internal sealed record ReferenceData(
    IReadOnlyList<ReferenceNumber> Numbers, IReadOnlyList<ReferenceDistribution> Distributions)
{
    private const string Resource = "reference.simulation";

    /// <summary>The shipped reference.</summary>
    public static ReferenceData Shipped { get; } = Read();

    /// <summary>All numbers of one name, in the order of their bins.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public IReadOnlyList<ReferenceNumber> All(string name)
    {
        ReferenceNumber[] found = [.. Numbers.Where(number => number.Name == name)];
        return found.Length > 0 ? found : throw new KeyNotFoundException($"There is no reference number '{name}'.");
    }

    /// <summary>The only number of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public ReferenceNumber Number(string name) => All(name)[0];

    /// <summary>The distribution of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public ReferenceDistribution Distribution(string name) =>
        Distributions.FirstOrDefault(distribution => distribution.Name == name)
            ?? throw new KeyNotFoundException($"There is no reference distribution '{name}'.");

    private static ReferenceData Read()
    {
        using Stream stream = typeof(ReferenceData).Assembly.GetManifestResourceStream(Resource)!;
        return JsonSerializer.Deserialize<ReferenceData>(stream, JsonStyle.House)!;
    }
}
