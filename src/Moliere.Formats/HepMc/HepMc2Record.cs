using Moliere.Data.Kinematics;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.HepMc;

/// <summary>
/// An event of HepMC2: each vertex is followed by the particles that come in from nowhere and by those that leave it;
/// a particle names the vertex at which it ends.
/// </summary>
/// <source>
/// Dobbs and Hansen, Comput. Phys. Commun. 134 (2001) 41; HepMC 2 user manual (2.06), chapter "IO_GenEvent".
/// </source>
internal sealed class HepMc2Record(LineReader lines) : HepMcRecord(lines)
{
    private int _announced; // vertices of the event
    private int _vertices;
    private int _vertex;
    private int _incoming; // particles of the current vertex still to come
    private int _outgoing;

    // E number interactions scale aQCD aQED process vertex vertices beam1 beam2 nrandom {..} nweights {..}
    protected override void ReadHead(FieldReader fields)
    {
        (_vertices, _incoming, _outgoing) = (0, 0, 0);
        fields.Skip(8);
        _announced = fields.NextCount("the number of vertices");
        fields.Skip(2);
        fields.Skip(fields.NextCount("the number of random states"));
        if (fields.NextCount("the number of weights") > 0)
        {
            Weight = fields.NextFinite("the event weight");
        }
    }

    protected override bool TryAdd(ReadOnlySpan<byte> line)
    {
        switch (line[0])
        {
            case (byte)'U' when IsOpen:
                Units = HepMcUnits.Read(Fields(line));
                return true;
            default:
                return IsOpen && line[0] is (byte)'N' or (byte)'C' or (byte)'F' or (byte)'H';
        }
    }

    protected override void RequireWhole()
    {
        RequireWholeVertex();
        if (_vertices != _announced)
        {
            throw HepMcErrors.WrongVertices(Lines, Number, _vertices, _announced);
        }
    }

    // V barcode id x y z ct orphans outgoing nweights {..}
    protected override void AddVertex(FieldReader fields)
    {
        RequireWholeVertex();
        _vertices++;
        fields.Skip(1);
        _vertex = Graph.Vertex(fields.NextInt("the vertex"));
        fields.Skip(1);
        Graph.Place(_vertex, ReadPosition(ref fields));
        _incoming = fields.NextCount("the number of incoming particles");
        _outgoing = fields.NextCount("the number of outgoing particles");
    }

    // P barcode pdg px py pz e m status theta phi endvertex nflow {..}
    protected override void AddParticle(FieldReader fields)
    {
        Seen++;
        if (_incoming + _outgoing == 0)
        {
            throw HepMcErrors.StrayParticle(Lines, Inside);
        }

        fields.Skip(2);
        int pdgId = fields.NextInt("the particle number");
        FourVector momentum = ReadMomentum(ref fields);
        int status = fields.NextInt("the status");
        fields.Skip(2);
        int end = fields.NextInt("the end vertex");
        bool isOrphan = _incoming > 0;
        (_incoming, _outgoing) = isOrphan ? (_incoming - 1, _outgoing) : (0, _outgoing - 1);
        Graph.Add(pdgId, momentum, status, isOrphan ? -1 : _vertex);
        if (end != 0)
        {
            Graph.End(Graph.Count - 1, Graph.Vertex(end));
        }
    }

    private void RequireWholeVertex()
    {
        if (_incoming + _outgoing > 0)
        {
            throw HepMcErrors.ShortVertex(Lines, Inside, _incoming + _outgoing);
        }
    }
}
