import type { Actor } from "@/application/actor";
import { completeReview, proposeFromApplication, returnApplication, submitWorkbook } from "@/application/apply-for-aeo";
import {
  addWorkbookFile,
  answerCriterion,
  drawMockAudit,
  openWorkbook,
  recordAuditFinding,
  withdrawWorkbookFile,
} from "@/application/keep-workbook";
import { proposeBenefits, settleBenefits } from "@/application/maintain-benefits";
import { previewCredit } from "@/application/preview-credit";
import { SHIPPED_CREDIT } from "./credit-law";
import { type House, must } from "./house";

interface Ids {
  readonly authorisationId: string;
  readonly benefitsId: string;
  readonly workbookId: string;
  readonly fileId: string;
  readonly auditId: string;
}

/** Known only once the tests run. */
interface Tried {
  readonly house: () => House;
  readonly actor: () => Actor;
  readonly ids: () => Ids;
}

/** A proposed policy of benefits and an open workbook with a file and a mock audit, beside an entry that there is. */
export async function creditThings(house: House, authorisationId: string): Promise<Ids> {
  const shipped = SHIPPED_CREDIT.policies.at(-1)?.policy;
  if (!shipped) throw new Error("no benefits ship");
  const { version: _version, ...policy } = shipped;
  const effectiveFrom = house.world.today();
  const proposal = { effectiveFrom, policy, basis: "own" as const, citation: "Own policy of the tests" };
  const { id } = must(await proposeBenefits(house, house.admin, proposal));
  const { id: workbookId } = must(
    await openWorkbook(house, house.broker, { tier: "certified", holder: "Broker A", reviewOf: null }),
  );
  const stream = oneByte();
  const file = { criterion: "procedures", name: "procedures.txt", mediaType: "text/plain", stream };
  const { id: fileId } = must(await addWorkbookFile(house, house.broker, workbookId, file));
  const { id: auditId } = must(await drawMockAudit(house, house.broker, workbookId));
  return { authorisationId, benefitsId: id, workbookId, fileId, auditId };
}

/** Every use case of credit that takes an id of the authority, tried by an actor. */
export function creditActs({ house, actor, ids }: Tried) {
  return {
    settleBenefits: () => settleBenefits(house(), actor(), ids().benefitsId, true),
    previewCredit: () => previewCredit(house(), actor(), { act: "benefits", policyId: ids().benefitsId }),
  };
}

async function* oneByte() {
  yield new TextEncoder().encode("x");
}

/** Every use case of workbooks that takes an id, tried by another firm; and those of an authority by another one. */
export function workbookActs({ house, actor, ids, keeper }: Tried & { readonly keeper: () => Actor }) {
  const broker = (): Actor => ({ ...actor(), roles: ["broker", "admin"] }) as Actor;
  return {
    answerCriterion: () =>
      answerCriterion(house(), broker(), ids().workbookId, { criterion: "procedures", state: "met", note: "" }),
    addWorkbookFile: () =>
      addWorkbookFile(house(), broker(), ids().workbookId, {
        criterion: "procedures",
        name: "x",
        mediaType: "text/plain",
        stream: oneByte(),
      }),
    withdrawWorkbookFile: () => withdrawWorkbookFile(house(), broker(), ids().fileId),
    drawMockAudit: () => drawMockAudit(house(), broker(), ids().workbookId),
    recordAuditFinding: () =>
      recordAuditFinding(house(), broker(), ids().auditId, 0, { finding: "conforms", note: "" }),
    submitWorkbook: () => submitWorkbook(house(), broker(), ids().workbookId, ids().workbookId),
    completeReview: () => completeReview(house(), broker(), ids().workbookId),
    returnApplication: () => returnApplication(house(), keeper(), ids().workbookId, "because"),
    proposeFromApplication: () =>
      proposeFromApplication(house(), keeper(), ids().workbookId, {
        aeoCode: "AEOCN1234567890",
        validFrom: "2026-12-01",
        validTo: null,
      }),
  };
}

/** What each query of credit gives another firm. */
export function creditQueries({ house, actor, ids }: Tried) {
  const page = { limit: 50 };
  const forbidden = { ok: false, error: { kind: "forbidden", permission: "see_credit" } };
  return {
    getCreditPolicy: [() => house().queries.getCreditPolicy(actor()), forbidden],
    listBenefitUses: [() => house().queries.listBenefitUses(actor(), page), forbidden],
    listCreditFlags: [() => house().queries.listCreditFlags(actor(), page), forbidden],
    listApplications: [() => house().queries.listApplications(actor()), forbidden],
    listWorkbooks: [async () => must(await house().queries.listWorkbooks(actor())), []],
    getWorkbook: [() => house().queries.getWorkbook(actor(), ids().workbookId), null],
    getWorkbookFile: [() => house().queries.getWorkbookFile(actor(), ids().fileId), null],
  } as const;
}
