using System.Globalization;
using System.IO.Compression;
using Moliere.Data.Kinematics;
using Moliere.Reconstruction.Jets;

namespace Moliere.Tests.Reconstruction.Jets;

/// <summary>Reads the FastJet fixtures: events as text blocks and reference jets as CSV, plain or gzip.</summary>
internal static class FastJetFiles
{
    /// <summary>Particles without neutrinos of each event.</summary>
    public static List<List<FourVector>> Events(string path, int count)
    {
        List<List<FourVector>> events = [];
        foreach (string[] words in Lines(path).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (words[0] == "E")
            {
                if (events.Count == count)
                {
                    break;
                }

                events.Add([]);
            }
            else if (Math.Abs(int.Parse(words[0], CultureInfo.InvariantCulture)) is not (12 or 14 or 16))
            {
                double[] p = [.. words.Skip(1).Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
                events[^1].Add(new(p[0], p[1], p[2], p[3]));
            }
        }

        return events;
    }

    /// <summary>Reference jets by event and definition, in the order of the file.</summary>
    public static ILookup<(int Event, JetDefinition Definition), ReferenceJet> Jets(string path) =>
        Lines(path).Skip(1).Select(line => line.Split(',')).ToLookup(
            f => (int.Parse(f[0], CultureInfo.InvariantCulture), new JetDefinition(Algorithm(f[1]), Number(f[2]))),
            f => new ReferenceJet(Number(f[4]), Number(f[5]), Number(f[6]), Number(f[7]), (int)Number(f[8])));

    public static JetAlgorithm Algorithm(string name) => name switch
    {
        "antikt" or "anti-kt" => JetAlgorithm.AntiKt,
        "kt" => JetAlgorithm.Kt,
        _ => JetAlgorithm.CambridgeAachen,
    };

    public static IEnumerable<string> Lines(string path)
    {
        using Stream file = File.OpenRead(path);
        bool isPacked = path.EndsWith(".gz", StringComparison.Ordinal);
        using Stream plain = isPacked ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

internal sealed record ReferenceJet(double Pt, double Rapidity, double Phi, double Mass, int Constituents);
