using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.HepMc;

/// <summary>The event being read: what its lines have said so far.</summary>
internal abstract class HepMcRecord(LineReader lines)
{
    private Func<string>? _place;

    /// <summary>Whether an event has begun and not been closed.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Place for errors, such as "event 3 > particle 7".</summary>
    public string Inside => Seen == 0 ? $"event {Number}" : $"event {Number} > particle {Seen}";

    protected LineReader Lines { get; } = lines;

    protected HepMcGraph Graph { get; } = new();

    protected long Number { get; private set; }

    /// <summary>Particles so far, with the one being read.</summary>
    protected int Seen { get; set; }

    protected HepMcUnits Units { get; set; }

    protected double? Weight { get; set; }

    protected Vertex Collision { get; set; }

    /// <summary>Starts an event with its first line.</summary>
    public void Begin(ReadOnlySpan<byte> line, long number)
    {
        (Number, IsOpen, Units, Weight, Collision) = (number, true, default, null, default);
        Graph.Clear();
        Seen = 0;
        ReadHead(Fields(line));
    }

    /// <summary>Takes one line that belongs to the event, or to the run before the first event.</summary>
    public void Add(ReadOnlySpan<byte> line)
    {
        switch (line[0])
        {
            case (byte)'P' when IsOpen:
                AddParticle(Fields(line));
                break;
            case (byte)'V' when IsOpen:
                AddVertex(Fields(line));
                break;
            default:
                if (!TryAdd(line))
                {
                    throw HepMcErrors.UnknownRecord(Lines, line, IsOpen, Inside);
                }

                break;
        }
    }

    /// <summary>The finished event.</summary>
    public GeneratedEvent Close()
    {
        RequireWhole();
        IsOpen = false;
        return Graph.ToEvent(Number, Weight ?? 1, Collision);
    }

    /// <summary>Refuses a file that was cut in the middle of a line; the footer may be missing.</summary>
    public void RequireWholeLastLine()
    {
        if (!Lines.EndedWithNewline)
        {
            throw HepMcErrors.CutLine(Lines, Number);
        }
    }

    /// <summary>Reads the line that begins an event.</summary>
    protected abstract void ReadHead(FieldReader fields);

    /// <summary>Takes a particle.</summary>
    protected abstract void AddParticle(FieldReader fields);

    /// <summary>Takes a vertex.</summary>
    protected abstract void AddVertex(FieldReader fields);

    /// <summary>Takes any other line, or says that no such line is known at this place.</summary>
    protected abstract bool TryAdd(ReadOnlySpan<byte> line);

    /// <summary>Refuses an event that does not hold what its first line announced.</summary>
    protected abstract void RequireWhole();

    protected FieldReader Fields(ReadOnlySpan<byte> line) => new(line, Lines, _place ??= () => Inside);

    /// <summary>Reads px, py, pz, energy and mass; the mass is only looked at.</summary>
    protected FourVector ReadMomentum(ref FieldReader fields)
    {
        if (!Units.AreKnown)
        {
            throw HepMcErrors.MissingUnits(Lines, Number);
        }

        double px = fields.NextFinite("px"), py = fields.NextFinite("py"), pz = fields.NextFinite("pz");
        double e = fields.NextFinite("the energy"), factor = Units.ToGeV;
        fields.NextFinite("the mass");
        return new(factor * px, factor * py, factor * pz, factor * e);
    }

    /// <summary>Reads x, y, z and c t.</summary>
    protected Vertex ReadPosition(ref FieldReader fields)
    {
        double x = fields.NextFinite("x"), y = fields.NextFinite("y"), z = fields.NextFinite("z");
        double time = fields.NextFinite("the time") / Data.Units.SpeedOfLight;
        double factor = Units.AreKnown ? Units.ToMm : 1;
        return new(factor * x, factor * y, factor * z, factor * time);
    }
}
