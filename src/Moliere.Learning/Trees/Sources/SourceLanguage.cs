namespace Moliere.Learning.Trees.Sources;

/// <summary>Language in which trees are written down as a program.</summary>
public enum SourceLanguage
{
    /// <summary>One header of C++17.</summary>
    Cpp,

    /// <summary>One file of C# 7.3, as .NET Standard 2.0 allows it.</summary>
    CSharp,

    /// <summary>One module of Python 3.6 or later; its standard library only.</summary>
    Python,
}
