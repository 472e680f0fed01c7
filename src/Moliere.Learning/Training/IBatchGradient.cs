namespace Moliere.Learning.Training;

/// <summary>
/// Loss and gradient of a batch at the network's present parameters, by a team of threads: the same bits for any
/// number of them, and no allocation once the largest batch has been seen.
/// </summary>
internal interface IBatchGradient : IDisposable
{
    /// <summary>
    /// Weighted loss sum over the batch plus prior terms, and the gradient of both, with its length limited.
    /// </summary>
    /// <param name="batch">Rows.</param>
    /// <param name="step">
    /// Number of the optimiser step since the start of the training: noise depends on it, so that a resumed training
    /// draws the same.
    /// </param>
    /// <param name="clipNorm">Largest norm of the gradient (of each member); 0 for no limit.</param>
    /// <param name="gradient">As long as the parameters; filled.</param>
    /// <returns>NaN where loss or gradient are not finite.</returns>
    public double LossAndGradient(in RowBatch batch, long step, double clipNorm, Span<float> gradient);

    /// <summary>
    /// After a step of the optimiser with the last gradient: running statistics take in what the batch showed. Nothing
    /// for networks without such.
    /// </summary>
    public void Settle()
    {
    }

    /// <summary>Weighted loss sum over validation rows, without prior terms.</summary>
    public double Loss(in RowBatch batch);
}
