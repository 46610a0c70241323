import type { Sheet } from "./sheet";

/** Faces by kind; the first that the machine or the folder of faces has is taken. */
const FACES = {
  sans: [
    "Arimo",
    "Roboto",
    "Lato",
    "Carlito",
    "Inter Variable",
    "DejaVu Sans",
    "Archivo Narrow",
    "Barlow Condensed",
    "DejaVu Sans Condensed",
  ],
  serif: ["Tinos", "Libre Baskerville", "DejaVu Serif"],
  typed: ["Courier Prime", "DejaVu Sans Mono", "IBM Plex Mono", "Special Elite"],
  dots: ["VT323", "Courier Prime"],
};
const HANDS = ["Caveat", "Homemade Apple"];
const INKS = ["#1f3a68", "#7a1f1f", "#0b5d4b", "#333", "#5a2a82", "#b5480b", "#004a80", "#000"];

/** How one layout looks: its face, size, rules and colours. */
export interface Look {
  readonly face: string;
  readonly typed: string;
  readonly hand: string;
  readonly size: number;
  readonly ink: string;
  readonly rule: string;
  readonly align: string;
}

/** A look for a layout, of the kind of face that its papers usually have. */
export function look(sheet: Sheet, kind?: "sans" | "serif" | "typed" | "dots"): Look {
  const { s } = sheet;
  const chosen = kind ?? s.pick(["sans", "sans", "sans", "serif", "serif", "typed"] as const);
  return {
    face: s.pick(FACES[chosen]),
    typed: s.pick(FACES.typed),
    hand: s.pick(HANDS),
    size: s.decimal(7.6, 10.6, 1),
    ink: s.pick(INKS),
    rule: s.pick(["0.4pt solid #000", "0.6pt solid #444", "0.3pt solid #888", "1pt solid #000"]),
    align: s.pick(["left", "right", "center"]),
  };
}

/** A whole page of HTML in a look. */
export function page(sheet: Sheet, style: Look, body: string, extra = ""): string {
  const [width, height] = sheet.size;
  const margin = sheet.s.int(8, 17);
  return `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="faces.css"><style>
@page{size:${width}mm ${height}mm;margin:${margin}mm}
*{box-sizing:border-box}
body{margin:0;font:${style.size}pt/1.28 "${style.face}","Noto Sans SC Variable","DejaVu Sans",sans-serif;color:#111}
@media screen{body{width:${width}mm;min-height:${height}mm;padding:${margin}mm;background:#fff}}
table{border-collapse:collapse;width:100%}td,th{vertical-align:top;padding:1.2mm 1.4mm;text-align:left;font-weight:inherit}
.form>tbody>tr>td{border:${style.rule}}.form{table-layout:fixed}.form td{overflow-wrap:anywhere}
.l{font-size:.72em;color:${sheet.s.pick(["#000", "#333", "#555", style.ink])};display:block;line-height:1.15}
.t{font-family:"${style.typed}","Noto Sans SC Variable",monospace}
.hand{font-family:"${style.hand}",cursive;font-size:1.5em;color:#1a2f7a}
.b{font-weight:bold}.r{text-align:right!important}.c{text-align:center!important}.up{text-transform:none}
.ink{color:${style.ink}}.big{font-size:1.7em;line-height:1.2}.small{font-size:.78em;color:#333}
.row{display:flex;gap:6mm;justify-content:space-between;align-items:flex-start}.row>*{flex:1}
.fix{flex:0 0 auto!important}.gap{margin-top:3.5mm}.gap2{margin-top:7mm}
.side{border-left:.5pt solid #000;border-right:.5pt solid #000}.line{border-bottom:${style.rule}}.top{border-top:${style.rule}}.box{border:${style.rule};padding:2mm}
tr{break-inside:avoid}pre{font:inherit;white-space:pre;margin:0}
.stamp{position:absolute;border:2.2pt solid;border-radius:50%;width:32mm;height:32mm;display:flex;align-items:center;justify-content:center;text-align:center;font-size:6.5pt;font-weight:bold;opacity:.55;transform:rotate(-14deg)}
${extra}</style><body>${body}`;
}
