using KreaPlatform.Gateway;
using KreaPlatform.ServiceDefaults.Bus;
using KreaPlatform.ServiceDefaults.Caching;
using KreaPlatform.ServiceDefaults.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddGateway();
builder.AddRedis();
builder.AddBus();

var app = builder.Build();
app.MapGateway();
app.Run();
