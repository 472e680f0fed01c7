using System.Globalization;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Reconstruction.Jets;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Reconstruction.Jets;

/// <summary>Anti-kt jets of radius 1 of the FastJet fixture, with what FastJet's grooming leaves of them.</summary>
internal static class GroomedJets
{
    public static IEnumerable<(List<FourVector> Inputs, Jet Jet, double[] Expected)> Of(string kind)
    {
        var events = FastJetFiles.Events(Repository.At("tests", "data", "fastjet", "dijet-12.txt.gz"), 12);
        var finder = new JetFinder(new(JetAlgorithm.AntiKt, 1));
        var jets = events.ConvertAll(inputs => finder.Find(inputs, 20));
        string groomed = Repository.At("tests", "data", "fastjet", "grooming-12.csv");
        foreach (string line in FastJetFiles.Lines(groomed).Skip(1))
        {
            string[] words = line.Split(',');
            (int number, int index) = (int.Parse(words[0]), int.Parse(words[1]));
            if (words[2] == kind)
            {
                double[] expected = [.. words[3..].Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
                yield return (events[number], jets[number][index], expected);
            }
        }
    }

    /// <summary>Same transverse momentum, rapidity, mass and number of constituents.</summary>
    public static void Check(double[] expected, Jet groomed)
    {
        Assert.InRange(groomed.Momentum.Pt, expected[0] * (1 - 1e-6), expected[0] * (1 + 1e-6));
        Assert.Equal(expected[1], groomed.Momentum.Rapidity, 6);
        Assert.InRange(groomed.Momentum.Mass - expected[2], -1e-4, 1e-4);
        Assert.Equal((int)expected[3], groomed.Constituents.Count);
    }
}
