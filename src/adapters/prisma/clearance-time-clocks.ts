import type { ClockFacts, LegalClock } from "@/domain/clearance-time/legal-clock";
import { legalClocks } from "@/domain/clearance-time/legal-clocks";
import { nextClock, nextClockChangesAt, type RunningClock } from "@/domain/clearance-time/next-clock";
import { isRetail, type Regime } from "@/domain/declaration/declaration";
import type { Lane } from "@/domain/selectivity/lanes";
import { add, compare, type Decimal, decimal, subtract, sum, ZERO } from "@/domain/shared/decimal";
import { addDays, type LocalDate } from "@/domain/shared/local-date";
import { toMoney } from "@/domain/shared/money";
import { type AgreementOf, agreementsOn, type TimeLaw, timeLawOn } from "./clearance-time-law";
import { strictest } from "./clearance-time-rows";
import type { Prisma } from "./generated/client";
import { type Scope, visibleShipment } from "./scope";

/** What the clocks of a shipment run on. */
export const CLOCK_FACTS = {
  clearances: true,
  organisation: { select: { name: true } },
  goodsLines: { select: { commodityCode: true, origin: true } },
  documents: { where: { type: "express_waybill" }, select: { id: true }, take: 1 },
  assessments: { orderBy: { createdAt: "desc" }, take: 1 },
  taxBills: { orderBy: { issuedOn: "asc" } },
  payments: { where: { kind: "payment" } },
  taxRefunds: { where: { state: { not: "refused" } } },
  goodsReturns: { where: { state: { not: "cancelled" } }, orderBy: { id: "asc" } },
} as const satisfies Prisma.ShipmentInclude;
export type ClockRow = Prisma.ShipmentGetPayload<{ include: typeof CLOCK_FACTS }>;

/** When a shipment was lodged and released at gate one, in milliseconds since 1970; null for not yet. */
interface Passed {
  readonly lodgedAt: number | null;
  readonly releasedAt: number | null;
}

/** The clocks of the law of one shipment. */
export function clocksOf(
  { world }: Scope,
  row: ClockRow,
  { lodgedAt, releasedAt }: Passed,
  law: TimeLaw,
  agreementOf: AgreementOf,
): readonly LegalClock[] {
  const dayOf = (at: number) => world.dayOf(new Date(at));
  const [tax] = row.assessments;
  const facts: ClockFacts = {
    arrivedOn: row.arrivedOn,
    arrivalBegins: row.arrivedOn === null ? null : beginningOf(row.arrivedOn),
    lodged: lodgedAt === null ? null : { at: lodgedAt, on: dayOf(lodgedAt) },
    customsValue: tax ? toMoney(decimal(tax.customsValue.toFixed(2)), tax.currency) : null,
    released: releasedAt === null ? null : { at: releasedAt, on: dayOf(releasedAt) },
    bills: row.taxBills.map(({ number, issuedOn, dueOn, paidAt, total, currency }) => ({
      ...{ number, issuedOn, dueOn },
      paidOn: paidAt && world.dayOf(paidAt),
      total: toMoney(decimal(total.toFixed(2)), currency),
    })),
    taxDue: tax ? toMoney(dueAfter(tax, row.goodsReturns), tax.currency) : null,
    paid: tax ? paidOf(row, tax, (at) => world.dayOf(at)) : [],
    isRetail: isRetail(row.regime as Regime),
    returns: row.goodsReturns.map(({ appliedOn, arriveBy, arrivedOn }) => ({ appliedOn, arriveBy, arrivedOn })),
  };
  const agreement = agreementOf(row.goodsLines, row.documents.length > 0);
  return legalClocks(facts, { ...law.clocks, agreement }, { at: world.now().getTime(), today: world.today() });
}

/** What is due of an assessment once the tax of what came back is taken off it. */
function dueAfter({ total }: ClockRow["assessments"][number], returns: ClockRow["goodsReturns"]): Decimal {
  const back = returns.filter(({ state }) => state === "completed");
  const taxes = back.flatMap(({ duty, consumptionTax, vat }) => [duty, consumptionTax, vat]);
  return subtract(decimal(total.toFixed(2)), sum(taxes.map((tax) => decimal(tax.toFixed(2)))));
}

/**
 * What was paid of an assessment, and what of it is claimed back. The payment of a bill is recorded as one of these; only
 * what of paid bills is more than all payments is money of its own.
 */
function paidOf(
  { payments, taxBills, taxRefunds }: ClockRow,
  { declarationId, currency }: ClockRow["assessments"][number],
  dayOf: (at: Date) => LocalDate,
): ClockFacts["paid"] {
  const isOwn = (each: { readonly currency: string }) => each.currency === currency;
  const entry = (at: Date, amount: Decimal) => ({ on: dayOf(at), amount: toMoney(amount, currency) });
  const own = payments.filter((each) => each.declarationId === declarationId && isOwn(each));
  const bills = taxBills.filter(isOwn).flatMap(({ paidAt, total }) => (paidAt ? [{ paidAt, total }] : []));
  const amountOf = (amount: Prisma.Decimal) => decimal(amount.toFixed(2));
  const unrecorded = subtract(
    sum(bills.map(({ total }) => amountOf(total))),
    sum(own.map(({ amount }) => amountOf(amount))),
  );
  const last = bills
    .map(({ paidAt }) => paidAt)
    .toSorted((a, b) => a.getTime() - b.getTime())
    .at(-1);
  return [
    ...own.map(({ createdAt, amount }) => entry(createdAt, amountOf(amount))),
    ...taxRefunds.filter(isOwn).map(({ claimedAt, amount }) => entry(claimedAt, subtract(ZERO, amountOf(amount)))),
    ...(last && compare(unrecorded, ZERO) > 0 ? [entry(last, unrecorded)] : []),
  ];
}

/** Customs offices keep China Standard Time, which knows no summer. */
export function beginningOf(day: LocalDate): number {
  return Date.parse(`${day}T00:00:00+08:00`);
}

/** A shipment of which a clock runs. */
export interface Clocked {
  readonly id: string;
  readonly reference: string;
  /** Whose it is. */
  readonly broker: string;
  readonly regime: string;
  readonly lane: Lane | null;
  readonly clock: RunningClock;
  /** Customs value, duty and taxes of the newest assessment; null before there is one. */
  readonly stake: { readonly amount: Decimal; readonly currency: string } | null;
}

/** What can have a clock: what is lodged and not through, has arrived, or owes a bill or a return. */
const MAY_RUN: Prisma.ShipmentWhereInput = {
  OR: [
    {
      declarations: { some: {} },
      clearances: {
        some: { stage: "domestic_distribution", state: { notIn: ["released", "refused"] } },
        none: { state: "refused" },
      },
    },
    { arrivedOn: { not: null }, declarations: { none: {} } },
    { taxBills: { some: { paidAt: null } } },
    { goodsReturns: { some: { state: { not: "cancelled" }, arrivedOn: null } } },
  ],
};

/** The shipments among these of which a clock runs, each with that which ends next. */
export async function runningClocks(scope: Scope, among: Prisma.ShipmentWhereInput): Promise<readonly Clocked[]> {
  const found = await possibleClocks(scope, among);
  return found.flatMap(({ clock, changesAt: _later, ...each }) => (clock ? [{ ...each, clock }] : []));
}

/** A shipment of which a clock may run; which is not said until all of its facts are looked at. */
type PossiblyClocked = Omit<Clocked, "clock"> & {
  readonly clock: RunningClock | null;
  /** Milliseconds since 1970 from when on another clock is the next though nothing happens; null for never. */
  readonly changesAt: number | null;
};

/** The shipments among these of which a clock runs, or could by another law. */
export async function possibleClocks(
  scope: Scope,
  among: Prisma.ShipmentWhereInput,
): Promise<readonly PossiblyClocked[]> {
  const rows = await scope.db.shipment.findMany({
    where: { AND: [visibleShipment(scope), MAY_RUN, among] },
    include: CLOCK_FACTS,
  });
  if (rows.length === 0) return [];
  const day = scope.world.today();
  const law = await timeLawOn(scope, day);
  const agreementOf = await agreementsOn(scope, day);
  const lodged = await lodgedSince(
    scope,
    rows.map(({ id }) => id),
  );
  const now = scope.world.now().getTime();
  const endOf = (last: LocalDate) => beginningOf(addDays(last, 1));
  return rows.map((row) => {
    const released = (stage: string) => row.clearances.find((each) => each.stage === stage)?.releasedAt ?? null;
    const lodgedAt = lodged.get(row.id) ?? null;
    const releasedAt = released("bonded_exit")?.getTime() ?? null;
    const isOver =
      released("domestic_distribution") !== null || row.clearances.some(({ state }) => state === "refused");
    const promiseEnds = lodgedAt === null || isOver ? null : lodgedAt + law.promise.limit;
    const asked = { clocks: clocksOf(scope, row, { lodgedAt, releasedAt }, law, agreementOf), promiseEnds, now, endOf };
    const { id, reference, regime } = row;
    const lane = strictest(row.clearances.map((each) => each.lane));
    const ofShipment = { id, reference, broker: row.organisation.name, regime, lane, stake: stakeOf(row) };
    return { ...ofShipment, clock: nextClock(asked), changesAt: nextClockChangesAt(asked) };
  });
}

/** When each was lodged first since it was a draft last; a draft is not in it. */
async function lodgedSince({ db }: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const events = await db.evidenceEntry.findMany({
    where: { shipmentId: { in: [...ids] }, kind: { in: ["declaration_lodged", "declaration_withdrawn"] } },
    orderBy: { sequence: "asc" },
    select: { shipmentId: true, kind: true, at: true },
  });
  const lodged = new Map<string, number>();
  for (const { shipmentId, kind, at } of events) {
    if (kind === "declaration_withdrawn") lodged.delete(shipmentId);
    else if (!lodged.has(shipmentId)) lodged.set(shipmentId, at.getTime());
  }
  return lodged;
}

type Assessed = Pick<ClockRow["assessments"][number], "customsValue" | "total" | "currency" | "createdAt">;

/** What is at stake in a shipment, as the newest assessment has it. */
export function stakeOf({ assessments }: { readonly assessments: readonly Assessed[] }): Clocked["stake"] {
  const [tax] = [...assessments].sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  if (!tax) return null;
  const amount = add(decimal(tax.customsValue.toFixed(2)), decimal(tax.total.toFixed(2)));
  return { amount, currency: tax.currency };
}
