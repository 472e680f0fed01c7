using System.IO.Compression;
using System.Text;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Cli.Studies.Clusters;

/// <summary>The real study at its smallest, through the program as a function.</summary>
internal static class TinyStudy
{
    /// <summary>A few dozen events, small networks, few epochs: seconds.</summary>
    public static readonly string[] Settings =
    [
        "--set", "source.events=40", "--set", "pileup.library=6", "--set", "lcw.events=100",
        "--set", "training.epochs=3", "--set", "bnn.epochs=3", "--set", "ensemble.epochs=3",
        "--set", "training.batch_size=256", "--set", "mlp.hidden=[8]",
        "--set", "dnn.hidden=[8]", "--set", "mdn.hidden=[8]", "--set", "bnn.hidden=[8]", "--set", "bnn.draws=4",
        "--set", "ensemble.hidden=[8]", "--set", "ensemble.members=2", "--set", "learning_curve.fractions=[0.5]",
        "--set", "validation.bootstrap=5", "--set", "validation.minimum_entries=5",
    ];

    /// <summary>Without look-up tables and without the plain network.</summary>
    public static readonly string[] Smaller = [.. Settings, "--set", "methods=[em, mdn]"];

    /// <summary>Text of the two PYTHIA events of the fixture.</summary>
    public static string HepMc()
    {
        using FileStream packed = File.OpenRead(Repository.At("tests", "data", "pythia", "dijet-2ev.hepmc.gz"));
        using GZipStream gzip = new(packed, CompressionMode.Decompress);
        using StreamReader reader = new(gzip, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The fixture's events repeated, so that each part of a split gets some.</summary>
    public static string HepMc(int repetitions)
    {
        string text = HepMc();
        int first = text.IndexOf("\nE ", StringComparison.Ordinal) + 1;
        int end = text.IndexOf("HepMC::Asciiv3-END", StringComparison.Ordinal);
        string events = string.Concat(Enumerable.Repeat(text[first..end], repetitions));
        return text[..first] + events + text[end..];
    }

    /// <summary>The files whose bytes depend on recipe and seed alone, relative, in order.</summary>
    public static string[] ResultsIn(string folder) =>
    [
        .. Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(name => name is not ("report.html" or "log.txt" or "provenance.json"))
            .Order(StringComparer.Ordinal),
    ];

    public static void AssertSameResults(string expected, string found)
    {
        Assert.Equal(ResultsIn(expected), ResultsIn(found));
        Assert.All(ResultsIn(expected), name => Assert.True(
            File.ReadAllBytes(Path.Combine(expected, name)).AsSpan()
                .SequenceEqual(File.ReadAllBytes(Path.Combine(found, name))),
            $"{name} differs"));
    }
}
