/** The acts of a person on a shipment, as the evidence names them. */
export const ACTS = {
  // What one declaration states for both gates: apart, it is done for each of them.
  document_received: { assumption: "effort_seconds_paper", isShared: true, keyed: 0 },
  field_typed: { assumption: "effort_seconds_field_keyed", isShared: true, keyed: 1 },
  field_corrected: { assumption: "effort_seconds_field_keyed", isShared: true, keyed: 1 },
  lines_edited: { assumption: "effort_seconds_lines_edited", isShared: true, keyed: 0 },
  field_confirmed: { assumption: "effort_seconds_field_checked", isShared: true, keyed: 0 },
  field_rejected: { assumption: "effort_seconds_field_checked", isShared: true, keyed: 0 },
  contradiction_ruled: { assumption: "effort_seconds_choice", isShared: true, keyed: 0 },
  regime_chosen: { assumption: "effort_seconds_choice", isShared: true, keyed: 0 },
  office_chosen: { assumption: "effort_seconds_choice", isShared: true, keyed: 0 },
  consumer_named: { assumption: "effort_seconds_consumer", isShared: true, keyed: 2 },
  declaration_lodged: { assumption: "effort_seconds_lodging", isShared: true, keyed: 0 },
  // What each gate asks of its own: it is done once either way.
  requirement_evidenced: { assumption: "effort_seconds_field_keyed", isShared: false, keyed: 1 },
  question_answered: { assumption: "effort_seconds_answer", isShared: false, keyed: 0 },
  tax_secured: { assumption: "effort_seconds_choice", isShared: false, keyed: 0 },
} as const satisfies Readonly<Record<string, Act>>;

interface Act {
  /** The parameter with the seconds that one takes. */
  readonly assumption: string;
  readonly isShared: boolean;
  /** Fields that are keyed in one. */
  readonly keyed: number;
}

type ActKind = keyof typeof ACTS;

/** The parameters that the minutes rest on. */
export const ASSUMPTIONS: readonly string[] = [...new Set(Object.values(ACTS).map(({ assumption }) => assumption))];

/** Fields keyed, acts, and the seconds that they take. */
export interface Effort {
  readonly keyed: number;
  readonly touches: number;
  readonly seconds: number;
}

export interface Comparison {
  /** One declaration for both gates, as it was done. */
  readonly one: Effort;
  /** The same acts with a declaration for each gate. */
  readonly two: Effort;
}

interface ActEvent {
  readonly kind: string;
  readonly actor: string;
  readonly facts: Readonly<Record<string, string>>;
}

const NOTHING: Effort = { keyed: 0, touches: 0, seconds: 0 };

/**
 * Replays the acts of people on a shipment as if each gate had a declaration of its own: what both gates share is done
 * twice, with the same tools, and what a gate asks of its own once. Acts of the machine cost nobody anything.
 * @param secondsOf the seconds of each assumption; an act without one is an error of the reference data
 */
export function compareEffort(events: readonly ActEvent[], secondsOf: ReadonlyMap<string, number>): Comparison {
  let [one, two] = [NOTHING, NOTHING];
  for (const event of events) {
    const { kind } = event;
    if (!isAct(kind) || isByItself(event)) continue;
    const { assumption, isShared, keyed } = ACTS[kind];
    const seconds = secondsOf.get(assumption);
    if (seconds === undefined) throw new Error(`No seconds are assumed under ${assumption}`);
    const effort = { keyed, touches: 1, seconds };
    one = plus(one, effort, 1);
    two = plus(two, effort, isShared ? 2 : 1);
  }
  return { one, two };
}

/** All comparisons together. */
export function sumComparisons(all: readonly Comparison[]): Comparison {
  return all.reduce<Comparison>((sum, each) => ({ one: plus(sum.one, each.one, 1), two: plus(sum.two, each.two, 1) }), {
    one: NOTHING,
    two: NOTHING,
  });
}

/** How much less of a figure one declaration takes, from 0 to 1; null where two take nothing either. */
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

function plus(sum: Effort, each: Effort, times: number): Effort {
  return {
    keyed: sum.keyed + times * each.keyed,
    touches: sum.touches + times * each.touches,
    seconds: sum.seconds + times * each.seconds,
  };
}
