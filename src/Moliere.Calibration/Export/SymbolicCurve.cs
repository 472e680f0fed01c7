using Moliere.Calibration.Closure;
using Moliere.Formats.Onnx;

namespace Moliere.Calibration.Export;

/// <summary>
/// Curves of cubic pieces, one curve per bin, as nodes: every piece is evaluated at every point, and the one that the
/// point lies in is kept. Constants are in double precision, [M] for M pieces of all curves.
/// </summary>
internal sealed class SymbolicCurve
{
    private readonly OnnxSymbol _bin;
    private readonly OnnxSymbol _lower;
    private readonly OnnxSymbol _upper;
    private readonly OnnxSymbol _left;
    private readonly OnnxSymbol _length;
    private readonly OnnxSymbol[] _factors;

    private SymbolicCurve(OnnxBuilder graph, string name, IReadOnlyList<Piece> pieces)
    {
        (_bin, _lower) = (Row("bin", piece => piece.Bin), Row("lower", piece => piece.Lower));
        (_upper, _left) = (Row("upper", piece => piece.Upper), Row("left", piece => piece.Left));
        _length = Row("length", piece => piece.Length);
        _factors = [.. Enumerable.Range(0, 4).Select(i => Row($"factor{i}", piece => piece.Factors[i]))];

        OnnxSymbol Row(string part, Func<Piece, double> of) =>
            graph.Constant(OnnxTensor.Of($"{name}_{part}", [.. pieces.Select(of)], pieces.Count));
    }

    /// <summary>One pass of a closure.</summary>
    public static SymbolicCurve Of(OnnxBuilder graph, string name, IReadOnlyList<ClosureCurve> curves) =>
        new(graph, name, [.. curves.SelectMany((curve, bin) => Pieces(bin, curve.LogStart, curve.ToPieces()))]);

    /// <summary>The factor on uncertainties: straight lines.</summary>
    public static SymbolicCurve Of(OnnxBuilder graph, string name, SpreadScale spread)
    {
        (double[] x, double[] y) = (spread.LogPt, spread.Factors);
        return x.Length == 1
            ? new(graph, name, Pieces(0, [x[0], x[0] + 1], [[y[0], 0, 0, 0]]))
            : new(graph, name, Pieces(0, x, [.. y[1..].Select((value, i) => new[] { y[i], value - y[i], 0, 0 })]));
    }

    /// <summary>Values at points [N, 1] in bins [N, 1]; [N, 1].</summary>
    /// <param name="x">Points, doubles.</param>
    /// <param name="bin">Number of the curve of each point, double.</param>
    /// <param name="rises">Whether the curve goes on with slope 1 beyond its ends, or stays constant.</param>
    public OnnxSymbol At(OnnxSymbol x, OnnxSymbol bin, bool rises)
    {
        OnnxSymbol free = (x - _left) / _length;
        OnnxSymbol t = free.With("Max", x.Number(0)).With("Min", x.Number(1));
        OnnxSymbol value = _factors[0] + (t * (_factors[1] + (t * (_factors[2] + (t * _factors[3])))));
        OnnxSymbol whole = rises ? value + ((free - t) * _length) : value;
        OnnxSymbol isHere = bin.Test("Equal", _bin) & !(x < _lower) & (x < _upper);
        return whole.Where(isHere, x.Number(0)).Sum(-1, isKept: true);
    }

    private static Piece[] Pieces(int bin, double[] knots, double[][] factors) =>
    [
        .. factors.Select((own, i) => new Piece(
            bin, i == 0 ? double.NegativeInfinity : knots[i],
            i == factors.Length - 1 ? double.PositiveInfinity : knots[i + 1],
            knots[i], knots[i + 1] - knots[i], own)),
    ];

    private sealed record Piece(int Bin, double Lower, double Upper, double Left, double Length, double[] Factors);
}
