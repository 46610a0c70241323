import type { PaperPart } from "@/application/printer";
import { type Block, lineHeight, MARGIN, type Sheet, type Style } from "./sheet";

const HEAD: Style = { size: 8, weight: 700, colour: "#444444" };
const CELL: Style = { size: 9, weight: 400, colour: "#111111" };
const GAP = 8;
const PAD = 3.5;

type Table = Extract<PaperPart, { kind: "table" }>;

interface Column {
  readonly x: number;
  readonly width: number;
  readonly isEnd: boolean;
}

/** Draws a table; its heading stands on every page that it reaches, and a row is divided only if no page holds it. */
export function drawTable(sheet: Sheet, { columns, rows }: Table): void {
  const places = placesOf(sheet, columns);
  const setRow = (cells: readonly string[], style: Style) =>
    places.map(({ width }, index) => sheet.set(cells[index] ?? "", style, width));
  const head = setRow(
    columns.map(({ heading }) => heading),
    HEAD,
  );
  const drawHead = () => {
    drawRow(sheet, head, places);
    rule(sheet, "#888888");
  };
  sheet.need(rowHeight(head) + 2 * rowHeight(setRow([""], CELL)));
  drawHead();
  const page = sheet.bottom - MARGIN - rowHeight(head);
  for (const cells of rows) {
    const row = setRow(cells, CELL);
    for (const part of rowHeight(row) <= page ? [row] : divided(row, page)) {
      if (sheet.need(rowHeight(part))) drawHead();
      drawRow(sheet, part, places);
      rule(sheet, "#dddddd");
    }
  }
  sheet.y += GAP;
}

function placesOf(sheet: Sheet, columns: Table["columns"]): readonly Column[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const free = sheet.width - GAP * (columns.length - 1);
  let x = MARGIN;
  return columns.map(({ share, align }) => {
    const place = { x, width: (free * share) / shares, isEnd: align === "end" };
    x += place.width + GAP;
    return place;
  });
}

function drawRow(sheet: Sheet, row: readonly Block[], places: readonly Column[]): void {
  for (const [index, block] of row.entries()) {
    const place = places[index];
    if (place) sheet.drawLines(block, place.x, sheet.y + PAD, place.isEnd ? place.width : undefined);
  }
  sheet.y += rowHeight(row);
}

function rule(sheet: Sheet, colour: string): void {
  sheet.pdf
    .moveTo(MARGIN, sheet.y)
    .lineTo(MARGIN + sheet.width, sheet.y)
    .lineWidth(0.5)
    .strokeColor(colour)
    .stroke();
}

function rowHeight(row: readonly Block[]): number {
  return 2 * PAD + Math.max(...row.map(({ style, lines }) => Math.max(1, lines.length) * lineHeight(style)));
}

/** A row that no page holds, in parts that one does. */
function divided(row: readonly Block[], height: number): readonly (readonly Block[])[] {
  const most = Math.max(1, Math.floor((height - 2 * PAD) / lineHeight(CELL)));
  const longest = Math.max(...row.map(({ lines }) => lines.length));
  return Array.from({ length: Math.ceil(longest / most) }, (_, part) =>
    row.map(({ style, lines }) => ({ style, lines: lines.slice(part * most, (part + 1) * most) })),
  );
}
