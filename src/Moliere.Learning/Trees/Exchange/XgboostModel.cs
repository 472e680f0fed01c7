namespace Moliere.Learning.Trees.Exchange;

/// <summary>What a model file of XGBoost holds.</summary>
/// <param name="Trees">The model itself.</param>
/// <param name="Attributes">Free text by key; XGBoost keeps it, and puts <c>best_iteration</c> there.</param>
public sealed record XgboostModel(BoostedTrees Trees, IReadOnlyDictionary<string, string> Attributes);
