import { type DocumentType, FINAL_INVOICE_TYPES, INVOICE_TYPES, TRANSPORT_DOCUMENT_TYPES } from "../document/document";
import { readCommodityCode } from "../tariff/commodity-code";
import { ADJUSTMENTS } from "../valuation/adjustments";
import type { Consumer } from "./consumer";
import type { Adjustments, DeclarationContent, DeclarationLine, Regime } from "./declaration";
import { type Fact, isSettled, toSourced } from "./facts";
import type { Leaf } from "./leaf";

/** A declaration in the making: what is known so far, each value with its source. */
export type DeclarationDraft = {
  readonly [K in keyof Omit<DeclarationContent, "lines" | "consumer" | "regime" | "adjustments">]: Leaf;
} & {
  readonly regime: Regime;
  readonly adjustments: Adjustments;
  readonly consumer: Consumer | null;
  readonly lines: readonly DraftLine[];
};

/** A goods line in the making. */
export type DraftLine = { readonly [K in keyof Omit<DeclarationLine, "number">]: Leaf } & { readonly number: number };

const PRICE: readonly DocumentType[] = INVOICE_TYPES;
const FINAL: readonly DocumentType[] = FINAL_INVOICE_TYPES;
const CARRIAGE: readonly DocumentType[] = TRANSPORT_DOCUMENT_TYPES;
const PACKING: readonly DocumentType[] = ["packing_list"];

/** Which documents speak of what, the most authoritative first. What a person typed comes before all. */
const AUTHORITY = {
  invoiceNumber: { name: "invoice_number", from: [FINAL, PRICE] },
  invoiceDate: { name: "date", from: [FINAL, PRICE] },
  seller: { name: "seller", from: [FINAL, PRICE] },
  buyer: { name: "buyer", from: [FINAL, PRICE] },
  consignee: { name: "consignee", from: [CARRIAGE, PACKING] },
  currency: { name: "currency", from: [FINAL, PRICE] },
  invoiceTotal: { name: "total", from: [FINAL, PRICE] },
  incoterm: { name: "incoterm", from: [FINAL, PRICE] },
  freight: { name: "freight", from: [PRICE, CARRIAGE] },
  insurance: { name: "insurance", from: [PRICE, CARRIAGE] },
  preference: { name: "preference", from: [["certificate_of_origin"], PRICE] },
  transportNumber: { name: "transport_number", from: [CARRIAGE] },
  portOfLoading: { name: "port_of_loading", from: [CARRIAGE, PRICE] },
  portOfDischarge: { name: "port_of_discharge", from: [CARRIAGE, PRICE] },
  packages: { name: "packages", from: [CARRIAGE, PACKING, PRICE] },
  grossWeightKg: { name: "gross_weight_kg", from: [CARRIAGE, PACKING, PRICE] },
  netWeightKg: { name: "net_weight_kg", from: [PACKING, PRICE] },
} as const;

/** Puts the one declaration together from everything that documents and people have stated. Nothing is invented. */
export function assembleDeclaration(input: {
  regime: Regime;
  facts: readonly Fact[];
  consumer: Consumer | null;
}): DeclarationDraft {
  const facts = input.facts.filter((fact) => fact.status !== "rejected");
  const invoice = pricedDocuments(facts)[0] ?? null;
  const header = facts.filter((fact) => fact.line === null);
  const leaves = Object.fromEntries(
    Object.entries(AUTHORITY).map(([leaf, { name, from }]) => [
      leaf,
      choose(
        header.filter((fact) => fact.name === name),
        from,
        invoice,
      ),
    ]),
  ) as Record<keyof typeof AUTHORITY, Leaf>;
  const adjustments = Object.fromEntries(
    ADJUSTMENTS.map((kind) => [
      kind,
      choose(
        header.filter((fact) => fact.name === kind),
        [FINAL, PRICE, CARRIAGE],
        invoice,
      ),
    ]),
  ) as Adjustments;
  return {
    ...leaves,
    adjustments,
    regime: input.regime,
    consumer: input.consumer,
    lines: assembleLines(facts, invoice),
  };
}

/** Whom the documents of carriage name as the consignee; what was typed beside them, or stands elsewhere, is not theirs. */
export function consigneeOnTransport(facts: readonly Fact[]): string | null {
  const stated = facts.filter((fact) => fact.name === "consignee" && fact.line === null && fact.status !== "rejected");
  const theirs = stated.filter((fact) => fact.documentType !== null && CARRIAGE.includes(fact.documentType));
  return choose(theirs, [CARRIAGE])?.value ?? null;
}

/**
 * The documents that list goods with prices, in the order in which they came, the pro forma ones behind the final. The
 * first one's lines are declared.
 */
export function pricedDocuments(facts: readonly Fact[]): readonly string[] {
  const priced = facts.filter(
    ({ status, line, documentType }) =>
      status !== "rejected" && line !== null && documentType !== null && PRICE.includes(documentType),
  );
  const isFinal = ({ documentType }: Fact) => documentType !== null && FINAL_INVOICE_TYPES.includes(documentType);
  const ids = [...priced.filter(isFinal), ...priced.filter((fact) => !isFinal(fact))];
  return [...new Set(ids.flatMap((fact) => fact.documentId ?? []))];
}

/**
 * The fact that a person ruled to be right; else that of the most authoritative document, among those a settled one or
 * the surest. Where there are several
 * invoices, the one whose lines are declared speaks first, so that its total is not held against another's lines.
 */
function choose(
  facts: readonly Fact[],
  from: readonly (readonly DocumentType[])[],
  invoice: string | null = null,
): Leaf {
  const prevailing = facts.filter((fact) => fact.precedence === "prevails");
  // What a passport fills in says less than any paper, until a person vouches for it.
  const isFilled = (fact: Fact) => fact.method === "passport" && !isSettled(fact);
  const typed = facts.filter((fact) => fact.documentType === null && !isFilled(fact));
  // What a person ruled out speaks only where nothing else does.
  const standing = facts.filter((fact) => fact.precedence !== "yields");
  const ranked = [
    prevailing,
    typed,
    ...from.flatMap((types) => rank(standing, types, invoice)),
    ...from.flatMap((types) => rank(facts, types, invoice)),
    facts.filter(isFilled),
  ];
  const speaking = ranked.find((group) => group.length > 0);
  return speaking ? toSourced(surest(speaking)) : null;
}

function rank(
  facts: readonly Fact[],
  types: readonly DocumentType[],
  invoice: string | null,
): readonly (readonly Fact[])[] {
  const ofTypes = facts.filter((fact) => fact.documentType !== null && types.includes(fact.documentType));
  return [ofTypes.filter((fact) => fact.documentId === invoice), ofTypes];
}

function surest(facts: readonly Fact[]): Fact {
  return facts.reduce((best, fact) => (weight(fact) >= weight(best) ? fact : best));
}

function weight(fact: Fact): number {
  return (isSettled(fact) ? 2 : 0) + fact.confidence;
}

/** The goods lines are those of the first document that lists goods with prices; a person's entries complete them. */
function assembleLines(facts: readonly Fact[], invoice: string | null): readonly DraftLine[] {
  const onLines = facts.filter((fact) => isOnLines(fact, invoice));
  const numbers = indexesOf(onLines);
  const shared = sharedFacts(facts, numbers.length);
  return numbers.map((index, position) => {
    const own = onLines.filter((fact) => fact.line === index);
    const pick = (name: string): Leaf =>
      choose(
        own.filter((fact) => fact.name === name),
        [PRICE],
      );
    return {
      number: position + 1,
      description: pick("description"),
      commodityCode: normaliseCode(pick("hs_code") ?? shared.commodityCode),
      quantity: pick("quantity"),
      unit: pick("unit"),
      unitPrice: pick("unit_price"),
      amount: pick("amount"),
      origin: pick("origin") ?? shared.origin,
      netWeightKg: pick("net_weight_kg") ?? shared.netWeightKg,
    };
  });
}

/** By which index the facts of each declared line stand, in the order of the lines. */
export function declaredLines(facts: readonly Fact[]): readonly number[] {
  const standing = facts.filter((fact) => fact.status !== "rejected");
  const invoice = pricedDocuments(standing)[0] ?? null;
  return indexesOf(standing.filter((fact) => isOnLines(fact, invoice)));
}

function isOnLines(fact: Fact, invoice: string | null): boolean {
  return fact.line !== null && (fact.documentType === null || fact.documentId === invoice);
}

function indexesOf(onLines: readonly Fact[]): readonly number[] {
  return [...new Set(onLines.map((fact) => fact.line ?? 0))].sort((a, b) => a - b);
}

/** What the header says of all goods holds for a line that says nothing itself, where that is not ambiguous. */
function sharedFacts(
  facts: readonly Fact[],
  lineCount: number,
): { origin: Leaf; commodityCode: Leaf; netWeightKg: Leaf } {
  const header = facts.filter((fact) => fact.line === null);
  const codes = header.filter(
    (fact) => fact.name === "hs_codes" && fact.documentType !== null && PRICE.includes(fact.documentType),
  );
  const isOneCode = new Set(codes.map((fact) => fact.value)).size === 1;
  const certificate: readonly DocumentType[] = ["certificate_of_origin"];
  return {
    origin: choose(
      header.filter((fact) => fact.name === "country_of_origin"),
      [PRICE, certificate, PACKING],
    ),
    commodityCode: isOneCode ? choose(codes, [PRICE]) : null,
    netWeightKg:
      lineCount === 1
        ? choose(
            header.filter((fact) => fact.name === "net_weight_kg"),
            [PACKING, PRICE],
          )
        : null,
  };
}

function normaliseCode(leaf: Leaf): Leaf {
  if (!leaf) return null;
  const parsed = readCommodityCode(leaf.value);
  return parsed.ok ? { ...leaf, value: parsed.value.code } : leaf;
}

/** The commodity codes that the draft names. */
export function codesOf({ lines }: DeclarationDraft): readonly string[] {
  return lines.flatMap(({ commodityCode }) => (commodityCode ? [commodityCode.value] : []));
}
