namespace Moliere.Cli.Progress;

/// <summary>Shows a person how far a run is. Calls come from one thread at a time.</summary>
internal interface IStageDisplay
{
    /// <summary>A stage begins; until it ends, the display watches its counter.</summary>
    /// <param name="stage">The stage.</param>
    public void Begin(RunStage stage);

    /// <summary>The stage has ended.</summary>
    /// <param name="stage">The stage that began last and has not ended.</param>
    public void End(RunStage stage);

    /// <summary>Shows one line of text.</summary>
    /// <param name="line">Without a line end.</param>
    public void Say(string line);
}
