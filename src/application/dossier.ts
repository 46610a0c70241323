import { assembleDeclaration, codesOf, type DeclarationDraft } from "@/domain/declaration/assemble";
import { isRetail } from "@/domain/declaration/declaration";
import type { Fact } from "@/domain/declaration/facts";
import type { Issue } from "@/domain/declaration/issue";
import type { LocalDate } from "@/domain/shared/local-date";
import type { Reference } from "@/domain/tariff/reference";
import { feedFacts } from "@/domain/three-documents/feed-facts";
import { isCopy } from "./link-copies";
import { matchIssues } from "./match-issues";
import type { OrderRecord } from "./order-record";
import { isUnplaced } from "./placement";
import type { Transaction } from "./ports";
import type { DocumentRecord, FieldRecord, ShipmentRecord } from "./records";

/** Everything known of a shipment that a declaration is made from. */
export interface Dossier {
  readonly shipment: ShipmentRecord;
  readonly documents: readonly DocumentRecord[];
  readonly facts: readonly Fact[];
  readonly draft: DeclarationDraft;
  readonly reference: Reference;
  /** The order that the shipment was made for, with its records; null for one of documents. */
  readonly order: OrderRecord | null;
  /** What the match of the order's documents says against declaring it. */
  readonly mismatches: readonly Issue[];
}

/** Gathers documents, facts and the law of the day, and assembles the draft from them. */
export async function gatherDossier(
  tx: Pick<Transaction, "documents" | "fields" | "reference" | "orders">,
  shipment: ShipmentRecord,
  day: LocalDate,
): Promise<Dossier> {
  const documents = await tx.documents.listOf(shipment.id);
  const fields = await tx.fields.listOf(shipment.id);
  const order = await orderOf(tx, shipment);
  const facts = [...toFacts(documents, fields), ...(order ? feedFacts(order, tx.orders.simplify) : [])];
  const { consumer } = shipment;
  const named = consumer && {
    nameMasked: consumer.nameMasked,
    identityToken: consumer.identityToken,
    identityMasked: consumer.identityMasked,
  };
  const draft = assembleDeclaration({ regime: shipment.regime, facts, consumer: named });
  const reference = await tx.reference.on(day, codesOf(draft));
  const mismatches = order ? matchIssues(order, await tx.orders.results(order.id)) : [];
  return { shipment, documents, facts, draft, reference, order, mismatches };
}

/** The order of a retail import that was made from feeds. */
export async function orderOf(
  tx: Pick<Transaction, "orders">,
  shipment: Pick<ShipmentRecord, "id" | "regime">,
): Promise<OrderRecord | null> {
  return isRetail(shipment.regime) ? tx.orders.ofShipment(shipment.id) : null;
}

/** Fields together with the type of the document that they stand on. */
export function toFacts(documents: readonly DocumentRecord[], fields: readonly FieldRecord[]): readonly Fact[] {
  const types = new Map(documents.map((document) => [document.id, document.type ?? "other"]));
  // What stands on a copy is stated by the document that it is a copy of; whose paper is not known says nothing here.
  const left = new Set(documents.filter((each) => isCopy(each) || isUnplaced(each)).map((document) => document.id));
  const own = fields.filter((field) => field.documentId === null || !left.has(field.documentId));
  return own.map((field) => ({
    id: field.id,
    documentId: field.documentId,
    documentType: field.documentId ? (types.get(field.documentId) ?? "other") : null,
    name: field.name,
    line: field.line,
    value: field.value,
    page: field.page,
    box: field.box,
    confidence: field.confidence,
    method: field.method,
    status: field.status,
    confirmedBy: field.confirmedBy,
    precedence: field.precedence,
  }));
}
