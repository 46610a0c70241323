import type { ReadField } from "@/domain/extraction/field";

const [WIDTH, HEIGHT, MARGIN] = [595, 842, 40];
const [SIZE, SMALL, LEADING] = [10, 8, 14];
/** Where the values of the header begin, and how many characters fit behind. */
const VALUE_AT = 190;
const VALUE_CHARACTERS = 62;
const DESCRIPTION_CHARACTERS = 38;
const DESCRIPTION_WIDTH = 175;

const COLUMNS = ["quantity", "unit", "unit_price", "amount", "origin", "hs_code", "net_weight_kg"] as const;

interface Text {
  readonly x: number;
  readonly size: number;
  readonly text: string;
}

/**
 * Draws the values of an invoice that is data alone as the pages of a PDF, so that whoever checks them sees them on a
 * page like any other. Its fonts are those that every PDF reader has; a letter that they lack is drawn without its
 * accent, and the value itself stays as it was stated.
 */
export function drawData(fields: readonly ReadField[]): Buffer {
  const rows = [...headerRows(fields), ...lineRows(fields)];
  const perPage = Math.floor((HEIGHT - 2 * MARGIN) / LEADING);
  const pages: Text[][][] = [];
  for (let from = 0; from < rows.length; from += perPage) pages.push(rows.slice(from, from + perPage));
  return toPdf(pages.map(contentOf));
}

function headerRows(fields: readonly ReadField[]): Text[][] {
  const header = fields.filter((field) => field.line === null && field.name !== "hs_codes");
  return [
    [{ x: MARGIN, size: 14, text: "Structured invoice: the values of its data" }],
    [],
    ...header.flatMap(({ name, value }) =>
      wrap(value, VALUE_CHARACTERS).map((text, index) => [
        ...(index === 0 ? [{ x: MARGIN, size: SIZE, text: nameOf(name) }] : []),
        { x: VALUE_AT, size: SIZE, text },
      ]),
    ),
    [],
  ];
}

function lineRows(fields: readonly ReadField[]): Text[][] {
  const lines = [...new Set(fields.flatMap((field) => (field.line === null ? [] : [field.line])))];
  if (lines.length === 0) return [];
  const shown = COLUMNS.filter((name) => fields.some((field) => field.line !== null && field.name === name));
  const left = MARGIN + 22 + DESCRIPTION_WIDTH;
  const step = (WIDTH - MARGIN - left) / Math.max(1, shown.length);
  const column = (index: number) => left + index * step;
  const heading = [
    { x: MARGIN + 22, size: SMALL, text: "description" },
    ...shown.map((name, index) => ({ x: column(index), size: SMALL, text: nameOf(name) })),
  ];
  return [
    heading,
    ...lines.flatMap((line) => {
      const own = new Map(fields.filter((field) => field.line === line).map((field) => [field.name, field.value]));
      const [first = "", ...rest] = wrap(own.get("description") ?? "", DESCRIPTION_CHARACTERS);
      const cells = shown.flatMap((name, index) => {
        const text = own.get(name);
        return text === undefined ? [] : [{ x: column(index), size: SMALL, text }];
      });
      return [
        [{ x: MARGIN, size: SMALL, text: `${line + 1}.` }, { x: MARGIN + 22, size: SMALL, text: first }, ...cells],
        ...rest.map((text) => [{ x: MARGIN + 22, size: SMALL, text }]),
      ];
    }),
  ];
}

function nameOf(field: string): string {
  return field.replace(/_kg$/, " (kg)").replaceAll("_", " ");
}

/** Lines of at most so many characters, broken between words where that is possible. */
function wrap(text: string, characters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ").flatMap((each) => each.match(new RegExp(`.{1,${characters}}`, "gu")) ?? [])) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < characters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length > 0 ? lines : [""];
}

function contentOf(rows: readonly (readonly Text[])[]): string {
  return rows
    .flatMap((row, index) =>
      row.map(({ x, size, text }) => {
        const y = HEIGHT - MARGIN - (index + 1) * LEADING;
        return `BT /F1 ${size} Tf 1 0 0 1 ${x.toFixed(1)} ${y} Tm <${winAnsi(text)}> Tj ET`;
      }),
    )
    .join("\n");
}

/** The characters in which the standard fonts are addressed, as hexadecimal. */
function winAnsi(text: string): string {
  const codes = [...text].map((character) => codeOf(character) ?? codeOf(character.normalize("NFD")[0] ?? "?") ?? 0x3f);
  return codes.map((code) => code.toString(16).padStart(2, "0")).join("");
}

function codeOf(character: string): number | null {
  const code = character.codePointAt(0) ?? 0;
  if ((code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff)) return code;
  return SPECIAL[character] ?? null;
}

const SPECIAL: Readonly<Record<string, number>> = {
  "€": 0x80,
  "–": 0x96,
  "—": 0x97,
  "‘": 0x91,
  "’": 0x92,
  "“": 0x93,
  "”": 0x94,
  "„": 0x84,
  Š: 0x8a,
  š: 0x9a,
  Ž: 0x8e,
  ž: 0x9e,
  Œ: 0x8c,
  œ: 0x9c,
};

function toPdf(contents: readonly string[]): Buffer {
  const pageAt = (index: number) => 4 + index * 2;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${contents.length} /Kids [${contents.map((_, index) => `${pageAt(index)} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ...contents.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${pageAt(index) + 1} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  return Buffer.from(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    "latin1",
  );
}
