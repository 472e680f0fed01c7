using System.Text;
using Moliere.Data.Kinematics;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.Lhe;

/// <summary>
/// Reads hard events from Les Houches event files, versions 1 to 3, plain or gzip, one event in memory at a time. Only
/// the blocks init, event and wgt are read; everything else is for other programs.
/// </summary>
/// <source>
/// Alwall et al., hep-ph/0609017 (files); Boos et al., hep-ph/0109068 (meaning); Andersen et al., arXiv:1405.1067,
/// section 4 (weights of version 3).
/// </source>
public static class LheReader
{
    /// <summary>The init block of a file.</summary>
    /// <param name="path">Les Houches event file, plain or gzip.</param>
    /// <exception cref="InvalidFileException">The file cannot be read or its init block is wrong.</exception>
    public static LheRun ReadRun(string path)
    {
        using LineReader lines = LineReader.Open(path);
        string Inside() => "init";
        LheTags.Find(lines, "<init"u8, "an <init> block");
        var fields = new FieldReader(NextLine(lines, Inside), lines, Inside);
        var beams = (fields.NextInt("the first beam"), fields.NextInt("the second beam"));
        var energies = (fields.NextFinite("the first energy"), fields.NextFinite("the second energy"));
        fields.Skip(4);
        int strategy = fields.NextInt("the weight strategy"), count = fields.NextCount("the number of processes");
        var processes = new List<LheProcess>();
        for (int i = 0; i < count; i++)
        {
            fields = new FieldReader(NextLine(lines, Inside), lines, Inside);
            double section = fields.NextFinite("a cross section"), error = fields.NextFinite("its error");
            double largest = fields.NextFinite("the largest weight");
            processes.Add(new(fields.NextInt("a process"), section, error, largest));
        }

        return new()
        {
            Beams = beams,
            BeamEnergies = energies,
            WeightStrategy = strategy,
            Processes = processes,
        };
    }

    /// <summary>
    /// The events of a file in order, numbered 0, 1, 2 ... They hold partons: a shower must make particles of them.
    /// Each enumeration reads the file anew.
    /// </summary>
    /// <param name="path">Les Houches event file, plain or gzip.</param>
    /// <exception cref="InvalidFileException">
    /// While enumerating: the file cannot be read, ends before its closing tag, or holds a value that is not finite.
    /// </exception>
    public static IEnumerable<LheEvent> Read(string path)
    {
        using LineReader lines = LineReader.Open(path);
        for (long number = 0; LheTags.TryFindEvent(lines); number++)
        {
            yield return ReadEvent(lines, number);
        }
    }

    private static LheEvent ReadEvent(LineReader lines, long number)
    {
        var particles = new List<LheParticle>();
        string Inside() => particles.Count == 0 ? $"event {number}" : $"event {number} > particle {particles.Count}";
        var head = new FieldReader(NextLine(lines, Inside), lines, Inside);
        int count = head.NextCount("the number of particles"), process = head.NextInt("the process");
        double weight = head.NextFinite("the weight"), scale = head.NextFinite("the scale");
        double alphaQed = head.NextFinite("alpha"), alphaQcd = head.NextFinite("alpha_s");
        for (int i = 0; i < count; i++)
        {
            particles.Add(ReadParticle(new FieldReader(NextLine(lines, Inside), lines, Inside), count));
        }

        return new()
        {
            Number = number,
            ProcessId = process,
            Weight = weight,
            Scale = scale,
            AlphaQed = alphaQed,
            AlphaQcd = alphaQcd,
            Particles = particles,
            Weights = LheTags.ReadWeights(lines, Inside),
        };
    }

    private static LheParticle ReadParticle(FieldReader fields, int count)
    {
        int pdgId = fields.NextInt("the particle number"), status = fields.NextInt("the status");
        int first = ReadMother(ref fields, count), last = ReadMother(ref fields, count);
        int colour = fields.NextInt("the colour"), anticolour = fields.NextInt("the anticolour");
        double px = fields.NextFinite("px"), py = fields.NextFinite("py"), pz = fields.NextFinite("pz");
        double e = fields.NextFinite("the energy"), mass = fields.NextFinite("the mass");
        double lifetime = fields.NextFinite("the lifetime"), spin = fields.NextFinite("the spin");
        return new(
            pdgId, status, first, last < 0 ? first : last, colour, anticolour, new FourVector(px, py, pz, e), mass,
            lifetime, spin);
    }

    // Mothers count from 1, 0 is none.
    private static int ReadMother(ref FieldReader fields, int count)
    {
        int mother = fields.NextInt("a mother");
        return mother >= 0 && mother <= count
            ? mother - 1
            : throw fields.Wrong("a mother", Encoding.UTF8.GetBytes($"{mother}"), $"0 to {count}");
    }

    private static ReadOnlySpan<byte> NextLine(LineReader lines, Func<string> inside)
    {
        while (lines.TryRead(out ReadOnlySpan<byte> line) && lines.EndedWithNewline)
        {
            if (!line.Trim((byte)' ').IsEmpty)
            {
                return line.Trim((byte)' ');
            }
        }

        throw LheTags.Cut(lines, inside());
    }
}
