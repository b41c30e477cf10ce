using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Problems;

namespace KreaPlatform.Gateway.Plans;

/// <summary>Judges whether a plan has what a request asks for. Pure; limits that depend on what else the account does are judged elsewhere.</summary>
public static class PlanRules
{
    /// <summary>What the plan does not have; empty when it has all.</summary>
    public static IReadOnlyList<FieldError> Judge(GenerationRequest request, Plan plan)
    {
        var errors = new List<FieldError>();
        if (plan.Models is { } models && !models.Contains(request.Model)) Add("/model", $"must be one of your plan's: {string.Join(", ", models)}");
        if (request.Upscale > plan.MaxUpscale) Add("/upscale", $"must be at most {plan.MaxUpscale} on your plan");
        var side = Math.Max(request.OutputWidth, request.OutputHeight);
        if (side > plan.MaxSide) Add(request.OutputWidth == side ? "/width" : "/height", $"would give {side} pixels; your plan has at most {plan.MaxSide}");
        return errors;

        void Add(string pointer, string detail) => errors.Add(FieldError.At(pointer, FieldErrorCode.NotInPlan, detail));
    }
}
