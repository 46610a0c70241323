import { z } from "zod";
import { geographicalAreaSchema, legalParameterSchema, reviewClockSchema } from "@/contracts/reference";
import { ASSUMPTIONS, type Assumed } from "@/domain/clearance-time/baseline";
import type { ClockLaw } from "@/domain/clearance-time/legal-clock";
import { clockFor } from "@/domain/review/clock";
import { decimal } from "@/domain/shared/decimal";
import { addDays, type LocalDate } from "@/domain/shared/local-date";
import { type LegalParameter, parameterOn } from "@/domain/tariff/reference";
import type { Scope } from "./scope";

const HOUR_MS = 3_600_000;

/** The numbers of the law and the assumptions that time is measured by on a day. */
export interface TimeLaw {
  readonly promise: { readonly limit: number; readonly basis: string };
  readonly assumptions: readonly LegalParameter[];
  readonly assumed: Assumed;
  readonly clocks: Omit<ClockLaw, "agreement">;
}

/** @throws Error where the promise or an assumption is not in the reference data */
export async function timeLawOn({ db }: Scope, day: LocalDate): Promise<TimeLaw> {
  const parameters = z.array(legalParameterSchema).parse(
    await db.legalParameter.findMany({
      where: { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] },
      orderBy: { id: "asc" },
    }),
  );
  const find = (code: string) => parameterOn({ parameters }, code, day);
  const needed = (code: string) => {
    const parameter = find(code);
    if (!parameter) throw new Error(`No ${code} holds on ${day}; load the reference data.`);
    return parameter;
  };
  const cited = (code: string) => {
    const parameter = find(code);
    return parameter && { value: Number(parameter.value), citation: parameter.citation };
  };
  const promise = needed("promise_hours");
  const assumptions = ASSUMPTIONS.map(needed);
  const lateLaw = (kind: "declaration" | "payment") => {
    const [dailyRate, threshold] = [find(`late_${kind}_daily_rate`), find(`late_${kind}_threshold_cny`)];
    return dailyRate && threshold && { dailyRate: dailyRate.value, threshold: threshold.value };
  };
  const [first, last] = [cited("retail_tax_settlement_first_day"), cited("retail_tax_settlement_last_day")];
  return {
    promise: { limit: Number(promise.value) * HOUR_MS, basis: promise.citation },
    assumptions,
    assumed: new Map(assumptions.map(({ code, value }) => [code, decimal(value)])),
    clocks: {
      declarationDays: cited("late_declaration_free_days"),
      lateFee: lateLaw("declaration"),
      taxPayment: cited("tax_payment_days"),
      latePayment: lateLaw("payment"),
      retailSettlement: first && last && { first: first.value, last: last.value, citation: first.citation },
      recordKeepingYears: cited("record_keeping_years"),
      returnApplication: cited("retail_return_application_days"),
      returnArrival: cited("retail_return_arrival_days"),
    },
  };
}

/** The kinds of reference facts that clocks run by, beside the numbers of the law. */
const CLOCK_KINDS = ["review_clock", "geographical_area"];

/** The first day after this one on which the law that clocks run by is another; null where none is known. */
export async function lawChangesOn({ db }: Scope, day: LocalDate): Promise<LocalDate | null> {
  const begins = { where: { validFrom: { gt: day } }, _min: { validFrom: true } } as const;
  const ends = { where: { validTo: { gte: day } }, _min: { validTo: true } } as const;
  const ofKind = { kind: { in: CLOCK_KINDS } };
  const first = [
    (await db.legalParameter.aggregate(begins))._min.validFrom,
    (await db.referenceFact.aggregate({ ...begins, where: { ...begins.where, ...ofKind } }))._min.validFrom,
  ];
  const last = [
    (await db.legalParameter.aggregate(ends))._min.validTo,
    (await db.referenceFact.aggregate({ ...ends, where: { ...ends.where, ...ofKind } }))._min.validTo,
  ];
  const days = [...first, ...last.map((each) => each && addDays(each, 1))].filter((each) => each !== null);
  return days.toSorted()[0] ?? null;
}

/** Finds the clock of an agreement that runs for goods; null where none does. */
export type AgreementOf = (
  lines: readonly { readonly commodityCode: string; readonly origin: string }[],
  isExpress: boolean,
) => ClockLaw["agreement"];

/** The clocks of agreements that hold on a day, read once for all shipments that are looked at. */
export async function agreementsOn({ db }: Scope, day: LocalDate): Promise<AgreementOf> {
  const rows = await db.referenceFact.findMany({
    where: {
      kind: { in: CLOCK_KINDS },
      validFrom: { lte: day },
      OR: [{ validTo: null }, { validTo: { gte: day } }],
    },
    orderBy: { id: "asc" },
    select: { kind: true, fact: true },
  });
  const ofKind = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.fact);
  // What an authority sets itself is no limit of the law.
  const clocks = z
    .array(reviewClockSchema)
    .parse(ofKind("review_clock"))
    .filter(({ area }) => area !== null);
  const areas = z.array(geographicalAreaSchema).parse(ofKind("geographical_area"));
  return (lines, isExpress) => clockFor(clocks, areas, { lines, isExpress, lane: "green" }, day);
}
