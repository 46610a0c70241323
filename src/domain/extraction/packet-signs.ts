import type { DocumentType } from "../document/document";
import { classify } from "./classify";
import { runsOf } from "./find-labels";
import { rowsOf, type Segment, segmentsOf, typicalHeight } from "./layout";
import type { Concept } from "./lexicon/concepts";
import { readDocument } from "./read-document";
import { shinglesOf } from "./similarity";
import type { PageText } from "./words";

/** What a single page says of the document that it belongs to. */
export interface PageSigns {
  readonly isBlank: boolean;
  /** The kind of paper that stands as a title at the top. */
  readonly title: DocumentType | null;
  /** The kind by title or else by its words; null when they tell none. */
  readonly type: DocumentType | null;
  readonly typeConfidence: number;
  /** "Page 2 of 3", "2/3", "page 2". */
  readonly count: { readonly page: number; readonly of?: number } | null;
  /** Its numbers, by the name of the field. */
  readonly numbers: Readonly<Record<string, string>>;
  readonly hasOwnNumber: boolean;
  /** How many of the things with which papers open it states: a number, a date, parties. */
  readonly openings: number;
  /** Width over height. */
  readonly aspect: number;
  /** Whether it says that it goes on with what stands on the page before. */
  readonly isContinued: boolean;
  readonly shingles: ReadonlySet<string>;
  /** The words at its top, where a letterhead stands. */
  readonly head: ReadonlySet<string>;
}

/** A page with fewer words bears no text: the back of a sheet, or a sheet between two papers. */
const FEWEST_WORDS = 3;
const HEAD_DEPTH = 0.2;
/** Below this share of the page nothing is a title any more. */
const TITLE_DEPTH = 0.3;

/** What the page says of itself. */
export function signsOf(page: PageText): PageSigns {
  const segments = segmentsOf(page);
  const title = titleOf(page, segments);
  const alone = { ...page, number: 1 };
  const guess = classify([alone]);
  const read = readAlone(alone);
  const numbers = numbersOf(read, page.method === "ocr");
  return {
    isBlank: page.words.length < FEWEST_WORDS,
    title,
    type: title ?? (guess.type === "other" ? null : guess.type),
    typeConfidence: title ? 1 : guess.confidence,
    count: countOf(segments),
    numbers,
    hasOwnNumber: Object.keys(numbers).length > 0,
    openings: openingsOf(segments, page.method === "ocr"),
    aspect: page.aspect,
    isContinued: segments.some((each) => each.box.y < TITLE_DEPTH && CONTINUED.test(each.text)),
    shingles: shinglesOf([page]),
    head: new Set(page.words.filter(({ box }) => box.y < HEAD_DEPTH).map(({ text }) => text.toLowerCase())),
  };
}

const CONTINUED =
  /\bcontinu(ed|ation) (from|of|sheet)|\b(brought|carried) forward\b|^übertrag\b|^report\b.*page|^\(?cont(inue)?d\.?\)?$|承上页|续页/i;

/** Titles as they are printed: the whole of what stands there, perhaps in two languages, perhaps with its number. */
const TITLES: readonly { readonly type: DocumentType; readonly words: string }[] = [
  { type: "pro_forma_invoice", words: "pro[- ]?forma( invoice)?|形式发票" },
  { type: "commercial_invoice", words: "(commercial|customs|export) invoice|商业发票" },
  {
    type: "packing_list",
    words: "(detailed )?packing (list|slip|note)|packing list ?[&/] ?weight (list|note)|装箱单|packliste",
  },
  { type: "house_air_waybill", words: "house air ?way ?bill" },
  { type: "air_waybill", words: "(master )?air ?way ?bill|空运单" },
  {
    type: "house_bill_of_lading",
    words: "house bill of lading|(negotiable )?(fiata )?multimodal transport bill of lading",
  },
  { type: "bill_of_lading", words: "(ocean |liner |combined transport |through )*bill of lading|sea ?way ?bill|提单" },
  { type: "certificate_of_origin", words: "(non-?preferential |preferential )?certificate of origin|原产地证明?书?" },
  {
    type: "health_certificate",
    words: "(phytosanitary|veterinary|sanitary|health|animal health) certificate|植物检疫证书|卫生证书",
  },
  { type: "express_waybill", words: "express (way ?bill|worldwide)|international air waybill" },
  { type: "postal_declaration", words: "customs declaration cn ?2[23]|cn ?2[23]( customs declaration)?" },
  { type: "invoice", words: "(tax )?invoice|rechnung|facture|发票" },
  { type: "receipt", words: "receipt|收据" },
  {
    type: "quality_report",
    words:
      "(quality |pre-?shipment )*inspection (report|certificate)|certificate of (quality|analysis)|test report|检验报告|检测报告",
  },
  {
    type: "other",
    words:
      "purchase order|sales (contract|confirmation|order)|order confirmation|delivery (note|order)|(marine |cargo )*insurance (policy|certificate)|certificate of (insurance|conformity|fumigation|weight)|arrival notice|booking confirmation|shipping instructions?|bill of exchange|letter of credit|safety data sheet|采购订单|销售合同|保险单",
  },
  { type: "payment_slip", words: "(payment|remittance) (slip|advice)|telegraphic transfer|付款回单|电汇凭证" },
];

const TITLE_PATTERNS = TITLES.map(({ type, words }) => ({
  type,
  // A twin in the other script may stand on either side of it, and its number, a form's letter or a count behind.
  pattern: new RegExp(
    `^[\\p{Script=Han}\\s/|·-]*(original |copy |duplicate )?(${words})([\\s/|·-]*[\\p{Script=Han}\\s/|·-]*)((no|nr|number|n°|#)\\b.*|original|copy|duplicate|[a-z0-9-]*\\d[a-z0-9/-]*)?$`,
    "iu",
  ),
}));

function titleOf(page: PageText, segments: readonly Segment[]): DocumentType | null {
  const height = typicalHeight(page.words);
  const top = segments.filter(({ box }) => box.y < TITLE_DEPTH);
  for (const segment of top) {
    const isLarge = segment.words.some((word) => word.box.height > height * 1.15);
    const isFirst = segment.row < 4 || segment.box.y < 0.12;
    if (!isLarge && !isFirst) continue;
    const found = TITLE_PATTERNS.find(({ pattern }) => pattern.test(segment.text.trim()));
    if (found) return found.type;
  }
  return null;
}

const COUNTS: readonly RegExp[] = [
  /\b(?:page|pg|sheet|seite|blatt)\s*(?:no\.?)?\s*[:.]?\s*(\d{1,3})\s*(?:of|\/|von|sur|de|out of)\s*(\d{1,3})\b/i,
  /第\s*(\d{1,3})\s*页\s*[,，/／]?\s*共\s*(\d{1,3})\s*页/,
  /共\s*\d{1,3}\s*页\s*[,，/／]?\s*第\s*(\d{1,3})\s*页/,
  /^(?:page|seite|sheet)\s*[:.]?\s*(\d{1,3})$/i,
];
/** "1/2" alone means pages only where page numbers stand. */
const BARE_COUNT = /^(\d{1,2})\s*\/\s*(\d{1,2})$/;
const EDGE = 0.08;

function countOf(segments: readonly Segment[]): PageSigns["count"] {
  for (const { text, box } of segments) {
    const atEdge = box.y < EDGE || box.y > 1 - EDGE;
    const match = COUNTS.map((pattern) => pattern.exec(text)).find(Boolean) ?? (atEdge ? BARE_COUNT.exec(text) : null);
    if (!match) continue;
    const [page, of] = [Number(match[1]), Number(match[2])];
    if (page === 0 || page > (of || page)) continue;
    return of ? { page, of } : { page };
  }
  return null;
}

const NUMBERS: readonly string[] = ["invoice_number", "transport_number", "certificate_number"];

type Reading = ReturnType<typeof readDocument>;

/** What the page would say if it were a document. */
function readAlone(page: PageText): Reading {
  if (page.words.length < FEWEST_WORDS || rowsOf(page).length === 0)
    return { type: "other", typeConfidence: 0, fields: [] };
  return readDocument([page]);
}

/** The labels with which papers open, of each kind one is enough. */
const OPENINGS: readonly (readonly Concept[])[] = [
  ["invoice_number", "document_number", "bare_number", "reference", "certificate_number"],
  ["invoice_date", "issue_date", "date"],
  ["seller", "exporter", "shipper", "from"],
  ["buyer", "importer", "bill_to", "consignee", "ship_to", "messrs", "to"],
];
/** They stand above this share of the page. */
const OPENING_DEPTH = 0.5;

function openingsOf(segments: readonly Segment[], isScan: boolean): number {
  const upper = segments.filter(({ box }) => box.y < OPENING_DEPTH);
  const stated = new Set(runsOf(upper, isScan).flatMap((run) => run.concepts));
  return OPENINGS.filter((concepts) => concepts.some((concept) => stated.has(concept))).length;
}

/** The numbers under which the page goes; letters that a scan takes for digits are made one. */
function numbersOf({ type, fields }: Reading, isScan: boolean): PageSigns["numbers"] {
  const own = fields.filter((field) => field.line === null && NUMBERS.includes(field.name) && field.confidence >= 0.6);
  return Object.fromEntries(
    own.map((field) => [
      // An invoice's number on a packing list is a reference; it is compared among papers of its kind only by `named`.
      field.name === "invoice_number" && type === "packing_list" ? "packing_reference" : field.name,
      isScan ? unmistaken(field.value) : field.value.toUpperCase(),
    ]),
  );
}

function unmistaken(number: string): string {
  return number
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "")
    .replace(/[OQD]/g, "0")
    .replace(/[IL]/g, "1")
    .replace(/S/g, "5")
    .replace(/B/g, "8")
    .replace(/Z/g, "2");
}
