using KreaPlatform.Generation;
using KreaPlatform.ServiceDefaults.Bus;
using KreaPlatform.ServiceDefaults.Caching;
using KreaPlatform.ServiceDefaults.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddGenerationWorker();
builder.AddRedis();
builder.AddBus();

var app = builder.Build();
app.MapServiceDefaults();
app.Run();
