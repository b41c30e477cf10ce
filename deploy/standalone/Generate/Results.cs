using KreaPlatform.Standalone.CommandLine;

namespace KreaPlatform.Standalone.Generate;

/// <summary>What the person gets: files, a contact sheet, the receipt.</summary>
internal sealed class Results(PublicApi api, RequestAssembly assembly, StandaloneOptions options)
{
    /// <summary>Writes everything and says where.</summary>
    /// <param name="generation">A generation with images.</param>
    /// <param name="plain">The same without what sets its style, to be shown above it; null when nothing does.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task WriteAsync(GenerationResource generation, GenerationResource? plain, CancellationToken cancel)
    {
        var folder = Path.GetFullPath(options.Out ?? OutputFolder.Default(options.Prompt!, TimeProvider.System.GetLocalNow()));
        Directory.CreateDirectory(folder);
        var rows = new List<SheetRow>();
        if (plain is not null && plain.Images.Any(i => i.Url is not null))
            rows.Add(new SheetRow("without", await SaveAsync(plain, folder, "without-", cancel)));
        rows.Add(new SheetRow(rows.Count == 0 ? null : Label(generation), await SaveAsync(generation, folder, "", cancel)));

        var sheet = Path.Combine(folder, "contact-sheet.png");
        var note = $"{generation.Receipt?.Model}, {generation.Request?.Steps} steps, {generation.Images[0].Width} x {generation.Images[0].Height} px";
        await File.WriteAllBytesAsync(sheet, ContactSheet.Draw(rows, options.Prompt!, note), cancel);
        Console.WriteLine(sheet);
        Console.Write(ReceiptText.Of(generation, assembly.NameOf));
        foreach (var refused in generation.Images.Where(i => i.Status == "refused"))
            Console.Error.WriteLine($"Image {refused.Index + 1} was refused by the filter ({refused.Code}) and not kept.");
    }

    private async Task<IReadOnlyList<(byte[] Encoded, long Seed)>> SaveAsync(GenerationResource generation, string folder, string prefix, CancellationToken cancel)
    {
        var pictures = new List<(byte[] Encoded, long Seed)>();
        foreach (var image in generation.Images.Where(i => i.Url is not null))
        {
            var bytes = await api.DownloadAsync(image.Url!, cancel);
            var file = Path.Combine(folder, prefix + OutputFolder.FileName(image.Index, image.Seed, options.Format ?? "png"));
            await File.WriteAllBytesAsync(file, bytes, cancel);
            pictures.Add((bytes, image.Seed));
            Console.WriteLine(file);
        }
        return pictures;
    }

    private string Label(GenerationResource generation) => generation.Receipt is not { } receipt ? "with" : "with " + string.Join(", ",
        ReceiptText.Sources(receipt).Select(s => $"{assembly.NameOf(s.Id)} at {ReceiptText.Number(s.Applied)} (did {ReceiptText.Share(s.Measured)})"));
}
