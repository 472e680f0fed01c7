using Moliere.Cli.Recipes.Simulation;
using Moliere.Cli.Studies.Clusters;
using Moliere.Data;
using Moliere.Data.Geometry;
using Moliere.Data.Objects;
using Moliere.Validation.Plots;

namespace Moliere.Cli.Studies.Simulation;

/// <summary>Photons, pions and muons in the barrel against test-beam numbers and closed forms.</summary>
/// <source>Physics notes 5.1 and 5.2: Delphes card, hep-ex/0004009, hep-ex/9911033, JINR E1-2002-13.</source>
internal static class ParticleChapter
{
    private const double LinearityEnergy = 100, MuonEnergy = 100; // [GeV]
    private const string Em = "10.1 %/√E ⊕ 0.6 %", TestBeam = "test beam, hep-ex/0004009, without noise";
    private const string PionTable = "middle of liquid argon and Tile, f_{em} = 1 − E^{−0.18}";

    private static readonly double[] PhotonEnergies = [5, 10, 20, 50, 100, 200];
    private static readonly double[] PionEnergies = [2, 5, 10, 20, 50, 100, 200];
    private static readonly double[] ArgonResponse = [0.625, 0.682, 0.719, 0.752, 0.790, 0.814, 0.836];
    private static readonly double[] TileResponse = [0.766, 0.802, 0.825, 0.846, 0.869, 0.884, 0.898];

    // Stochastic term of the Delphes card; the constant one is 0.5 to 0.7 % in practice (physics notes 5.1).
    private const double ConstantTerm = 0.006;

    private const double ArgonEOverH = 1.74, TileEOverH = 1.362; // physics notes 5.2

    /// <summary>Shoots the particles and compares.</summary>
    public static SimulationChapter Of(
        StudyRequest request, SimulationRecipe recipe, ComparedFigures figures, ClusterWorld world)
    {
        var gun = new SingleParticles(world, recipe.Seed);
        WeightedMean[] photons = Shoot(request, recipe, gun, "photons", PdgId.Photon, PhotonEnergies, 0);
        WeightedMean[] pions =
            Shoot(request, recipe, gun, "pions", PdgId.PiPlus, PionEnergies, PhotonEnergies.Length);
        double[] muons = Muons(request, recipe, gun);
        ComparedValue[] values =
        [
            .. Photons(photons), .. Pions(pions), EOverH(pions), Deposit(muons),
        ];
        return new()
        {
            Title = "Single particles in the barrel",
            Meaning = "Particles from the origin at 0.1 < |η| < 0.6 without noise and pile-up; all cells summed at the "
                + "electromagnetic scale. The test beam weighted the energies of its layers, which the sum here does "
                + "not: its resolution is shown for orientation.",
            Values = values,
            Figures = [.. Figures(values, figures), MuonFigure(muons, recipe.Label)],
        };
    }

    private static IEnumerable<Figure> Figures(ComparedValue[] values, ComparedFigures figures)
    {
        ComparedValue[] All(string metric) => [.. values.Where(value => value.Metric == metric)];
        const string Energy = "energy [GeV]";
        yield return figures.Bins(
            All("photon_linearity"), "photon-linearity",
            ("Photons: linearity", Energy, "response / response at 100 GeV"), "1");
        yield return figures.Bins(
            All("photon_resolution"), "photon-resolution", ("Photons: resolution", Energy, "σ / E"), Em);
        yield return figures.Bins(
            All("pion_response"), "pion-response", ("Charged pions: response", Energy, "signal / energy"), PionTable);
        yield return figures.Bins(
            All("pion_resolution"), "pion-resolution", ("Charged pions: resolution", Energy, "σ / E"), TestBeam);
    }

    private static WeightedMean[] Shoot(
        StudyRequest request, SimulationRecipe recipe, SingleParticles gun, string name, int pdgId, double[] energies,
        int firstSample)
    {
        var sums = energies.Select(_ => new WeightedMean()).ToArray();
        int each = recipe.Events.Particles, next = 0;
        EventLoop.Run(
            request, name, each * energies.Length,
            number =>
            {
                (int point, int particle) = Math.DivRem((int)number, each);
                double energy = energies[point];
                return gun.Shoot(
                    firstSample + point, particle, pdgId, energy, (cells, _) => SingleParticles.Signal(cells) / energy);
            },
            response => sums[next++ / each].Add(response));
        return sums;
    }

    private static IEnumerable<ComparedValue> Photons(WeightedMean[] sums)
    {
        double scale = sums[Array.IndexOf(PhotonEnergies, LinearityEnergy)].Mean;
        for (int i = 0; i < sums.Length; i++)
        {
            double found = sums[i].Mean / scale, error = sums[i].MeanError / scale;
            yield return At("photon_linearity", PhotonEnergies[i], found, error, sums[i])
                .Near(new ReferenceNumber("", 1, 0, ""), 0.01);
        }

        for (int i = 0; i < sums.Length; i++)
        {
            double wanted = Math.Sqrt((0.101 * 0.101 / PhotonEnergies[i]) + (ConstantTerm * ConstantTerm));
            yield return Resolution("photon_resolution", PhotonEnergies[i], sums[i])
                .Within(new ReferenceNumber("", wanted, 0, ""), 0.15);
        }
    }

    private static IEnumerable<ComparedValue> Pions(WeightedMean[] sums)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            double wanted = (ArgonResponse[i] + TileResponse[i]) / 2;
            yield return At("pion_response", PionEnergies[i], sums[i].Mean, sums[i].MeanError, sums[i])
                .Within(new ReferenceNumber("", wanted, 0, ""), 0.1);
        }

        for (int i = 0; i < sums.Length; i++)
        {
            double wanted = (0.58 / Math.Sqrt(PionEnergies[i])) + 0.025;
            yield return Resolution("pion_resolution", PionEnergies[i], sums[i])
                .Within(new ReferenceNumber("", wanted, 0, ""), 0.1);
        }
    }

    // Response = f + (1 - f) / (e/h) is linear in h/e: one least-squares fit over all energies.
    private static ComparedValue EOverH(WeightedMean[] sums)
    {
        double above = 0, below = 0;
        for (int i = 0; i < sums.Length; i++)
        {
            double hadronic = Math.Pow(PionEnergies[i], -0.18), weight = 1 / Math.Pow(sums[i].MeanError, 2);
            above += weight * hadronic * (sums[i].Mean - 1 + hadronic);
            below += weight * hadronic * hadronic;
        }

        double inverse = above / below, error = 1 / Math.Sqrt(below) / (inverse * inverse);
        const double Middle = (ArgonEOverH + TileEOverH) / 2;
        return new ComparedValue { Metric = "pion_e_over_h", Found = 1 / inverse, Error = error }
            .Near(new ReferenceNumber("", Middle, 0, ""), (ArgonEOverH - TileEOverH) / 2);
    }

    private static double[] Muons(StudyRequest request, SimulationRecipe recipe, SingleParticles gun)
    {
        var deposits = new List<double>();
        int sample = PhotonEnergies.Length + PionEnergies.Length;
        EventLoop.Run(
            request, "muons", recipe.Events.Particles,
            number => gun.Shoot(
                sample, number, PdgId.Muon, MuonEnergy, (cells, eta) => ElectromagneticDeposit(cells) / Math.Cosh(eta)),
            deposits.Add);
        return [.. deposits.Order()];
    }

    private static double ElectromagneticDeposit(CalorimeterEvent cells)
    {
        double sum = 0;
        for (int cell = 0; cell < cells.Deposit.Length; cell++)
        {
            sum += cells.Geometry.Sampling[cell] is CaloSampling.Emb1 or CaloSampling.Emb2 or CaloSampling.Emb3
                ? cells.Deposit[cell] : 0;
        }

        return sum;
    }

    private static ComparedValue Deposit(double[] muons)
    {
        double median = muons[muons.Length / 2];
        double error = (muons[muons.Length * 84 / 100] - muons[muons.Length * 16 / 100]) / 2
            * 1.25 / Math.Sqrt(muons.Length); // of a median: 1.25 times that of a mean
        return new ComparedValue
        {
            Metric = "muon_deposit",
            Found = median,
            Error = error,
            Entries = muons.Length,
        }.Within(new ReferenceNumber("", 0.25, 0, "physics notes 5.2"), 0.2);
    }

    private static Figure MuonFigure(double[] muons, string label)
    {
        double[] edges = [.. Enumerable.Range(0, 51).Select(i => 0.01 * i)];
        var found = new EventHistogram(edges);
        foreach (double deposit in muons)
        {
            found.Add([deposit]);
        }

        return new()
        {
            Id = "muon-deposit",
            Title = "Muons of 100 GeV in the electromagnetic barrel",
            X = new PlotAxis("deposit along the normal [GeV]"),
            Y = new PlotAxis("density [1/GeV]") { Low = 0 },
            Layers = [new HistogramLayer(ComparedValue.Simulation, edges, found.Values)],
            Label = label,
            Caption = "Minimum-ionising peak: about 0.25 GeV for the plates of the barrel.",
        };
    }

    private static ComparedValue Resolution(string metric, double energy, WeightedMean sum) =>
        At(metric, energy, sum.Rms / sum.Mean, sum.RmsError / sum.Mean, sum);

    private static ComparedValue At(string metric, double energy, double found, double error, WeightedMean sum) => new()
    {
        Metric = metric,
        Variable = "energy",
        Low = energy,
        High = energy,
        Found = found,
        Error = error,
        Entries = sum.Count,
    };
}
