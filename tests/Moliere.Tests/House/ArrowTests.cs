using System.Xml.Linq;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.House;

/// <summary>A room may reference only what the table of ARCHITECTURE.md says.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Numerics"] = [],
        ["Data"] = [],
        ["Formats"] = ["Data"],
        ["Reconstruction"] = ["Data", "Numerics"],
        ["Learning"] = ["Numerics", "Data", "Formats"],
        ["Simulation"] = ["Data", "Numerics", "Reconstruction", "Learning"],
        ["Calibration"] = ["Data", "Numerics", "Reconstruction", "Formats", "Learning"],
        ["Tagging"] = ["Data", "Numerics", "Reconstruction", "Formats", "Learning"],
        ["Validation"] = ["Data", "Numerics"],
        ["Cli"] =
        [
            "Numerics", "Data", "Formats", "Reconstruction", "Learning", "Simulation", "Calibration", "Tagging",
            "Validation",
        ],
    };

    [Fact]
    public void ProjectReferences_FollowTheTable()
    {
        var violations = new Violations("An arrow between rooms is not in the table of ARCHITECTURE.md");
        foreach ((string room, string project, XDocument xml) in Projects())
        {
            if (!Allowed.TryGetValue(room, out string[]? targets))
            {
                violations.Add(project, "unknown room; add it to ARCHITECTURE.md and to this table");
                continue;
            }

            foreach (string target in References(xml).Where(target => !targets.Contains(target)))
            {
                violations.Add(project, $"{room} -> {target} is not allowed");
            }
        }

        violations.AssertNone();
    }

    [Fact]
    public void EveryRoom_IsInTheSolutionAndInArchitecture()
    {
        string solution = File.ReadAllText(Repository.At("Moliere.slnx"));
        string architecture = File.ReadAllText(Repository.At("ARCHITECTURE.md"));
        var violations = new Violations("A room is missing from Moliere.slnx or ARCHITECTURE.md");
        foreach ((string room, string project, _) in Projects())
        {
            if (!solution.Contains(project, StringComparison.Ordinal))
            {
                violations.Add(project, "not in Moliere.slnx");
            }

            if (!architecture.Contains($"| `Moliere.{room}` |", StringComparison.Ordinal))
            {
                violations.Add(project, "no row in the table of ARCHITECTURE.md");
            }
        }

        violations.AssertNone();
    }

    [Fact]
    public void UnsafeBlocks_AreAllowedInNumericsOnly()
    {
        var violations = new Violations("Unsafe code belongs in Numerics/Kernels");
        foreach ((string room, string project, XDocument xml) in Projects())
        {
            if (room != "Numerics" && xml.Descendants("AllowUnsafeBlocks").Any())
            {
                violations.Add(project, "AllowUnsafeBlocks");
            }
        }

        violations.AssertNone();
    }

    private static IEnumerable<(string Room, string Project, XDocument Xml)> Projects() =>
        Repository.Files(Repository.At("src"), "*.csproj").Select(path =>
            (RoomOf(path), Repository.Relative(path), XDocument.Load(path)));

    private static IEnumerable<string> References(XDocument xml) =>
        xml.Descendants("ProjectReference").Select(node => RoomOf(node.Attribute("Include")!.Value.Replace('\\', '/')));

    private static string RoomOf(string path) =>
        Path.GetFileNameWithoutExtension(path).Replace("Moliere.", "", StringComparison.Ordinal);
}
