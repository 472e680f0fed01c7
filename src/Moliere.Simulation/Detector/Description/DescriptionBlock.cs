using System.Globalization;
using Moliere.Data;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Moliere.Simulation.Detector.Description;

/// <summary>
/// A block of keys of a detector file. Every reader says what it expects; what is missing, of the wrong kind or out of
/// range is refused with file, line and column.
/// </summary>
internal sealed class DescriptionBlock
{
    private readonly Dictionary<string, (YamlNode Value, Mark Place)> _entries = new(StringComparer.Ordinal);
    private readonly string _origin;
    private readonly string _path;

    private DescriptionBlock(YamlMappingNode node, string origin, string path)
    {
        (_origin, _path, Place) = (origin, path, PlaceOf(origin, node.Start));
        foreach ((YamlNode key, YamlNode value) in node.Children)
        {
            string name = key is YamlScalarNode { Value: { } text } ? text
                : throw new DetectorFileException(PlaceOf(origin, key.Start), "found a list or block as a key.");
            _entries[name] = (value, key.Start);
        }
    }

    /// <summary>File, line and column where the block begins.</summary>
    public string Place { get; }

    /// <summary>The keys in the order written.</summary>
    public IEnumerable<string> Keys => _entries.Keys;

    /// <summary>Reads the whole text of a detector file.</summary>
    /// <param name="text">YAML with one document, a block of keys.</param>
    /// <param name="origin">File name for messages.</param>
    public static DescriptionBlock Read(string text, string origin)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents is [{ RootNode: YamlMappingNode root }]
                ? new(root, origin, "")
                : throw new DetectorFileException(origin, "expected one block of keys such as 'layers:'.");
        }
        catch (YamlException error)
        {
            throw new DetectorFileException(
                PlaceOf(origin, error.Start), $"not valid YAML: {error.Message.TrimEnd('.')}.");
        }
        catch (InvalidOperationException)
        {
            // What the parser throws where a list or block is never closed.
            throw new DetectorFileException(origin, "not valid YAML: is a bracket, brace or quote left open?");
        }
    }

    /// <summary>Refuses keys that mean nothing here.</summary>
    /// <param name="known">The keys that do.</param>
    public DescriptionBlock Only(params string[] known)
    {
        foreach ((string key, (_, Mark place)) in _entries.Where(entry => !known.Contains(entry.Key)))
        {
            throw new DetectorFileException(
                PlaceOf(_origin, place),
                $"unknown key '{_path}{key}'; did you mean '{_path}{NearestName.Of(key, known)[0]}'? Valid keys here: "
                + $"{string.Join(", ", known)}.");
        }

        return this;
    }

    /// <summary>Whether a key is written.</summary>
    /// <param name="key">Key of this block.</param>
    public bool Has(string key) => _entries.ContainsKey(key);

    /// <summary>A number within limits.</summary>
    /// <param name="key">Key of this block.</param>
    /// <param name="low">Smallest.</param>
    /// <param name="high">Largest.</param>
    public double Number(string key, double low, double high) => ToNumber(key, Find(key), low, high);

    /// <summary>A number within limits, or the value that holds where it is not written.</summary>
    /// <param name="key">Key of this block.</param>
    /// <param name="low">Smallest.</param>
    /// <param name="high">Largest.</param>
    /// <param name="otherwise">Value without the key.</param>
    public double Number(string key, double low, double high, double otherwise) =>
        Has(key) ? Number(key, low, high) : otherwise;

    /// <summary>A whole number within limits.</summary>
    /// <param name="key">Key of this block.</param>
    /// <param name="low">Smallest.</param>
    /// <param name="high">Largest.</param>
    public int Whole(string key, int low, int high)
    {
        double value = Number(key, low, high);
        return value == Math.Floor(value) ? (int)value : throw Fault(key, $"found {value}, expected a whole number.");
    }

    /// <summary>A list of numbers.</summary>
    /// <param name="key">Key of this block.</param>
    /// <param name="low">Smallest.</param>
    /// <param name="high">Largest.</param>
    public double[] Numbers(string key, double low, double high) => Find(key) is YamlSequenceNode list
        ? [.. list.Children.Select(item => ToNumber(key, item, low, high))]
        : throw Fault(key, $"found {Found(key)}, expected a list of numbers.");

    /// <summary>Two numbers, the first below the second.</summary>
    /// <param name="key">Key of this block.</param>
    /// <param name="low">Smallest.</param>
    /// <param name="high">Largest.</param>
    public (double Low, double High) Range(string key, double low, double high) =>
        Numbers(key, low, high) is [var first, var second] && first < second
            ? (first, second)
            : throw Fault(key, "expected two numbers, the first below the second, such as [0, 1.4].");

    /// <summary>A text.</summary>
    /// <param name="key">Key of this block.</param>
    public string Text(string key) => Find(key) is YamlScalarNode { Value: { Length: > 0 } text }
        ? text : throw Fault(key, $"found {Found(key)}, expected a name.");

    /// <summary>What one of several names stands for.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="key">Key of this block.</param>
    /// <param name="valid">Names and their meaning; at least one.</param>
    public T Named<T>(string key, IReadOnlyDictionary<string, T> valid)
    {
        string name = Text(key);
        return valid.TryGetValue(name, out T? value) ? value : throw Fault(
            key, $"found '{name}', expected one of {string.Join(", ", valid.Keys)}; did you mean "
            + $"'{NearestName.Of(name, valid.Keys)[0]}'?");
    }

    /// <summary>A block within this one.</summary>
    /// <param name="key">Key of this block.</param>
    public DescriptionBlock Block(string key) => Find(key) is YamlMappingNode map
        ? new(map, _origin, $"{_path}{key}.") : throw Fault(key, $"found {Found(key)}, expected a block of keys.");

    /// <summary>A list of blocks.</summary>
    /// <param name="key">Key of this block.</param>
    public DescriptionBlock[] Blocks(string key) =>
        Find(key) is YamlSequenceNode list && list.Children.All(item => item is YamlMappingNode)
            ? [.. list.Children.Select((item, i) => new DescriptionBlock(
                (YamlMappingNode)item, _origin, $"{_path}{key}[{i}]."))]
            : throw Fault(key, $"found {Found(key)}, expected a list of blocks of keys.");

    /// <summary>A complaint about the value of a key.</summary>
    /// <param name="key">Key of this block.</param>
    /// <param name="problem">One sentence.</param>
    public DetectorFileException Fault(string key, string problem) => new(
        _entries.TryGetValue(key, out var entry) ? PlaceOf(_origin, entry.Value.Start) : Place,
        $"'{_path}{key}': {problem}");

    private static string PlaceOf(string origin, Mark mark) =>
        $"{origin}, line {mark.Line}, column {mark.Column}";

    private YamlNode Find(string key) => _entries.TryGetValue(key, out var entry)
        ? entry.Value : throw new DetectorFileException(Place, $"the key '{_path}{key}' is missing.");

    private double ToNumber(string key, YamlNode node, double low, double high)
    {
        string text = node is YamlScalarNode { Value: { } value } ? value : "a list or block";
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && number >= low && number <= high
            ? number
            : throw Fault(key, string.Create(
                CultureInfo.InvariantCulture, $"found '{text}', expected a number from {low} to {high}."));
    }

    private string Found(string key) => _entries[key].Value switch
    {
        YamlScalarNode { Value: { Length: > 0 } text } => $"'{text}'",
        YamlSequenceNode list => $"a list of {list.Children.Count}",
        YamlMappingNode => "a block of keys",
        _ => "nothing",
    };
}
