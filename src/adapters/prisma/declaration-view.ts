import { bindShipment, bookedLines } from "@/application/book-stock";
import { orderOf, toFacts } from "@/application/dossier";
import { heldByOthers } from "@/application/hold-quota";
import { toIssueView } from "@/application/issue-view";
import { matchIssues } from "@/application/match-issues";
import { toTaxView } from "@/application/tax-view";
import type { DeclarationView, DeclaredValueView, TaxView } from "@/contracts/views/declaration";
import type { DocumentView } from "@/contracts/views/document";
import { bindingIssues } from "@/domain/account-book/issues";
import { assess } from "@/domain/assessment/assess";
import { assembleDeclaration, codesOf, type DeclarationDraft } from "@/domain/declaration/assemble";
import { checkDeclaration, completeDeclaration, leavesOf } from "@/domain/declaration/check";
import { checkShipment } from "@/domain/declaration/check-shipment";
import { maskName } from "@/domain/declaration/consumer";
import type { Regime } from "@/domain/declaration/declaration";
import type { Fact } from "@/domain/declaration/facts";
import type { Issue } from "@/domain/declaration/issue";
import type { Sourced } from "@/domain/shared/sourced";
import type { Reference } from "@/domain/tariff/reference";
import { feedFacts } from "@/domain/three-documents/feed-facts";
import { customsValue } from "@/domain/valuation/customs-value";
import { bookRepository } from "./book-repository";
import type { Declaration, Shipment } from "./generated/client";
import { orderRepository } from "./order-repository";
import { quotaRepository } from "./quota-repository";
import { referenceData } from "./reference-data";
import type { Scope } from "./scope";
import type { OpenedField } from "./sealed";

const PEOPLE: readonly string[] = ["buyer", "consignee"];

interface Rows {
  readonly shipment: Shipment;
  readonly documents: readonly DocumentView[];
  readonly fields: readonly OpenedField[];
  readonly declaration: Declaration | null;
}

/** The declaration as it stands: every value with its source, every issue with its remedy, the tax if lodged today. */
export async function toDeclarationView(scope: Scope, rows: Rows): Promise<DeclarationView> {
  const day = scope.world.today();
  const { shipment, declaration } = rows;
  const orders = orderRepository(scope).orders;
  const retail = await orderOf({ orders }, { id: shipment.id, regime: shipment.regime as Regime });
  const facts = [...factsOf(rows), ...(retail ? feedFacts(retail, orders.simplify) : [])];
  const consumer = consumerOf(shipment);
  const draft = assembleDeclaration({ regime: shipment.regime as Regime, facts, consumer });
  const reference = await referenceData(scope).on(day, codesOf(draft));
  const issues = [
    ...(retail ? matchIssues(retail, await orders.results(retail.id)) : []),
    ...checkShipment({ documents: rows.documents, hasOffice: shipment.officeId !== null }),
    ...checkDeclaration({ draft, facts, reference, day }),
  ];
  const order = { organisationId: shipment.organisationId, shipmentId: shipment.id };
  const quotaHeld = await heldByOthers(quotaRepository(scope), consumer, order, day);
  const isOwn = shipment.organisationId === scope.organisationId;
  const { books } = bookRepository(scope);
  const bindings = isOwn ? await bindShipment(books, shipment.id, bookedLines(draft), day) : [];
  const preview = previewTax({ draft, facts, reference, day, quotaHeld });
  return {
    version: declaration?.version ?? null,
    regime: shipment.regime as Regime,
    lodgedAt: declaration?.lodgedAt.toISOString() ?? null,
    idempotencyKey: declaration?.idempotencyKey ?? null,
    values: leavesOf(draft).map(([path, leaf]) => toValue(path, leaf, rows.documents)),
    issues: [...issues, ...bindingIssues(bindings), ...preview.issues].map((issue) =>
      toIssueView(issue, rows.documents),
    ),
    tax: preview.tax,
    consumer: consumer && { name: consumer.nameMasked, identityMasked: consumer.identityMasked },
  };
}

function factsOf({ documents, fields }: Rows): readonly Fact[] {
  const records = documents.map(({ id, type, copy, placement }) => ({
    id,
    type,
    copyOfId: copy?.ofId ?? null,
    isNoCopy: false,
    isPlaced: placement === null,
    placement,
  })) as unknown as Parameters<typeof toFacts>[0];
  return toFacts(records, fields as unknown as Parameters<typeof toFacts>[1]);
}

function consumerOf(shipment: Shipment) {
  const { consumerNameMasked, consumerToken, consumerMasked } = shipment;
  if (!consumerNameMasked || !consumerToken || !consumerMasked) return null;
  return { nameMasked: consumerNameMasked, identityToken: consumerToken, identityMasked: consumerMasked };
}

/** What the tax would be, or what the law says against it beyond what is missing already. */
function previewTax({
  draft,
  facts,
  reference,
  day,
  quotaHeld,
}: {
  readonly draft: DeclarationDraft;
  readonly facts: readonly Fact[];
  readonly reference: Reference;
  readonly day: string;
  readonly quotaHeld: string | null;
}): { readonly tax: TaxView | null; readonly issues: readonly Issue[] } {
  const content = completeDeclaration({ draft, facts, reference, day });
  if (!content.ok) return { tax: null, issues: [] };
  const value = customsValue(content.value, reference, day);
  if (!value.ok) return { tax: null, issues: value.error };
  const assessment = assess({ content: content.value, value: value.value, reference, day, quotaHeld });
  if (!assessment.ok) return { tax: null, issues: assessment.error };
  return { tax: toTaxView(assessment.value), issues: [] };
}

function toValue(path: string, leaf: Sourced<string> | null, documents: readonly DocumentView[]): DeclaredValueView {
  const line = /^lines\.(\d+)\./.exec(path)?.[1];
  const source = leaf?.source ?? null;
  return {
    pointer: `/${path.replaceAll(".", "/")}`,
    name: path.split(".").at(-1) ?? path,
    line: line === undefined ? null : Number(line),
    value: leaf ? shown(path, leaf) : null,
    fieldId: source?.fieldId ?? null,
    documentId: source?.documentId ?? null,
    documentName: documents.find((document) => document.id === source?.documentId)?.fileName ?? null,
    page: source?.page ?? null,
    box: source?.box ?? null,
    confidence: source?.confidence ?? null,
    method: source?.method ?? null,
    confirmed: source?.confirmedBy != null,
  };
}

/** Who orders name are people; whoever has to see one looks at the order and says why. */
function shown(path: string, { value, source }: Sourced<string>): string {
  return source?.method === "feed" && PEOPLE.includes(path) ? maskName(value) : value;
}
