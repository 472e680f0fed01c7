using Moliere.Formats.Onnx;
using Moliere.Learning.Models;

namespace Moliere.Learning.Export;

/// <summary>What <see cref="NetworkPrediction"/> holds, as values of a graph of double precision.</summary>
public sealed record SymbolicPrediction
{
    /// <summary>The predicted distribution of each row, [N, K].</summary>
    public required SymbolicMixture Mixture { get; init; }

    /// <summary>Mean over draws or members of their means, [N].</summary>
    public required OnnxSymbol Mean { get; init; }

    /// <summary>What more training data would cure, [N]; null for a single network.</summary>
    public OnnxSymbol? SigmaStat { get; init; }

    /// <summary>Spread that more data would not cure, [N]; null for networks that predict a point.</summary>
    public OnnxSymbol? SigmaSyst { get; init; }

    /// <summary>One value per row, [N].</summary>
    /// <param name="central">Which; a point prediction has only its mean.</param>
    public OnnxSymbol Value(CentralValue central) => SigmaSyst is null ? Mean : central switch
    {
        CentralValue.Mode => Mixture.Mode(),
        CentralValue.Median => Mixture.Median(),
        _ => Mean,
    };
}
