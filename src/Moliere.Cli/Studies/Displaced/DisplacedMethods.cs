namespace Moliere.Cli.Studies.Displaced;

/// <summary>Names of the methods in figures and metrics.</summary>
internal static class DisplacedMethods
{
    /// <summary>What simulation and data are before any tagger.</summary>
    public const string Input = "input";

    /// <summary>Boosted trees over summaries of a jet.</summary>
    public const string Trees = "trees";

    /// <summary>Boosted trees of events: a model of the run that is no tagger of jets.</summary>
    public const string Events = "events";

    /// <summary>The network alone.</summary>
    public const string Network = "network";

    /// <summary>The network held to data by an adversary.</summary>
    public const string Adversarial = "adversarial";

    /// <summary>All, in the order of legends.</summary>
    public static IReadOnlyList<string> All { get; } = [Input, Trees, Network, Adversarial];

    /// <summary>Those that score jets.</summary>
    public static IReadOnlyList<string> Taggers { get; } = [Trees, Network, Adversarial];
}
