using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace DiGiBachat.Bot.Pages;

/// <summary>
/// The frame of every page: one response with its style and script inside, so that a bad network has one thing to fetch; the policy
/// allows exactly these two and nothing else.
/// </summary>
public static class PageFrame
{
    public const string FontPath = "/fonts/NotoSansDevanagari_400Regular.ttf";

    /// <summary>Copies what stands beside a button. Without JavaScript the buttons stay hidden and the text can be held and copied.</summary>
    private const string Script = """
        for(const b of document.querySelectorAll('button[data-copy]')){b.hidden=false;b.onclick=()=>{const t=b.dataset.copy,d=()=>{const w=b.textContent;b.textContent=b.dataset.done;setTimeout(()=>b.textContent=w,2000)};if(navigator.clipboard)navigator.clipboard.writeText(t).then(d);else{const i=document.createElement('textarea');i.value=t;document.body.append(i);i.select();document.execCommand('copy');i.remove();d()}}}
        """;

    private const string Style = """
        @font-face{font-family:Bachat;src:local("Noto Sans Devanagari"),url(/fonts/NotoSansDevanagari_400Regular.ttf) format("truetype");unicode-range:U+900-97F,U+A8E0-A8FF,U+200C-200D,U+25CC;font-display:swap}
        :root{--bg:#f9fafb;--card:#fff;--ink:#111827;--soft:#4b5563;--line:#6b7280;--edge:#e5e7eb;--brand:#0f766e;--on:#fff;--tint:#f0fdfa;--bad:#b91c1c;--good:#047857;color-scheme:light dark}
        @media(prefers-color-scheme:dark){:root{--bg:#111827;--card:#1f2937;--ink:#f9fafb;--soft:#d1d5db;--line:#9ca3af;--edge:#374151;--brand:#14b8a6;--on:#111827;--tint:#134e4a;--bad:#fca5a5;--good:#6ee7b7}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.5 Bachat,system-ui,Roboto,sans-serif;overflow-wrap:anywhere}
        main{max-width:440px;margin:0 auto;padding:16px}
        section{background:var(--card);border:1px solid var(--edge);border-radius:12px;padding:16px;margin-bottom:16px}
        h1{font-size:16px;font-weight:400;margin:0;color:var(--soft)}
        h2{font-size:16px;margin:0 0 12px}
        p{margin:0 0 8px}section>:last-child{margin-bottom:0}input+p{margin-top:4px}
        .amount{font-size:40px;line-height:1.2;font-weight:700;margin:4px 0}
        .soft{color:var(--soft)}
        .state{font-size:20px;font-weight:700}.good{color:var(--good)}.bad{color:var(--bad)}
        .pay,button{display:block;width:100%;min-height:48px;padding:12px 16px;border:1px solid var(--brand);border-radius:8px;background:var(--brand);color:var(--on);font:inherit;font-weight:700;text-align:center;text-decoration:none;margin-top:8px;cursor:pointer}
        button.copy{width:auto;min-height:44px;padding:8px 12px;margin:0;background:transparent;color:var(--brand)}
        button[hidden]{display:none}
        .row{display:flex;align-items:center;justify-content:space-between;gap:12px;padding:8px 0;border-top:1px solid var(--edge)}
        dl{margin:0}dt{font-size:14px;color:var(--soft)}dd{margin:0;font-weight:700;user-select:all}
        .qr{display:block;width:224px;height:224px;margin:0 auto 12px;padding:8px;background:#fff;border-radius:8px}
        label{display:block;margin-bottom:4px}
        input{width:100%;min-height:48px;padding:8px 12px;border:1px solid var(--line);border-radius:8px;background:var(--card);color:var(--ink);font:inherit;font-size:18px;letter-spacing:1px}
        :focus-visible{outline:3px solid var(--brand);outline-offset:2px}
        .error{border-left:4px solid var(--bad);padding-left:12px;color:var(--bad);font-weight:700}
        .note{background:var(--tint)}
        .chart{display:block;width:100%;height:auto;margin-bottom:8px}.chart text{fill:var(--ink);font-size:13px}.chart .figure{font-weight:700}.chart .track{fill:var(--edge)}.chart .bar{fill:var(--brand)}
        summary{min-height:24px;color:var(--brand);cursor:pointer}table{width:100%;border-collapse:collapse;margin-top:8px}th{text-align:left;font-weight:400}td{text-align:right;font-weight:700}tr{border-top:1px solid var(--edge)}
        """;

    private static readonly string Policy =
        $"default-src 'none'; style-src {HashOf(Style)}; script-src {HashOf(Script)}; img-src data:; font-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Letters of every script stay as they are; the page is UTF-8.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encode(string text) => Encoder.Encode(text);

    public static async Task WriteAsync(HttpContext http, int status, string language, string title, string content)
    {
        var response = http.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        var page =
            $"<!doctype html><html lang=\"{Encode(language)}\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><meta name=\"format-detection\" content=\"telephone=no\">"
            + $"<title>{Encode(title)}</title><style>{Style}</style></head><body><main>{content}</main><script>{Script}</script></body></html>";
        await response.WriteAsync(page, http.RequestAborted);
    }

    /// <summary>Serves the project's font from this file; browsers that show no Devanagari never ask for it.</summary>
    public static void MapFont(IEndpointRouteBuilder routes, string fontFile) =>
        routes.MapGet(
            FontPath,
            (HttpContext http) =>
            {
                http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return File.Exists(fontFile) ? Results.File(fontFile, "font/ttf") : Results.NotFound();
            }
        );

    private static string HashOf(string source) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(source)))}'";
}
