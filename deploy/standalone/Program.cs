using KreaPlatform.Standalone;
using KreaPlatform.Standalone.CommandLine;
using KreaPlatform.Standalone.Generate;
using KreaPlatform.Standalone.Serve;

return await StandaloneCommand.InvokeAsync(args, async options =>
{
    try
    {
        return options.Prompt is null ? await ServeCommand.RunAsync(options) : await GenerateCommand.RunAsync(options);
    }
    catch (StandaloneException e)
    {
        Console.Error.WriteLine(e.Message);
        return 1;
    }
});
