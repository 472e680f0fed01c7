using Moliere.Data.Objects;

namespace Moliere.Formats.Sources;

/// <summary>A column of the house that a file seems to have.</summary>
/// <param name="Column">Name in <see cref="ClusterColumns"/>.</param>
/// <param name="Branch">Name in the file; null where none was found.</param>
/// <param name="Nearest">Names of the file that come closest, where none was found.</param>
public sealed record ColumnGuess(string Column, string? Branch, IReadOnlyList<string> Nearest);

/// <summary>
/// Guesses which branches of an ntuple are the columns of a cluster table, from the names that experiments use. Names
/// are compared without case and signs. First the moments that are unmistakable vote for the part in front of them,
/// such as <c>cluster_</c> or <c>CaloCalTopoClustersAuxDyn.</c>; then that part and an ending must make the whole name.
/// </summary>
public static class ColumnGuesses
{
    private const int ShortestEnding = 3; // Of "e" or "t" half of a file would remind.

    private static readonly (string Column, string[] Endings)[] s_ofCluster =
    [
        (ClusterColumns.EnergyEm, ["rawe", "eraw", "eem", "energyem", "emenergy", "e", "energy", "en"]),
        (ClusterColumns.EnergyLcw, ["elcw", "lcwe", "cale", "ecalib", "energylcw", "lcwenergy"]),
        (ClusterColumns.EnergyDeposited,
            ["engcalibtot", "edep", "energydeposited", "etruth", "truthe", "truthenergy", "etrue", "trueenergy"]),
        (ClusterColumns.Rapidity, ["rapidity", "y", "raweta", "etaraw", "eta"]),
        (ClusterColumns.Phi, ["rawphi", "phiraw", "phi"]),
        (ClusterColumns.Significance, ["significance", "zeta"]),
        (ClusterColumns.Time, ["time", "t"]),
        (ClusterColumns.TimeVariance, ["secondtime", "timevariance", "timevar"]),
        (ClusterColumns.Lambda, ["centerlambda", "lambda"]),
        (ClusterColumns.CenterMagnitude, ["centermag", "centermagnitude"]),
        (ClusterColumns.EmFraction, ["engfracem", "femc", "emfraction", "emfrac"]),
        (ClusterColumns.EnergyDensity, ["firstengdens", "rho", "energydensity"]),
        (ClusterColumns.Longitudinal, ["longitudinal", "m2long"]),
        (ClusterColumns.Lateral, ["lateral", "m2lat"]),
        (ClusterColumns.PtD, ["ptd"]),
        (ClusterColumns.Isolation, ["isolation", "fiso"]),
        (ClusterColumns.JetPt, ["jetpt"]),
        (ClusterColumns.JetRapidity, ["jetrapidity", "jety", "jeteta"]),
    ];

    private static readonly (string Column, string[] Endings)[] s_ofEvent =
    [
        (ClusterColumns.Event, ["eventnumber", "event", "evtnumber", "evt"]),
        (ClusterColumns.Weight, ["mceventweight", "eventweight", "evtweight", "genweight", "weight"]),
        (ClusterColumns.VertexCount, ["nprimvtx", "npv", "nprimaryvertices", "pvnpvs", "nvtx", "nprimaryvertex"]),
        (ClusterColumns.Mu,
        [
            "averageinteractionspercrossing", "actualinteractionspercrossing", "avgmu", "averagemu", "mu",
            "pileupntrueint",
        ]),
    ];

    // Endings that name a moment of a cluster and hardly anything else.
    private static readonly string[] s_unmistakable =
    [
        "engcalibtot", "centerlambda", "centermag", "firstengdens", "secondtime", "engfracem", "significance",
        "longitudinal", "lateral", "isolation", "rawe",
    ];

    /// <summary>A guess for each column, those of clusters first.</summary>
    /// <param name="branches">Names of the branches that hold numbers or lists of them.</param>
    public static IReadOnlyList<ColumnGuess> Of(IReadOnlyList<string> branches)
    {
        (string Plain, string Name)[] names = [.. branches.Select(name => (Plain(name), name))];
        string front = Front([.. names.Select(name => name.Plain)]);
        return
        [
            .. s_ofCluster.Select(wanted => Guess(wanted, branches, ending => Array.Find(
                names, name => name.Name == wanted.Column || name.Plain == front + ending).Name)),
            .. s_ofEvent.Select(wanted => Guess(wanted, branches, ending => Array.Find(
                names, name => name.Name == wanted.Column || IsOfEvent(name.Plain, ending)).Name)),
        ];
    }

    private static ColumnGuess Guess(
        (string Column, string[] Endings) wanted, IReadOnlyList<string> branches, Func<string, string?> find)
    {
        string? found = wanted.Endings.Select(find).FirstOrDefault(name => name is not null);
        return new(wanted.Column, found, found is null ? Nearest(wanted.Endings, branches) : []);
    }

    // Those that end as such a column might, whatever stands in front.
    private static string[] Nearest(string[] endings, IReadOnlyList<string> branches) =>
    [
        .. endings.Where(ending => ending.Length >= ShortestEnding)
            .SelectMany(ending => branches.Where(name => Plain(name).EndsWith(ending, StringComparison.Ordinal)))
            .Distinct().OrderByDescending(name => name.Contains("clus", StringComparison.OrdinalIgnoreCase)).Take(3),
    ];

    private static bool IsOfEvent(string plain, string ending) =>
        plain == ending || plain == "eventinfoauxdyn" + ending || plain == "eventinfo" + ending;

    // The part in front of most moments, and of more than one unless it speaks of clusters; ties go to those that do.
    private static string Front(string[] names) => s_unmistakable
        .SelectMany(ending => names.Where(name => name.EndsWith(ending, StringComparison.Ordinal))
            .Select(name => name[..^ending.Length]))
        .GroupBy(front => front, StringComparer.Ordinal)
        .Where(votes => votes.Count() > 1 || votes.Key.Contains("clus", StringComparison.Ordinal))
        .OrderByDescending(votes => votes.Count())
        .ThenByDescending(votes => votes.Key.Contains("clus", StringComparison.Ordinal))
        .Select(votes => votes.Key)
        .FirstOrDefault("cluster");

    private static string Plain(string name) =>
        string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
