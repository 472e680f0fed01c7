using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Moliere.Learning.Trees.Exchange;

/// <summary>Prints a model as XGBoost 1.7.4 does, member by member in the order of the alphabet.</summary>
internal static class XgboostWriter
{
    // Signs such as '<' stay as they are: XGBoost does not decode escapes.
    private static readonly JsonWriterOptions s_style = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] s_empty =
        ["categories", "categories_nodes", "categories_segments", "categories_sizes"];

    public static byte[] ToBytes(BoostedTrees model, IReadOnlyDictionary<string, string> attributes)
    {
        Require(model, attributes);
        TreeObjective carrier = XgboostObjective.Carrier(model.Objective);
        float? baseScore = XgboostObjective.BaseScore(carrier, model.Start);
        var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content, s_style))
        {
            json.WriteStartObject();
            json.WriteStartObject("learner");
            WriteAttributes(json, model.Objective, baseScore is null, attributes);
            WriteTexts(json, "feature_names", model.Features);
            WriteTexts(json, "feature_types", []);
            WriteBooster(json, model, baseScore is null ? StartTrees(model.Start) : []);
            WriteParameters(json, model, baseScore ?? (carrier == TreeObjective.Logistic ? 0.5f : 0));
            WriteObjective(json, carrier, model.MarginCount);
            json.WriteEndObject();
            WriteWholes(json, "version", [1, 7, 4]);
            json.WriteEndObject();
        }

        return content.ToArray();
    }

    private static void Require(BoostedTrees model, IReadOnlyDictionary<string, string> attributes)
    {
        int margins = model.MarginCount;
        bool hasSeveral = XgboostObjective.Carrier(model.Objective) == TreeObjective.MultiClass;
        if (margins == 0 || hasSeveral != (margins > 1) || model.Trees.Count % margins != 0)
        {
            throw new ArgumentException(
                $"{model.Objective} with {margins} margins and {model.Trees.Count} trees is not whole rounds.",
                nameof(model));
        }

        if (Array.FindIndex(model.Start, start => !float.IsFinite(start)) is >= 0 and int k)
        {
            throw new ArgumentException($"Margin {k} starts at {model.Start[k]}, not at a number.", nameof(model));
        }

        if (attributes.Keys.FirstOrDefault(key => key.StartsWith("moliere_", StringComparison.Ordinal)) is { } own)
        {
            throw new ArgumentException($"The attribute '{own}' begins with 'moliere_'.", nameof(attributes));
        }
    }

    // A base score is one number for all margins, and for probabilities not every start has one: lone leaves say it.
    private static Tree[] StartTrees(float[] start) =>
    [
        .. start.Select(value => new Tree
        {
            Feature = [-1], Threshold = [0], Left = [-1], Right = [-1], MissingLeft = [false],
            Value = [value], Gain = [0], Cover = [0],
        }),
    ];

    private static void WriteAttributes(
        Utf8JsonWriter json, TreeObjective objective, bool hasStartTrees, IReadOnlyDictionary<string, string> more)
    {
        var all = new SortedDictionary<string, string>(more.ToDictionary(), StringComparer.Ordinal);
        if (XgboostObjective.Carrier(objective) != objective)
        {
            all[XgboostObjective.Attribute] = objective.ToString();
        }

        if (hasStartTrees)
        {
            all[XgboostObjective.StartAttribute] = XgboostObjective.FirstTrees;
        }

        json.WriteStartObject("attributes");
        foreach ((string key, string value) in all)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    private static void WriteBooster(Utf8JsonWriter json, BoostedTrees model, Tree[] startTrees)
    {
        Tree[] trees = [.. startTrees, .. model.Trees];
        json.WriteStartObject("gradient_booster");
        json.WriteStartObject("model");
        json.WriteStartObject("gbtree_model_param");
        WriteCount(json, "num_parallel_tree", 1);
        WriteCount(json, "num_trees", trees.Length);
        WriteCount(json, "size_leaf_vector", 0);
        json.WriteEndObject();
        WriteWholes(json, "tree_info", [.. Enumerable.Range(0, trees.Length).Select(t => t % model.MarginCount)]);
        json.WriteStartArray("trees");
        for (int t = 0; t < trees.Length; t++)
        {
            WriteTree(json, trees[t], t, model.Features.Count);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteString("name", "gbtree");
        json.WriteEndObject();
    }

    private static void WriteTree(Utf8JsonWriter json, Tree tree, int id, int features)
    {
        int count = tree.NodeCount;
        json.WriteStartObject();
        WriteReals(json, "base_weights", tree.Value);
        foreach (string name in s_empty)
        {
            WriteWholes(json, name, []);
        }

        WriteWholes(json, "default_left", [.. tree.MissingLeft.Select(isLeft => isLeft ? 1 : 0)]);
        json.WriteNumber("id", id);
        WriteWholes(json, "left_children", Children(tree, tree.Left));
        WriteReals(json, "loss_changes", tree.Gain);
        WriteWholes(json, "parents", Parents(tree));
        WriteWholes(json, "right_children", Children(tree, tree.Right));
        WriteReals(json, "split_conditions", [.. tree.Feature.Select((feature, node) =>
            feature < 0 ? tree.Value[node] : tree.Threshold[node])]);
        WriteWholes(json, "split_indices", [.. tree.Feature.Select(feature => Math.Max(0, feature))]);
        WriteWholes(json, "split_type", new int[count]);
        WriteReals(json, "sum_hessian", tree.Cover);
        json.WriteStartObject("tree_param");
        WriteCount(json, "num_deleted", 0);
        WriteCount(json, "num_feature", features);
        WriteCount(json, "num_nodes", count);
        WriteCount(json, "size_leaf_vector", 0);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static int[] Children(Tree tree, int[] children) =>
        [.. children.Select((child, node) => tree.Feature[node] < 0 ? -1 : child)];

    private static int[] Parents(Tree tree)
    {
        int[] parents = new int[tree.NodeCount];
        parents[0] = int.MaxValue;
        for (int node = 0; node < parents.Length; node++)
        {
            if (tree.Feature[node] >= 0)
            {
                (parents[tree.Left[node]], parents[tree.Right[node]]) = (node, node);
            }
        }

        return parents;
    }

    private static void WriteParameters(Utf8JsonWriter json, BoostedTrees model, float baseScore)
    {
        json.WriteStartObject("learner_model_param");
        json.WriteString("base_score", Print(baseScore));
        json.WriteString("boost_from_average", "0");
        WriteCount(json, "num_class", model.MarginCount > 1 ? model.MarginCount : 0);
        WriteCount(json, "num_feature", model.Features.Count);
        WriteCount(json, "num_target", 1);
        json.WriteEndObject();
    }

    private static void WriteObjective(Utf8JsonWriter json, TreeObjective carrier, int margins)
    {
        (string Group, string Key, int Value) parameter = carrier switch
        {
            TreeObjective.Huber => ("pseudo_huber_param", "huber_slope", 1),
            TreeObjective.MultiClass => ("softmax_multiclass_param", "num_class", margins),
            _ => ("reg_loss_param", "scale_pos_weight", 1),
        };
        json.WriteStartObject("objective");
        json.WriteString("name", XgboostObjective.NameOf(carrier));
        json.WriteStartObject(parameter.Group);
        WriteCount(json, parameter.Key, parameter.Value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteCount(Utf8JsonWriter json, string name, int value) =>
        json.WriteString(name, value.ToString(CultureInfo.InvariantCulture));

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteWholes(Utf8JsonWriter json, string name, int[] values)
    {
        json.WriteStartArray(name);
        foreach (int value in values)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteReals(Utf8JsonWriter json, string name, float[] values)
    {
        json.WriteStartArray(name);
        foreach (float value in values)
        {
            json.WriteRawValue(Print(value), skipInputValidation: true);
        }

        json.WriteEndArray();
    }

    // The fewest digits that read back to the same float; a number without an exponent or point is an integer to
    // XGBoost and refused.
    private static string Print(float value)
    {
        string text = value.ToString(CultureInfo.InvariantCulture);
        return !float.IsFinite(value) || text.AsSpan().ContainsAny('.', 'E') ? text : text + "E0";
    }
}
