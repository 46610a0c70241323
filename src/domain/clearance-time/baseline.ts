import { type Decimal, decimal, formatDecimal, multiply } from "../shared/decimal";
import type { StatedValues } from "./stated-values";

/**
 * The acts of a person on a shipment, as the evidence names them, and how often two separate declarations take each:
 * twice what each of them takes by itself, once what one gate alone asks for, never what only a reading machine asks of
 * people, for there the values are keyed; see `compareEffort`.
 */
export const ACTS = {
  document_received: { assumption: "effort_seconds_paper", inTwo: 2, keyed: 0 },
  regime_chosen: { assumption: "effort_seconds_choice", inTwo: 2, keyed: 0 },
  office_chosen: { assumption: "effort_seconds_choice", inTwo: 2, keyed: 0 },
  consumer_named: { assumption: "effort_seconds_consumer", inTwo: 2, keyed: 2 },
  declaration_lodged: { assumption: "effort_seconds_lodging", inTwo: 2, keyed: 0 },
  requirement_evidenced: { assumption: "effort_seconds_field_keyed", inTwo: 1, keyed: 1 },
  arrival_stated: { assumption: "effort_seconds_field_keyed", inTwo: 1, keyed: 1 },
  question_answered: { assumption: "effort_seconds_answer", inTwo: 1, keyed: 0 },
  tax_secured: { assumption: "effort_seconds_choice", inTwo: 1, keyed: 0 },
  declaration_withdrawn: { assumption: "effort_seconds_choice", inTwo: 1, keyed: 0 },
  field_typed: { assumption: "effort_seconds_field_keyed", inTwo: 0, keyed: 1 },
  field_corrected: { assumption: "effort_seconds_field_keyed", inTwo: 0, keyed: 1 },
  field_confirmed: { assumption: "effort_seconds_field_checked", inTwo: 0, keyed: 0 },
  field_rejected: { assumption: "effort_seconds_field_checked", inTwo: 0, keyed: 0 },
  field_absent: { assumption: "effort_seconds_field_checked", inTwo: 0, keyed: 0 },
  field_reopened: { assumption: "effort_seconds_choice", inTwo: 0, keyed: 0 },
  lines_edited: { assumption: "effort_seconds_lines_edited", inTwo: 0, keyed: 0 },
  contradiction_ruled: { assumption: "effort_seconds_choice", inTwo: 0, keyed: 0 },
  document_split: { assumption: "effort_seconds_choice", inTwo: 0, keyed: 0 },
  document_joined: { assumption: "effort_seconds_choice", inTwo: 0, keyed: 0 },
  document_moved: { assumption: "effort_seconds_choice", inTwo: 0, keyed: 0 },
  document_copy_denied: { assumption: "effort_seconds_choice", inTwo: 0, keyed: 0 },
} as const satisfies Readonly<Record<string, Act>>;

interface Act {
  /** The parameter with the seconds that one takes. */
  readonly assumption: string;
  readonly inTwo: 0 | 1 | 2;
  /** Fields that are keyed in one. */
  readonly keyed: number;
}

type ActKind = keyof typeof ACTS;

/** The parameter with the share of its values that each of two declarations has keyed by hand, from 0 to 1. */
export const KEYED_SHARE = "baseline_keyed_share";
const KEYING = "effort_seconds_field_keyed";

/** The parameters that the comparison rests on: none of them is a measurement. */
export const ASSUMPTIONS: readonly string[] = [
  KEYED_SHARE,
  ...new Set(Object.values(ACTS).map(({ assumption }) => assumption)),
];

/** Fields keyed, acts, and the seconds that they are assumed to take. */
export interface Effort {
  readonly keyed: number;
  readonly touches: number;
  readonly seconds: number;
}

export interface Comparison {
  /** One declaration for both gates, as it was done. */
  readonly one: Effort;
  /** The same shipment with a declaration for each gate. */
  readonly two: Effort;
}

/** What the comparison is computed with; a parameter that is missing is an error of the reference data. */
export type Assumed = ReadonlyMap<string, Decimal>;

interface ActEvent {
  readonly kind: string;
  readonly actor: string;
  readonly facts: Readonly<Record<string, string>>;
}

const NOTHING: Effort = { keyed: 0, touches: 0, seconds: 0 };
const DECLARATIONS = decimal("2");

/**
 * Compares what people did with what two separate declarations would have taken. With one, every act of a person in the
 * evidence counts. With two, each declaration states the values that this one stated, of which the assumed share is
 * keyed by hand, each an act; acts on a machine's readings fall away, papers, choices and lodgings are made for each
 * gate, and what a gate asks for by itself is done as it was. Acts of the machine cost nobody anything. Fields and acts
 * of one declaration are counted; those of two rest on the share, and all seconds on assumptions.
 * @throws Error where an assumption is missing
 */
export function compareEffort(events: readonly ActEvent[], stated: StatedValues, assumed: Assumed): Comparison {
  let [one, two] = [NOTHING, typedTwice(stated, assumed)];
  for (const event of events) {
    const { kind } = event;
    if (!isAct(kind) || isByItself(event)) continue;
    const { assumption, inTwo, keyed } = ACTS[kind];
    const effort = { keyed, touches: 1, seconds: secondsOf(assumption, assumed) };
    one = plus(one, effort, 1);
    two = plus(two, effort, inTwo);
  }
  return { one, two };
}

/** The keying of two declarations; a part of a field is rounded off, so that nothing is saved that nobody would key. */
function typedTwice({ keyable }: StatedValues, assumed: Assumed): Effort {
  const values = multiply(decimal(String(keyable)), DECLARATIONS);
  const keyed = Math.floor(numberOf(multiply(values, parameter(KEYED_SHARE, assumed))));
  return { keyed, touches: keyed, seconds: keyed * secondsOf(KEYING, assumed) };
}

/** All comparisons together. */
export function sumComparisons(all: readonly Comparison[]): Comparison {
  return all.reduce<Comparison>((sum, each) => ({ one: plus(sum.one, each.one, 1), two: plus(sum.two, each.two, 1) }), {
    one: NOTHING,
    two: NOTHING,
  });
}

/** How much less of a figure one declaration takes, up to 1, below 0 where it takes more; null where two take nothing. */
export function saved({ one, two }: Comparison, figure: keyof Effort): number | null {
  return two[figure] === 0 ? null : 1 - one[figure] / two[figure];
}

/** What the machine did, or what came with another act: a guarantee secures a tax with the lodging. */
function isByItself({ actor, kind, facts }: ActEvent): boolean {
  return actor === "system" || (kind === "tax_secured" && (facts.by !== "payment" || "carried_from" in facts));
}

function isAct(kind: string): kind is ActKind {
  return kind in ACTS;
}

function parameter(code: string, assumed: Assumed): Decimal {
  const value = assumed.get(code);
  if (value === undefined) throw new Error(`Nothing is assumed under ${code}`);
  return value;
}

function secondsOf(code: string, assumed: Assumed): number {
  return numberOf(parameter(code, assumed));
}

function numberOf(value: Decimal): number {
  return Number(formatDecimal(value));
}

function plus(sum: Effort, each: Effort, times: number): Effort {
  return {
    keyed: sum.keyed + times * each.keyed,
    touches: sum.touches + times * each.touches,
    seconds: sum.seconds + times * each.seconds,
  };
}
