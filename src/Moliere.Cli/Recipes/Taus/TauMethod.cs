namespace Moliere.Cli.Recipes.Taus;

/// <summary>The energy scales of the study; classical ones each stand on those before.</summary>
internal enum TauMethod
{
    /// <summary>Locally weighted clusters: no correction.</summary>
    Lc,

    /// <summary>Calorimeter-based tau energy scale: pile-up offset and numerical inversion.</summary>
    Calorimeter,

    /// <summary>Weighted mean of the calorimeter and of tracks and neutral pions.</summary>
    Combined,

    /// <summary>Boosted regression trees on the combined scale.</summary>
    Brt,

    /// <summary>Boosted trees that predict mean and width.</summary>
    BrtGaussian,

    /// <summary>Mixture density network on the combined scale.</summary>
    Mdn,
}
