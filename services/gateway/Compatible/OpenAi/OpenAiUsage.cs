using KreaPlatform.Gateway.Jobs;

namespace KreaPlatform.Gateway.Compatible.OpenAi;

/// <summary>What a job used, counted as OpenAI's clients expect: in tokens. They are not what is charged for.</summary>
/// <param name="TotalTokens">Input and output.</param>
/// <param name="InputTokens">Text and images that went in.</param>
/// <param name="OutputTokens">Images that came out: one token for each 16 x 16 pixels that the model drew.</param>
/// <param name="InputTokensDetails">What the input was.</param>
public sealed record OpenAiUsage(int TotalTokens, int InputTokens, int OutputTokens, OpenAiInputTokens InputTokensDetails)
{
    /// <summary>The usage of a completed job.</summary>
    /// <param name="job">The job, with its receipt.</param>
    /// <param name="inputImages">How many images it started from or was led by.</param>
    public static OpenAiUsage Of(Job job, int inputImages)
    {
        var tokens = job.Request.Width / 16 * (job.Request.Height / 16);
        var text = job.Receipt?.Images.Sum(i => i.PromptTokens) ?? 0;
        var made = tokens * (job.Receipt?.Images.Count ?? 0);
        var images = tokens * inputImages;
        return new OpenAiUsage(text + images + made, text + images, made, new OpenAiInputTokens(text, images));
    }
}
