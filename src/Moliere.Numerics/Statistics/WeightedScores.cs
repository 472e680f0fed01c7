namespace Moliere.Numerics.Statistics;

/// <summary>A sample of scores in rising order with their weights.</summary>
internal sealed class WeightedScores
{
    private readonly float[] _scores;
    private readonly float[] _weights;

    public WeightedScores(ReadOnlySpan<float> scores, ReadOnlySpan<float> weights)
    {
        if (scores.IsEmpty)
        {
            throw new ArgumentException("A sample without members cannot be compared.", nameof(scores));
        }

        if (!weights.IsEmpty && weights.Length != scores.Length)
        {
            throw new ArgumentException($"{weights.Length} weights for {scores.Length} scores.", nameof(weights));
        }

        _scores = scores.ToArray();
        _weights = weights.IsEmpty ? new float[scores.Length] : weights.ToArray();
        if (weights.IsEmpty)
        {
            Array.Fill(_weights, 1);
        }

        Check();
        Array.Sort(_scores, _weights);
    }

    public int Count => _scores.Length;

    public double Sum { get; private set; }

    public float Score(int rank) => _scores[rank];

    public float Weight(int rank) => _weights[rank];

    private void Check()
    {
        int wrong = Array.FindIndex(_scores, score => !float.IsFinite(score));
        if (wrong >= 0)
        {
            throw new ArgumentException($"Score {wrong} is {_scores[wrong]}; scores must be finite.");
        }

        foreach (float weight in _weights)
        {
            Sum += weight;
        }

        if (!(Sum > 0))
        {
            throw new ArgumentException($"The weights sum to {Sum}; a positive sum is needed.");
        }
    }
}
