using Moliere.Learning.Losses;
using Moliere.Learning.Training;

namespace Moliere.Tests.Learning.Training;

/// <summary>
/// Pairs whose two outputs should agree while the mean output stays where the context says: a loss that is no sum over
/// rows, since it has the root mean square of the differences.
/// </summary>
internal sealed class PairLoss(double floor = double.NegativeInfinity, int patience = 2) : CoupledLoss
{
    public override int OutputCount => 1;

    public override string Identity => $"pairs {floor}";

    public override int ComplaintPatience => patience;

    public override double Evaluate(in CoupledBatch batch, Span<float> gradients)
    {
        double squares = 0, shift = 0;
        for (int i = 0; i < batch.Count; i += 2)
        {
            double difference = batch.Output(i)[0] - batch.Output(i + 1)[0];
            squares += difference * difference;
            shift += batch.Output(i)[0] + batch.Output(i + 1)[0] - batch.Context(i)[0] - batch.Context(i + 1)[0];
        }

        double width = Math.Sqrt(squares / batch.Count), mean = shift / batch.Count;
        for (int i = 0; i < batch.Count; i++)
        {
            double difference = batch.Output(i)[0] - batch.Output(i ^ 1)[0];
            gradients[i] = (float)((difference / (width * batch.Count)) + (2 * mean / batch.Count));
        }

        return width + (mean * mean);
    }

    public override Verdict Judge(in CoupledBatch rows)
    {
        double loss = Evaluate(rows, new float[rows.Count]);
        return new(loss) { Complaint = loss < floor ? $"below {floor}" : null, Measures = [loss, rows.Count] };
    }
}

internal static class PairToy
{
    /// <summary>Pairs from rows with three features.</summary>
    public static CoupledRows Make(int rows, ulong stream) =>
        Of(SyntheticRows.Make(rows, stream));

    public static CoupledRows Of(TrainingRows rows) =>
        new(rows, 2, [.. Enumerable.Range(0, rows.RowCount).Select(i => (i % 7) / 7f)], 1);
}
