import { assembleDeclaration, codesOf, type DeclarationDraft } from "@/domain/declaration/assemble";
import type { Fact } from "@/domain/declaration/facts";
import type { LocalDate } from "@/domain/shared/local-date";
import type { Reference } from "@/domain/tariff/reference";
import { isCopy } from "./link-copies";
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
}

/** Gathers documents, facts and the law of the day, and assembles the draft from them. */
export async function gatherDossier(
  tx: Pick<Transaction, "documents" | "fields" | "reference">,
  shipment: ShipmentRecord,
  day: LocalDate,
): Promise<Dossier> {
  const documents = await tx.documents.listOf(shipment.id);
  const fields = await tx.fields.listOf(shipment.id);
  const facts = toFacts(documents, fields);
  const { consumer } = shipment;
  const named = consumer && {
    nameMasked: consumer.nameMasked,
    identityToken: consumer.identityToken,
    identityMasked: consumer.identityMasked,
  };
  const draft = assembleDeclaration({ regime: shipment.regime, facts, consumer: named });
  return { shipment, documents, facts, draft, reference: await tx.reference.on(day, codesOf(draft)) };
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
