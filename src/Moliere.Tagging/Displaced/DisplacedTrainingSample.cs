using Moliere.Data.Tables;

namespace Moliere.Tagging.Displaced;

/// <summary>Where the network learns and where it is held to data.</summary>
/// <param name="Training">Simulated jets of the three classes to learn from.</param>
/// <param name="Validation">The same to judge epochs by.</param>
/// <param name="Control">Jets of the control region, data and simulation, that the adversary learns from.</param>
/// <param name="ControlValidation">The same to judge epochs by.</param>
public sealed record DisplacedTrainingSample(Table Training, Table Validation, Table Control, Table ControlValidation);
