using System.Globalization;
using System.Text.Json;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Reconstruction.Jets;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Reconstruction.Jets;

public sealed class JetFinderTests
{
    [Theory]
    [InlineData(JetStrategy.Plain)]
    [InlineData(JetStrategy.Tiled)]
    public void TwelveDijetEvents_AgreeWithFastJet(JetStrategy strategy)
    {
        string events = Repository.At("tests", "data", "fastjet", "dijet-12.txt.gz");
        string jets = Repository.At("tests", "data", "fastjet", "jets-12.csv");
        Assert.True(CompareAll(events, jets, 12, strategy) > 300);
    }

    [SkippableTheory]
    [Trait("Speed", "Slow")]
    [InlineData(JetStrategy.Plain)]
    [InlineData(JetStrategy.Tiled)]
    public void TwoHundredDijetEvents_AgreeWithFastJet(JetStrategy strategy)
    {
        string events = SharedData.PathOrSkip("data", "pythia", "dijet-13TeV-1500.txt.gz");
        string jets = SharedData.PathOrSkip("reference", "fastjet-dijet-200.csv.gz");
        Assert.True(CompareAll(events, jets, 200, strategy) > 5000);
    }

    [SkippableTheory]
    [InlineData("single-event.dat")]
    [InlineData("Pythia-PtMin1000-LHC-10ev.dat")]
    public void FastJetExampleEvents_AgreeWithFastJet(string file)
    {
        string data = SharedData.PathOrSkip("data", "jet-clustering", file);
        List<List<FourVector>> events = ExampleEvents(data);
        using var document = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Path.GetDirectoryName(data)!, "reference_jets.json")));
        JsonElement[] entries =
            [.. document.RootElement.EnumerateArray().Where(e => e.GetProperty("file").GetString() == file)];
        Assert.NotEmpty(entries);
        foreach (JsonElement entry in entries)
        {
            JetAlgorithm algorithm = FastJetFiles.Algorithm(entry.GetProperty("algorithm").GetString()!);
            var definition = new JetDefinition(algorithm, entry.GetProperty("R").GetDouble());
            ReferenceJet[] expected = [.. entry.GetProperty("jets").EnumerateArray().Select(ReadJet)];
            List<FourVector> inputs = events[entry.GetProperty("event").GetInt32()];
            IReadOnlyList<Jet> found = new JetFinder(definition).Find(inputs, 10);
            Compare(expected, [.. found.Take(expected.Length)], definition.ToString());
        }
    }

    [Fact]
    public void NoInput_GivesNoJet() => Assert.Empty(new JetFinder(new(JetAlgorithm.AntiKt, 0.4)).Find([], 0));

    [Fact]
    public void TwoParticlesWithinTheRadius_BecomeTheirSum()
    {
        FourVector a = FourVector.FromPtEtaPhiMass(50, 0.1, Math.PI - 0.1, 0);
        FourVector b = FourVector.FromPtEtaPhiMass(20, 0.1, -Math.PI + 0.1, 0.14);
        Jet jet = Assert.Single(new JetFinder(new(JetAlgorithm.AntiKt, 0.4)).Find([a, b], 0));
        Assert.Equal(a + b, jet.Momentum);
        Assert.Equal([0, 1], jet.Constituents);
    }

    [Fact]
    public void TwoParticlesBeyondTheRadius_StayApartAndBelowThresholdIsDropped()
    {
        FourVector a = FourVector.FromPtEtaPhiMass(20, 0, 0, 0), b = FourVector.FromPtEtaPhiMass(50, 0, 0.41, 0);
        var finder = new JetFinder(new(JetAlgorithm.AntiKt, 0.4));
        Assert.Equal([1, 0], finder.Find([a, b], 0).Select(jet => jet.Constituents[0]));
        Assert.Equal(1, Assert.Single(finder.Find([a, b], 20.1)).Constituents[0]);
    }

    [Fact]
    public void ParticlesAlongTheBeamOrAtRest_DoNoHarm()
    {
        var finder = new JetFinder(new(JetAlgorithm.AntiKt, 0.4));
        FourVector transverse = FourVector.FromPtEtaPhiMass(30, 1, 1, 0);
        FourVector[] inputs = [new(0, 0, 100, 100), default, transverse, new(0, 0, -5, 5)];
        Assert.Equal([2], Assert.Single(finder.Find(inputs, 1)).Constituents);
    }

    [Fact]
    public void InputThatIsNotFinite_IsNamed()
    {
        var finder = new JetFinder(new(JetAlgorithm.Kt, 0.6));
        var error = Assert.Throws<ArgumentException>(() => finder.Find([default, new(1, double.NaN, 0, 2)], 1));
        Assert.Contains("Input 1", error.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.4)]
    [InlineData(1.6)]
    [InlineData(double.NaN)]
    public void ImpossibleRadius_IsRefused(double radius) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new JetFinder(new(JetAlgorithm.AntiKt, radius)));

    private static int CompareAll(string eventPath, string jetPath, int count, JetStrategy strategy)
    {
        List<List<FourVector>> events = FastJetFiles.Events(eventPath, count);
        int compared = 0;
        foreach (var group in FastJetFiles.Jets(jetPath))
        {
            var finder = new JetFinder(group.Key.Definition, strategy);
            IReadOnlyList<Jet> found = finder.Find(events[group.Key.Event], 10);
            Compare([.. group], found, group.Key.ToString());
            compared += found.Count;
        }

        return compared;
    }

    private static void Compare(ReferenceJet[] expected, IReadOnlyList<Jet> found, string where)
    {
        Assert.True(expected.Length == found.Count, $"{where}: {found.Count} jets, expected {expected.Length}");
        for (int i = 0; i < expected.Length; i++)
        {
            (ReferenceJet e, FourVector p) = (expected[i], found[i].Momentum);
            bool isSame = Math.Abs(p.Pt - e.Pt) <= 1e-6 * e.Pt
                && Math.Abs(p.Rapidity - e.Rapidity) <= 1e-6 * Math.Max(1, Math.Abs(e.Rapidity))
                && Math.Abs(EtaPhi.DeltaPhi(p.Phi, e.Phi)) <= 1e-6
                && Math.Abs(p.Mass - e.Mass) <= 1e-6 * Math.Max(Math.Abs(e.Mass), 1e-3 * p.E)
                && found[i].Constituents.Count == e.Constituents;
            int inputs = found[i].Constituents.Count;
            Assert.True(isSame, $"{where} jet {i}: {p} mass {p.Mass}, {inputs} inputs; expected {e}");
        }
    }

    private static ReferenceJet ReadJet(JsonElement jet)
    {
        double[] v = [.. jet.EnumerateArray().Select(x => x.GetDouble())];
        return new(v[0], v[1], v[2], v[3], (int)v[4]);
    }

    private static List<List<FourVector>> ExampleEvents(string path)
    {
        List<List<FourVector>> events = [[]];
        foreach (string line in FastJetFiles.Lines(path))
        {
            if (line.StartsWith("#END", StringComparison.Ordinal))
            {
                events.Add([]);
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                double[] p = [.. line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                    .Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
                events[^1].Add(new(p[0], p[1], p[2], p[3]));
            }
        }

        return events;
    }
}
