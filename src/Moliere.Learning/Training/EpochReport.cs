namespace Moliere.Learning.Training;

/// <summary>Progress after an epoch.</summary>
/// <param name="Record">Losses and learning rate.</param>
/// <param name="Epochs">Epochs planned; training may stop earlier.</param>
/// <param name="RowsPerSecond">
/// Training rows per second in this epoch, validation included; varies from run to run.
/// </param>
public sealed record EpochReport(EpochRecord Record, int Epochs, double RowsPerSecond);
