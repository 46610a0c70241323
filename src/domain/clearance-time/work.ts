import type { Stage } from "../clearance/lifecycle";

/** Whose a minute of a shipment is: every minute has exactly one owner. */
export const MINUTE_OWNERS = ["broker", "system", "officer", "authority", "payer"] as const;
export type MinuteOwner = (typeof MINUTE_OWNERS)[number];

/**
 * What can be awaited, in the order in which it takes the time while several are awaited at once: first that without
 * which nobody behind it can finish. The question goes before the case that asked it, a hold of the authority before the
 * case that it stops, the case before the tax, which may be paid meanwhile, and the tax before a paper, as gate one goes
 * before gate two. Papers that are being read come last: after the lodging nothing waits for them.
 */
const WORK = {
  question: "broker",
  hold: "authority",
  alert: "authority",
  inspection: "officer",
  review: "officer",
  tax: "payer",
  paper: "broker",
  reading: "system",
} as const satisfies Readonly<Record<string, MinuteOwner>>;
export type Work = keyof typeof WORK;

const WORKS = Object.keys(WORK) as readonly Work[];

/** What an event of the evidence says, as far as time is attributed by it. */
export interface TimedEvent {
  readonly sequence: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: string;
  readonly stage: Stage | null;
  readonly subject: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** Which of the same work: each of its own subject, or one a gate. */
type Per = "subject" | "stage";

export interface Step {
  readonly does: "begins" | "ends";
  readonly work: Work;
  readonly per: Per;
}

const begins = (work: Work, per: Per): Step => ({ does: "begins", work, per });
const ends = (work: Work, per: Per): Step => ({ does: "ends", work, per });

/** What an event begins and ends. The tax, which is a sum, is followed on its own; see `attribute`. */
const STEPS: Readonly<Record<string, readonly Step[]>> = {
  document_received: [begins("reading", "subject")],
  document_read: [ends("reading", "subject")],
  document_rejected: [ends("reading", "subject")],
  review_opened: [begins("review", "stage")],
  question_answered: [ends("question", "stage")],
  inspection_ordered: [begins("inspection", "subject")],
  inspection_recorded: [ends("inspection", "subject")],
  inspection_cancelled: [ends("inspection", "subject")],
  alert_held: [begins("alert", "stage")],
  alert_lifted: [ends("alert", "stage")],
  requirement_evidenced: [ends("paper", "subject")],
  release_granted: WORKS.filter((work) => work !== "reading").map((work) => ends(work, "stage")),
};

const RULINGS: Readonly<Record<string, readonly Step[]>> = {
  pass: [ends("review", "stage")],
  examined_pass: [ends("review", "stage")],
  back_route: [ends("review", "stage")],
  refuse: [ends("review", "stage")],
  request_documents: [begins("question", "stage")],
  hold: [begins("hold", "stage")],
  resume: [ends("hold", "stage"), ends("question", "stage")],
};

const OPEN_REQUIREMENTS: readonly string[] = ["missing", "failed"];

/** What the event begins and ends; nothing where it says nothing of whose turn it is. */
export function stepsOf({ kind, facts }: TimedEvent): readonly Step[] {
  if (kind === "review_decided") {
    // One yes of two is no end: the case waits for the second officer.
    return facts.awaits ? [] : (RULINGS[facts.outcome ?? ""] ?? []);
  }
  if (kind === "requirement_resolved") {
    const isOpen = OPEN_REQUIREMENTS.includes(facts.state ?? "");
    return [isOpen ? begins("paper", "subject") : ends("paper", "subject")];
  }
  return STEPS[kind] ?? [];
}

/** The work that takes the time of all that is awaited; null where nothing is. */
export function foremost(awaited: ReadonlySet<Work>): Work | null {
  return WORKS.find((work) => awaited.has(work)) ?? null;
}

/** Whose the work is. */
export function ownerOf(work: Work): MinuteOwner {
  return WORK[work];
}
