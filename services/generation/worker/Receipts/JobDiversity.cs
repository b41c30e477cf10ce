using KreaPlatform.Contracts.Generation;
using KreaPlatform.Vision.Statistics;

namespace KreaPlatform.Generation.Receipts;

/// <summary>How much the images of a job differ. Pure.</summary>
public static class JobDiversity
{
    /// <summary>Vendi scores over the delivered images; null for fewer than two.</summary>
    public static DiversityReceipt? Of(IReadOnlyList<ImageVectors> images) => images.Count < 2 ? null
        : new DiversityReceipt(VendiScore.Of([.. images.Select(i => i.Style)]), VendiScore.Of([.. images.Select(i => i.Content)]));
}
