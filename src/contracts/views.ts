import { z } from "zod";
import { CLEARANCE_STATES, STAGES } from "@/domain/clearance/lifecycle";
import { REGIMES } from "@/domain/declaration/declaration";
import { OWNERS } from "@/domain/declaration/issue";
import { DOCUMENT_STATES, DOCUMENT_TYPES, REJECTION_REASONS } from "@/domain/document/document";
import { OUTCOMES } from "@/domain/review/decision";
import { METHODS } from "@/domain/shared/sourced";

/** What the screens and the API show. Money and quantities are plain decimal texts, times ISO 8601 instants. */

const id = z.uuid();
const instant = z.iso.datetime();
const amount = z.string().regex(/^-?\d+(\.\d+)?$/);

export const LANES = ["green", "blue", "yellow", "red"] as const;

export const boxView = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

export const issueView = z.object({
  code: z.string(),
  severity: z.enum(["error", "warning"]),
  /** A JSON pointer into the declaration. */
  pointer: z.string(),
  documentId: id.nullable(),
  documentName: z.string().nullable(),
  fieldId: id.nullable(),
  owner: z.enum(OWNERS),
  parameters: z.record(z.string(), z.string()),
  message: z.string(),
  remedy: z.string(),
});

export const clearanceView = z.object({
  id,
  stage: z.enum(STAGES),
  state: z.enum(CLEARANCE_STATES),
  lane: z.enum(LANES).nullable(),
  openedAt: instant.nullable(),
  releasedAt: instant.nullable(),
  /** What release still waits for, as codes of the interface's catalogue. */
  waitingFor: z.array(z.string()),
});

export const shipmentRowView = z.object({
  id,
  reference: z.string(),
  regime: z.enum(REGIMES),
  consignee: z.string().nullable(),
  goods: z.string().nullable(),
  value: z.object({ amount, currency: z.string() }).nullable(),
  documents: z.object({ read: z.number().int(), total: z.number().int() }),
  toConfirm: z.number().int(),
  declarationVersion: z.number().int().nullable(),
  rekeyedFields: z.number().int(),
  gates: z.array(clearanceView),
  createdAt: instant,
  updatedAt: instant,
});

/**
 * The parts of the list of shipments: those that are not lodged yet, those that an officer has, those that wait for the
 * broker (to pay, or to name a paper), those that are free, and those that were refused.
 */
export const SHIPMENT_LISTS = ["draft", "review", "action", "released", "refused"] as const;
export const shipmentListName = z.enum(["all", ...SHIPMENT_LISTS]);
export const shipmentCountsView = z.record(shipmentListName, z.number().int());

export const officeView = z.object({ id, code: z.string(), name: z.string(), authority: z.string() });

export const pageView = z.object({
  number: z.number().int(),
  aspect: z.number(),
  method: z.enum(["text_layer", "ocr"]),
  confidence: z.number(),
});

export const fieldView = z.object({
  id,
  documentId: id.nullable(),
  name: z.string(),
  line: z.number().int().nullable(),
  value: z.string(),
  raw: z.string(),
  page: z.number().int().nullable(),
  box: boxView.nullable(),
  confidence: z.number(),
  method: z.enum(METHODS),
  status: z.enum(["suggested", "confirmed", "corrected", "rejected"]),
  /** Whether a person must look at it before it may be declared. */
  isUnsure: z.boolean(),
  confirmedBy: z.string().nullable(),
});

export const documentView = z.object({
  id,
  shipmentId: id,
  fileName: z.string(),
  mediaType: z.string(),
  byteLength: z.number().int(),
  sha256: z.string(),
  state: z.enum(DOCUMENT_STATES),
  type: z.enum(DOCUMENT_TYPES).nullable(),
  typeConfidence: z.number().nullable(),
  rejection: z.enum(REJECTION_REASONS).nullable(),
  pagesRead: z.number().int(),
  pageCount: z.number().int().nullable(),
  attempts: z.number().int(),
  pages: z.array(pageView),
  fields: z.array(fieldView),
  uploadedAt: instant,
});

export const requirementView = z.object({
  id,
  stage: z.enum(STAGES),
  code: z.string(),
  state: z.enum(["missing", "submitted", "verified", "waived", "failed"]),
  /** Why it is asked, or why it is not, as a code of the catalogue with its parameters. */
  reason: z.string(),
  parameters: z.record(z.string(), z.string()),
  citation: z.string(),
  evidence: z.string().nullable(),
});

export const taxStepView = z.object({
  line: z.number().int().nullable(),
  kind: z.enum(["customs_value", "duty", "consumption_tax", "vat"]),
  base: amount,
  rate: z.string(),
  formula: z.string(),
  amount,
  citation: z.string(),
  validFrom: z.string(),
});

export const taxView = z.object({
  currency: z.string(),
  lawDate: z.string(),
  customsValue: amount,
  duty: amount,
  consumptionTax: amount,
  vat: amount,
  total: amount,
  steps: z.array(taxStepView),
  secured: z.enum(["none", "guarantee", "payment"]),
});

export const riskView = z.object({
  stage: z.enum(STAGES),
  scorecardVersion: z.string(),
  score: z.number().int(),
  lane: z.enum(LANES),
  /** Which of the lane's causes prevailed: a hard rule, the score's band, the random share. */
  laneCause: z.string(),
  needsTwoOfficers: z.boolean(),
  randomDraw: z.object({ seed: z.string(), value: z.number(), share: z.number() }),
  contributions: z.array(
    z.object({
      factor: z.string(),
      points: z.number().int(),
      evidence: z.string(),
      parameters: z.record(z.string(), z.string()),
    }),
  ),
  assessedAt: instant,
});

export const timelineEntryView = z.object({
  sequence: z.number().int(),
  at: instant,
  kind: z.string(),
  actor: z.string(),
  stage: z.enum(STAGES).nullable(),
  subject: z.string(),
  facts: z.record(z.string(), z.string()),
  hash: z.string(),
  previousHash: z.string(),
});

export const timelineView = z.object({ entries: z.array(timelineEntryView), head: z.string() });

export const verificationView = z.object({
  valid: z.boolean(),
  entries: z.number().int(),
  /** The first entry whose hash does not follow from its content; null when all do. */
  brokenAt: z.number().int().nullable(),
  head: z.string(),
});

/** A leaf of the declaration with its provenance. */
export const declaredValueView = z.object({
  pointer: z.string(),
  name: z.string(),
  line: z.number().int().nullable(),
  value: z.string().nullable(),
  fieldId: id.nullable(),
  documentId: id.nullable(),
  documentName: z.string().nullable(),
  page: z.number().int().nullable(),
  box: boxView.nullable(),
  confidence: z.number().nullable(),
  method: z.enum(METHODS).nullable(),
  confirmed: z.boolean(),
});

export const declarationView = z.object({
  version: z.number().int().nullable(),
  regime: z.enum(REGIMES),
  lodgedAt: instant.nullable(),
  idempotencyKey: z.string().nullable(),
  values: z.array(declaredValueView),
  issues: z.array(issueView),
  /** The tax on today's law if it were lodged now; null while values are missing. */
  tax: taxView.nullable(),
  consumer: z.object({ name: z.string(), identityMasked: z.string() }).nullable(),
});

export const shipmentView = shipmentRowView.extend({
  documentList: z.array(documentView),
  declaration: declarationView,
  requirements: z.array(requirementView),
  risk: z.array(riskView),
  tax: taxView.nullable(),
  releaseOrders: z.array(z.object({ id, stage: z.enum(STAGES), number: z.string(), issuedAt: instant })),
  /** The office that the declaration is, or will be, lodged at. */
  office: z.object({ id, name: z.string() }).nullable(),
});

export const reviewRowView = z.object({
  caseId: id,
  shipmentId: id,
  reference: z.string(),
  broker: z.string(),
  stage: z.enum(STAGES),
  lane: z.enum(LANES),
  score: z.number().int(),
  reasons: z.array(z.string()),
  value: z.object({ amount, currency: z.string() }).nullable(),
  needsTwoOfficers: z.boolean(),
  decisions: z.number().int(),
  claimedBy: z.string().nullable(),
  claimedByMe: z.boolean(),
  claimedUntil: instant.nullable(),
  openedAt: instant,
  state: z.enum(["open", "decided"]),
});

export const reviewCaseView = reviewRowView.extend({
  /** What this officer may rule now. */
  outcomes: z.array(z.enum(OUTCOMES)),
  shipment: shipmentView,
  decisionList: z.array(
    z.object({
      officer: z.string(),
      outcome: z.string(),
      reasons: z.array(z.string()),
      note: z.string().nullable(),
      at: instant,
    }),
  ),
});

export const CREDIT_TIERS = ["advanced_certified", "certified", "regular", "dishonest", "seriously_dishonest"] as const;

export const aeoRowView = z.object({
  id,
  aeoCode: z.string(),
  holder: z.string(),
  tier: z.enum(CREDIT_TIERS),
  scope: z.object({
    roles: z.array(z.string()),
    commodityPrefixes: z.array(z.string()),
    origins: z.array(z.string()),
    valueCap: amount.nullable(),
  }),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  state: z.enum(["proposed", "active", "rejected", "suspended", "superseded"]),
  proposedBy: z.string(),
  approvedBy: z.string().nullable(),
  source: z.string(),
  canApprove: z.boolean(),
});

export const aeoImportPreviewView = z.object({
  rows: z.array(
    z.object({
      row: z.number().int(),
      change: z.enum(["new", "changed", "unchanged", "invalid"]),
      aeoCode: z.string(),
      holder: z.string(),
      differences: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
      problem: z.object({ code: z.string(), message: z.string() }).nullable(),
    }),
  ),
});

export const apiKeyView = z.object({
  id,
  name: z.string(),
  prefix: z.string(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
});

export const jobRowView = z.object({
  id,
  name: z.string(),
  state: z.enum(["waiting", "dispatched", "done", "dead"]),
  attempts: z.number().int(),
  lastError: z.string().nullable(),
  createdAt: instant,
});

export const personView = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  organisationId: id,
  organisationName: z.string(),
  organisationKind: z.enum(["broker", "authority"]),
  roles: z.array(z.enum(["broker", "officer", "admin"])),
});

export type IssueView = z.infer<typeof issueView>;
export type ClearanceView = z.infer<typeof clearanceView>;
export type ShipmentRowView = z.infer<typeof shipmentRowView>;
export type ShipmentListName = z.infer<typeof shipmentListName>;
export type ShipmentCountsView = z.infer<typeof shipmentCountsView>;
export type ShipmentView = z.infer<typeof shipmentView>;
export type OfficeView = z.infer<typeof officeView>;
export type DocumentView = z.infer<typeof documentView>;
export type FieldView = z.infer<typeof fieldView>;
export type RequirementView = z.infer<typeof requirementView>;
export type TaxView = z.infer<typeof taxView>;
export type RiskView = z.infer<typeof riskView>;
export type TimelineView = z.infer<typeof timelineView>;
export type VerificationView = z.infer<typeof verificationView>;
export type DeclarationView = z.infer<typeof declarationView>;
export type DeclaredValueView = z.infer<typeof declaredValueView>;
export type ReviewRowView = z.infer<typeof reviewRowView>;
export type ReviewCaseView = z.infer<typeof reviewCaseView>;
export type AeoRowView = z.infer<typeof aeoRowView>;
export type AeoImportPreviewView = z.infer<typeof aeoImportPreviewView>;
export type ApiKeyView = z.infer<typeof apiKeyView>;
export type JobRowView = z.infer<typeof jobRowView>;
export type PersonView = z.infer<typeof personView>;
