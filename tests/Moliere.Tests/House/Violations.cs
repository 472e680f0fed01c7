namespace Moliere.Tests.House;

/// <summary>Collects what breaks a rule, so that one failing test shows every place at once.</summary>
internal sealed class Violations(string rule)
{
    private readonly List<string> _found = [];

    public void Add(string place, string what) => _found.Add($"{place}: {what}");

    public void AssertNone() =>
        Assert.True(_found.Count == 0, $"{rule} ({_found.Count} violations)\n  {string.Join("\n  ", _found)}");
}
