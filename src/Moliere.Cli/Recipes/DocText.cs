using System.ComponentModel;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Moliere.Cli.Recipes;

/// <summary>
/// The doc comments of recipe properties, so that the comment in a recipe and the description in its schema are the
/// sentence the source states once. A <see cref="DescriptionAttribute"/> goes before the doc comment.
/// </summary>
/// <param name="folder">
/// The folder with the documentation files beside their assemblies; missing files give no text.
/// </param>
internal sealed partial class DocText(string folder)
{
    private readonly Dictionary<Assembly, Dictionary<string, string>> _summaries = [];

    /// <summary>The texts that lie beside this program.</summary>
    public static DocText OfProgram() => new(AppContext.BaseDirectory);

    /// <summary>The summary of a property on one line, or null.</summary>
    /// <param name="property">A property of a recipe record.</param>
    public string? Of(PropertyInfo property)
    {
        if (property.GetCustomAttribute<DescriptionAttribute>() is { } description)
        {
            return description.Description;
        }

        string member = $"P:{property.DeclaringType!.FullName!.Replace('+', '.')}.{property.Name}";
        return SummariesOf(property.DeclaringType.Assembly).GetValueOrDefault(member);
    }

    private Dictionary<string, string> SummariesOf(Assembly assembly)
    {
        if (!_summaries.TryGetValue(assembly, out Dictionary<string, string>? summaries))
        {
            string path = Path.Combine(folder, $"{assembly.GetName().Name}.xml");
            summaries = File.Exists(path) ? Read(path) : [];
            _summaries.Add(assembly, summaries);
        }

        return summaries;
    }

    private static Dictionary<string, string> Read(string path) =>
        XDocument.Load(path).Descendants("member")
            .Where(member => member.Element("summary") is not null)
            .ToDictionary(member => member.Attribute("name")!.Value, member => OneLine(member.Element("summary")!));

    private static string OneLine(XElement summary)
    {
        IEnumerable<string> parts = summary.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "see" } see => (see.Attribute("cref") ?? see.Attribute("langword"))!.Value
                .Split('.', ':')[^1],
            XElement element => element.Value,
            XText text => text.Value,
            _ => "",
        });
        return Spaces().Replace(string.Concat(parts), " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
