using Moliere.Data.Objects;

namespace Moliere.Formats.Sources;

/// <summary>The names that a column has in files of experiments.</summary>
/// <param name="Column">Name in the house.</param>
/// <param name="Endings">Ends of names without case and signs, best first; what stands in front is found apart.</param>
public sealed record ColumnEndings(string Column, IReadOnlyList<string> Endings);

/// <summary>The names that the columns of one kind of object have in files of experiments.</summary>
/// <source>
/// Clusters: xAOD CaloCluster moments. Taus: xAOD TauJet, the inputs of the regression of ATL-PHYS-PUB-2015-045 and of
/// the networks after it; physics notes section 3.1.
/// </source>
public sealed partial record ColumnVocabulary
{
    /// <summary>Columns of an object.</summary>
    public required IReadOnlyList<ColumnEndings> OfObject { get; init; }

    /// <summary>Columns of its event.</summary>
    public required IReadOnlyList<ColumnEndings> OfEvent { get; init; }

    /// <summary>Endings that name a column of such an object and hardly anything else.</summary>
    public required IReadOnlyList<string> Unmistakable { get; init; }

    /// <summary>A part of names that speak of such an object, such as clus.</summary>
    public required string Word { get; init; }

    /// <summary>What stands in front of endings where nothing tells.</summary>
    public required string Front { get; init; }

    /// <summary>Whether objects carry copies of what belongs to their event, under the same front.</summary>
    public bool CopiesEvent { get; init; }

    /// <summary>Clusters: names in <see cref="ClusterColumns"/>.</summary>
    public static ColumnVocabulary Clusters { get; } = new()
    {
        Word = "clus",
        Front = "cluster",
        OfObject =
        [
            new(ClusterColumns.EnergyEm, ["rawe", "eraw", "eem", "energyem", "emenergy", "e", "energy", "en"]),
            new(ClusterColumns.EnergyLcw, ["elcw", "lcwe", "cale", "ecalib", "energylcw", "lcwenergy"]),
            new(ClusterColumns.EnergyDeposited,
                ["engcalibtot", "edep", "energydeposited", "etruth", "truthe", "truthenergy", "etrue", "trueenergy"]),
            new(ClusterColumns.Rapidity, ["rapidity", "y", "raweta", "etaraw", "eta"]),
            new(ClusterColumns.Phi, ["rawphi", "phiraw", "phi"]),
            new(ClusterColumns.Significance, ["significance", "zeta"]),
            new(ClusterColumns.Time, ["time", "t"]),
            new(ClusterColumns.TimeVariance, ["secondtime", "timevariance", "timevar"]),
            new(ClusterColumns.Lambda, ["centerlambda", "lambda"]),
            new(ClusterColumns.CenterMagnitude, ["centermag", "centermagnitude"]),
            new(ClusterColumns.EmFraction, ["engfracem", "femc", "emfraction", "emfrac"]),
            new(ClusterColumns.EnergyDensity, ["firstengdens", "rho", "energydensity"]),
            new(ClusterColumns.Longitudinal, ["longitudinal", "m2long"]),
            new(ClusterColumns.Lateral, ["lateral", "m2lat"]),
            new(ClusterColumns.PtD, ["ptd"]),
            new(ClusterColumns.Isolation, ["isolation", "fiso"]),
            new(ClusterColumns.JetPt, ["jetpt"]),
            new(ClusterColumns.JetRapidity, ["jetrapidity", "jety", "jeteta"]),
        ],
        OfEvent =
        [
            new(ClusterColumns.Event, ["eventnumber", "event", "evtnumber", "evt"]),
            new(ClusterColumns.Weight, ["mceventweight", "eventweight", "evtweight", "genweight", "weight"]),
            new(
                ClusterColumns.VertexCount,
                ["nprimvtx", "npv", "nprimaryvertices", "pvnpvs", "nvtx", "nprimaryvertex"]),
            new(ClusterColumns.Mu,
            [
                "averageinteractionspercrossing", "actualinteractionspercrossing", "avgmu", "averagemu", "mu",
                "pileupntrueint",
            ]),
        ],
        Unmistakable =
        [
            "engcalibtot", "centerlambda", "centermag", "firstengdens", "secondtime", "engfracem", "significance",
            "longitudinal", "lateral", "isolation", "rawe",
        ],
    };
}
