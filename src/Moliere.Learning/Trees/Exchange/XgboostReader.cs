using System.Text.Json;

namespace Moliere.Learning.Trees.Exchange;

/// <summary>The model around the trees: versions, objective, features, order of the trees.</summary>
internal static class XgboostReader
{
    // More features than that are a damaged file; names would fill the memory.
    private const int MostFeatures = 1_000_000;

    public static XgboostModel Read(PlacedElement root)
    {
        RequireVersion(root);
        PlacedElement learner = root.Member("learner"), parameters = learner.Member("learner_model_param");
        PlacedElement model = Booster(learner).Member("model");
        Dictionary<string, string> attributes = Attributes(learner);
        int features = parameters.Member("num_feature").Whole(0, MostFeatures);
        int margins = Math.Max(1, parameters.Member("num_class").Whole(0, MostFeatures));
        parameters.TryMember("num_target")?.Whole(0, 1);
        (TreeObjective carrier, TreeObjective objective) = Objective(learner, margins, attributes);
        Tree[] trees = InRounds(model, margins, Trees(model, features));
        float[] start = new float[margins];
        Array.Fill(start, XgboostObjective.Margin(carrier, BaseScore(parameters, carrier)));
        trees = TakeStart(trees, start, attributes);
        var read = new BoostedTrees
        {
            Trees = trees,
            Objective = objective,
            Start = start,
            Features = Names(learner, features),
        };
        return new XgboostModel(read, attributes);
    }

    private static void RequireVersion(PlacedElement root)
    {
        PlacedElement version = root.Member("version");
        int[] numbers = version.Wholes(3, 0, int.MaxValue);
        if (numbers is not [1, 7, _])
        {
            throw version.Broken(
                $"version {string.Join('.', numbers)}", "1.7", "read it with XGBoost 1.7 and save it again");
        }
    }

    private static PlacedElement Booster(PlacedElement learner)
    {
        PlacedElement booster = learner.Member("gradient_booster"), name = booster.Member("name");
        return name.Text() == "gbtree" ? booster : throw name.Broken(
            $"the booster '{name.Text()}'", "'gbtree'", "only plain sums of trees can be read");
    }

    private static Dictionary<string, string> Attributes(PlacedElement learner)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        if (learner.TryMember("attributes") is { } all)
        {
            foreach (JsonProperty attribute in all.Value.ValueKind == JsonValueKind.Object
                ? all.Value.EnumerateObject() : throw all.Broken("something else", "an object"))
            {
                attributes[attribute.Name] = all.Member(attribute.Name).Text();
            }
        }

        return attributes;
    }

    private static (TreeObjective Carrier, TreeObjective Objective) Objective(
        PlacedElement learner, int margins, Dictionary<string, string> attributes)
    {
        PlacedElement name = learner.Member("objective").Member("name");
        TreeObjective carrier = XgboostObjective.Find(name.Text())
            ?? throw name.Broken($"'{name.Text()}'", $"one of {XgboostObjective.KnownNames}");
        if (margins > 1 != (carrier == TreeObjective.MultiClass))
        {
            throw name.Broken($"'{name.Text()}' with {margins} classes", "several classes for 'multi:' alone");
        }

        if (!attributes.Remove(XgboostObjective.Attribute, out string? own))
        {
            return (carrier, carrier);
        }

        return Enum.TryParse(own, out TreeObjective objective) && XgboostObjective.Carrier(objective) == carrier
            && (objective != TreeObjective.Gaussian || margins == 2)
            ? (carrier, objective)
            : throw name.Broken(
                $"'{name.Text()}' with the attribute {XgboostObjective.Attribute} '{own}'", "what fits together");
    }

    private static float BaseScore(PlacedElement parameters, TreeObjective carrier)
    {
        PlacedElement score = parameters.Member("base_score");
        float value = score.Real();
        bool isProbability = carrier == TreeObjective.Logistic;
        return float.IsFinite(value) && (!isProbability || value is > 0 and < 1)
            ? value : throw score.Broken($"{value}", isProbability ? "a probability" : "a finite number");
    }

    private static string[] Names(PlacedElement learner, int features)
    {
        if (learner.TryMember("feature_names") is not { Count: > 0 } names)
        {
            return [.. Enumerable.Range(0, features).Select(f => $"f{f}")];
        }

        string[] texts = names.Texts();
        return texts.Length != features ? throw names.Broken($"{texts.Length} names", $"{features}")
            : texts.Distinct().Count() == features ? texts : throw names.Broken("a name twice", "names that differ");
    }

    private static Tree[] Trees(PlacedElement model, int features)
    {
        PlacedElement trees = model.Member("trees");
        var read = new Tree[trees.Count];
        model.Member("gbtree_model_param").Member("num_trees").Whole(read.Length, read.Length);
        for (int t = 0; t < read.Length; t++)
        {
            read[t] = XgboostTreeReader.Read(trees.Item(t, "tree"), features);
        }

        return read;
    }

    // XGBoost says which margin a tree adds to; a round may hold several trees of each. Per margin the order stays.
    private static Tree[] InRounds(PlacedElement model, int margins, Tree[] trees)
    {
        PlacedElement info = model.Member("tree_info");
        int[] groups = info.Wholes(trees.Length, 0, margins - 1);
        List<Tree>[] perMargin = [.. Enumerable.Range(0, margins).Select(_ => new List<Tree>())];
        for (int t = 0; t < trees.Length; t++)
        {
            perMargin[groups[t]].Add(trees[t]);
        }

        if (perMargin.Any(list => list.Count != perMargin[0].Count))
        {
            throw info.Broken("classes with different numbers of trees", "equally many for each");
        }

        return [.. Enumerable.Range(0, trees.Length).Select(t => perMargin[t % margins][t / margins])];
    }

    private static Tree[] TakeStart(Tree[] trees, float[] start, Dictionary<string, string> attributes)
    {
        int margins = start.Length;
        if (!attributes.Remove(XgboostObjective.StartAttribute) || trees.Length < margins
            || trees.Take(margins).Any(tree => tree.NodeCount > 1))
        {
            return trees;
        }

        for (int k = 0; k < margins; k++)
        {
            start[k] += trees[k].Value[0];
        }

        return trees[margins..];
    }
}
