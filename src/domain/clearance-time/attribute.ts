import type { Stage } from "../clearance/lifecycle";
import { add, compare, type Decimal, parseDecimal, ZERO } from "../shared/decimal";
import {
  foremost,
  MINUTE_OWNERS,
  type MinuteOwner,
  ownerOf,
  type Step,
  stepsOf,
  type TimedEvent,
  type Work,
} from "./work";

/** A span of one owner; what was awaited, or null while the draft, or the machine's own step, was. */
export interface OwnedSpan {
  /** Milliseconds since 1970; the end is the beginning of the next. */
  readonly from: number;
  readonly to: number;
  readonly owner: MinuteOwner;
  readonly work: Work | null;
}

export type MinutesByOwner = Readonly<Record<MinuteOwner, number>>;

export interface AttributedTime {
  readonly from: number;
  readonly to: number;
  /** Whether the shipment came to its end: released at gate two, refused, or dismissed. */
  readonly isOver: boolean;
  /** When it was lodged first since it was a draft last; null while it is one. */
  readonly lodgedAt: number | null;
  /** When gate one was released; null while it is not. */
  readonly passedAt: number | null;
  readonly spans: readonly OwnedSpan[];
  /** Milliseconds by owner; together they are `to - from`, to the millisecond. */
  readonly owners: MinutesByOwner;
}

const FIRST_PAPER: readonly string[] = ["document_received", "document_moved", "order_matched"];

interface Standing {
  readonly awaited: Map<string, { readonly work: Work; readonly stage: Stage | null }>;
  lodgedAt: number | null;
  passedAt: number | null;
  owed: Decimal;
  secured: Decimal;
}

/**
 * Divides the time of a shipment among its owners: from its first paper or order record (its first event, where it has
 * neither) to the release of gate two, or until now. Both gates lie on the one line of the shipment. Until the lodging
 * what is not awaited of anybody is the broker's, who drafts; afterwards it is the system's. An event whose instant lies
 * before that of an earlier one counts as of that one, so that time never runs backwards.
 * @returns null where there is no event
 */
export function attribute(events: readonly TimedEvent[], now: number): AttributedTime | null {
  const ordered = inOrder(events);
  const begin = ordered.find(({ kind }) => FIRST_PAPER.includes(kind)) ?? ordered[0];
  if (!begin) return null;
  const end = ordered.find(isEnd);
  const from = begin.at;
  const to = end ? Math.max(from, end.at) : Math.max(from, now);
  const standing: Standing = { awaited: new Map(), lodgedAt: null, passedAt: null, owed: ZERO, secured: ZERO };
  const spans: OwnedSpan[] = [];
  let since = from;
  for (const event of ordered) {
    const at = Math.min(to, Math.max(from, event.at));
    push(spans, { from: since, to: at, ...turnOf(standing) });
    since = at;
    follow(standing, event);
    if (event === end) break;
  }
  push(spans, { from: since, to, ...turnOf(standing) });
  const { lodgedAt, passedAt } = standing;
  return { from, to, isOver: end !== undefined, lodgedAt, passedAt, spans, owners: sumByOwner(spans) };
}

/** The part of an attributed time from an instant on. */
export function sinceInstant(time: AttributedTime, instant: number): MinutesByOwner {
  return between(time, instant, time.to);
}

/** The part of an attributed time between two instants. */
export function between({ spans }: AttributedTime, begin: number, end: number): MinutesByOwner {
  return sumByOwner(
    spans.flatMap((span) => {
      const [from, to] = [Math.max(span.from, begin), Math.min(span.to, end)];
      return to > from ? [{ ...span, from, to }] : [];
    }),
  );
}

/** Milliseconds by owner of the spans. */
function sumByOwner(spans: readonly OwnedSpan[]): MinutesByOwner {
  const owners = { broker: 0, system: 0, officer: 0, authority: 0, payer: 0 };
  for (const { owner, from, to } of spans) owners[owner] += to - from;
  return owners;
}

/** All owners' milliseconds together. */
export function totalOf(owners: MinutesByOwner): number {
  return MINUTE_OWNERS.reduce((sum, owner) => sum + owners[owner], 0);
}

function inOrder(events: readonly TimedEvent[]): readonly TimedEvent[] {
  let latest = Number.NEGATIVE_INFINITY;
  return [...events]
    .sort((a, b) => a.sequence - b.sequence)
    .map((event) => {
      latest = Math.max(latest, event.at);
      return { ...event, at: latest };
    });
}

function isEnd({ kind, stage }: TimedEvent): boolean {
  if (kind === "release_granted") return stage === "domestic_distribution";
  return kind === "entry_refused" || kind === "shipment_dismissed";
}

function push(spans: OwnedSpan[], span: OwnedSpan): void {
  if (span.to <= span.from) return;
  const last = spans.at(-1);
  if (last?.owner === span.owner && last.work === span.work) spans[spans.length - 1] = { ...last, to: span.to };
  else spans.push(span);
}

function turnOf({ awaited, lodgedAt, owed, secured }: Standing): Pick<OwnedSpan, "owner" | "work"> {
  const works = new Set([...awaited.values()].map(({ work }) => work));
  if (compare(owed, secured) > 0) works.add("tax");
  const work = foremost(works);
  if (work) return { owner: ownerOf(work), work };
  return { owner: lodgedAt === null ? "broker" : "system", work: null };
}

function follow(standing: Standing, event: TimedEvent): void {
  if (event.kind === "declaration_lodged") {
    discard(standing);
    standing.lodgedAt ??= event.at;
  }
  if (event.kind === "declaration_withdrawn") {
    // It is a draft again; the promise runs from the lodging that stands.
    discard(standing);
    standing.lodgedAt = null;
    standing.passedAt = null;
  }
  if (event.kind === "tax_assessed") standing.owed = amountOf(event, "total");
  if (event.kind === "tax_secured") standing.secured = add(standing.secured, amountOf(event, "amount"));
  if (event.kind === "release_granted" && event.stage === "bonded_exit") standing.passedAt ??= event.at;
  // Nobody waits for a tax once the goods are out.
  if (event.kind === "release_granted") standing.owed = ZERO;
  for (const step of stepsOf(event)) apply(standing.awaited, step, event);
}

/** A declaration that no longer counts goes with its cases, its questions and its tax. */
function discard(standing: Standing): void {
  standing.owed = ZERO;
  standing.secured = ZERO;
  for (const [key, { work }] of standing.awaited)
    if (work === "review" || work === "question" || work === "hold") standing.awaited.delete(key);
}

function apply(awaited: Standing["awaited"], { does, work, per }: Step, { stage, subject, kind }: TimedEvent): void {
  const key = `${work} ${per === "stage" ? stage : subject}`;
  if (does === "begins") {
    awaited.set(key, { work, stage });
    return;
  }
  awaited.delete(key);
  if (kind !== "release_granted") return;
  for (const [each, held] of awaited) if (held.work === work && held.stage === stage) awaited.delete(each);
}

/** A sum of an event in the currency of the declaration; nothing where it names none. */
function amountOf({ facts }: TimedEvent, name: string): Decimal {
  const amount = parseDecimal(facts[name] ?? "");
  return amount.ok ? amount.value : ZERO;
}
