/** How a report looks: on a screen by day and by night, on paper always by day. */
export const REPORT_STYLE = `
:root{--ink:#1b1c20;--soft:#5d606b;--line:#d5d7de;--back:#fff;--sunken:#f4f5f8;--bar:#4653c9;--high:#b3261e;--medium:#8a5a00;--low:#4a5568}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e7e8ec;--soft:#a3a7b3;--line:#3a3d47;--back:#16171c;--sunken:#202229;--bar:#8c96f2;--high:#ff8a80;--medium:#f0b95a;--low:#a9b4c6}}
*{box-sizing:border-box}
body{font:14px/1.5 system-ui,sans-serif;max-width:64rem;margin:2.5rem auto;padding:0 1.5rem;color:var(--ink);background:var(--back)}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .25rem}h2{font-size:1.3rem;margin:2.2rem 0 .6rem;padding-bottom:.3rem;border-bottom:2px solid var(--line)}
h3{font-size:1rem;margin:1.4rem 0 .2rem}h2,h3{break-after:avoid}p{margin:.3rem 0}
.soft,figcaption{color:var(--soft)}
table{border-collapse:collapse;width:100%;margin:.6rem 0;font-size:.86rem}
th,td{border-bottom:1px solid var(--line);padding:.28rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:var(--sunken);font-weight:600}thead{display:table-header-group}tr{break-inside:avoid}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.3rem 1.2rem;margin:1.2rem 0}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}code{font:.85em ui-monospace,monospace}
.tiles{display:flex;flex-wrap:wrap;gap:.7rem;padding:0;margin:1.4rem 0;list-style:none}
.tiles li{flex:1 1 7rem;border:1px solid var(--line);border-radius:8px;padding:.6rem .8rem}
.tiles b{display:block;font-size:1.5rem;line-height:1.2;font-variant-numeric:tabular-nums}
.warn{border:2px solid var(--high);border-radius:8px;padding:.6rem .9rem;margin:1rem 0}
.severity{font-weight:600}.high{color:var(--high)}.medium{color:var(--medium)}.low{color:var(--low)}
.chart{break-inside:avoid}.sides{display:grid;grid-template-columns:minmax(0,3fr) minmax(11rem,1fr);gap:1.5rem;align-items:start}
.sides table{margin:0}.sides td:last-child,.sides th:last-child{text-align:right;font-variant-numeric:tabular-nums}.sides th,.sides td{padding:.1rem .4rem}
svg{width:100%;height:auto}svg text{font:12px system-ui,sans-serif;fill:var(--ink);unicode-bidi:isolate}svg .number{fill:var(--soft)}svg rect{fill:var(--bar)}
@page{size:A4;margin:16mm 14mm 18mm;@bottom-left{content:"API key inventory report";font:9px system-ui,sans-serif;color:#5d606b}@bottom-right{content:counter(page) " / " counter(pages);font:9px system-ui,sans-serif;color:#5d606b}}
@media print{body{margin:0;padding:0;max-width:none;font-size:11px}.cover{break-after:page}svg rect,th{print-color-adjust:exact}.scope{break-before:auto}}
@media screen and (max-width:46rem){.sides{grid-template-columns:minmax(0,1fr)}}
`;
