using Moliere.Cli.Recipes.Simulation;
using Moliere.Data;
using Moliere.Data.Objects;
using Moliere.Reconstruction.EventShapes;
using Moliere.Simulation.Generation;

namespace Moliere.Cli.Studies.Simulation;

/// <summary>Hadrons from electron and positron at the Z resonance: shower and strings without a proton.</summary>
/// <source>PDG, Review of Particle Physics, "Quantum chromodynamics": event shapes and multiplicities at LEP.</source>
internal static class LeptonChapter
{
    private const double Energy = 91.188;

    private static readonly string[] Kinds = ["charged", "photon", "neutral_hadron", "neutrino"];

    /// <summary>Makes the events and compares.</summary>
    public static SimulationChapter Of(StudyRequest request, SimulationRecipe recipe, ComparedFigures figures)
    {
        ReferenceData reference = ReferenceData.Shipped;
        ReferenceDistribution[] shapes =
        [
            reference.Distribution("lepton.charged_multiplicity"),
            reference.Distribution("lepton.one_minus_thrust"), reference.Distribution("lepton.momentum_fraction"),
        ];
        EventHistogram[] histograms = [.. shapes.Select(shape => new EventHistogram(shape.Edges))];
        WeightedMean multiplicity = new(), thrust = new();
        WeightedMean[] fractions = [.. Kinds.Select(_ => new WeightedMean())];
        Func<long, GeneratedEvent> generate = EventGenerators.Create(
            new() { Process = Process.ElectronPositron, LeptonEnergy = Energy, VertexSpread = 0 }, recipe.Seed);
        EventLoop.Run(
            request, "electron positron", recipe.Events.ElectronPositron, number => Measure(generate(number)), event_ =>
            {
                multiplicity.Add(event_.Momenta.Length);
                thrust.Add(event_.OneMinusThrust);
                histograms[0].Add([event_.Momenta.Length]);
                histograms[1].Add([event_.OneMinusThrust]);
                histograms[2].Add(event_.Momenta);
                for (int kind = 0; kind < Kinds.Length; kind++)
                {
                    fractions[kind].Add(event_.Fractions[kind]);
                }
            });
        return new()
        {
            Title = "Electron and positron at 91.188 GeV",
            Meaning = "Quark pairs of all five flavours, shower, strings, decays. Charged particles include those of "
                + "decays with a proper length below 1 m; thrust counts all particles but neutrinos.",
            Values = [.. Values(reference, multiplicity, thrust, fractions), .. Spectrum(shapes[2], histograms[2])],
            Figures =
            [
                figures.Distribution(
                    histograms[0], shapes[0], "ee-charged-multiplicity",
                    ("Charged multiplicity", "charged particles", "density")),
                figures.Distribution(
                    histograms[1], shapes[1], "ee-thrust", ("Thrust", "1 − T", "density"), isLogarithmic: true),
                figures.Distribution(
                    histograms[2], shapes[2], "ee-momentum-fraction",
                    ("Momenta of charged particles", "x = p / p_{beam}", "dn / dx per event"), isLogarithmic: true),
            ],
        };
    }

    private static IEnumerable<ComparedValue> Values(
        ReferenceData reference, WeightedMean multiplicity, WeightedMean thrust, WeightedMean[] fractions)
    {
        yield return Mean("charged_multiplicity", multiplicity)
            .Within(reference.Number("lepton.charged_multiplicity_mean"), 0.03);
        yield return Rms("charged_multiplicity", multiplicity)
            .Within(reference.Number("lepton.charged_multiplicity_rms"), 0.1);
        yield return Mean("one_minus_thrust", thrust).Within(reference.Number("lepton.one_minus_thrust_mean"), 0.1);
        yield return Rms("one_minus_thrust", thrust).Against(reference.Number("lepton.one_minus_thrust_rms"));
        for (int kind = 0; kind < Kinds.Length; kind++)
        {
            string name = $"{Kinds[kind]}_energy_fraction";
            yield return Value(name, fractions[kind].Mean, fractions[kind].MeanError, fractions[kind].Count)
                .Near(reference.Number($"lepton.{name}"), 0.02);
        }
    }

    private static IEnumerable<ComparedValue> Spectrum(ReferenceDistribution shape, EventHistogram found) =>
        found.Values.Select((value, bin) => Value("momentum_fraction", value, found.Errors[bin], 0) with
        {
            Variable = "x",
            Low = shape.Edges[bin],
            High = shape.Edges[bin + 1],
            Wanted = shape.Values[bin],
            WantedError = shape.Errors[bin],
        });

    private static ComparedValue Mean(string name, WeightedMean mean) =>
        Value($"{name}_mean", mean.Mean, mean.MeanError, mean.Count);

    private static ComparedValue Rms(string name, WeightedMean mean) =>
        Value($"{name}_rms", mean.Rms, mean.RmsError, mean.Count);

    private static ComparedValue Value(string name, double value, double error, int entries) =>
        new() { Metric = $"ee_{name}", Found = value, Error = error, Entries = entries };

    private static (double[] Momenta, double OneMinusThrust, double[] Fractions) Measure(GeneratedEvent generated)
    {
        var fractions = new double[Kinds.Length];
        foreach (Particle particle in generated.Particles)
        {
            fractions[KindOf(particle.PdgId)] += particle.Momentum.E / Energy;
        }

        double[] momenta = [.. generated.Particles.Where(particle => PdgId.Charge(particle.PdgId) != 0)
            .Select(particle => particle.Momentum.P / (Energy / 2))];
        double thrust = Thrust.Of([.. generated.Particles
            .Where(particle => PdgId.KindOf(particle.PdgId) != ParticleKind.Invisible)
            .Select(particle => particle.Momentum)]).Value;
        return (momenta, 1 - thrust, fractions);
    }

    private static int KindOf(int pdgId) => PdgId.Charge(pdgId) != 0 ? 0 : PdgId.KindOf(pdgId) switch
    {
        ParticleKind.Photon => 1,
        ParticleKind.Invisible => 3,
        _ => 2,
    };
}
