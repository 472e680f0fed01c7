namespace Moliere.Cli.Studies;

/// <summary>
/// What the study commands start. A study finds in <see cref="StudyRequest.Folder"/> what an interrupted run left,
/// skips finished stages, and leaves the folder complete when it returns.
/// </summary>
internal interface IStudy
{
    /// <summary>Name of the shipped recipe it works by.</summary>
    public string Name { get; }

    /// <summary>Does the work of one command.</summary>
    /// <param name="request">What to do, by which recipe, where.</param>
    /// <exception cref="OperationCanceledException">
    /// The request was cancelled; what is needed to resume is saved.
    /// </exception>
    public StudyResult Execute(StudyRequest request);
}

/// <summary>The commands a study carries out.</summary>
internal enum StudyVerb
{
    /// <summary>Everything: table, methods, figures, report.</summary>
    Run,

    /// <summary>The table alone.</summary>
    Simulate,

    /// <summary>The methods, from a table.</summary>
    Train,

    /// <summary>Figures and report, from a table and trained methods.</summary>
    Validate,

    /// <summary>A table from parts that were simulated apart.</summary>
    Merge,
}
