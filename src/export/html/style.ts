/** The look of the offline pages; severities differ by label and by weight of their edge, not by colour alone. */
export const style = `
:root{--ink:#1f2933;--quiet:#52606d;--line:#d9e2ec;--ground:#f5f7fa;--paper:#fff;--deep:#243b53;--link:#0b5394;
--error:#9b2c2c;--error-bg:#fdecea;--warning:#7a4b00;--warning-bg:#fff4d6;--info:#1f4e79;--info-bg:#e6f0f9;--doubt:#52606d;--doubt-bg:#eceff3}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:16px}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.55 "Be Vietnam Pro","Segoe UI",Arial,sans-serif}
a{color:var(--link)}
a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid #2b6cb0;outline-offset:2px}
.top{background:var(--deep);color:#fff;padding:20px 28px 22px}
.top a{color:#d9e8f7}
.top h1{margin:4px 0 2px;font-size:25px;line-height:1.25}
.top p{margin:2px 0;color:#d9e2ec}
main{max-width:1560px;margin:0 auto;padding:22px 28px 60px}
h2{font-size:19px;margin:30px 0 10px}
h3{font-size:15px;margin:0}
.note{color:var(--quiet);margin:4px 0 14px;max-width:85ch}
.tiles{display:flex;flex-wrap:wrap;gap:12px;margin:0;padding:0;list-style:none}
.tiles li{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:10px 16px;min-width:128px}
.tiles b{display:block;font-size:24px;line-height:1.25}
.tiles span{color:var(--quiet);font-size:13px}
.tag{display:inline-block;border-radius:6px;padding:2px 9px;font-size:12.5px;font-weight:700;white-space:nowrap}
.error .tag,.tag.error{background:var(--error-bg);color:var(--error)}
.warning .tag,.tag.warning{background:var(--warning-bg);color:var(--warning)}
.info .tag,.tag.info{background:var(--info-bg);color:var(--info)}
.cannot-judge .tag,.tag.cannot-judge{background:var(--doubt-bg);color:var(--doubt)}
.filters{display:flex;flex-wrap:wrap;gap:12px;align-items:end;margin:12px 0}
.filters label{display:flex;flex-direction:column;font-size:13px;color:var(--quiet);gap:3px}
.filters label.check{flex-direction:row;align-items:center;gap:7px;color:var(--ink);font-size:14px;padding-bottom:7px}
input,select,button{font:inherit;color:inherit}
input[type=search],select{border:1px solid #829ab1;border-radius:8px;padding:6px 10px;background:var(--paper);min-width:220px}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:10px;background:var(--paper)}
table{border-collapse:collapse;width:100%;font-size:14px}
th,td{padding:8px 11px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
tbody tr:last-child td{border-bottom:0}
thead th{background:#e9eef4;font-size:13px;position:sticky;top:0}
th button{all:unset;cursor:pointer;font-weight:700}
th button:focus-visible{outline:3px solid #2b6cb0}
th[aria-sort=ascending] button::after{content:" ↑"}
th[aria-sort=descending] button::after{content:" ↓"}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}
#agencies td:first-child{min-width:270px}
.filters .note{margin:0;padding-bottom:7px}
td.asked{background:var(--error-bg);font-weight:700}
.some{font-weight:700}
.charts{columns:2 440px;column-gap:16px}
.charts figure{margin:0 0 16px;break-inside:avoid;background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:6px}
.chart{width:100%;height:auto;display:block;font-family:inherit}
.reading{display:grid;grid-template-columns:minmax(0,1fr);gap:26px}
@media (min-width:1080px){
.reading{grid-template-columns:minmax(0,5fr) minmax(0,6fr)}
.pages{position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;padding:10px 4px}
}
.flag{background:var(--paper);border:1px solid var(--line);border-left:6px solid var(--doubt);border-radius:10px;padding:13px 17px;margin:0 0 13px}
.flag.error{border-left-color:var(--error)}
.flag.warning{border-left:6px double var(--warning)}
.flag.info{border-left:6px dotted var(--info)}
.flag.active,.flag:target{box-shadow:0 0 0 3px #9ec5ee}
.flag header{display:flex;flex-wrap:wrap;gap:6px 11px;align-items:baseline}
.about{color:var(--quiet);font-size:13px}
.flag p{margin:8px 0}
blockquote{margin:7px 0;padding:6px 12px;background:#f5f7fa;border-radius:6px;font-family:"Times New Roman",Tinos,serif;font-size:16px;overflow-wrap:anywhere}
blockquote a{font:13px "Be Vietnam Pro","Segoe UI",Arial,sans-serif;white-space:nowrap}
code{font:12.5px Consolas,"DejaVu Sans Mono",monospace;color:var(--quiet)}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(260px,1fr));gap:10px}
.page{margin:0 0 18px;background:var(--paper);border:1px solid #bcccdc;border-radius:6px;overflow:hidden}
.page:target{box-shadow:0 0 0 3px #9ec5ee}
.page figcaption{padding:5px 12px;font-size:13px;color:var(--quiet);border-bottom:1px solid var(--line)}
.sheet{position:relative;line-height:0}
.sheet img{width:100%;height:auto}
.marks{position:absolute;inset:0;width:100%;height:100%}
.mark{fill:#f0b429;fill-opacity:.22;stroke:#8d5b00;stroke-width:1.4}
.mark.error{fill:#e66a6a;stroke:#9b2c2c}
.mark.active{fill-opacity:.45;stroke-width:3}
.mark.unread{fill:none;stroke:#52606d;stroke-dasharray:5 4}
details{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:10px 16px;margin:12px 0}
summary{cursor:pointer;font-weight:700}
details[open] summary{margin-bottom:10px}
.ok{color:#1c6b3c}
footer{color:var(--quiet);font-size:13px;padding:0 28px 30px;max-width:1560px;margin:0 auto}
[hidden]{display:none!important}
@page{size:A4;margin:14mm}
@media print{
body{background:#fff;font-size:10.5pt}
.top{background:none;color:#000;padding:0 0 8px;border-bottom:2px solid #000}
.top p,.top a{color:#000}
.filters,.no-print{display:none}
main{padding:0}
.reading{display:block}
.pages{max-height:none;position:static;overflow:visible;break-before:page}
.page{break-inside:avoid}
.page img{max-height:245mm;object-fit:contain}
.flag,tr,.charts figure{break-inside:avoid}
thead{display:table-header-group}
thead th{position:static}
.tag{border:1px solid currentColor}
}
`;
