import type { Failure } from "@/contracts/problem";
import { alertsHitting } from "@/domain/alert/alert";
import { publicCause } from "@/domain/selectivity/public-cause";
import { ok, type Result } from "@/domain/shared/result";
import type { Actor } from "./actor";
import { addMinutes, openCase, releaseDelay, save, walk } from "./advance";
import { alertLines } from "./alerts-on";
import type { AuthorityPorts } from "./ask-authority";
import { withoutParticulars } from "./authority-fault";
import type { Transaction, World } from "./ports";
import type { ClearanceRecord } from "./records";
import type { AssessedRisk } from "./risk-record";

type Ports = { readonly world: World } & Pick<AuthorityPorts, "inAuthority">;

/** `go`: nothing stands against the release now; `later`: its window is open still; `stopped`: an officer looks. */
type Verdict = "go" | "later" | "stopped";

/**
 * Asks once more, in the last moment before the machine releases, whether the authority lets it: a switch or an alert
 * that was turned on since the assessment brings the goods before an officer instead. What an officer passed is the
 * officer's to release, and a green clearance waits as long as the policy gave officers for a look.
 */
export async function stopRelease(
  tx: Transaction,
  ports: Ports,
  clearance: ClearanceRecord,
): Promise<Result<Verdict, Failure>> {
  const risk = await tx.risks.ofClearance(clearance.id);
  if (!risk || clearance.lane === null) return ok("go");
  const isOfficers = (await tx.reviews.ofClearance(clearance.id)).some(
    ({ declarationId, state }) => declarationId === clearance.declarationId && state === "decided",
  );
  // What an officer passed is released whatever a switch says; an alert that was raised since they looked is not known to them.
  const ruledAt = isOfficers ? await lastRuling(tx, clearance) : null;
  const cause = await stopOf(tx, ports, clearance, ruledAt);
  if (isOfficers && cause === null) return ok("go");
  if (cause !== null) return pull(tx, ports.world, clearance, risk, cause);
  const until = addMinutes(risk.assessedAt, releaseDelay(risk));
  if (until <= ports.world.now()) return ok("go");
  const { organisationId, id: clearanceId } = clearance;
  await tx.outbox.put(organisationId, { name: "clearance.release", payload: { organisationId, clearanceId } }, until);
  return ok("later");
}

/** When the clearance was last ruled; null where it never was. */
async function lastRuling(tx: Transaction, clearance: ClearanceRecord): Promise<Date | null> {
  const instants: Date[] = [];
  for (const { id } of await tx.reviews.ofClearance(clearance.id))
    for (const decision of await tx.reviews.decisions(id)) instants.push(decision.at);
  return instants.toSorted((a, b) => b.getTime() - a.getTime())[0] ?? null;
}

/** Whether a switch or an alert of the authority is about the goods, by the declaration; null for none. */
async function stopOf(
  tx: Transaction,
  { inAuthority, world }: Ports,
  { id: clearanceId, declarationId }: ClearanceRecord,
  ruledAt: Date | null,
): Promise<string | null> {
  const declaration = declarationId === null ? null : await tx.declarations.get(declarationId);
  if (!declaration) return null;
  const { content, officeOrganisationId } = declaration;
  const actor: Actor = { kind: "system", id: "system", name: "system", organisationId: officeOrganisationId };
  const lines = await alertLines(tx, clearanceId, content);
  const found = await withoutParticulars(() =>
    inAuthority<string | null, never>(actor, async (authority) => {
      const switches = await authority.rules.switches();
      const isOff = switches.some(
        ({ kind, value }) =>
          (kind === "origin" && lines.some(({ origin }) => origin === value)) ||
          (kind === "code" && lines.some(({ commodityCode }) => commodityCode.startsWith(value))),
      );
      if (isOff && ruledAt === null) return ok("switch");
      const alerts = (await authority.alerts.active()).filter(({ raisedAt }) => ruledAt === null || raisedAt > ruledAt);
      return ok(alertsHitting(alerts, lines, world.today()).length > 0 ? "alert" : null);
    }),
  );
  return found.ok ? found.value : null;
}

/** Takes the clearance out of the way to its release and opens a case; nothing is released meanwhile. */
async function pull(
  tx: Transaction,
  world: World,
  clearance: ClearanceRecord,
  risk: AssessedRisk,
  cause: string,
): Promise<Result<Verdict, Failure>> {
  const lane = cause === "alert" ? "red" : "yellow";
  const walked = walk(clearance, ["hold_placed", lane === "red" ? "examination_resumed" : "review_resumed"]);
  if (!walked.ok) return walked;
  const saved = await save(tx, { ...walked.value, lane });
  if (!saved.ok) return saved;
  const { organisationId, shipmentId, stage } = clearance;
  await tx.evidence.append({
    organisationId,
    shipmentId,
    kind: "lane_assigned",
    actor: "system",
    stage,
    subject: risk.id,
    // Whether an alert or a switch stopped it is the authority's to know; the broker reads the evidence too.
    facts: { lane, cause: publicCause(cause, risk.contributions) },
  });
  // Without the inputs of the assessment no days turn it blue: it waits for an officer.
  await openCase(tx, world, saved.value, { ...risk, lane, inputs: null });
  await tx.announce(organisationId, shipmentId, {});
  return ok("stopped");
}
