/**
 * The one style of published pages: large on a phone, in the dark where that is wanted, and on one sheet of paper. It uses
 * the fonts of the device, for a page loads nothing.
 */
export const STYLE = `:root{--page:#fbfcfc;--panel:#fff;--line:#dde3e5;--text:#16202a;--muted:#52606b;--accent:#0b5d6b;--good:#156b3f;--good-soft:#e6f5ec;--warn:#7a5200;--warn-soft:#fcf3dc;--bad:#b3261e;--bad-soft:#fdeceb;color-scheme:light dark}
@media(prefers-color-scheme:dark){:root{--page:#12181d;--panel:#192127;--line:#313c44;--text:#eef2f4;--muted:#a9b5bd;--accent:#6fcfe0;--good:#7fdda6;--good-soft:#15301f;--warn:#f0c667;--warn-soft:#332810;--bad:#ff9a90;--bad-soft:#3b1a17}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:1.125rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
header,main{max-width:42rem;margin:0 auto;padding:0 1.125rem}
header{display:flex;justify-content:space-between;align-items:center;min-height:3.5rem}
.mark{font-weight:650;letter-spacing:-.01em}
a{color:var(--accent);text-underline-offset:.2em}
a:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:4px}
header a{padding:.6rem 0;font-size:1rem}
.standing{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem;align-items:center;border-radius:12px;padding:1.125rem 1.25rem;border:2px solid}
.standing svg{width:3rem;height:3rem;grid-row:span 2}
.standing h1{font-size:2rem;line-height:1.15;margin:0;letter-spacing:-.02em}
.standing p{margin:0;font-size:1.1875rem;color:var(--text)}
.standing .advice{grid-column:1/-1;font-size:1rem;color:var(--text);margin-top:.375rem}
.good{color:var(--good);background:var(--good-soft)}.warn{color:var(--warn);background:var(--warn-soft)}.bad{color:var(--bad);background:var(--bad-soft)}
h2{font-size:1.625rem;line-height:1.25;margin:1.75rem 0 .25rem;letter-spacing:-.01em}
.lead{margin:0 0 1rem;color:var(--muted)}
section{border-top:1px solid var(--line);padding:1.125rem 0;margin-top:1.125rem}
h3{font-size:1rem;margin:0 0 .625rem;color:var(--muted);font-weight:600}
dl{display:grid;grid-template-columns:minmax(7.5rem,max-content) 1fr;gap:.375rem 1.25rem;margin:0}
dt{color:var(--muted)}dd{margin:0}
.key{font-size:1.3125rem;font-weight:600;font-variant-numeric:tabular-nums}
ul{list-style:none;margin:0;padding:0;display:grid;gap:.875rem}
li>b{font-weight:600}
small,.small{font-size:.9375rem;color:var(--muted)}
.figure{font-variant-numeric:tabular-nums}
.tag{display:inline-block;border-radius:6px;padding:.05rem .5rem;font-size:.9375rem;font-weight:600;margin-left:.375rem}
.bar{height:.5rem;border-radius:4px;background:var(--line);overflow:hidden;margin-top:.25rem}
.bar svg{display:block;width:100%;height:100%}
.bar rect{fill:var(--accent)}
.pair{display:flex;gap:1.25rem;align-items:flex-start;flex-wrap:wrap}
.qr{width:9.5rem;height:9.5rem;border-radius:8px;flex:none}
.pair>div{flex:1 1 14rem}
img{max-width:100%;border-radius:8px;border:1px solid var(--line);background:#fff}
code{font:.875rem/1.5 ui-monospace,Menlo,Consolas,monospace}
footer{padding:0 0 2.5rem;color:var(--muted);font-size:.9375rem}
@media(max-width:30rem){dl{grid-template-columns:1fr;gap:.0625rem}dd{margin-bottom:.625rem}}
@media print{:root{--page:#fff;--panel:#fff;--text:#000;--muted:#333;--line:#999;--accent:#000;--good:#000;--good-soft:#fff;--warn:#000;--warn-soft:#fff;--bad:#000;--bad-soft:#fff}body{font-size:10.5pt}header a{display:none}section{break-inside:avoid;padding:.5rem 0;margin-top:.5rem}header{min-height:2rem}h2{margin-top:.75rem}@page{margin:14mm}}`;
