using System.Collections.Frozen;
using System.Globalization;

namespace Moliere.Simulation.Generation.Decays;

/// <summary>
/// The particle table as text: a line <c>number mass width ctau</c> [GeV, mm] for each particle, then one indented line
/// per channel, <c>fraction [weak] products</c>; the fraction <c>rest</c> is what is left to one. A # begins a remark.
/// </summary>
internal static class DecayTable
{
    private const string Resource = "Moliere.Simulation.decays.txt";

    /// <summary>Reads the table that comes with the program.</summary>
    public static FrozenDictionary<int, DecayEntry> Shipped()
    {
        using Stream stream = typeof(DecayTable).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    /// <summary>Reads a table and finds the threshold of each particle.</summary>
    /// <param name="text">Lines as described above.</param>
    /// <exception cref="FormatException">A line that is neither a particle nor a channel; it is quoted.</exception>
    public static FrozenDictionary<int, DecayEntry> Parse(string text)
    {
        var entries = new Dictionary<int, DecayEntry>();
        var channels = new List<DecayChannel>();
        foreach (string line in text.Split('\n'))
        {
            string[] words = line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0 && line[0] == ' ')
            {
                channels.Add(Channel(line, words, channels));
            }
            else if (words.Length > 0)
            {
                channels = [];
                DecayEntry entry = Particle(line, words, channels);
                entries.Add(entry.PdgId, entry);
            }
        }

        return entries.Values.ToFrozenDictionary(e => e.PdgId, e => e with { Threshold = Threshold(e, entries) });
    }

    /// <summary>Smallest mass that a particle of the table is given [GeV].</summary>
    /// <param name="entry">The particle.</param>
    /// <param name="threshold">Where its first channel opens [GeV].</param>
    public static double MinimalMass(DecayEntry entry, double threshold) =>
        entry.Width == 0 ? entry.Mass : Math.Max(threshold, entry.Mass - (BreitWigner.Reach * entry.Width));

    private static DecayEntry Particle(string line, string[] words, List<DecayChannel> channels) => words.Length == 4
        ? new(Integer(line, words[0]), Number(line, words[1]), Number(line, words[2]), Number(line, words[3]), channels)
        : throw Wrong(line);

    private static DecayChannel Channel(string line, string[] words, List<DecayChannel> before)
    {
        double fraction = words[0] == "rest" ? 1 - before.Sum(c => c.Fraction) : Number(line, words[0]);
        bool isWeak = words.Length > 1 && words[1] == "weak";
        int[] products = [.. words.Skip(isWeak ? 2 : 1).Select(word => Integer(line, word))];
        return new DecayChannel(fraction, isWeak ? DecayModel.Weak : DecayModel.PhaseSpace, products);
    }

    private static double Threshold(DecayEntry entry, Dictionary<int, DecayEntry> entries) => entry.Channels.Count == 0
        ? 0
        : entry.Channels.Min(channel => channel.Products.Sum(id => Minimum(id, entries)));

    private static double Minimum(int pdgId, Dictionary<int, DecayEntry> entries) =>
        entries.TryGetValue(Math.Abs(pdgId), out DecayEntry? entry)
            ? MinimalMass(entry, entry.Width == 0 ? 0 : Threshold(entry, entries))
            : 0;

    private static double Number(string line, string word) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value
            : throw Wrong(line);

    private static int Integer(string line, string word) =>
        int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw Wrong(line);

    private static FormatException Wrong(string line) => new(
        $"'{line.Trim()}' in the particle table; expected 'number mass width ctau' or ' fraction [weak] products'.");
}
