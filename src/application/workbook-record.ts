import type { AnswerState, Measures } from "@/domain/aeo/criterion";
import type { Drawn, Finding } from "@/domain/aeo/mock-audit";
import type { LocalDate } from "@/domain/shared/local-date";

export type WorkbookTier = "advanced_certified" | "certified";
export type WorkbookState = "draft" | "submitted" | "returned" | "proposed" | "approved" | "rejected" | "reviewed";

/** A firm's workbook: a preparation, an application, or the yearly review of a certificate. */
export interface WorkbookRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly number: string;
  readonly scheme: string;
  readonly tier: WorkbookTier;
  readonly state: WorkbookState;
  readonly holder: string;
  readonly reviewOf: string | null;
  readonly authorityId: string | null;
  readonly authorisationId: string | null;
  readonly reviewOn: LocalDate | null;
}

export interface AnswerRecord {
  readonly criterion: string;
  readonly state: AnswerState;
  readonly note: string;
}

/** A file that shows how a criterion is met; its bytes lie in the store of documents. */
export interface EvidenceFileRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly workbookId: string;
  readonly criterion: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly byteLength: number;
  readonly byName: string;
}

interface Submission {
  readonly authorityId: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly measures: Measures;
}

/** Workbooks as use cases reach them: those of the own firm, and those that were handed in to the own authority. */
export interface WorkbookStore {
  /** Whoever changes workbooks of the organisation waits until no other does. */
  lock(): Promise<void>;
  /** The one in which the firm writes or that an authority looks at; null for none. */
  open(): Promise<WorkbookRecord | null>;
  get(id: string): Promise<WorkbookRecord | null>;
  /** That which an entry of the whitelist was proposed from; null for none. */
  ofAuthorisation(authorisationId: string): Promise<WorkbookRecord | null>;
  add(workbook: WorkbookRecord): Promise<void>;
  answers(id: string): Promise<readonly AnswerRecord[]>;
  putAnswer(id: string, answer: AnswerRecord, by: { readonly id: string; readonly name: string }): Promise<void>;
  files(id: string): Promise<readonly EvidenceFileRecord[]>;
  file(id: string): Promise<EvidenceFileRecord | null>;
  addFile(file: EvidenceFileRecord): Promise<void>;
  withdrawFile(id: string): Promise<boolean>;
  /** What the firm's own history comes to since the instant. */
  measures(since: Date): Promise<Measures>;
  submit(id: string, submission: Submission): Promise<void>;
  /** What an authority did with it. */
  settle(
    id: string,
    to: {
      readonly state: WorkbookState;
      readonly note?: string;
      readonly authorisationId?: string;
      readonly reviewOn?: LocalDate;
    },
  ): Promise<void>;
  /** The lodged shipments of the firm, the newest first, so many at most. */
  shipments(most: number): Promise<readonly { readonly id: string; readonly reference: string }[]>;
  addAudit(audit: {
    readonly id: string;
    readonly workbookId: string;
    readonly seed: string;
    readonly byName: string;
    readonly items: readonly Drawn[];
  }): Promise<void>;
  /** False when there is no such item of the own firm. */
  putFinding(
    auditId: string,
    position: number,
    finding: { readonly finding: Finding; readonly note: string; readonly byName: string },
  ): Promise<boolean>;
}
