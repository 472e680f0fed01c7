using System.Buffers;
using System.Buffers.Text;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.HepMc;

/// <summary>The event being read: what its lines have said so far.</summary>
internal sealed class HepMc3Record
{
    private const int Stable = 1; // HepMC status of an undecayed particle, arXiv:1912.08005 table "status codes".
    private const int HardOutgoing = 23; // Pythia 8 manual, "Particle Properties": outgoing of the hardest subprocess.

    // A particle line holds digits, signs, points and 'e'; an 'n' means "nan" or "inf".
    private static readonly SearchValues<byte> s_notFinite = SearchValues.Create("nN"u8);

    private readonly LineReader _lines;
    private readonly Func<string> _place;
    private readonly List<Particle> _particles = [];
    private readonly List<Particle> _partons = [];
    private long _number;
    private int _announced;
    private int _seen;
    private double _toGeV;
    private double? _weight;

    public HepMc3Record(LineReader lines)
    {
        _lines = lines;
        _place = Inside;
    }

    /// <summary>Whether an event has begun and not been closed.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Starts an event: <c>E number vertices particles [@ position]</c>.</summary>
    public void Begin(ReadOnlySpan<byte> line, long number)
    {
        (_number, _seen, _toGeV, _weight, IsOpen) = (number, 0, 0, null, true);
        _particles.Clear();
        _partons.Clear();
        var fields = new FieldReader(line, _lines, _place);
        fields.Skip(2);
        fields.NextCount("the number of vertices");
        _announced = fields.NextCount("the number of particles");
    }

    /// <summary>Takes one line that belongs to the event, or to the run before the first event.</summary>
    public void Add(ReadOnlySpan<byte> line)
    {
        switch (line[0])
        {
            case (byte)'P' when IsOpen:
                AddParticle(line);
                break;
            case (byte)'U' when IsOpen:
                _toGeV = HepMc3Units.ToGeV(new FieldReader(line, _lines, _place));
                break;
            case (byte)'W' when IsOpen:
                _weight ??= FirstWeight(line);
                break;
            case (byte)'V' when IsOpen:
            case (byte)'A' or (byte)'W' or (byte)'N' or (byte)'T':
                break;
            default:
                throw HepMc3Errors.UnknownRecord(_lines, line, IsOpen, Inside());
        }
    }

    /// <summary>The finished event.</summary>
    public GeneratedEvent Close()
    {
        if (_seen != _announced)
        {
            throw HepMc3Errors.WrongCount(_lines, _number, _seen, _announced);
        }

        IsOpen = false;
        return new()
        {
            Number = _number,
            Weight = _weight ?? 1,
            Particles = [.. _particles],
            HardPartons = [.. _partons],
        };
    }

    /// <summary>Refuses a file that was cut in the middle of a line; the footer may be missing.</summary>
    public void RequireWholeLastLine()
    {
        if (!_lines.EndedWithNewline)
        {
            throw HepMc3Errors.CutLine(_lines, _number);
        }
    }

    // P id parent pdg px py pz e m status: only what is kept is parsed in full, which is a third of the lines.
    private void AddParticle(ReadOnlySpan<byte> line)
    {
        _seen++;
        bool isPlain = Utf8Parser.TryParse(line[(line.LastIndexOf((byte)' ') + 1)..], out int status, out _)
            && !line.ContainsAny(s_notFinite);
        if (isPlain && status is not (Stable or HardOutgoing))
        {
            return;
        }

        if (_toGeV == 0)
        {
            throw HepMc3Errors.MissingUnits(_lines, _number);
        }

        Particle particle = ParseParticle(line, out status);
        if (status is Stable or HardOutgoing)
        {
            (status == Stable ? _particles : _partons).Add(particle);
        }
    }

    private Particle ParseParticle(ReadOnlySpan<byte> line, out int status)
    {
        var fields = new FieldReader(line, _lines, _place);
        fields.Skip(3);
        int pdgId = fields.NextInt("the particle number");
        double px = fields.NextFinite("px"), py = fields.NextFinite("py"), pz = fields.NextFinite("pz");
        double e = fields.NextFinite("the energy");
        fields.NextFinite("the mass");
        status = fields.NextInt("the status");
        return new(pdgId, new FourVector(_toGeV * px, _toGeV * py, _toGeV * pz, _toGeV * e));
    }

    private double FirstWeight(ReadOnlySpan<byte> line)
    {
        var fields = new FieldReader(line, _lines, _place);
        fields.Skip(1);
        return fields.NextFinite("the event weight");
    }

    private string Inside() => _seen == 0 ? $"event {_number}" : $"event {_number} > particle {_seen}";
}
