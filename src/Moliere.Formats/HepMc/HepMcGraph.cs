using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Formats.HepMc;

/// <summary>
/// The particles and vertices of one event, whatever the version of the file: vertices are named by a key, particles by
/// their order.
/// </summary>
internal sealed class HepMcGraph
{
    private const int Stable = 1, Decayed = 2; // HepMC status codes, arXiv:1912.08005 table "status codes".
    private const int HardOutgoing = 23; // Pythia 8 manual, "Particle Properties": outgoing of the hardest subprocess.

    private const int Pending = -2;

    private readonly List<Node> _particles = [];
    private readonly List<Point> _vertices = [];
    private readonly Dictionary<int, int> _vertexOfKey = [];
    private readonly List<(int Particle, int Vertex)> _ends = [];
    private readonly List<TruthParticle> _history = [];
    private readonly List<int> _historyOf = []; // per particle: index into the history, or -1

    /// <summary>Number of particles so far.</summary>
    public int Count => _particles.Count;

    /// <summary>Forgets everything but the memory.</summary>
    public void Clear()
    {
        _particles.Clear();
        _vertices.Clear();
        _vertexOfKey.Clear();
        _ends.Clear();
    }

    /// <summary>Index of the vertex of a key; made, without a position, when it is new.</summary>
    public int Vertex(int key)
    {
        if (!_vertexOfKey.TryGetValue(key, out int index))
        {
            index = _vertices.Count;
            _vertexOfKey.Add(key, index);
            _vertices.Add(new Point(-1, null));
        }

        return index;
    }

    /// <summary>Gives a vertex its position.</summary>
    public void Place(int vertex, in Vertex position) =>
        _vertices[vertex] = _vertices[vertex] with { Position = position };

    /// <summary>
    /// Lets a particle, which may be added later, end at a vertex; the first one to do so is the mother of what leaves
    /// it.
    /// </summary>
    public void End(int particle, int vertex)
    {
        _ends.Add((particle, vertex));
        if (_vertices[vertex].Incoming < 0)
        {
            _vertices[vertex] = _vertices[vertex] with { Incoming = particle };
        }
    }

    /// <summary>Adds a particle that leaves a vertex, or comes with the beams when that is -1.</summary>
    public void Add(int pdgId, in FourVector momentum, int status, int origin) =>
        _particles.Add(new Node(pdgId, momentum, status, origin, -1));

    /// <summary>The event of what was added.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="weight">Its weight.</param>
    /// <param name="collision">Where particles are made whose vertices have no position, nor their ancestors'.</param>
    public GeneratedEvent ToEvent(long number, double weight, in Vertex collision)
    {
        foreach ((int particle, int vertex) in _ends)
        {
            _particles[particle] = _particles[particle] with { End = vertex };
        }

        _history.Clear();
        _historyOf.Clear();
        _historyOf.AddRange(Enumerable.Repeat(-1, Count));
        var stable = new List<Particle>(Count / 2);
        var partons = new List<Particle>();
        for (int i = 0; i < Count; i++)
        {
            Node node = _particles[i];
            if (node.Status == Stable)
            {
                stable.Add(new(node.PdgId, node.Momentum, Position(node.Origin, collision), Mother(i, collision)));
            }
            else if (node.Status == HardOutgoing)
            {
                partons.Add(new(node.PdgId, node.Momentum));
            }
        }

        return new()
        {
            Number = number,
            Weight = weight,
            Particles = stable,
            HardPartons = partons,
            History = [.. _history],
        };
    }

    // The nearest ancestor that the history mentions; it and its own ancestors are added when they are new.
    private int Mother(int particle, in Vertex collision)
    {
        int mother = Kept(particle);
        if (mother < 0 || _historyOf[mother] != -1)
        {
            return mother < 0 ? -1 : Math.Max(-1, _historyOf[mother]);
        }

        Node node = _particles[mother];
        _historyOf[mother] = Pending; // A ring in a damaged file comes back here and ends.
        int origin = Mother(mother, collision);
        _historyOf[mother] = _history.Count;
        _history.Add(new(node.PdgId, node.Momentum, Position(node.Origin, collision),
            Position(node.End, collision), origin));
        return _historyOf[mother];
    }

    private int Kept(int particle)
    {
        int steps = Count; // A ring in a damaged file must not hold us for ever.
        do
        {
            int origin = _particles[particle].Origin;
            particle = origin < 0 ? -1 : _vertices[origin].Incoming;
        }
        while (particle >= 0 && steps-- > 0 && !IsMentioned(particle));
        return steps < 0 ? -1 : particle;
    }

    // Decayed hadrons and leptons, outgoing hard partons, and the last copy of heavy quarks and bosons.
    private bool IsMentioned(int particle)
    {
        Node node = _particles[particle];
        int id = Math.Abs(node.PdgId);
        bool isHeavy = id is (>= 4 and <= 6) or (>= 23 and <= 40) or 15;
        return node.Status is Decayed or HardOutgoing || (isHeavy && node.End >= 0 && IsLast(particle));
    }

    private bool IsLast(int particle)
    {
        Node node = _particles[particle];
        for (int i = particle + 1; i < Count; i++)
        {
            if (_particles[i].PdgId == node.PdgId && _particles[i].Origin == node.End)
            {
                return false;
            }
        }

        return true;
    }

    // A vertex without a position is where its first incoming particle was made.
    private Vertex Position(int vertex, in Vertex collision)
    {
        for (int steps = Count; vertex >= 0 && steps > 0; steps--)
        {
            if (_vertices[vertex].Position is Vertex known)
            {
                return known;
            }

            int incoming = _vertices[vertex].Incoming;
            vertex = incoming < 0 ? -1 : _particles[incoming].Origin;
        }

        return collision;
    }

    private readonly record struct Node(int PdgId, FourVector Momentum, int Status, int Origin, int End);

    private readonly record struct Point(int Incoming, Vertex? Position);
}
