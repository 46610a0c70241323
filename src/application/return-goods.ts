import type { Failure } from "@/contracts/problem";
import { parseQuantity } from "@/domain/account-book/quantity";
import { isRetail } from "@/domain/declaration/declaration";
import { assessedLines } from "@/domain/goods-return/assessed-lines";
import { cameInTime, mayApply, type ReturnClock, returnClock } from "@/domain/goods-return/clock";
import { type ReturnedLine, type Reversal, type ReversalFault, reverseLines } from "@/domain/goods-return/reverse";
import type { LocalDate } from "@/domain/shared/local-date";
import { err, ok, type Result } from "@/domain/shared/result";
import { parameterOn } from "@/domain/tariff/reference";
import { type Actor, authorise } from "./actor";
import type { GoodsReturnRecord, ReturnReason } from "./goods-return-record";
import { found } from "./load";
import { oweReturn } from "./owe-message";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { DeclarationRecord, TaxAssessmentRecord } from "./records";
import { reverseReturn } from "./reverse-return";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

/** Goods that a consumer sends back. */
export interface WantedReturn {
  readonly shipmentId: string;
  readonly lines: readonly ReturnedLine[];
}

/** What a return would do, with its clock. */
export interface ReturnPreview {
  readonly clock: ReturnClock;
  readonly reversal: Reversal;
  readonly currency: string;
}

/** What a return of these goods would reverse, and until when. Nothing is written. */
export function previewReturn(
  { inTransaction, world }: Ports,
  actor: Actor,
  wanted: WantedReturn,
): Promise<Result<ReturnPreview, Failure>> {
  return inTransaction<ReturnPreview, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "return_goods");
    if (!allowed.ok) return allowed;
    const weighed = await weigh(tx, world, wanted);
    if (!weighed.ok) return weighed;
    const { clock, reversal, tax } = weighed.value;
    return ok({ clock, reversal, currency: tax.currency });
  });
}

/**
 * Applies for the return of retail goods: within thirty days of their release by customs, of what is declared and not
 * returned yet. Tax, year and book stay as they are until the goods are back.
 */
export function applyForReturn(
  { inTransaction, world }: Ports,
  actor: Actor,
  { reason, ...wanted }: WantedReturn & { readonly reason: ReturnReason },
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "return_goods");
    if (!allowed.ok) return allowed;
    await tx.lockShipment(wanted.shipmentId);
    const weighed = await weigh(tx, world, wanted);
    if (!weighed.ok) return weighed;
    const { clock, reversal, tax, declaration } = weighed.value;
    const { organisationId, shipmentId, id: declarationId } = declaration;
    const id = world.newId();
    await tx.goodsReturns.add({
      ...{ organisationId, id, shipmentId, declarationId, reason, ...clock, ...reversal.total },
      state: "applied",
      appliedOn: world.today(),
      appliedBy: actor.id,
      arrivedOn: null,
      currency: tax.currency,
      lines: wanted.lines,
    });
    await tx.evidence.append({
      organisationId,
      shipmentId,
      kind: "return_applied",
      actor: actor.id,
      stage: "domestic_distribution",
      subject: id,
      facts: { reason, arrive_by: clock.arriveBy, lines: String(wanted.lines.length) },
    });
    await oweReturn(tx, world, declaration, id);
    await tx.announce(organisationId, shipmentId, {});
    return ok({ id });
  });
}

interface Arrival {
  readonly returnId: string;
  /** The day on which the goods reached the zone. */
  readonly arrivedOn: LocalDate;
  /** Whether they came back as they went out: Announcement 45 of 2020 asks for goods whose second sale is not affected. */
  readonly isAsReleased: boolean;
}

/**
 * Takes goods that are back in the zone: tax, the consumer's year and the book are reversed together, or nothing is.
 * From day 46 on nothing is reversed, whoever asks.
 */
export function completeReturn(
  { inTransaction, world }: Ports,
  actor: Actor,
  { returnId, arrivedOn, isAsReleased }: Arrival,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "return_goods");
    if (!allowed.ok) return allowed;
    const goodsReturn = await lockedReturn(tx, returnId);
    if (!goodsReturn.ok) return goodsReturn;
    const { organisationId, shipmentId } = goodsReturn.value;
    const mayCome = checkArrival(world, goodsReturn.value, arrivedOn, isAsReleased);
    if (!mayCome.ok) return mayCome;
    const back = await reversalOf(tx, goodsReturn.value);
    if (!back.ok) return back;
    const outcome = { state: "completed", arrivedOn, ...back.value.total } as const;
    const isSettled = await tx.goodsReturns.settle(returnId, outcome, actor.id);
    if (!isSettled) return err({ kind: "stale_version", what: "return" });
    const reversed = await reverseReturn(tx, world, { ...goodsReturn.value, ...back.value.total }, actor.id);
    if (!reversed.ok) return reversed;
    await tx.evidence.append({
      organisationId,
      shipmentId,
      kind: "return_completed",
      actor: actor.id,
      stage: "domestic_distribution",
      subject: returnId,
      facts: { arrived_on: arrivedOn, ...reversed.value },
    });
    await tx.announce(organisationId, shipmentId, {});
    return ok(undefined);
  });
}

function checkArrival(
  world: World,
  goodsReturn: GoodsReturnRecord,
  arrivedOn: LocalDate,
  isAsReleased: boolean,
): Result<void, Failure> {
  const { state, appliedOn, arriveBy } = goodsReturn;
  if (state !== "applied") return err({ kind: "invalid_input", pointer: "/id", fault: "return_settled" });
  if (!isAsReleased) return err({ kind: "invalid_input", pointer: "/isAsReleased", fault: "return_condition" });
  const inTime = cameInTime(goodsReturn, { appliedOn, arrivedOn, today: world.today() });
  if (inTime.ok) return inTime;
  const parameters = { day: arriveBy, applied: appliedOn };
  return err({ kind: "invalid_input", pointer: "/arrivedOn", fault: inTime.error, parameters });
}

/** Takes an application back: the goods stay with the consumer. */
export function cancelReturn({ inTransaction }: Ports, actor: Actor, returnId: string): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "return_goods");
    if (!allowed.ok) return allowed;
    const goodsReturn = await lockedReturn(tx, returnId);
    if (!goodsReturn.ok) return goodsReturn;
    if (!(await tx.goodsReturns.settle(returnId, { state: "cancelled" }, actor.id)))
      return err({ kind: "invalid_input", pointer: "/id", fault: "return_settled" });
    const { organisationId, shipmentId } = goodsReturn.value;
    await tx.evidence.append({
      organisationId,
      shipmentId,
      kind: "return_cancelled",
      actor: actor.id,
      stage: "domestic_distribution",
      subject: returnId,
      facts: {},
    });
    await tx.announce(organisationId, shipmentId, {});
    return ok(undefined);
  });
}

async function lockedReturn(tx: Transaction, id: string): Promise<Result<GoodsReturnRecord, Failure>> {
  const known = found(await tx.goodsReturns.get(id), "return");
  if (!known.ok) return known;
  await tx.lockShipment(known.value.shipmentId);
  return found(await tx.goodsReturns.get(id), "return");
}

interface Weighed {
  readonly declaration: DeclarationRecord;
  readonly tax: TaxAssessmentRecord;
  readonly clock: ReturnClock;
  readonly reversal: Reversal;
}

/** Whether the goods may be sent back today, until when, and what that reverses. */
async function weigh(
  tx: Transaction,
  world: World,
  { shipmentId, lines }: WantedReturn,
): Promise<Result<Weighed, Failure>> {
  const formless = lines.find(({ quantity }) => parseQuantity(quantity) === null);
  if (formless) {
    const parameters = { line: String(formless.line) };
    return err({ kind: "invalid_input", pointer: "/lines", fault: "return_quantity_form", parameters });
  }
  const declaration = found(await tx.declarations.latest(shipmentId), "declaration");
  if (!declaration.ok) return declaration;
  if (!isRetail(declaration.value.regime))
    return err({ kind: "invalid_input", pointer: "/shipmentId", fault: "return_regime" });
  const exit = found(await tx.clearances.ofStage(shipmentId, "bonded_exit"), "clearance");
  if (!exit.ok) return exit;
  if (exit.value.releasedAt === null)
    return err({ kind: "invalid_input", pointer: "/shipmentId", fault: "return_not_released" });
  const tax = found(await tx.taxes.ofDeclaration(declaration.value.id), "assessment");
  if (!tax.ok) return tax;
  const releasedOn = world.dayOf(exit.value.releasedAt);
  const clock = await clockOf(tx, releasedOn);
  const inTime = mayApply(clock, world.today());
  if (!inTime.ok)
    return err({
      kind: "invalid_input",
      pointer: "/shipmentId",
      fault: inTime.error,
      parameters: { day: clock.applyBy },
    });
  const declared = declaration.value.content.lines.map(({ number, quantity }) => ({
    number,
    quantity: quantity.value,
  }));
  const earlier = (await tx.goodsReturns.ofDeclaration(declaration.value.id)).flatMap((each) => each.lines);
  const reversal = reverseLines(assessedLines(tax.value, declared), earlier, lines);
  if (!reversal.ok) return err(toFailure(reversal.error));
  return ok({ declaration: declaration.value, tax: tax.value, clock, reversal: reversal.value });
}

/** What the arrival reverses, beside what arrived before it: so the shares of a line add up to its whole. */
async function reversalOf(tx: Transaction, goodsReturn: GoodsReturnRecord): Promise<Result<Reversal, Failure>> {
  const declaration = found(await tx.declarations.get(goodsReturn.declarationId), "declaration");
  if (!declaration.ok) return declaration;
  const tax = found(await tx.taxes.ofDeclaration(goodsReturn.declarationId), "assessment");
  if (!tax.ok) return tax;
  const earlier = (await tx.goodsReturns.ofDeclaration(goodsReturn.declarationId)).filter(
    ({ state }) => state === "completed",
  );
  const reversal = reverseLines(
    assessedLines(tax.value, declaredLines(declaration.value)),
    earlier.flatMap(({ lines }) => lines),
    goodsReturn.lines,
  );
  return reversal.ok ? reversal : err(toFailure(reversal.error));
}

function declaredLines({ content }: DeclarationRecord) {
  return content.lines.map(({ number, quantity }) => ({ number, quantity: quantity.value }));
}

async function clockOf(tx: Transaction, releasedOn: LocalDate): Promise<ReturnClock> {
  const reference = await tx.reference.on(releasedOn, []);
  const days = (code: string) => {
    const parameter = parameterOn(reference, code, releasedOn);
    if (!parameter) throw new Error(`No ${code} holds on ${releasedOn}`);
    return Number(parameter.value);
  };
  return returnClock(releasedOn, {
    applicationDays: days("retail_return_application_days"),
    arrivalDays: days("retail_return_arrival_days"),
  });
}

function toFailure(fault: ReversalFault): Failure {
  const parameters = {
    ...("line" in fault ? { line: String(fault.line) } : {}),
    ...("left" in fault ? { left: fault.left } : {}),
  };
  return { kind: "invalid_input", pointer: "/lines", fault: fault.kind, parameters };
}
