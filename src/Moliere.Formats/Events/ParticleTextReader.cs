using System.Diagnostics.CodeAnalysis;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.Events;

/// <summary>
/// Reads generator events from plain text blocks: a line <c>E index n weight nhard {pdg pt eta phi}*nhard</c>, then n
/// lines
/// <c>pdg px py pz e</c> of stable particles [GeV]. Hard partons are massless. Plain or gzip.
/// </summary>
public static class ParticleTextReader
{
    /// <summary>
    /// The events of a file in order, numbered 0, 1, 2 ... whatever the file calls them. Each enumeration reads the
    /// file anew.
    /// </summary>
    /// <param name="path">Text file, plain or gzip.</param>
    /// <exception cref="InvalidFileException">
    /// While enumerating: the file cannot be read, ends within an event, or holds a value that is not a finite number.
    /// </exception>
    public static IEnumerable<GeneratedEvent> Read(string path)
    {
        using LineReader lines = LineReader.Open(path);
        for (long number = 0; TryRead(lines, number, out GeneratedEvent? generated); number++)
        {
            yield return generated;
        }
    }

    private static bool TryRead(LineReader lines, long number, [NotNullWhen(true)] out GeneratedEvent? generated)
    {
        generated = null;
        string Inside() => $"event {number}";
        ReadOnlySpan<byte> line;
        do
        {
            if (!lines.TryRead(out line))
            {
                return false;
            }
        }
        while (line.Length == 0);

        var fields = new FieldReader(line, lines, Inside);
        ReadOnlySpan<byte> mark = fields.Next();
        if (!mark.SequenceEqual("E"u8))
        {
            throw fields.Wrong("the start of an event", mark, "'E'");
        }

        fields.Skip(1);
        int count = fields.NextCount("the number of particles");
        double weight = fields.NextFinite("the weight");
        Particle[] partons = ReadPartons(ref fields);
        Particle[] particles = ReadParticles(lines, count, Inside);
        generated = new() { Number = number, Weight = weight, Particles = particles, HardPartons = partons };
        return true;
    }

    private static Particle[] ReadPartons(ref FieldReader fields)
    {
        var partons = new List<Particle>();
        for (int left = fields.NextCount("the number of hard partons"); left > 0; left--)
        {
            int pdgId = fields.NextInt("a parton's number");
            double pt = fields.NextFinite("a parton's pt"), eta = fields.NextFinite("a parton's eta");
            double phi = fields.NextFinite("a parton's phi");
            partons.Add(new(pdgId, FourVector.FromPtEtaPhiMass(pt, eta, phi, 0)));
        }

        return [.. partons];
    }

    // A list that grows, so that an absurd count in a damaged file cannot ask for all memory at once.
    private static Particle[] ReadParticles(LineReader lines, int count, Func<string> inside)
    {
        var particles = new List<Particle>(Math.Min(count, 1 << 16));
        while (particles.Count < count)
        {
            if (!lines.TryRead(out ReadOnlySpan<byte> line) || !lines.EndedWithNewline)
            {
                throw new InvalidFileException(
                    lines.Place(inside()), $"the end of the file after {particles.Count} whole particles",
                    $"{count} particles", "the file is truncated");
            }

            var fields = new FieldReader(line, lines, inside);
            int pdgId = fields.NextInt("the particle number");
            double px = fields.NextFinite("px"), py = fields.NextFinite("py"), pz = fields.NextFinite("pz");
            particles.Add(new(pdgId, new(px, py, pz, fields.NextFinite("the energy"))));
        }

        return [.. particles];
    }
}
