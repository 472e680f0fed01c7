using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Cli.Studies.Jets.Sources;

/// <summary>
/// Numbers of jets that a table has or that follow from others: the energy of a massless jet, the place within its
/// event, distances to neighbours, zeros for the partner of a jet without one.
/// </summary>
internal sealed class DerivedColumns
{
    private const double NeighbourPtMin = 7, Alone = 10; // physics notes section 2.2; JetColumns.Isolation

    private readonly Table _jets;
    private readonly float[] _pt, _eta;
    private readonly bool[] _isMatched;
    private readonly int[] _firsts;

    /// <summary>Finds the events and the matched jets.</summary>
    /// <param name="jets">Whole events with at least event, pt and eta.</param>
    public DerivedColumns(Table jets)
    {
        (_jets, _pt, _eta) = (jets, jets.Floats(JetColumns.Pt), jets.Floats(JetColumns.Eta));
        float[]? truth = Given(JetColumns.TruthPt);
        _isMatched = [.. Rows(row => truth is not null && truth[row] > 0 && float.IsFinite(truth[row]) ? 1 : 0)
            .Select(value => value > 0)];
        _firsts = Firsts(jets.Longs(JetColumns.Event), Whole(JetColumns.Pass));
    }

    /// <summary>A column of whole numbers; passes are 0 where the table has none.</summary>
    /// <param name="name">Event or pass.</param>
    public long[] Whole(string name) => !_jets.Has(name) ? new long[_jets.RowCount]
        : _jets[name] is LongColumn whole ? whole.Values
        : Array.ConvertAll(_jets.Floats(name), value => (long)value);

    /// <summary>A column of real numbers; null where the table lacks it and it does not follow from others.</summary>
    /// <param name="name">One of <see cref="JetColumns"/>.</param>
    public float[]? Of(string name) => name switch
    {
        JetColumns.Flavour => Given(name) is { } flavour ? Array.ConvertAll(flavour, Math.Abs) : Zeros(),
        JetColumns.TruthPt or JetColumns.TruthEta or JetColumns.TruthPhi or JetColumns.TruthEnergy =>
            Matched(Given(name) ?? Partner(name), 0),
        JetColumns.TruthDistance => Matched(Given(name) ?? TruthDistance(), -1),
        JetColumns.TruthIsolation => Given(name) ?? Rows(_ => Alone),
        _ => Given(name) ?? Derived(name),
    };

    private float[]? Derived(string name) => name switch
    {
        JetColumns.Rank => Rows(row => Neighbours(row).Count(other => Before(other, row))),
        JetColumns.Phi => Zeros(),
        JetColumns.Energy => Rows(row => _pt[row] * Math.Cosh(_eta[row])),
        JetColumns.DetectorEta => _eta,
        JetColumns.Isolation when Given(JetColumns.Phi) is { } phi => Rows(row => IsolationOf(row, phi)),
        JetColumns.Isolation => Rows(_ => Alone),
        _ => null,
    };

    // Where only the momentum of the partner is known it is taken to fly in the same direction.
    private float[] Partner(string name) => name switch
    {
        JetColumns.TruthEta => _eta,
        JetColumns.TruthPhi => Given(JetColumns.Phi) ?? Zeros(),
        JetColumns.TruthEnergy when Given(JetColumns.TruthPt) is { } pt && Of(JetColumns.TruthEta) is { } eta =>
            Rows(row => pt[row] * Math.Cosh(eta[row])),
        _ => Zeros(),
    };

    private float[] TruthDistance()
    {
        (float[] phi, float[] truthEta) = (Of(JetColumns.Phi)!, Of(JetColumns.TruthEta)!);
        float[] truthPhi = Of(JetColumns.TruthPhi)!;
        return Rows(row => EtaPhi.DeltaR(_eta[row], phi[row], truthEta[row], truthPhi[row]));
    }

    private float[]? Given(string name) => _jets.Has(name) ? _jets.Floats(name) : null;

    private float[] Matched(float[] values, double otherwise) =>
        Rows(row => _isMatched[row] ? values[row] : otherwise);

    private float[] Zeros() => new float[_jets.RowCount];

    private float[] Rows(Func<int, double> of)
    {
        var values = new float[_jets.RowCount];
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = (float)of(row);
        }

        return values;
    }

    private bool Before(int other, int row) => _pt[other] > _pt[row] || (_pt[other] == _pt[row] && other < row);

    private IEnumerable<int> Neighbours(int row)
    {
        for (int other = _firsts[row]; other < _firsts.Length && _firsts[other] == _firsts[row]; other++)
        {
            if (other != row)
            {
                yield return other;
            }
        }
    }

    private double IsolationOf(int row, float[] phi)
    {
        double nearest = Alone;
        foreach (int other in Neighbours(row).Where(other => _pt[other] >= NeighbourPtMin))
        {
            nearest = Math.Min(nearest, EtaPhi.DeltaR(_eta[row], phi[row], _eta[other], phi[other]));
        }

        return nearest;
    }

    // Of each row the first row of its event.
    private static int[] Firsts(long[] events, long[] passes)
    {
        var firsts = new int[events.Length];
        for (int row = 1; row < firsts.Length; row++)
        {
            bool isSame = events[row] == events[row - 1] && passes[row] == passes[row - 1];
            firsts[row] = isSame ? firsts[row - 1] : row;
        }

        return firsts;
    }
}
