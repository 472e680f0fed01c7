using Moliere.Data.Objects;

namespace Moliere.Formats.Sources;

public sealed partial record ColumnVocabulary
{
    /// <summary>Candidates of hadronic tau decays: names in <see cref="TauColumns"/>.</summary>
    public static ColumnVocabulary Taus { get; } = new()
    {
        Word = "tau",
        Front = "taujetsauxdyn",
        CopiesEvent = true,
        OfObject =
        [
            new(TauColumns.Pt, ["ptintermediateaxis", "ptlc", "pt"]),
            new(TauColumns.Eta, ["etaintermediateaxis", "eta"]),
            new(TauColumns.Phi, ["phiintermediateaxis", "phi"]),
            new(TauColumns.PtEm, ["ptintermediateaxisem", "ptem"]),
            new(TauColumns.PtSubstructure, ["ptpantaucellbased"]),
            new(TauColumns.EtaSubstructure, ["etapantaucellbased"]),
            new(TauColumns.PhiSubstructure, ["phipantaucellbased"]),
            new(TauColumns.PionAsymmetry, ["pfoengreldiff", "upsilon"]),
            new(TauColumns.CenterLambda, ["clustersmeancenterlambda"]),
            new(TauColumns.FirstEnergyDensity, ["clustersmeanfirstengdens"]),
            new(TauColumns.SecondLambda, ["clustersmeansecondlambda"]),
            new(TauColumns.PresamplerFraction, ["clustersmeanpresamplerfrac"]),
            new(TauColumns.EmProbability, ["clustersmeanemprobability"]),
            new(TauColumns.TrackCount, ["ntracks", "ntrackscharged", "ntrack"]),
            new(TauColumns.NeutralCount, ["npi0pfos", "npi0"]),
            new(TauColumns.PtCalorimeter, ["pttauenergyscale", "pttaues"]),
            new(TauColumns.PtCombined, ["ptcombined"]),
            .. TauColumns.Modes.Select(mode => new ColumnEndings(mode, [$"nndecaymodeprob{mode[2..]}"])),
            new(TauColumns.TruthPt, ["truthptvisdressed", "truthptvis"]),
            new(TauColumns.TruthEta, ["truthetavisdressed", "truthetavis"]),
            new(TauColumns.TruthPhi, ["truthphivisdressed", "truthphivis"]),
            new(TauColumns.TruthMode, ["truthdecaymode"]),
        ],
        OfEvent =
        [
            new(TauColumns.Event, ["eventnumber", "mceventnumber", "event", "evtnumber", "evt"]),
            new(TauColumns.Weight, ["mceventweight", "eventweight", "evtweight", "genweight", "weight"]),
            new(TauColumns.Mu,
            [
                "mu", "averageinteractionspercrossing", "actualinteractionspercrossing", "avgmu", "averagemu",
            ]),
            new(TauColumns.VertexCount, ["nvtxpu", "nprimvtx", "npv", "nprimaryvertices"]),
            new(TauColumns.Density, ["rho"]),
        ],
        Unmistakable =
        [
            "ptintermediateaxis", "ptpantaucellbased", "clustersmeancenterlambda", "clustersmeanemprobability",
            "pfoengreldiff", "ptcombined", "pttauenergyscale", "truthptvisdressed",
        ],
    };
}
