using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using OpenTelemetry.Metrics;

namespace DiGiBachat.Bot.Operations;

/// <summary>What operators see of the bot: logs without personal data, figures, health.</summary>
public static class OperationsSetup
{
    /// <summary>OpenTelemetry's own setting; figures are exported when it is set.</summary>
    public const string ExportSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Four lines a request otherwise, which say less than the turn's own; whatever is set wins.</summary>
    private static readonly Dictionary<string, string?> Quiet = new()
    {
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:System.Net.Http.HttpClient"] = "Warning",
    };

    public static void AddOperations(this WebApplicationBuilder builder)
    {
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Quiet });
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(console => console.FormatterName = RedactingFormatter.FormatterName);
        builder.Logging.AddConsoleFormatter<RedactingFormatter, ConsoleFormatterOptions>();
        if (string.IsNullOrWhiteSpace(builder.Configuration[ExportSetting]))
            return;
        builder
            .Services.AddOpenTelemetry()
            .WithMetrics(metrics =>
                metrics
                    .AddMeter(BachatMetrics.MeterName, "Microsoft.AspNetCore.Hosting", "System.Runtime", "System.Net.Http")
                    .AddOtlpExporter()
            );
    }
}

/// <summary>One line a log entry, masked as a whole whatever library wrote it; of an exception its kind and places.</summary>
public sealed class RedactingFormatter() : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "bachat";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var text = logEntry.Formatter(logEntry.State, logEntry.Exception);
        if (logEntry.Exception is not null)
            text += " " + LogRedaction.Describe(logEntry.Exception);
        textWriter.Write(Level(logEntry.LogLevel));
        textWriter.Write(' ');
        textWriter.Write(logEntry.Category);
        textWriter.Write(' ');
        textWriter.WriteLine(LogRedaction.Mask(text).ReplaceLineEndings(" | "));
    }

    private static string Level(LogLevel level) =>
        level switch
        {
            LogLevel.Trace or LogLevel.Debug => "debug",
            LogLevel.Information => "info",
            LogLevel.Warning => "warn",
            LogLevel.Error or LogLevel.Critical or LogLevel.None => "error",
        };
}
