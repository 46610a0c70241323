import { type Item, type Sheet, safe } from "./sheet";
import type { Line } from "./shipment";

/** A column of the table of goods. */
export interface Column {
  readonly key: string;
  readonly head: string;
  readonly align?: "left" | "right" | "center";
  cell(line: Line, at: number): string;
  /** Notes what the column shows of a line. */
  note?(line: Line, item: Item): void;
}

/** Columns by name; a paper takes some of them in its own order. */
export function column(sheet: Sheet, key: string): Column {
  const { s, word } = sheet;
  const glued = s.chance(0.25);
  const right = "right" as const;
  const unitApart = s.chance(0.35);
  const kg = s.pick(["", "", " KGS", " kg", "KG"]);
  const weightHead = (name: string) =>
    kg === "" && !/kg/i.test(word(name)) ? `${word(name)} ${s.pick(["(KGS)", "(kg)", "KG"])}` : word(name);
  const columns: Record<string, Column> = {
    item: { key, head: word("item"), align: "center", cell: (_, at) => String(at + 1) },
    part: { key, head: word("part"), cell: (line) => line.part },
    description: {
      key,
      head: word("description"),
      cell: (line) => described(sheet, line),
      note: (line, item) => noteDescription(sheet, line, item),
    },
    quantity: {
      key,
      head: word("quantity"),
      align: right,
      cell: (line) => sheet.num(line.quantity) + (unitApart ? "" : `${glued ? "" : " "}${line.good.unit}`),
      note: (line, item) => Object.assign(item, { quantity: line.quantity }),
    },
    unit: { key, head: word("unit"), align: "center", cell: (line) => line.good.unit },
    price: {
      key,
      head: word("price"),
      align: right,
      cell: (line) =>
        sheet.num(
          line.price,
          sheet.currency === "JPY" ? 0 : Math.max(2, String(line.price).split(".")[1]?.length ?? 0),
        ),
      note: (line, item) => Object.assign(item, { unit_price: line.price }),
    },
    amount: {
      key,
      head: word("amount"),
      align: right,
      cell: (line) => sheet.money(line.amount),
      note: (line, item) => Object.assign(item, { amount: line.amount }),
    },
    hs: {
      key,
      head: word("hs"),
      cell: (line) => writeCode(sheet, line.hs),
      note: (line, item) => Object.assign(item, { hs_code: line.hs }),
    },
    origin: {
      key,
      head: word("origin"),
      align: "center",
      cell: (line) => writeOrigin(sheet, line),
      note: (line, item) => Object.assign(item, { origin: line.origin.code }),
    },
    net: {
      key,
      head: weightHead("net"),
      align: right,
      cell: (line) => sheet.num(line.net, 2) + kg,
      note: (line, item) => Object.assign(item, { net_weight_kg: line.net }),
    },
    gross: {
      key,
      head: weightHead("gross"),
      align: right,
      cell: (line) => sheet.num(line.gross, 2) + kg,
      note: (line, item) => Object.assign(item, { gross_weight_kg: line.gross }),
    },
    packages: {
      key,
      head: word("packages"),
      align: right,
      cell: (line) => sheet.num(line.packages),
      note: (line, item) => Object.assign(item, { packages: line.packages }),
    },
    volume: { key, head: word("volume"), align: right, cell: (line) => sheet.num(line.volume, 3) },
  };
  const found = columns[key];
  if (!found) throw new Error(`No column ${key}`);
  return found;
}

function writeOrigin(sheet: Sheet, line: Line): string {
  return sheet.layout.length % 2 ? line.origin.code : line.origin.name;
}

function writeCode(sheet: Sheet, code: string): string {
  const way = sheet.layout.charCodeAt(sheet.layout.length - 1) % 4;
  if (way === 1) return `${code.slice(0, 4)}.${code.slice(4, 6)}${code.length > 6 ? `.${code.slice(6)}` : ""}`;
  if (way === 2) return `${code.slice(0, 4)} ${code.slice(4)}`;
  return code;
}

/** What stands under a description on this layout: nothing, a code, an origin, a part number. */
export function underDescription(sheet: Sheet): readonly string[] {
  const at = [...sheet.layout].reduce((sum, char) => sum + char.charCodeAt(0), 0) % 7;
  return [[], [], ["hs"], ["hs", "origin"], ["note"], [], ["note", "origin"]][at] ?? [];
}

function described(sheet: Sheet, line: Line): string {
  const isChinese = sheet.lang === "zh-en";
  const lines = [isChinese ? `${line.zh}<br>${safe(line.description)}` : safe(line.description)];
  for (const extra of extras(sheet, line)) lines.push(`<span class="small">${safe(extra)}</span>`);
  return lines.join("<br>");
}

function extras(sheet: Sheet, line: Line): string[] {
  return underDescription(sheet).map((kind) => {
    if (kind === "hs") return `HS Code: ${writeCode(sheet, line.hs)}`;
    if (kind === "origin") return `Origin: ${line.origin.name}`;
    return `Art. ${line.part}, ${line.good.unit.toLowerCase()} packed`;
  });
}

function noteDescription(sheet: Sheet, line: Line, item: Item): void {
  const plain =
    sheet.lang === "zh-en" ? [line.description, `${line.zh} ${line.description}`, line.zh] : [line.description];
  const more = extras(sheet, line);
  const forms = more.length > 0 ? [...plain, `${plain[sheet.lang === "zh-en" ? 1 : 0]} ${more.join(" ")}`] : plain;
  Object.assign(item, { description: forms.length === 1 ? forms[0] : forms });
  const under = underDescription(sheet);
  if (under.includes("hs")) item.hs_code = line.hs;
  if (under.includes("origin")) item.origin = line.origin.code;
}

/** The table of goods; rows at its foot are the caller's. */
export function goodsTable(sheet: Sheet, columns: readonly Column[], lines: readonly Line[], foot = ""): string {
  const { s } = sheet;
  const rules = s.pick(["grid", "grid", "rows", "head", "none", "zebra", "columns"]);
  const filled = s.pick(["", "", "background:#e8e8e8", "background:#1f3a68;color:#fff", "background:#d9e5f3"]);
  sheet.judged = true;
  for (const line of lines) {
    const item: Item = {};
    for (const each of columns) each.note?.(line, item);
    sheet.items.push(item);
  }
  const border = { grid: "box", rows: "line", columns: "side" }[rules] ?? "";
  const even = s.chance(0.2);
  const cell = (tag: string, each: Column, body: string) =>
    `<${tag} class="${border}" style="padding:${s.chance(0.5) ? "1mm 1.3mm" : "1.2mm"};text-align:${even ? "center" : (each.align ?? "left")};">${body}</${tag}>`;
  const head = `<thead><tr class="line top" style="${filled}">${columns.map((each) => cell("th", each, each.head)).join("")}</tr></thead>`;
  const body = lines
    .map(
      (line, at) =>
        `<tr style="${rules === "zebra" && at % 2 ? "background:#f0f0f0" : ""}">${columns.map((each) => cell("td", each, each.cell(line, at))).join("")}</tr>`,
    )
    .join("");
  return `<table class="gap" style="${rules === "columns" ? "border:.5pt solid #000" : ""}">${head}<tbody>${body}${foot}</tbody></table>`;
}
