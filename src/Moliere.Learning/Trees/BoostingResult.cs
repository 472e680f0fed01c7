using Moliere.Learning.Training;

namespace Moliere.Learning.Trees;

/// <summary>What a boosting leaves behind.</summary>
/// <param name="Model">The trees up to the best round on the validation rows; all trees without such rows.</param>
/// <param name="Training">
/// Why it ended, and one record per round (an epoch there): the training loss before the trees of the round, the
/// validation loss after them, NaN without validation rows.
/// </param>
public sealed record BoostingResult(BoostedTrees Model, TrainingResult Training);
