import type { Failure } from "@/contracts/problem";
import type { BacktestInput } from "@/contracts/rules";
import { canonicalJson } from "@/domain/evidence/canonical-json";
import { type BacktestEntry, backtest, type Window } from "@/domain/risk-rules/backtest";
import { RULE_POLICY } from "@/domain/risk-rules/rule";
import type { LocalDate } from "@/domain/shared/local-date";
import { err, ok, type Result } from "@/domain/shared/result";
import type { Actor } from "./actor";
import { readRule } from "./check-rule";
import type { HistoryEntryRecord, HistoryOutcomeRecord } from "./history-record";
import type { Transaction, UnitOfWork, World } from "./ports";
import { heldVersion, ruleFault, type VersionName, wrongState } from "./propose-rule";
import type { RuleVersionRecord } from "./rule-record";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

/**
 * Runs a checked version over the authority's history, as of then: the last ninety days, or the window that was asked.
 * What it finds is kept with its hash; a checked version becomes backtested by it.
 */
export function backtestRule(
  { inTransaction, world }: Ports,
  actor: Actor,
  name: VersionName,
  input: BacktestInput,
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const loaded = await heldVersion(tx, actor, "propose_rule", name);
    if (!loaded.ok) return loaded;
    const { version } = loaded.value;
    if (version.state === "draft" || version.state === "rejected") return wrongState(version.state);
    const window = windowOf(input, world);
    if (!window.ok) return window;
    const { minutesPerYellow = RULE_POLICY.minutesPerYellow, minutesPerRed = RULE_POLICY.minutesPerRed } = input;
    const read = await readRule(tx, version.content.expression);
    if (!read.ok) return read;
    const { lane, rate, maxUnselected } = version.content;
    const result = backtest(
      { ...read.value, lane, rate, maxUnselected },
      await entriesOf(tx, window.value),
      window.value,
      { minutesPerYellow, minutesPerRed },
    );
    const id = world.newId();
    await tx.rules.addBacktest({
      organisationId: actor.organisationId,
      id,
      versionId: version.id,
      at: world.now(),
      ranByName: actor.name,
      result,
      resultHash: world.sha256(canonicalJson(JSON.parse(JSON.stringify(result)))),
    });
    if (!(await becameBacktested(tx, version))) return err({ kind: "stale_version", what: "rule" });
    await tx.audit.add("rule_backtested", "risk_rule", name.ruleId, {
      number: String(name.number),
      from: window.value.from,
      before: window.value.before,
      hits: String(result.hits),
      stopped: String(result.stopped),
    });
    return ok({ id });
  });
}

async function becameBacktested(tx: Transaction, version: RuleVersionRecord): Promise<boolean> {
  return version.state !== "checked" || tx.rules.save(version, { state: "backtested" });
}

/** The last ninety days with today, or what was asked; no window reaches into days to come. */
function windowOf({ from, before }: BacktestInput, world: World): Result<Window, Failure> {
  const today = world.today();
  const end = before ?? dayAfter(today, 1);
  const window = { from: from ?? dayAfter(end, -RULE_POLICY.windowDays), before: end };
  if (window.from >= window.before) return ruleFault("/before", "window_empty");
  return end > dayAfter(today, 1) ? ruleFault("/before", "window_ahead") : ok(window);
}

/** The day so many days later, or earlier for a negative number. */
function dayAfter(day: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

async function entriesOf(tx: Transaction, { from, before }: Window): Promise<readonly BacktestEntry[]> {
  const entries = await tx.history.entries(from, before);
  const outcomes = new Map<string, HistoryOutcomeRecord[]>();
  for (const outcome of await tx.history.outcomes(from, before)) {
    const known = outcomes.get(outcome.entryId);
    if (known) known.push(outcome);
    else outcomes.set(outcome.entryId, [outcome]);
  }
  return entries.map((record) => toEntry(record, outcomes.get(record.entry.id) ?? []));
}

function toEntry(
  { entry, reference, source, stage, subject, lane }: HistoryEntryRecord,
  outcomes: readonly HistoryOutcomeRecord[],
): BacktestEntry {
  return {
    id: entry.id,
    declaration: source ? `${source.clearanceId} ${source.declarationId}` : `${reference} ${stage} ${entry.day}`,
    day: entry.day,
    reference,
    shipmentId: source?.shipmentId ?? null,
    subject,
    lane,
    outcomes,
  };
}
