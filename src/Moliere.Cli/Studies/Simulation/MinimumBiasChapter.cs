using Moliere.Cli.Recipes.Simulation;
using Moliere.Data;
using Moliere.Data.Objects;
using Moliere.Simulation.Generation;

namespace Moliere.Cli.Studies.Simulation;

/// <summary>Inelastic collisions at 13 TeV within |eta| of 2.5.</summary>
/// <source>Physics notes 5.4.</source>
internal static class MinimumBiasChapter
{
    private const double EtaMax = 2.5, Area = 2 * EtaMax * 2 * Math.PI, LowPt = 0.1, HighPt = 0.5;

    /// <summary>Makes the events and compares.</summary>
    public static SimulationChapter Of(StudyRequest request, SimulationRecipe recipe, ComparedFigures figures)
    {
        string[] names = ["eta_100", "eta_500", "pt", "multiplicity", "sum_pt"];
        ReferenceDistribution[] shapes =
            [.. names.Select(name => ReferenceData.Shipped.Distribution($"minimum_bias.{name}"))];
        EventHistogram[] histograms =
            [.. shapes.Select((shape, i) => new EventHistogram(shape.Edges, i == 2 ? 2 * EtaMax : 1))];
        WeightedMean[] means = [.. Enumerable.Range(0, 6).Select(_ => new WeightedMean())];
        Func<long, GeneratedEvent> generate = EventGenerators.Create(
            new() { Process = Process.MinimumBias, VertexSpread = 0 }, recipe.Seed);
        EventLoop.Run(
            request, "minimum bias", recipe.Events.MinimumBias, number => Measure(generate(number)),
            event_ => Fill(event_, histograms, means));
        return new()
        {
            Title = "Inelastic collisions at 13 TeV",
            Meaning = "Densities per collision within |η| < 2.5; the scalar sum is of all visible particles and per "
                + "unit of area in η and φ.",
            Values = [.. Values(means)],
            Figures =
            [
                figures.Distribution(
                    histograms[0], shapes[0], "minbias-eta-100",
                    ("Charged particles above 0.1 GeV", "η", "dN / dη per collision")),
                figures.Distribution(
                    histograms[1], shapes[1], "minbias-eta-500",
                    ("Charged particles above 0.5 GeV", "η", "dN / dη per collision")),
                figures.Distribution(
                    histograms[2], shapes[2], "minbias-pt",
                    ("Momenta of charged particles", "p_{T} [GeV]", "d²N / dη dp_{T} [1/GeV]"), isLogarithmic: true),
                figures.Distribution(
                    histograms[3], shapes[3], "minbias-multiplicity",
                    ("Multiplicity above 0.5 GeV", "charged particles", "density"), isLogarithmic: true),
                figures.Distribution(
                    histograms[4], shapes[4], "minbias-sum-pt",
                    ("Activity of a collision", "Σp_{T} per unit area [GeV]", "density"), isLogarithmic: true),
            ],
        };
    }

    private static void Fill(Measured event_, EventHistogram[] histograms, WeightedMean[] means)
    {
        (double Pt, double Eta)[] low = [.. event_.Charged.Where(p => p.Pt > LowPt)];
        (double Pt, double Eta)[] high = [.. low.Where(p => p.Pt > HighPt)];
        histograms[0].Add(low.Select(p => p.Eta));
        histograms[1].Add(high.Select(p => p.Eta));
        histograms[2].Add(event_.Charged.Select(p => p.Pt));
        histograms[3].Add([high.Length]);
        histograms[4].Add([event_.Sum / Area]);
        means[0].Add(low.Length / (2 * EtaMax));
        means[1].Add(high.Length / (2 * EtaMax));
        foreach ((double pt, double _) in low)
        {
            means[2].Add(pt);
        }

        means[3].Add(event_.Sum / Area);
        if (event_.Sum > 0)
        {
            means[4].Add(event_.Photons / event_.Sum, event_.Sum);
            means[5].Add(event_.Neutral / event_.Sum, event_.Sum);
        }
    }

    private static IEnumerable<ComparedValue> Values(WeightedMean[] means)
    {
        string[] names =
        [
            "charged_density_100", "charged_density_500", "charged_pt_mean", "sum_pt_density", "photon_fraction",
            "neutral_hadron_fraction",
        ];
        const int FirstFraction = 4;
        for (int i = 0; i < names.Length; i++)
        {
            var value = new ComparedValue
            {
                Metric = $"minbias_{names[i]}",
                Found = means[i].Mean,
                Error = means[i].MeanError,
                Entries = means[i].Count,
            };
            ReferenceNumber reference = ReferenceData.Shipped.Number($"minimum_bias.{names[i]}");
            yield return i < FirstFraction ? value.Within(reference, 0.05) : value.Near(reference, 0.02);
        }
    }

    private static Measured Measure(GeneratedEvent generated)
    {
        var charged = new List<(double, double)>();
        double sum = 0, photons = 0, neutral = 0;
        foreach (Particle particle in generated.Particles)
        {
            double pt = particle.Momentum.Pt, eta = particle.Momentum.Eta;
            ParticleKind kind = PdgId.KindOf(particle.PdgId);
            if (Math.Abs(eta) >= EtaMax || kind == ParticleKind.Invisible)
            {
                continue;
            }

            sum += pt;
            photons += kind == ParticleKind.Photon ? pt : 0;
            neutral += kind == ParticleKind.NeutralHadron ? pt : 0;
            if (PdgId.Charge(particle.PdgId) != 0)
            {
                charged.Add((pt, eta));
            }
        }

        return new([.. charged], sum, photons, neutral);
    }

    private sealed record Measured((double Pt, double Eta)[] Charged, double Sum, double Photons, double Neutral);
}
