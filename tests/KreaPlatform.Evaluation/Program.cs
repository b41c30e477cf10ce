using KreaPlatform.Evaluation.CommandLine;

return await EvaluationCommand.InvokeAsync(args);
