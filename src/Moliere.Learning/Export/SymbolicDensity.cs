using Moliere.Formats.Onnx;

namespace Moliere.Learning.Export;

/// <summary>
/// Density of a mixture of normal densities at points, with what does not depend on the point made only once.
/// </summary>
internal sealed class SymbolicDensity
{
    private readonly OnnxSymbol _means;
    private readonly OnnxSymbol _inverse;
    private readonly OnnxSymbol _precision;
    private readonly OnnxSymbol _height;
    private readonly OnnxSymbol _halfShare;

    /// <summary>Shares, means and sigmas broadcast against points whose last axis has length 1.</summary>
    public SymbolicDensity(OnnxSymbol shares, OnnxSymbol means, OnnxSymbol sigmas)
    {
        _means = means;
        _inverse = sigmas.Number(1) / sigmas;
        _precision = _inverse * _inverse;
        _height = shares * _inverse * (1 / Math.Sqrt(2 * Math.PI));
        _halfShare = shares * 0.5;
    }

    /// <summary>f(x), [.., 1].</summary>
    public OnnxSymbol At(OnnxSymbol x) => Parts((x - _means) * _inverse).Sum(-1, isKept: true);

    /// <summary>f, f', f'' and the precision by which f' is divided in a fixed-point step, [.., 1] each.</summary>
    public (OnnxSymbol Density, OnnxSymbol First, OnnxSymbol Second, OnnxSymbol Precision) Slope(OnnxSymbol x)
    {
        OnnxSymbol pull = (x - _means) * _inverse, parts = Parts(pull), precise = parts * _precision;
        OnnxSymbol precision = precise.Sum(-1, isKept: true);
        OnnxSymbol first = (parts * pull * _inverse).Sum(-1, isKept: true) * -1;
        OnnxSymbol second = (precise * pull * pull).Sum(-1, isKept: true) - precision;
        return (parts.Sum(-1, isKept: true), first, second, precision);
    }

    /// <summary>Probability below x less one half, [.., 1]: half the shares' sum of erf(pull / sqrt 2).</summary>
    public OnnxSymbol SignedProbability(OnnxSymbol x)
    {
        OnnxSymbol argument = (x - _means) * _inverse * Math.Sqrt(0.5);
        OnnxSymbol erf = argument.To(OnnxType.Float).Through("Erf").To(OnnxType.Double);
        return (_halfShare * erf).Sum(-1, isKept: true);
    }

    private OnnxSymbol Parts(OnnxSymbol pull) => _height * (pull * pull * -0.5).Through("Exp");
}
