import { Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";
import { type Cell, isExactInSheet, sheetSerial } from "@/domain/working-list/cell";

/** The numbers by which cells name their look in the sheet of styles. */
const LOOK = { plain: 0, head: 1, day: 2, time: 3, text: 4, cents: 5 } as const;

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The parts of a workbook that are the same whatever its rows are (ECMA-376, part 1). */
const PARTS: readonly (readonly [string, string])[] = [
  [
    "[Content_Types].xml",
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
  ],
  [
    "_rels/.rels",
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    "xl/workbook.xml",
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    "xl/_rels/workbook.xml.rels",
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  ],
  [
    "xl/styles.xml",
    `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="2" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  ],
];

/**
 * A workbook of one sheet under a heading, as its bytes come: no more than a page of rows is in memory at a time. Every
 * string is a string, so that none is a formula; numbers are numbers where a spreadsheet keeps them exactly.
 */
export async function* writeWorkbook(
  heading: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
): AsyncGenerator<Uint8Array> {
  const archive = new Archive();
  for (const [name, xml] of PARTS) yield* archive.add(name, Readable.from([Buffer.from(HEADER + xml)]));
  yield* archive.add("xl/worksheets/sheet1.xml", Readable.from(sheetOf(heading, rows)));
  yield archive.end();
}

async function* sheetOf(heading: readonly string[], rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<Buffer> {
  yield Buffer.from(
    `${HEADER}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>${rowOf(
      1,
      heading.map((text, column) => stringAt(text, place(column, 1), LOOK.head)),
    )}`,
  );
  let number = 1;
  for await (const row of rows) {
    number += 1;
    const at = number;
    yield Buffer.from(
      rowOf(
        at,
        row.map((cell, column) => cellAt(cell, place(column, at))),
      ),
    );
  }
  yield Buffer.from("</sheetData></worksheet>");
}

function rowOf(number: number, cells: readonly string[]): string {
  return `<row r="${number}">${cells.join("")}</row>`;
}

function cellAt(cell: Cell, at: string): string {
  if (cell === null) return "";
  if (cell.kind === "number" && isExactInSheet(cell.text))
    return `<c r="${at}" s="${/\.\d\d$/.test(cell.text) ? LOOK.cents : LOOK.plain}"><v>${cell.text}</v></c>`;
  if (cell.kind === "day" || cell.kind === "time") {
    const text = cell.kind === "day" ? cell.day : cell.local;
    const serial = sheetSerial(text);
    if (serial === null) return stringAt(text, at, LOOK.text);
    return `<c r="${at}" s="${LOOK[cell.kind]}"><v>${serial}</v></c>`;
  }
  return stringAt(cell.text, at, LOOK.text);
}

/** The most that a cell of a workbook holds. */
const MOST_CHARACTERS = 32_767;

function stringAt(text: string, at: string, look: number): string {
  const cut = text.slice(0, MOST_CHARACTERS);
  const escaped = PLAIN.test(cut) ? cut : Array.from(cut, characterOf).join("");
  return `<c r="${at}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`;
}

/** Most texts have nothing that XML would take for its own. */
const PLAIN = /^[ -%'-;=?-~]*$/;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** A character as XML 1.0 has it; what it cannot have at all is replaced. */
function characterOf(character: string): string {
  const entity = ENTITIES[character];
  if (entity !== undefined) return entity;
  const code = character.codePointAt(0) ?? 0;
  const isControl = code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d;
  const isNone = (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff;
  return isControl || isNone ? "\ufffd" : character;
}

const LETTERS = 26;

/** `A1`, `AA7`: the place of a cell, its column from 0. */
function place(column: number, row: number): string {
  let letters = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / LETTERS))
    letters = String.fromCharCode(65 + ((left - 1) % LETTERS)) + letters;
  return `${letters}${row}`;
}

const SIGNATURE = { file: 0x04034b50, sizes: 0x08074b50, directory: 0x02014b50, end: 0x06054b50 } as const;
const VERSION = 20;
/** The sizes stand behind the bytes, and names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** 1980-01-01, so that the same rows make the same bytes. */
const NO_DATE = 0x0021;

/** Puts files into a ZIP archive as their bytes come (APPNOTE 6.3, sections 4.3 and 4.4). */
class Archive {
  #written = 0;
  readonly #directory: Buffer[] = [];

  async *add(name: string, content: Readable): AsyncGenerator<Buffer> {
    const start = this.#written;
    let [checksum, plain, packed] = [0, 0, 0];
    yield this.#counted(record(SIGNATURE.file, common(name, 0, 0, 0), Buffer.from(name)));
    const measured = content.map((chunk: Buffer) => {
      checksum = crc32(chunk, checksum);
      plain += chunk.length;
      return chunk;
    });
    const deflate = createDeflateRaw();
    measured.once("error", (error) => deflate.destroy(error));
    for await (const chunk of measured.pipe(deflate) as AsyncIterable<Buffer>) {
      packed += chunk.length;
      yield this.#counted(chunk);
    }
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(checksum, 0);
    sizes.writeUInt32LE(packed, 4);
    sizes.writeUInt32LE(plain, 8);
    yield this.#counted(record(SIGNATURE.sizes, sizes));
    const made = Buffer.alloc(2);
    made.writeUInt16LE(VERSION, 0);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(start, 10);
    this.#directory.push(
      record(SIGNATURE.directory, made, common(name, checksum, packed, plain), rest, Buffer.from(name)),
    );
  }

  /** The directory, without which the archive cannot be opened. */
  end(): Buffer {
    const directory = Buffer.concat(this.#directory);
    const tail = Buffer.alloc(18);
    tail.writeUInt16LE(this.#directory.length, 4);
    tail.writeUInt16LE(this.#directory.length, 6);
    tail.writeUInt32LE(directory.length, 8);
    tail.writeUInt32LE(this.#written, 12);
    return Buffer.concat([directory, record(SIGNATURE.end, tail)]);
  }

  #counted(bytes: Buffer): Buffer {
    this.#written += bytes.length;
    return bytes;
  }
}

/** The fields that the head of a file and its entry in the directory have in common. */
function common(name: string, checksum: number, packed: number, plain: number): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(VERSION, 0);
  bytes.writeUInt16LE(FLAGS, 2);
  bytes.writeUInt16LE(DEFLATED, 4);
  bytes.writeUInt16LE(NO_DATE, 8);
  bytes.writeUInt32LE(checksum, 10);
  bytes.writeUInt32LE(packed, 14);
  bytes.writeUInt32LE(plain, 18);
  bytes.writeUInt16LE(Buffer.byteLength(name), 22);
  return bytes;
}

function record(signature: number, ...parts: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(signature, 0);
  return Buffer.concat([head, ...parts]);
}
