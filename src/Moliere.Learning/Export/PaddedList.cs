using Moliere.Formats.Onnx;

namespace Moliere.Learning.Export;

/// <summary>A ragged list of points as a graph sees it: padded to one length, with the true lengths beside.</summary>
/// <param name="Points">float [N, L, P]; what stands behind the true length has no effect.</param>
/// <param name="Counts">int64 [N], from 0 to L.</param>
/// <param name="Length">L, at least 1.</param>
public sealed record PaddedList(OnnxSymbol Points, OnnxSymbol Counts, int Length)
{
    /// <summary>float [N, L, 1]: 1 for points, 0 for padding.</summary>
    internal OnnxSymbol Mask()
    {
        OnnxSymbol places = Points.Builder.Integers([.. Enumerable.Range(0, Length).Select(place => (long)place)]);
        return places.Test("Less", Counts.Unsqueeze(1)).To(OnnxType.Float).Unsqueeze(2);
    }
}
