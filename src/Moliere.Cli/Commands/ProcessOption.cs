using System.CommandLine;

namespace Moliere.Cli.Commands;

/// <summary>An option of a process that sets values of the recipe 'events'.</summary>
/// <param name="Name">With its two dashes.</param>
/// <param name="HelpName">What stands for the value in the help.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Keys">Dotted keys; a value LOW-HIGH is dealt to two of them.</param>
internal sealed record ProcessOption(string Name, string HelpName, string Description, params string[] Keys)
{
    /// <summary>Options that every process has.</summary>
    public static IReadOnlyList<ProcessOption> Common { get; } =
    [
        new("--events", "N", "Events to make; with --input, at most so many are read.", "source.events"),
        new("--level", "LEVEL", "truth for generated particles alone, reco for clusters and jets too.", "level"),
        new("--mu", "MU", "Mean number of overlaid collisions; 0 for none.", "pileup.mean_mu"),
        new("--detector", "FILE", "Description of a detector, as 'init detector' writes it.", "detector.file"),
        new("--format", "NAMES", "Files beside the table: csv, root, or both as csv,root.", "formats"),
    ];

    /// <summary>Range and spectrum of the transverse momentum of what scatters.</summary>
    public static IReadOnlyList<ProcessOption> Hard { get; } =
    [
        new("--pt-min", "GEV", "Lower end of the transverse momentum of what scatters.", "source.pt_min"),
        new("--pt-max", "GEV", "Upper end of it.", "source.pt_max"),
        Spectrum,
        new("--eta-max", "ETA", "What scatters lies in |rapidity| below this.", "source.eta_max"),
    ];

    /// <summary>Flat, falling with weights, or unweighted.</summary>
    public static ProcessOption Spectrum => new(
        "--spectrum", "NAME", "flat in the logarithm, falling (flat with weights), or unweighted.", "source.spectrum");

    private static Dictionary<string, string> Particles { get; } = new(StringComparer.Ordinal)
    {
        ["photon"] = "22",
        ["electron"] = "11",
        ["muon"] = "13",
        ["tau"] = "15",
        ["pi0"] = "111",
        ["pion"] = "211",
        ["kaon"] = "321",
        ["klong"] = "130",
        ["proton"] = "2212",
        ["neutron"] = "2112",
    };

    /// <summary>The option for a command line.</summary>
    public Option<string?> Create() => new(Name) { HelpName = HelpName, Description = Description };

    /// <summary>The values of the recipe that a text stands for.</summary>
    /// <param name="text">As the user wrote it.</param>
    public IEnumerable<OptionValue> Values(string text)
    {
        if (Keys.Length == 1)
        {
            string value = Name switch
            {
                "--format" => $"[{text}]",
                "--particle" => ParticleOf(text),
                "--detector" => System.Text.Json.JsonSerializer.Serialize(text, JsonStyle.House),
                _ => text,
            };
            return [new(Keys[0], value, Name)];
        }

        string[] ends = text.Split('-');
        return ends.Length is 1 or 2 && Array.TrueForAll(ends, end => end.Length > 0)
            ? [new(Keys[0], ends[0], Name), new(Keys[1], Upper(ends), Name)]
            : throw new RefusalException(
                ExitCode.Usage, $"{Name}: found '{text}', expected a number or a range such as 20-200.");
    }

    // One number is a narrow range: generators want one that is not empty.
    private static string Upper(string[] ends) => ends.Length == 2 ? ends[1]
        : double.TryParse(ends[0], System.Globalization.CultureInfo.InvariantCulture, out double value)
            ? (value * 1.000001).ToString("R", System.Globalization.CultureInfo.InvariantCulture)
            : ends[0];

    private static string ParticleOf(string text) => Particles.TryGetValue(text, out string? number) ? number
        : int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _) ? text
        : throw new RefusalException(
            ExitCode.Usage,
            $"--particle: found '{text}', expected a particle number or one of {string.Join(", ", Particles.Keys)}.");
}
