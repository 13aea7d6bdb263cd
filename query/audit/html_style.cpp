#include "query/audit/html_parts.h"

namespace claimbase::html {

// All pairs of text and background have a contrast of 4.5:1 or more (WCAG 2.1, 1.4.3). What colour says is also said
// in words, so that it prints in black.
const char* const kStyle = R"css(
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#1b1b1b;font:1rem/1.55 system-ui,"Liberation Sans",Arial,sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:62rem;margin:0 auto;padding:0 1rem}
header{padding-top:1.5rem}
footer{padding:1rem 1rem 2rem;border-top:1px solid #767676;margin-top:2rem}
h1{font-size:1.6rem;margin:0 0 .5rem}
h2{font-size:1.25rem;margin:2rem 0 .75rem;border-bottom:1px solid #767676;padding-bottom:.25rem}
h3{font-size:1rem;margin:1rem 0 .4rem;font-weight:600}
ol.findings h3{margin:0 0 .25rem}
a{color:#0b4a8f}
a:focus-visible,summary:focus-visible{outline:3px solid #0b4a8f;outline-offset:2px}
.skip{position:absolute;left:-999rem}
.skip:focus{position:static}
code{font-family:ui-monospace,"Liberation Mono",monospace;font-size:.9em}
blockquote{margin:.35rem 0;padding:.1rem .75rem;border-inline-start:3px solid #767676}
dl.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.75rem;margin:0}
dl.figures div{border:1px solid #b5b5b5;border-radius:.4rem;padding:.5rem .75rem}
dl.figures dt{font-size:.9rem}
dl.figures dd{margin:0;font-size:1.15rem;font-weight:600}
ol.findings{list-style:none;margin:0;padding:0}
ol.findings>li{border:1px solid #b5b5b5;border-inline-start-width:.4rem;border-radius:.4rem;padding:.75rem 1rem;margin:0 0 .75rem}
ol.findings>li.error{border-inline-start-color:#8c1d18}
ol.findings>li.warning{border-inline-start-color:#8a5a00}
ol.findings>li.note{border-inline-start-color:#0b4a6f}
ol.findings p{margin:.25rem 0}
.facts{margin:.5rem 0 0}
.facts dt{font-weight:600;float:inline-start;margin-inline-end:.5rem}
.facts dt::after{content:":"}
.facts dd{margin:0 0 .2rem}
.severity,.state,.tag{display:inline-block;border-radius:.3rem;padding:0 .4rem;font-size:.85rem;font-weight:600}
.severity.error,.state.not-met{background:#fbe4e2;color:#7a1712}
.severity.warning,.state.unknown{background:#fff0cc;color:#5c3d00}
.severity.note{background:#e2f0fa;color:#0b4060}
.state.met{background:#e2f3e4;color:#17501b}
.copy{border:1px solid #b5b5b5;border-radius:.4rem;padding:1rem}
.block{margin:0 0 .75rem;white-space:pre-line}
.block.title{font-size:1.35rem;font-weight:600}
.block.heading{font-size:1.15rem;font-weight:600}
.block.list_item{display:list-item;margin-inline-start:1.5rem}
.block.depth1{margin-inline-start:3rem}
.block.depth2,.block.depth3{margin-inline-start:4.5rem}
.block.table_header{font-weight:600}
.block.caption,.block.reference{font-size:.92rem}
.aside{color:#595959}
details.claim,details.claim>summary{display:inline}
details.claim>summary{cursor:pointer;border-bottom:2px solid #2e6b32;background:#f1f8f1;color:#1b1b1b;list-style:none}
details.claim>summary::-webkit-details-marker{display:none}
details.claim>summary::before{content:"\25B8\00A0"}
details.claim[open]>summary::before{content:"\25BE\00A0"}
details.error>summary{border-bottom-color:#8c1d18;background:#fdf1f0}
details.warning>summary{border-bottom-color:#8a5a00;background:#fff8e6}
details.note>summary{border-bottom-color:#0b4a6f;background:#eff7fc}
.tag{background:#ececec;color:#333;font-weight:400;white-space:normal}
mark{color:inherit;font-weight:600;background:#d9ecf7}
mark.error{background:#f8cfcb}
mark.warning{background:#ffe5a3}
.panel{display:block;white-space:normal;margin:.6rem 0;padding:.75rem 1rem;border:1px solid #b5b5b5;border-radius:.4rem;background:#fff;color:#1b1b1b;font-size:.95rem;font-weight:400}
.panel p{margin:.35rem 0}
.panel ul,.panel ol{margin:.35rem 0;padding-inline-start:1.4rem}
.panel .part{font-weight:600;margin-top:.75rem;padding-top:.5rem;border-top:1px solid #d0d0d0}
.panel .label{font-weight:600}
del{background:#fbe4e2;color:#7a1712}
del::before{content:"[\2212"}
del::after,ins::after{content:"]"}
ins{background:#e2f3e4;color:#17501b;text-decoration:underline}
ins::before{content:"[+"}
@media print{
body{font-size:10pt}
.skip{display:none}
header,main,footer{max-width:none;padding:0}
ol.findings>li,.panel{break-inside:avoid}
h2{break-after:avoid}
a{color:inherit;text-decoration:none}
details.claim::details-content{display:block;content-visibility:visible;block-size:auto}
}
)css";

}  // namespace claimbase::html
