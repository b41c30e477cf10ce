using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Assets;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Paging;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;
using KreaPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Styles;

/// <summary>What callers do with named styles. Everybody may use a shared style; only its account may change it or see its images.</summary>
public sealed class StyleService(ServiceDatabase<GatewayDb> database, AssetService assets, TimeProvider clock)
{
    /// <summary>A style that the caller may use, with its images in order: the account's own, or one that another shares. Null for any other id.</summary>
    public async Task<Style?> FindAsync(Caller caller, string id, CancellationToken cancel) => PrefixedId.IsValid(id, IdPrefix.Style)
        ? await database.ReadAsync(db => db.Styles.Include(s => s.Images.OrderBy(i => i.Index))
            .SingleOrDefaultAsync(s => s.Id == id && (s.AccountId == caller.AccountId || s.Visibility == StyleVisibility.Shared), cancel), cancel)
        : null;

    /// <summary>A page of the account's styles, or of those that are shared by anybody, newest first.</summary>
    public async Task<StylePage> ListAsync(Caller caller, bool shared, PageCursor? after, int limit, CancellationToken cancel)
    {
        var found = await database.ReadAsync(db =>
        {
            var styles = db.Styles.Include(s => s.Images.OrderBy(i => i.Index))
                .Where(s => shared ? s.Visibility == StyleVisibility.Shared : s.AccountId == caller.AccountId);
            if (after is { } cursor)
                styles = styles.Where(s => s.CreatedAt < cursor.CreatedAt || (s.CreatedAt == cursor.CreatedAt && string.Compare(s.Id, cursor.Id) < 0));
            return styles.OrderByDescending(s => s.CreatedAt).ThenByDescending(s => s.Id).Take(limit + 1).ToListAsync(cancel);
        }, cancel);
        if (found.Count <= limit) return new StylePage(found, null);
        found.RemoveAt(limit);
        return new StylePage(found, new PageCursor(found[^1].CreatedAt, found[^1].Id).ToString());
    }

    /// <summary>
    /// Makes a style: 1. checks the draft, 2. takes its images, which become assets of the account, 3. adds it. Null when something is wrong, which is
    /// then in <paramref name="errors"/>. A request with a key whose earlier run died after making its style gets that style.
    /// </summary>
    public async Task<Style?> CreateAsync(Caller caller, StyleDraft draft, IdempotencyClaim? claim, ErrorList errors, CancellationToken cancel)
    {
        if (claim?.Resource is { } made && await FindAsync(caller, made, cancel) is { } earlier) return earlier;

        // 1. The draft, before anything is fetched.
        StyleRules.JudgeNew(draft, errors);
        if (!errors.IsEmpty) return null;

        // 2. Its images.
        var taken = await assets.TakeAllAsync(caller, [.. draft.Images!.Select((image, i) => (image!, StyleRules.At("/images", i)))], errors, cancel);
        for (var i = 0; i < taken.Count; i++)
            if (taken[i] is { } asset && taken.Take(i).ToList().FindIndex(a => a?.Id == asset.Id) is >= 0 and var first)
                errors.Add(StyleRules.At("/images", i), FieldErrorCode.Duplicate, $"is the same image as {StyleRules.At("/images", first)}; give it a greater weight instead");
        if (!errors.IsEmpty) return null;

        // 3. The rows.
        var now = UtcMicros.FromMicros(UtcMicros.ToMicros(clock.GetUtcNow()));
        var id = PrefixedId.New(IdPrefix.Style, now);
        return await database.WriteAsync(async db =>
        {
            // An asset may have been deleted since it was taken; the foreign key catches what this look misses, and the next round sees it.
            var ids = taken.Select(a => a!.Id).ToList();
            var present = await db.Assets.Where(a => ids.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancel);
            if (ids.FindIndex(a => !present.Contains(a)) is >= 0 and var missing)
            {
                errors.Add(StyleRules.At("/images", missing), FieldErrorCode.NotFound, "names an asset that is not in your account");
                return null;
            }
            var style = new Style
            {
                Id = id, AccountId = caller.AccountId, Name = draft.Name!, Visibility = StyleRules.Visibility(draft.Visibility) ?? StyleVisibility.Private,
                CreatedAt = now, UpdatedAt = now,
                Images = [.. taken.Select((a, i) => new StyleImage { StyleId = id, Index = i, AssetId = a!.Id, Blob = a.Blob, Weight = draft.Weights?[i] ?? 1 })],
            };
            db.Styles.Add(style);
            if (claim is not null) await claim.BindAsync(db, id, cancel);
            return style;
        }, cancel);
    }

    /// <summary>Changes name or visibility; what the draft does not give stays. Null when the account has no such style, or the draft is wrong.</summary>
    public async Task<Style?> UpdateAsync(Caller caller, string id, StyleDraft draft, ErrorList errors, CancellationToken cancel)
    {
        StyleRules.JudgeChanges(draft, errors);
        if (!errors.IsEmpty) return null;
        return await database.WriteAsync(async db =>
        {
            var style = await db.Styles.Include(s => s.Images.OrderBy(i => i.Index)).SingleOrDefaultAsync(s => s.Id == id && s.AccountId == caller.AccountId, cancel);
            if (style is null) return null;
            var (name, visibility) = (draft.Name ?? style.Name, StyleRules.Visibility(draft.Visibility) ?? style.Visibility);
            if ((name, visibility) != (style.Name, style.Visibility))
                (style.Name, style.Visibility, style.UpdatedAt) = (name, visibility, UtcMicros.FromMicros(UtcMicros.ToMicros(clock.GetUtcNow())));
            return style;
        }, cancel);
    }

    /// <summary>Deletes a style; its assets stay. Jobs that were accepted with it keep what they need. False when the account has no such style.</summary>
    public Task<bool> DeleteAsync(Caller caller, string id, CancellationToken cancel) => database.WriteAsync(async db =>
    {
        var style = await db.Styles.Include(s => s.Images).SingleOrDefaultAsync(s => s.Id == id && s.AccountId == caller.AccountId, cancel);
        if (style is not null) db.Styles.Remove(style);
        return style is not null;
    }, cancel);
}
