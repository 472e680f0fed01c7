namespace Moliere.Numerics.Autodiff;

/// <summary>One list of points that every object of a batch brings along, as a tape knows it.</summary>
/// <param name="Points">The points [M, P], object by object, without the feature that weighs them, if any.</param>
/// <param name="Width">Features P of a point as data have them, weight included; at least 1.</param>
/// <param name="WeightColumn">Which of the P features weighs a point instead of describing it; null for none.</param>
/// <param name="IsSequence">
/// Whether points stay in the order they come in; otherwise they are a set, and whoever fills a workspace sorts them.
/// </param>
public sealed record PointList(Value Points, int Width, int? WeightColumn, bool IsSequence);
