using System.Globalization;
using Moliere.Cli.Recipes.Simulation;
using Moliere.Data;
using Moliere.Data.Objects;
using Moliere.Simulation.Generation;
using Moliere.Validation.Metrics;
using Moliere.Validation.Plots;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Simulation;

/// <summary>Jets of particles at 13 TeV, by the flavour of their parton and by transverse momentum.</summary>
/// <source>Physics notes 5.5.</source>
internal static class JetChapter
{
    private static readonly string[] Flavours = ["quark", "gluon"];

    // The hard partons begin where those of the reference do.
    private const double PtMin = 45, PtMax = 3500, RapidityMax = 3;

    /// <summary>Makes the events and compares.</summary>
    public static SimulationChapter Of(StudyRequest request, SimulationRecipe recipe, ComparedFigures figures)
    {
        var sums = new JetSums();
        ProcessOptions options = new()
        {
            Process = Process.Dijets,
            PtMin = PtMin,
            PtMax = PtMax,
            EtaMax = RapidityMax,
            Spectrum = HardSpectrum.Falling,
            VertexSpread = 0,
        };
        Func<long, GeneratedEvent> generate = EventGenerators.Create(options, recipe.Seed);
        var analyses = new ThreadLocal<DijetAnalysis>(() => new DijetAnalysis());
        EventLoop.Run(
            request, "dijets", recipe.Events.Dijets, number => analyses.Value!.Measure(generate(number)), sums.Add);
        ComparedValue[] values = [.. sums.Values(), .. sums.Asymmetries()];
        return new()
        {
            Title = "Jets of particles at 13 TeV",
            Meaning = "Anti-k_{t} jets with R = 0.4 of stable particles with |η| < 5, neutrinos left out; the two "
                + "leading jets with |y| < 2.1, labelled by the outgoing parton within ΔR < 0.3. Counts are of "
                + "constituents above 0.5 GeV. The asymmetry is 2 (p_{T,1} − p_{T,2}) / (p_{T,1} + p_{T,2}) of the two "
                + "leading jets with Δφ > 2.7 and a third jet below max(25 GeV, a quarter of their mean).",
            Values = values,
            Figures = [.. Figures(values, figures)],
            Tables = [Ratios(values)],
        };
    }

    private static IEnumerable<Figure> Figures(ComparedValue[] values, ComparedFigures figures)
    {
        foreach (string quantity in SimulationMetric.OfJets)
        {
            foreach (string flavour in Flavours)
            {
                ComparedValue[] bins =
                    [.. values.Where(v => v.Metric == $"{quantity}_mean" && v.Variable == $"{flavour}_pt")];
                string name = quantity.Replace('_', ' ');
                yield return figures.Bins(
                    bins, $"jets-{flavour}-{quantity.Replace('_', '-')}",
                    ($"{Capital(flavour)} jets: mean {name}", "p_{T} of the jet [GeV]", name), Source);
            }
        }

        ComparedValue[] widths = [.. values.Where(v => v.Metric == "asymmetry_rms")];
        yield return figures.Bins(
            widths, "jets-asymmetry",
            ("Balance of dijets", "mean p_{T} of the two jets [GeV]", "rms of the asymmetry"), Source);
    }

    private static string Source => ReferenceData.Shipped.Number("jets.asymmetry_rms").Source;

    private static ReportTable Ratios(ComparedValue[] values) => new()
    {
        Caption = "Simulation over reference, in bins of transverse momentum [GeV]",
        Columns = ["quantity", .. JetSums.Edges.Zip(JetSums.Edges.Skip(1)).Select(bin => $"{bin.First}–{bin.Second}")],
        Rows =
        [
            .. values.GroupBy(value => (value.Metric, value.Variable)).Select(group => (IReadOnlyList<string>)
                [$"{group.Key.Variable}: {group.Key.Metric}", .. group.Select(Ratio)]),
        ],
    };

    private static string Ratio(ComparedValue value) => double.IsFinite(value.Found) && value.Wanted is { } wanted
        ? (value.Found / wanted).ToString("0.00", CultureInfo.InvariantCulture)
            + " ± " + (value.Error / wanted).ToString("0.00", CultureInfo.InvariantCulture)
        : "–";

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
