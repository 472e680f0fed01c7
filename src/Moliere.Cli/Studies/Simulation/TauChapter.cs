using Moliere.Cli.Recipes.Simulation;
using Moliere.Data;
using Moliere.Data.Objects;
using Moliere.Simulation.Generation;
using Moliere.Validation.Metrics;

namespace Moliere.Cli.Studies.Simulation;

/// <summary>Decays of taus from the Z resonance: modes, and how much energy is seen.</summary>
/// <source>
/// PDG, Review of Particle Physics, for fractions; Tsai, Phys. Rev. D 4 (1971) 2821, for the spectra of leptons and of
/// single pions.
/// </source>
internal static class TauChapter
{
    private const double Polarisation = -0.147; // of taus from the Z (PDG, tau asymmetry)
    private const int Tau = 15, SpectrumBins = 10;

    /// <summary>Makes the events and compares.</summary>
    public static SimulationChapter Of(StudyRequest request, SimulationRecipe recipe, ComparedFigures figures)
    {
        ReferenceDistribution lepton = Spectrum("leptons", LeptonShare), pion = Spectrum("single pions", PionShare);
        EventHistogram leptons = new(lepton.Edges), pions = new(pion.Edges);
        var modes = SimulationMetric.TauModes.ToDictionary(mode => mode, _ => new WeightedMean());
        Func<long, GeneratedEvent> generate = EventGenerators.Create(
            new() { Process = Process.DiTau, MassMin = 88, MassMax = 94, VertexSpread = 0 }, recipe.Seed);
        int taus = 0;
        EventLoop.Run(request, "taus", recipe.Events.Ditau, number => Measure(generate(number)), event_ =>
        {
            foreach ((string? mode, double visible) in event_)
            {
                taus++;
                if (mode is not null)
                {
                    modes[mode].Add(visible);
                }

                if (mode is "electron" or "muon")
                {
                    leptons.Add([visible]);
                }
                else if (mode is "pi")
                {
                    pions.Add([visible]);
                }
            }
        });
        return new()
        {
            Title = "Decays of taus",
            Meaning = "Taus of pairs between 88 and 94 GeV. A mode counts charged hadrons and pairs of photons; modes "
                + "with neutral kaons are in none. The visible share of the energy is that of all but neutrinos.",
            Values = [.. Values(modes, taus)],
            Figures =
            [
                figures.Distribution(
                    leptons, lepton, "tau-lepton-share", ("Tau to lepton", "visible share of the energy", "density")),
                figures.Distribution(
                    pions, pion, "tau-pion-share", ("Tau to one pion", "visible share of the energy", "density")),
            ],
        };
    }

    private static IEnumerable<ComparedValue> Values(Dictionary<string, WeightedMean> modes, int taus)
    {
        foreach (string mode in SimulationMetric.TauModes)
        {
            double share = (double)modes[mode].Count / taus;
            yield return new ComparedValue
            {
                Metric = $"tau_{mode}_fraction",
                Found = share,
                Error = Math.Sqrt(share * (1 - share) / taus),
                Entries = modes[mode].Count,
            }.Near(ReferenceData.Shipped.Number($"taus.{mode}_fraction"), 0.02);
        }

        // Means of the two spectra in closed form.
        yield return Share("electron", modes, 0.35 - (Polarisation / 20));
        yield return Share("muon", modes, 0.35 - (Polarisation / 20));
        yield return Share("pi", modes, 0.5 + (Polarisation / 6));
    }

    private static ComparedValue Share(string mode, Dictionary<string, WeightedMean> modes, double wanted) =>
        new ComparedValue
        {
            Metric = "tau_visible_fraction_mean",
            Variable = mode,
            Found = modes[mode].Mean,
            Error = modes[mode].MeanError,
            Entries = modes[mode].Count,
        }.Within(new ReferenceNumber(mode, wanted, 0, "closed form"), 0.03);

    private static ReferenceDistribution Spectrum(string name, Func<double, double> integral)
    {
        double[] edges = [.. Enumerable.Range(0, SpectrumBins + 1).Select(i => (double)i / SpectrumBins)];
        double[] values = [.. edges.Zip(edges.Skip(1)).Select(bin =>
            (integral(bin.Second) - integral(bin.First)) / (bin.Second - bin.First))];
        return new(name, edges, values, new double[SpectrumBins], "closed form for massless products, P = −0.147");
    }

    // Integrals of (5 - 9x² + 4x³ + P (1 - 9x² + 8x³)) / 3 and of 1 + P (2x - 1).
    private static double LeptonShare(double x)
    {
        double cube = x * x * x, fourth = cube * x;
        return ((5 * x) - (3 * cube) + fourth + (Polarisation * (x - (3 * cube) + (2 * fourth)))) / 3;
    }

    private static double PionShare(double x) => x + (Polarisation * ((x * x) - x));

    private static List<(string? Mode, double Visible)> Measure(GeneratedEvent generated)
    {
        var taus = new List<(string?, double)>();
        for (int t = 0; t < generated.History.Count; t++)
        {
            if (Math.Abs(generated.History[t].PdgId) == Tau)
            {
                int tau = t;
                Particle[] products = [.. generated.Particles.Where(p => DescendsFrom(generated, p.Mother, tau))];
                double visible = products
                    .Where(p => PdgId.KindOf(p.PdgId) != ParticleKind.Invisible).Sum(p => p.Momentum.E);
                bool isLast = generated.History.All(entry => Math.Abs(entry.PdgId) != Tau || entry.Mother != tau);
                if (isLast && products.Length > 0)
                {
                    taus.Add((ModeOf(products), visible / generated.History[t].Momentum.E));
                }
            }
        }

        return taus;
    }

    private static bool DescendsFrom(GeneratedEvent generated, int entry, int ancestor)
    {
        while (entry > ancestor)
        {
            entry = generated.History[entry].Mother;
        }

        return entry == ancestor;
    }

    private static string? ModeOf(Particle[] products)
    {
        int Count(params int[] ids) => products.Count(p => ids.Contains(Math.Abs(p.PdgId)));
        int pions = Count(PdgId.PiPlus), kaons = Count(PdgId.KPlus), pairs = Count(PdgId.Photon) / 2;
        string neutral = pairs switch { 0 => "", 1 => "_pi0", _ => $"_{pairs}pi0" };
        string name = (Count(PdgId.Electron), Count(PdgId.Muon), Count(PdgId.KLong), kaons, pions) switch
        {
            (1, 0, 0, 0, 0) => "electron",
            (0, 1, 0, 0, 0) => "muon",
            (0, 0, 0, 1, 0) => $"k{neutral}",
            (0, 0, 0, 0, 1) => $"pi{neutral}",
            (0, 0, 0, 0, 3) => $"3pi{neutral}",
            _ => "",
        };
        return SimulationMetric.TauModes.Contains(name) ? name : null;
    }
}
