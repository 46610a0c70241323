import type { Stage } from "../clearance/lifecycle";
import type { Regime } from "../declaration/declaration";

interface StatedLine {
  readonly number: number;
  readonly description: string;
  readonly commodityCode: string;
  readonly quantity: string;
  readonly unit: string | null;
  readonly origin: string;
  readonly amount: string;
}

/** What a release is stated with. Nobody's name: firms and goods are, people are not. */
interface Released {
  readonly releaseId: string;
  readonly number: string;
  readonly stage: Stage;
  /** ISO 8601 instant. */
  readonly issuedAt: string;
  readonly decidedBy: string;
  readonly lane: string | null;
  readonly shipmentReference: string;
  readonly declaration: {
    readonly id: string;
    readonly version: number;
    readonly contentHash: string;
    readonly regime: Regime;
    readonly lawDate: string;
    readonly seller: string;
    /** Null for a retail import, whose buyer is a person. */
    readonly buyer: string | null;
    readonly currency: string;
    readonly transportNumber: string;
    readonly packages: string;
    readonly grossWeightKg: string;
    readonly lines: readonly StatedLine[];
  } | null;
  readonly tax: { readonly currency: string; readonly customsValue: string; readonly total: string } | null;
  /** SHA-256 of the papers that it rests on, in hex. */
  readonly papers: readonly string[];
}

/**
 * The fields of a release's statement by their names, each of which can be shown or left out. Lines and papers are
 * counted from 1; what nothing is known of has no field.
 */
export function releaseFields(released: Released): Readonly<Record<string, string>> {
  const { declaration, tax } = released;
  const fields: [string, string | null | undefined][] = [
    ["release.id", released.releaseId],
    ["release.number", released.number],
    ["release.gate", released.stage],
    ["release.issued_at", released.issuedAt],
    ["release.decided_by", released.decidedBy],
    ["release.lane", released.lane],
    ["shipment.reference", released.shipmentReference],
    ["declaration.id", declaration?.id],
    ["declaration.version", declaration ? String(declaration.version) : null],
    ["declaration.content_hash", declaration?.contentHash],
    ["declaration.regime", declaration?.regime],
    ["declaration.law_date", declaration?.lawDate],
    ["declaration.seller", declaration?.seller],
    ["declaration.buyer", declaration?.buyer],
    ["declaration.currency", declaration?.currency],
    ["declaration.transport_number", declaration?.transportNumber],
    ["declaration.packages", declaration?.packages],
    ["declaration.gross_weight_kg", declaration?.grossWeightKg],
    ...(declaration?.lines ?? []).flatMap(fieldsOfLine),
    ["tax.currency", tax?.currency],
    ["tax.customs_value", tax?.customsValue],
    ["tax.total", tax?.total],
    ...released.papers.map((sha256, at): [string, string] => [`paper.${at + 1}.sha256`, sha256]),
  ];
  return Object.fromEntries(fields.filter((field): field is [string, string] => typeof field[1] === "string"));
}

function fieldsOfLine(line: StatedLine): [string, string | null][] {
  const name = (field: string) => `line.${line.number}.${field}`;
  return [
    [name("description"), line.description],
    [name("commodity_code"), line.commodityCode],
    [name("quantity"), line.quantity],
    [name("unit"), line.unit],
    [name("origin"), line.origin],
    [name("amount"), line.amount],
  ];
}
