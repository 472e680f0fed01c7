using Moliere.Data.Kinematics;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.HepMc;

/// <summary>
/// An event of HepMC3: vertices are named by negative numbers and list what comes in; a particle names its vertex, or
/// the one particle it comes from. Particles count from 1.
/// </summary>
/// <source>HepMC3, Comput. Phys. Commun. 260 (2021) 107310, arXiv:1912.08005, section "Asciiv3 format".</source>
internal sealed class HepMc3Record(LineReader lines) : HepMcRecord(lines)
{
    private int _announced;

    // E number vertices particles [@ x y z t]
    protected override void ReadHead(FieldReader fields)
    {
        fields.Skip(2);
        fields.NextCount("the number of vertices");
        _announced = fields.NextCount("the number of particles");
        if (fields.Next().SequenceEqual("@"u8))
        {
            Collision = ReadPosition(ref fields);
        }
    }

    protected override bool TryAdd(ReadOnlySpan<byte> line)
    {
        switch (line[0])
        {
            case (byte)'U' when IsOpen:
                Units = HepMcUnits.Read(Fields(line));
                Collision = Scaled(Collision, Units.ToMm);
                return true;
            case (byte)'W' when IsOpen:
                Weight ??= FirstWeight(Fields(line));
                return true;
            default:
                return line[0] is (byte)'A' or (byte)'W' or (byte)'N' or (byte)'T';
        }
    }

    protected override void RequireWhole()
    {
        if (Graph.Count != _announced)
        {
            throw HepMcErrors.WrongCount(Lines, Number, Graph.Count, _announced);
        }
    }

    private static Vertex Scaled(in Vertex v, double factor) =>
        new(factor * v.X, factor * v.Y, factor * v.Z, factor * v.Time);

    private static double FirstWeight(FieldReader fields)
    {
        fields.Skip(1);
        return fields.NextFinite("the event weight");
    }

    // P id parent pdg px py pz e m status
    protected override void AddParticle(FieldReader fields)
    {
        Seen++;
        fields.Skip(2);
        int parent = fields.NextInt("the parent"), pdgId = fields.NextInt("the particle number");
        FourVector momentum = ReadMomentum(ref fields);
        int status = fields.NextInt("the status"), origin = parent == 0 ? -1 : Graph.Vertex(parent);
        if (parent > 0)
        {
            Graph.End(Known(parent), origin);
        }

        Graph.Add(pdgId, momentum, status, origin);
    }

    // V id status [incoming,...] [@ x y z t]
    protected override void AddVertex(FieldReader fields)
    {
        fields.Skip(1);
        int vertex = Graph.Vertex(fields.NextInt("the vertex"));
        fields.Skip(1);
        ReadOnlySpan<byte> incoming = fields.Next();
        foreach (Range part in incoming.Trim("[]"u8).Split((byte)','))
        {
            ReadOnlySpan<byte> number = incoming.Trim("[]"u8)[part];
            if (number.Length > 0)
            {
                int particle = new FieldReader(number, Lines, () => Inside).NextInt("an incoming particle");
                Graph.End(Known(particle), vertex);
            }
        }

        if (fields.Next().SequenceEqual("@"u8))
        {
            Graph.Place(vertex, ReadPosition(ref fields));
        }
    }

    private int Known(int particle) => particle > 0 && particle <= _announced
        ? particle - 1
        : throw HepMcErrors.UnknownParticle(Lines, Inside, particle, _announced);
}
