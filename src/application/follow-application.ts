import { yearsAfter } from "@/domain/aeo/review-day";
import type { Actor } from "./actor";
import { giveNotice } from "./give-notice";
import type { Transaction, World } from "./ports";
import type { WorkbookRecord } from "./workbook-record";

/** What a ruling on an entry means for the application that it came from, in the transaction of the ruling. */
export async function followApplication(
  tx: Transaction,
  world: World,
  actor: Actor,
  authorisationId: string,
  isApproved: boolean,
): Promise<void> {
  const workbook = await tx.workbooks.ofAuthorisation(authorisationId);
  if (workbook?.state !== "proposed") return;
  const state = isApproved ? ("approved" as const) : ("rejected" as const);
  await tx.workbooks.settle(workbook.id, {
    state,
    ...(isApproved ? { reviewOn: yearsAfter(world.today(), 1) } : {}),
  });
  await tellFirm(tx, world, actor, workbook, state);
}

/** Tells the firm what became of its application. */
export async function tellFirm(
  tx: Transaction,
  world: World,
  actor: Actor,
  { organisationId, id, number }: WorkbookRecord,
  state: string,
) {
  await giveNotice(tx, world, {
    ...{ organisationId, kind: "aeo_application" as const, subjectId: id, causedBy: actor.id },
    occasion: `${state} ${world.now().toISOString()}`,
    facts: { number, outcome: state },
  });
}
