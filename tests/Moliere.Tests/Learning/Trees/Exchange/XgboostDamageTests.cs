using System.Text;
using System.Text.Json.Nodes;
using Moliere.Formats.Bytes;
using Moliere.Learning.Trees.Exchange;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Learning.Trees.Exchange;

public sealed class XgboostDamageTests
{
    private const string Tree = "learner > gradient_booster > model > trees > tree 1";

    [Theory]
    [InlineData("dart", "(learner > gradient_booster > name): found the booster 'dart', expected 'gbtree'; only")]
    [InlineData("linear", "(learner > gradient_booster > name): found the booster 'gblinear', expected 'gbtree'")]
    [InlineData("poisson", "(learner > objective > name): found 'count:poisson', expected one of reg:squarederror,")]
    [InlineData("categorical", "> split_type > entry 0): found a split by categories, expected splits by numbers")]
    public void OtherKindsOfModels_AreRefusedByName(string kind, string expected) =>
        AssertRefused(XgboostFixtures.PathOf("refused-" + kind), expected);

    [Theory]
    [InlineData("version", "[2,0,3]", "(version): found version 2.0.3, expected 1.7; read it with XGBoost 1.7")]
    [InlineData("learner/learner_model_param/num_feature", "\"x\"", "num_feature): found 'x', expected a whole")]
    [InlineData("learner/learner_model_param/num_feature", "\"4\"", "(learner > feature_names): found 5 names, exp")]
    [InlineData("learner/learner_model_param/num_class", "\"3\"", "found 'reg:pseudohubererror' with 3 classes")]
    [InlineData("learner/learner_model_param/num_target", "\"2\"", "num_target): found '2', expected a whole number")]
    [InlineData("learner/learner_model_param/base_score", "\"inf\"", "base_score): found 'inf', expected a number")]
    [InlineData("learner/feature_names/1", "\"pt\"", "(learner > feature_names): found a name twice, expected")]
    [InlineData("learner/feature_names/1", "7", "(learner > feature_names > entry 1): found 7, expected a text")]
    [InlineData("learner/attributes", "[]", "(learner > attributes): found something else, expected an object")]
    [InlineData("learner/attributes", "{\"moliere_objective\":\"Gaussian\"}", "the attribute moliere_objective 'Gauss")]
    [InlineData("learner", "3", "(learner): found 3, expected an object with 'learner_model_param'")]
    [InlineData("*/tree_info/0", "1", "> model > tree_info > entry 0): found 1, expected a whole number from 0 to 0")]
    [InlineData("*/gbtree_model_param/num_trees", "\"7\"", "num_trees): found '7', expected a whole number from 6")]
    [InlineData("*/trees/1/left_children/0", "0", Tree + " > left_children > entry 0): found child 0, which has")]
    [InlineData("*/trees/1/right_children/0", "1", Tree + " > right_children > entry 0): found child 1, which has")]
    [InlineData("*/trees/1/right_children/0", "-1", Tree + " > right_children > entry 0): found one child, expec")]
    [InlineData("*/trees/1/right_children/0", "99", Tree + " > right_children > entry 0): found 99, expected a w")]
    [InlineData("*/trees/1/parents/1", "4", Tree + " > parents > entry 1): found 4, expected 0, whose child it is")]
    [InlineData("*/trees/1/split_indices/0", "5", Tree + " > split_indices > entry 0): found feature 5, expected")]
    [InlineData("*/trees/1/split_conditions", "[1]", Tree + " > split_conditions): found 1 entries, expected")]
    [InlineData("*/trees/1/split_conditions/0", "[]", Tree + " > split_conditions > entry 0): found [], expected a")]
    [InlineData("*/trees/1/default_left/0", "2", Tree + " > default_left > entry 0): found 2, expected a whole")]
    [InlineData("*/trees/1/tree_param/num_nodes", "\"2000000000\"", Tree + " > left_children): found 1")]
    [InlineData("*/trees/1/tree_param/size_leaf_vector", "\"3\"", "size_leaf_vector): found '3', expected a whole")]
    [InlineData("*/trees", "{}", "> model > trees): found an object, expected a list")]
    public void OneWrongField_IsNamed(string path, string value, string expected)
    {
        using TempFolder folder = new();
        JsonNode root = JsonNode.Parse(File.ReadAllText(XgboostFixtures.PathOf("huber")))!;
        Replace(root, path.Replace("*", "learner/gradient_booster/model", StringComparison.Ordinal), value);
        string file = folder.Write("m.json", root.ToJsonString());
        AssertRefused(file, expected);
    }

    [Fact]
    public void EveryMissingMember_IsRefusedInASentence()
    {
        using TempFolder folder = new();
        string text = File.ReadAllText(XgboostFixtures.PathOf("huber"));
        foreach (string name in (string[])["version", "learner", "gradient_booster", "model", "trees", "tree_info",
            "gbtree_model_param", "num_trees", "name", "learner_model_param", "base_score", "num_class", "num_feature",
            "objective", "tree_param", "num_nodes", "left_children", "right_children", "parents", "split_indices",
            "split_conditions", "split_type", "default_left", "base_weights", "loss_changes", "sum_hessian"])
        {
            string file = folder.Write("m.json", text.Replace($"\"{name}\":", "\"x\":", StringComparison.Ordinal));
            AssertRefused(file, $"found no '{name}', expected a member '{name}'");
        }
    }

    [Fact]
    public void FileThatEndsTooEarly_IsRefusedAtEveryByte()
    {
        using TempFolder folder = new();
        byte[] whole = File.ReadAllBytes(XgboostFixtures.PathOf("softprob"));
        for (int length = 1; length < whole.Length; length += 97)
        {
            AssertRefused(folder.Write("m.json", whole[..length]), "m.json, line 1: found invalid JSON, expected the");
        }
    }

    [Fact]
    public void FilesThatAreNoModel_AreRefused()
    {
        using TempFolder folder = new();
        AssertRefused(folder.Write("m.json", "binf\0\0\0"), "found invalid JSON, expected the JSON text of an XGBoost");
        AssertRefused(folder.Write("m.json", "[]"), "m.json: found a list, expected an object with 'version'");
        AssertRefused(folder.Write("m.json", ""), "found an empty file");
        AssertRefused(folder.At("other.json"), "found no such file");
    }

    [Fact]
    public void BareWords_AreNumbersOutsideOfTextsAlone()
    {
        Assert.Equal(
            "{\"a NaN \\\" -Infinity\":[\"NaN\",\"-Infinity\",\"Infinity\",-1.5]}",
            Encoding.UTF8.GetString(BareNumbers.Quote(
                "{\"a NaN \\\" -Infinity\":[NaN,-Infinity,Infinity,-1.5]}"u8.ToArray())));
        byte[] plain = "{\"\\\\\":-1}"u8.ToArray();
        Assert.Same(plain, BareNumbers.Quote(plain));
    }

    private static void Replace(JsonNode root, string path, string value)
    {
        string[] steps = path.Split('/');
        JsonNode holder = steps[..^1].Aggregate(root, (node, step) =>
            node is JsonArray list ? list[int.Parse(step)]! : node[step]!);
        JsonNode replacement = JsonNode.Parse(value)!;
        if (holder is JsonArray array)
        {
            array[int.Parse(steps[^1])] = replacement;
        }
        else
        {
            holder[steps[^1]] = replacement;
        }
    }

    private static void AssertRefused(string path, string expected)
    {
        var error = Assert.Throws<InvalidFileException>(() => XgboostFile.Read(path));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }
}
