import type { Failure } from "@/contracts/problem";
import { NEXT_STAGE } from "@/domain/clearance/lifecycle";
import { isReleased, profileOf } from "@/domain/exchange/message-state";
import { releaseBlockers, releaseNumber } from "@/domain/release/release-order";
import { passesSince } from "@/domain/review/decision";
import { ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { save, walk } from "./advance";
import type { AuthorityPorts } from "./ask-authority";
import { witnessRequirement } from "./ask-requirements";
import { settleQuota } from "./hold-quota";
import { takeOut } from "./hold-stock";
import { lockedClearance } from "./load";
import { oweTax } from "./move-guarantee";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { ClearanceRecord } from "./records";
import { isSecured } from "./secure-tax";
import { stateRelease } from "./state-release";
import { stopRelease } from "./stop-release";

/**
 * Releases one clearance if nothing stands against it, and opens the gate that follows. What stands against it will
 * ask again when it is out of the way, so a clearance that waits costs nothing.
 */
export function releaseClearance(
  ports: { inTransaction: UnitOfWork; world: World } & Pick<AuthorityPorts, "inAuthority">,
  actor: Actor,
  messageId: string,
  clearanceId: string,
): Promise<Result<void, Failure>> {
  return ports.inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "release");
    if (!allowed.ok) return allowed;
    if (!(await tx.outbox.complete(messageId))) return ok(undefined);
    const clearance = await lockedClearance(tx, clearanceId);
    if (!clearance.ok) return clearance;
    const cleared = await mayGo(tx, ports, clearance.value);
    if (!cleared.ok) return cleared;
    if (!cleared.value) return ok(undefined);
    const released = await release(tx, ports.world, clearance.value);
    if (!released.ok) return released;
    if (clearance.value.stage === "bonded_exit") await settleAccounts(tx, ports.world, clearance.value);
    await openNextGate(tx, ports.world, clearance.value);
    await tx.announce(clearance.value.organisationId, clearance.value.shipmentId, {});
    return ok(undefined);
  });
}

/** What the exit settles: the consumer's year is consumed, the goods are out of the book, the tax is owed. */
async function settleAccounts(tx: Transaction, world: World, clearance: ClearanceRecord): Promise<void> {
  await settleQuota(tx, world, clearance, "consume", "system");
  await takeOut(tx, world, clearance);
  const { declarationId: id, organisationId, shipmentId } = clearance;
  if (id) await oweTax(tx, world, { id, organisationId, shipmentId });
}

/** Whether nothing stands against the release, and the authority does not stop it in the last moment. */
async function mayGo(
  tx: Transaction,
  ports: { world: World } & Pick<AuthorityPorts, "inAuthority">,
  clearance: ClearanceRecord,
): Promise<Result<boolean, Failure>> {
  if (clearance.state !== "releasable" || (await blockersOf(tx, ports.world, clearance)).length > 0) return ok(false);
  const stopped = await stopRelease(tx, ports, clearance);
  return stopped.ok ? ok(stopped.value === "go") : stopped;
}

/** What stands between the clearance and its release. */
export async function blockersOf(
  tx: Transaction,
  world: World,
  clearance: ClearanceRecord,
): Promise<readonly string[]> {
  const { id, organisationId, shipmentId, stage, state, declarationId } = clearance;
  const tax = declarationId ? await tx.taxes.ofDeclaration(declarationId) : null;
  const exit = await tx.clearances.ofStage(shipmentId, "bonded_exit");
  const risk = await tx.risks.ofClearance(id);
  const cases = await tx.reviews.ofClearance(id);
  const passed = new Set<string>();
  for (const each of cases.filter((one) => one.declarationId === declarationId)) {
    for (const decision of passesSince(await tx.reviews.decisions(each.id), each.reopenedAt))
      passed.add(decision.officerId);
  }
  return releaseBlockers({
    stage,
    state,
    requirements: await tx.requirements.ofClearance(id),
    isTaxSecured: tax !== null && (await isSecured(tx, tax)),
    isReleasedByAuthority: stage !== "bonded_exit" || (await isReleasedByAuthority(tx, declarationId)),
    isFirstGateReleased: exit?.state === "released",
    bookBlocker:
      stage === "bonded_exit" && state !== "released"
        ? await tx.books.blocker(organisationId, shipmentId, world.today())
        : null,
    needsTwoOfficers: risk?.needsTwoOfficers ?? false,
    officersPassed: passed.size,
  });
}

/**
 * Whether the authority's own system released what was declared, by its word on the channel that took the declaration:
 * suspended or replaced, that channel binds as before. What was lodged before any channel was opened waits for nobody.
 */
async function isReleasedByAuthority(tx: Transaction, declarationId: string | null): Promise<boolean> {
  const message = declarationId === null ? null : await tx.exchange.messageOfDeclaration(declarationId);
  if (message === null) return true;
  const channel = await tx.exchange.channel(message.channelId);
  return !channel?.isBinding || isReleased(profileOf(message), message.state, message.status);
}

async function release(
  tx: Transaction,
  world: World,
  clearance: ClearanceRecord,
): Promise<Result<ClearanceRecord, Failure>> {
  const walked = walk({ ...clearance, releasedAt: world.now() }, ["release_granted"]);
  if (!walked.ok) return walked;
  const saved = await save(tx, walked.value);
  if (!saved.ok) return saved;
  const { organisationId, shipmentId, stage } = clearance;
  const number = releaseNumber(stage, world.today(), clearance.id);
  const order = {
    organisationId,
    id: world.newId(),
    shipmentId,
    clearanceId: clearance.id,
    stage,
    number,
    decidedBy: "system",
    issuedAt: world.now(),
  };
  await tx.releases.add(order);
  const statement = await stateRelease(tx, order, clearance);
  await tx.evidence.append({
    organisationId,
    shipmentId,
    kind: "release_granted",
    actor: "system",
    stage,
    subject: order.id,
    facts: { number, release: order.id, statement },
  });
  return saved;
}

async function openNextGate(tx: Transaction, world: World, clearance: ClearanceRecord): Promise<void> {
  const stage = NEXT_STAGE[clearance.stage];
  if (stage === null) return;
  const next = await tx.clearances.ofStage(clearance.shipmentId, stage);
  if (!next || next.openedAt !== null) return;
  const { organisationId, shipmentId } = clearance;
  await save(tx, { ...next, openedAt: world.now() });
  await tx.evidence.append({
    organisationId,
    shipmentId,
    kind: "gate_opened",
    actor: "system",
    stage,
    subject: next.id,
    facts: {},
  });
  // What was prepared while the first gate ran.
  for (const prepared of await tx.requirements.ofClearance(next.id)) await witnessRequirement(tx, prepared);
  await tx.outbox.put(organisationId, { name: "clearance.assess", payload: { organisationId, clearanceId: next.id } });
}
