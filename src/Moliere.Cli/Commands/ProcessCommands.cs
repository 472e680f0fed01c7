using System.CommandLine;
using Moliere.Cli.Studies;
using Moliere.Simulation.Generation;

namespace Moliere.Cli.Commands;

/// <summary>The verbs below <c>simulate</c>: one per process, which make a table of whole events.</summary>
internal static class ProcessCommands
{
    private static readonly ProcessOption[] s_scalars =
    [
        new("--resonance", "GEV", "Mass of the resonance that decays to two scalars.", "source.resonance_mass"),
        new("--mass", "GEV", "Mass of a scalar.", "source.scalar_mass"),
        new("--ctau", "MM", "Mean proper decay length of a scalar.", "source.scalar_length"),
        new("--decay", "NAME", "What a scalar decays to: bottom, charm, tau or by_mass.", "source.scalar_decay"),
    ];

    private static readonly ProcessOption[] s_taus =
    [
        new("--mass", "GEV", "Mass of the pair, or a range such as 60-500.", "source.mass_min", "source.mass_max"),
        ProcessOption.Spectrum,
    ];

    private static readonly ProcessOption[] s_tops =
    [
        .. ProcessOption.Hard,
        new("--decay", "NAME", "Decays of the W bosons: hadronic, semi_leptonic or inclusive.", "source.top_decay"),
    ];

    private static readonly ProcessOption[] s_leptons =
        [new("--energy", "GEV", "Energy of both together.", "source.lepton_energy")];

    private static readonly ProcessOption[] s_gun =
    [
        new("--particle", "NAME", "Particle number, or a name such as photon or pion.", "source.gun.pdg_id"),
        new("--energy", "GEV", "Energy, or a range such as 2-200, flat in its logarithm.", "source.gun.energy_min",
            "source.gun.energy_max"),
        new("--count", "N", "Particles per event.", "source.gun.count"),
        new("--eta-max", "ETA", "Directions are flat in |eta| below this.", "source.gun.eta_max"),
    ];

    /// <summary>All of them, and <c>events</c> for those of a file.</summary>
    /// <param name="launch">Carries out the order.</param>
    public static IEnumerable<Command> Create(Func<StudyOrder, ExitCode> launch) =>
    [
        Of("dijets", Process.Dijets, "Two hard partons of any flavour.", "--pt-min 20 --pt-max 1500",
            ProcessOption.Hard, launch),
        Of("bottom", Process.Bottom, "Dijets with bottom or charm quarks.", "--pt-min 30", ProcessOption.Hard, launch),
        Of("ditau", Process.DiTau, "A pair of taus from a virtual photon or Z.", "--mass 60-500", s_taus, launch),
        Of("w", Process.W, "A W boson that decays to quarks, and a jet.", "--pt-min 200", ProcessOption.Hard, launch),
        Of("z", Process.Z, "A Z boson that decays to quarks, and a jet.", "--pt-min 200", ProcessOption.Hard, launch),
        Of("top", Process.Top, "A pair of top quarks.", "--pt-min 350 --decay hadronic", s_tops, launch),
        Of("displaced", Process.Displaced, "A resonance that decays to two long-lived scalars.",
            "--resonance 125 --mass 40 --ctau 500", s_scalars, launch),
        Of("minbias", Process.MinimumBias, "Inelastic collisions without requirement.", "--level truth", [], launch),
        Of("electron_positron", Process.ElectronPositron, "Hadrons from an electron and a positron.",
            "--level truth --energy 91.188", s_leptons, launch),
        Of("gun", Process.Gun, "Single particles without a collision.", "--particle photon --energy 2-200 --mu 0",
            s_gun, launch),
        new ProcessVerb("events", null, []).Command(
            "Events of a file instead of a process.", launch,
            [("simulate events --input events.hepmc.gz --level reco", "a table of your own events")]),
    ];

    private static VerbCommand Of(
        string name, Process process, string description, string example, IReadOnlyList<ProcessOption> own,
        Func<StudyOrder, ExitCode> launch) =>
        new ProcessVerb(name, process, own).Command(
            description, launch,
            [
                ($"simulate {name} {example} --events 5000", $"5000 events into runs/{name}"),
                ($"simulate {name} --events 100000 --shard 3/8", "one share of eight, for 'moliere merge'"),
            ]);
}
