import type { Failure } from "@/contracts/problem";
import type {
  BenefitUseView,
  CreditFlagView,
  CreditPolicyView,
  WorkbookRowView,
  WorkbookView,
} from "@/contracts/views/credit-policy";
import type { Result } from "@/domain/shared/result";
import type { Actor } from "./actor";
import type { Listing } from "./listing";

/** What credit is worth, where it was used, and how firms prepare for it. */
export interface CreditQueries {
  /** The schemes, the policy in force and those of before, for officers and admins of an authority. */
  getCreditPolicy(actor: Actor): Promise<Result<CreditPolicyView, Failure>>;
  /** The benefits that were used at the own offices, the newest first. */
  listBenefitUses(
    actor: Actor,
    options: { cursor?: string; limit: number },
  ): Promise<Result<Listing<BenefitUseView>, Failure>>;
  /** What losses of credit changed of shipments that were not released, the newest first. */
  listCreditFlags(
    actor: Actor,
    options: { cursor?: string; limit: number },
  ): Promise<Result<Listing<CreditFlagView>, Failure>>;
  /** The firm's workbooks, the newest first. */
  listWorkbooks(actor: Actor): Promise<Result<readonly WorkbookRowView[], Failure>>;
  /** What firms handed in to the own authority, the newest first. */
  listApplications(actor: Actor): Promise<Result<readonly WorkbookRowView[], Failure>>;
  /** A workbook of the own firm, or one that was handed in to the own authority. */
  getWorkbook(actor: Actor, id: string): Promise<WorkbookView | null>;
  /** A file of such a workbook: where its bytes are. */
  getWorkbookFile(actor: Actor, id: string): Promise<{ readonly sha256: string; readonly name: string } | null>;
}
