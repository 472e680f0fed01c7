using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Moliere.Cli.Recipes;

/// <summary>Reads YAML text as a tree of placed nodes.</summary>
internal static class RecipeTree
{
    // Aliases can make a document refer to itself; no honest recipe is this deep.
    private const int MaximumDepth = 32;

    /// <summary>Reads the whole text of a recipe.</summary>
    /// <param name="text">YAML with exactly one document whose root is a block of keys.</param>
    /// <param name="origin">File name for messages.</param>
    /// <exception cref="RecipeException">The text is no YAML, empty, or not a block of keys.</exception>
    public static RecipeMap Read(string text, string origin)
    {
        RecipeNode node = ReadValue(text, (line, column) => new RecipePlace(origin, line, column));
        return node as RecipeMap ?? throw new RecipeException(
            node.Place, $"found {node.Found}, expected keys such as 'study: clusters'.");
    }

    /// <summary>Reads the value of an override, for instance <c>[64, 64]</c>.</summary>
    /// <param name="text">Any YAML value; empty text is a null value.</param>
    /// <param name="place">The place every node gets.</param>
    public static RecipeNode ReadValue(string text, RecipePlace place) => ReadValue(text, (_, _) => place);

    private static RecipeNode ReadValue(string text, Func<long, long, RecipePlace> place)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.Count switch
            {
                0 => new RecipeScalar("", false, place(1, 1)),
                1 => Convert(stream.Documents[0].RootNode, place, 0),
                _ => throw new RecipeException(
                    PlaceOf(stream.Documents[1].RootNode, place), "found a second document, expected only one."),
            };
        }
        catch (YamlException error)
        {
            throw new RecipeException(
                place(error.Start.Line, error.Start.Column), $"not valid YAML: {error.Message.TrimEnd('.')}.");
        }
    }

    private static RecipeNode Convert(YamlNode node, Func<long, long, RecipePlace> place, int depth)
    {
        RecipePlace here = PlaceOf(node, place);
        if (depth > MaximumDepth)
        {
            throw new RecipeException(here, $"nested deeper than {MaximumDepth} levels; is there a circular alias?");
        }

        return node switch
        {
            YamlScalarNode scalar => new RecipeScalar(
                scalar.Value ?? "", scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any), here),
            YamlSequenceNode list => new RecipeList(
                [.. list.Children.Select(item => Convert(item, place, depth + 1))], here),
            YamlMappingNode map => new RecipeMap(
                [.. map.Children.Select(pair => ConvertEntry(pair, place, depth + 1))], here),
            _ => throw new RecipeException(here, "found a YAML alias that leads nowhere."),
        };
    }

    private static RecipeEntry ConvertEntry(
        KeyValuePair<YamlNode, YamlNode> pair, Func<long, long, RecipePlace> place, int depth)
    {
        RecipePlace here = PlaceOf(pair.Key, place);
        return pair.Key is YamlScalarNode { Value: { } key }
            ? new RecipeEntry(key, Convert(pair.Value, place, depth), here)
            : throw new RecipeException(here, "found a list or block as a key, expected a name.");
    }

    private static RecipePlace PlaceOf(YamlNode node, Func<long, long, RecipePlace> place) =>
        place(node.Start.Line, node.Start.Column);
}
