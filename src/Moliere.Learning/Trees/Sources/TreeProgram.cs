namespace Moliere.Learning.Trees.Sources;

/// <summary>What a program in any language needs: names, notes, and all trees in three arrays.</summary>
internal sealed class TreeProgram
{
    private const int LineWidth = 110;

    private readonly List<int> _roots = [];
    private readonly List<int> _slots = [];
    private readonly List<int> _left = [];
    private readonly List<float> _numbers = [];

    public TreeProgram(BoostedTrees model, string name, IReadOnlyList<string> notes)
    {
        Model = model;
        Name = Identifiers.Of([name])[0];
        FileName = name;
        Features = Identifiers.Of(model.Features);
        Notes = [.. notes.Select(Identifiers.Printable)];
        for (int t = 0; t < model.Trees.Count; t++)
        {
            Add(model.Trees[t], t);
        }
    }

    public BoostedTrees Model { get; }

    /// <summary>An identifier in every language.</summary>
    public string Name { get; }

    public string FileName { get; }

    /// <summary>Identifiers of the features.</summary>
    public string[] Features { get; }

    /// <summary>Sentences of printable ASCII.</summary>
    public string[] Notes { get; }

    /// <summary>Node with which each tree begins.</summary>
    public IReadOnlyList<int> Roots => _roots;

    /// <summary>Twice the feature of a node, plus one where rows without it go right; -1 for a leaf.</summary>
    public IReadOnlyList<int> Slots => _slots;

    /// <summary>Left child of a node, which the right one follows; 0 for a leaf.</summary>
    public IReadOnlyList<int> Left => _left;

    /// <summary>Threshold of a node, value of a leaf.</summary>
    public IReadOnlyList<float> Numbers => _numbers;

    /// <summary>What the program's second function gives.</summary>
    public string Meaning => Model.Objective switch
    {
        TreeObjective.Logistic => "the probability of class 1",
        TreeObjective.MultiClass => "the probability of each class",
        TreeObjective.Gaussian => "mean and standard deviation",
        TreeObjective.Quantile => "the quantile",
        _ => "the value",
    };

    /// <summary>Elements as lines of a list; one unused element for an empty list, which no language forbids.</summary>
    public static string Lines<T>(IEnumerable<T> elements, Func<T, string> print, string indent, string empty)
    {
        List<string> lines = [indent];
        foreach (string text in elements.Select(print).DefaultIfEmpty(empty))
        {
            if (lines[^1].Length + text.Length > LineWidth)
            {
                lines.Add(indent);
            }

            lines[^1] += $"{(lines[^1].Length == indent.Length ? "" : " ")}{text},";
        }

        return string.Join('\n', lines);
    }

    // Level by level, so that the two children of a node are neighbours.
    private void Add(Tree tree, int number)
    {
        int first = _slots.Count;
        _roots.Add(first);
        List<int> order = [0];
        for (int i = 0; i < order.Count; i++)
        {
            int node = order[i], feature = tree.Feature[node];
            Require(tree, number, feature, order.Count);
            _slots.Add(feature < 0 ? -1 : (2 * feature) + (tree.MissingLeft[node] ? 0 : 1));
            _numbers.Add(feature < 0 ? tree.Value[node] : tree.Threshold[node]);
            _left.Add(feature < 0 ? 0 : first + order.Count);
            order.AddRange(feature < 0 ? [] : [tree.Left[node], tree.Right[node]]);
        }
    }

    private void Require(Tree tree, int number, int feature, int reached)
    {
        if (feature >= Model.Features.Count || reached > tree.NodeCount)
        {
            throw new ArgumentException(
                reached > tree.NodeCount
                    ? $"Tree {number} reaches a node twice."
                    : $"Tree {number} splits by feature {feature} of {Model.Features.Count}.");
        }
    }
}
