import { z } from "zod";
import { LEGAL_CLOCKS } from "@/domain/clearance-time/legal-clock";
import { CLOCKS_OF_LIST } from "@/domain/clearance-time/next-clock";
import { PHASES } from "@/domain/clearance-time/phases";
import { MINUTE_OWNERS } from "@/domain/clearance-time/work";
import { LANES } from "@/domain/selectivity/lanes";
import { amount, id, instant } from "./scalars";

const milliseconds = z.number().int();
const count = z.number().int();
const owner = z.enum(MINUTE_OWNERS);
const owners = z.object({
  broker: milliseconds,
  system: milliseconds,
  officer: milliseconds,
  authority: milliseconds,
  payer: milliseconds,
});

/** Days of the office, and instants. An end is a day or an instant, the other is null. */
const legalClockView = z.object({
  code: z.enum(LEGAL_CLOCKS),
  startsAt: z.string(),
  dueOn: z.string().nullable(),
  dueAt: instant.nullable(),
  owner,
  basis: z.string(),
  subject: z.string().nullable(),
  isDone: z.boolean(),
  /** Days, or milliseconds where it ends with an instant; below zero when it is late. */
  left: z.number().int(),
  breached: z.boolean(),
  fee: z.object({ amount, currency: z.string() }).nullable(),
});

const predictionView = z.object({
  /** Since the lodging. */
  elapsed: milliseconds,
  remaining: owners,
  expected: milliseconds,
  /** The promise less what is expected. */
  slack: milliseconds,
  mostOf: owner.nullable(),
  /** Releases of the last 30 days that the usual pace rests on. */
  releases: count,
});

const effort = z.object({ keyed: count, touches: count, seconds: count });
/** Of two declarations fields and acts rest on the assumed share; all seconds are assumed. */
const comparisonView = z.object({ one: effort, two: effort });
const stated = z.object({ keyable: count, given: count });
const assumptions = z.array(
  z.object({ code: z.string(), value: z.string(), unit: z.string(), validFrom: z.string(), citation: z.string() }),
);
const phases = z.array(z.object({ phase: z.enum(PHASES), owners, total: milliseconds })).readonly();

/** The clock of a shipment that runs out next; of one that ends with a day, its last day and the end of that. */
export const nextClockView = z.object({
  code: z.enum(CLOCKS_OF_LIST),
  dueAt: instant,
  dueOn: z.string().nullable(),
});

/** Customs value, duty and taxes of the newest assessment. */
export const stakeView = z.object({ amount, currency: z.string() });

export const underwayView = z.object({
  id,
  reference: z.string(),
  /** Whose it is, for an authority; null for the house itself. */
  broker: z.string().nullable(),
  regime: z.string(),
  lane: z.enum(LANES).nullable(),
  clock: nextClockView,
  /** What is left, below zero where it has run out. */
  slack: milliseconds,
  stake: stakeView.nullable(),
});

/** Of all that is under way, whatever the page shows. */
const underwayTotalsView = z.object({
  count,
  /** Of which the clock has run out. */
  late: count,
  /** What is at stake together, for each currency. */
  stakes: z.array(stakeView),
});

/** The time of a shipment, its clocks and its part in the comparison. Times are in milliseconds. */
export const shipmentTimeView = z.object({
  from: instant,
  to: instant,
  isOver: z.boolean(),
  lodgedAt: instant.nullable(),
  total: milliseconds,
  owners,
  /** The draft and each gate; together the total. */
  phases,
  spans: z.array(
    z.object({
      from: instant,
      to: instant,
      owner,
      /** What was awaited; null while the draft, or the machine's own step, was. */
      work: z.enum(["question", "hold", "inspection", "review", "tax", "paper", "reading"]).nullable(),
    }),
  ),
  arrivedOn: z.string().nullable(),
  clocks: z.array(legalClockView),
  promise: z.object({
    limit: milliseconds,
    basis: z.string(),
    /** Null before the lodging, after the end, and where nothing was released in 30 days. */
    prediction: predictionView.nullable(),
    /** From the lodging to the release of both gates; null before that. */
    took: milliseconds.nullable(),
  }),
  /** Null while it is a draft: what it states is not settled. */
  baseline: comparisonView.extend({ stated }).nullable(),
  /** What the comparison rests on. None of it is a measurement. */
  assumptions,
});

/** What the broker's releases of a window took, and what one declaration saved. Times are in milliseconds. */
export const clearanceTimeView = z.object({
  from: z.string(),
  before: z.string(),
  promise: z.object({ limit: milliseconds, basis: z.string() }),
  lanes: z
    .array(
      z.object({
        lane: z.enum([...LANES, "all"]),
        released: count,
        kept: count,
        p50: milliseconds.nullable(),
        p90: milliseconds.nullable(),
        p95: milliseconds.nullable(),
        p99: milliseconds.nullable(),
        owners,
        total: milliseconds,
      }),
    )
    .readonly(),
  /** From the first paper to the release of gate two, of the same releases. */
  owners,
  total: milliseconds,
  phases,
  baseline: comparisonView.extend({
    byRegime: z.array(comparisonView.extend({ regime: z.string(), shipments: count })),
    assumptions,
  }),
  shipments: z
    .array(
      comparisonView.extend({
        id,
        reference: z.string(),
        regime: z.string(),
        lane: z.enum(LANES).nullable(),
        lodgedAt: instant,
        took: milliseconds,
        owners,
        stated,
      }),
    )
    .readonly(),
  /** Of which a clock runs now, whatever the window: what can still be saved by slack, then what has run out; a page. */
  underway: z.array(underwayView).readonly(),
  /** Where the next page of these begins; null where there is none. */
  underwayNext: z.string().nullable(),
  underwayTotals: underwayTotalsView,
});

export type ShipmentTimeView = z.infer<typeof shipmentTimeView>;
export type ClearanceTimeView = z.infer<typeof clearanceTimeView>;
export type NextClockView = z.infer<typeof nextClockView>;
export type UnderwayView = z.infer<typeof underwayView>;
export type UnderwayTotalsView = z.infer<typeof underwayTotalsView>;
