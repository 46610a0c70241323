import type { Failure } from "@/contracts/problem";
import { lightensControl } from "@/domain/aeo/authorisation";
import { compareWhitelist, type WhitelistEntry, type WhitelistRow } from "@/domain/aeo/import";
import { faultOfCode } from "@/domain/aeo/partner";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { CsvReader } from "./csv-reader";
import { followApplication } from "./follow-application";
import { found } from "./load";
import { oweReassessment } from "./owe-reassessment";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { AuthorisationRecord } from "./records";
import { areTwo } from "./two-persons";

interface Proposal {
  readonly aeoCode: string;
  readonly holder: string;
  readonly tier: AuthorisationRecord["tier"];
  readonly scope: {
    readonly roles: readonly string[];
    readonly commodityPrefixes: readonly string[];
    readonly origins: readonly string[];
    readonly regimes?: readonly string[];
    readonly valueCap: string | null;
  };
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: string;
}

type Ports = { readonly inTransaction: UnitOfWork; readonly world: World };
type ImportPorts = Ports & { readonly parseCsv: CsvReader };

/** Proposes an entry of the whitelist. It counts for nothing until another admin approves it. */
export function proposeAuthorisation(
  { inTransaction, world }: Ports,
  actor: Actor,
  { scope, ...rest }: Proposal,
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "propose_aeo");
    if (!allowed.ok) return allowed;
    if (rest.validTo !== null && rest.validTo < rest.validFrom)
      return err({ kind: "invalid_input", pointer: "/validTo", fault: "ends_before_it_begins" });
    return propose(tx, world, actor, { ...rest, regimes: [], ...scope });
  });
}

/**
 * Approves or rejects what another admin proposed. What it replaces ends with it, and open shipments are looked at again:
 * the holder may count for less than before.
 */
export function approveAuthorisation(
  { inTransaction, world }: Ports,
  actor: Actor,
  id: string,
  isApproved: boolean,
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "approve_aeo");
    if (!allowed.ok) return allowed;
    await tx.authorisations.lock();
    const loaded = found(await tx.authorisations.get(id), "authorisation");
    if (!loaded.ok) return loaded;
    const proposal = loaded.value;
    const proposer = { id: proposal.proposedBy, linkedBy: proposal.proposerLinkedBy };
    if (!(await areTwo(tx, proposer, actor.id))) return err({ kind: "needs_second_person" });
    if (isApproved) await supersede(tx, actor, proposal.aeoCode);
    if (!(await tx.authorisations.decide(id, "proposed", isApproved ? "active" : "rejected", actor)))
      return err({ kind: "stale_version", what: "authorisation" });
    await follow(tx, world, actor, proposal, isApproved);
    return ok({ id });
  });
}

/** What follows from a ruling on a proposal. */
async function follow(
  tx: Transaction,
  world: World,
  actor: Actor,
  { id, aeoCode, tier, validFrom }: AuthorisationRecord,
  isApproved: boolean,
): Promise<void> {
  const action = isApproved ? "aeo_approved" : "aeo_rejected";
  await tx.audit.add(action, "aeo_authorisation", id, { aeoCode, tier });
  await followApplication(tx, world, actor, id, isApproved);
  if (isApproved) await oweReassessment(tx, world, validFrom);
}

/**
 * Suspends an entry at once, on one admin's word: what makes the control stricter does not wait. What was proposed for
 * the holder before is rejected with it: only a new proposal, approved by another, brings the holder back; and only
 * such a proposal takes a bad tier away. Shipments that are not released are looked at again.
 */
export function suspendAuthorisation(
  { inTransaction, world }: Ports,
  actor: Actor,
  id: string,
  reason: string,
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "suspend_aeo");
    if (!allowed.ok) return allowed;
    await tx.authorisations.lock();
    const loaded = found(await tx.authorisations.get(id), "authorisation");
    if (!loaded.ok) return loaded;
    if (!lightensControl(loaded.value.tier)) return err({ kind: "needs_second_person" });
    if (!(await tx.authorisations.decide(id, "active", "suspended", actor)))
      return err({ kind: "stale_version", what: "authorisation" });
    for (const each of await ofCode(tx, loaded.value.aeoCode, "proposed"))
      await tx.authorisations.decide(each.id, "proposed", "rejected", actor);
    await tx.audit.add("aeo_suspended", "aeo_authorisation", id, { aeoCode: loaded.value.aeoCode, reason });
    await oweReassessment(tx, world);
    return ok({ id });
  });
}

/** What a CSV file would change, row by row; nothing is written. */
export function previewImport(
  { inTransaction, world, parseCsv }: ImportPorts,
  actor: Actor,
  csv: string,
): Promise<Result<readonly WhitelistRow[], Failure>> {
  return inTransaction<readonly WhitelistRow[], Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "propose_aeo");
    if (!allowed.ok) return allowed;
    const parsed = parseCsv(csv);
    if (!parsed.ok) return malformed(parsed.error.line);
    return ok(compareWhitelist(parsed.value, await inForce(tx), await codeTest(tx, world, actor)));
  });
}

/**
 * Proposes every new or changed row of a CSV file, but for those that are proposed already. A file with a row at fault
 * proposes nothing.
 */
export function importAuthorisations(
  { inTransaction, world, parseCsv }: ImportPorts,
  actor: Actor,
  csv: string,
): Promise<Result<{ proposed: number }, Failure>> {
  return inTransaction<{ proposed: number }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "propose_aeo");
    if (!allowed.ok) return allowed;
    const parsed = parseCsv(csv);
    if (!parsed.ok) return malformed(parsed.error.line);
    await tx.authorisations.lock();
    const rows = compareWhitelist(parsed.value, await inForce(tx), await codeTest(tx, world, actor));
    for (const { row, fault } of rows)
      if (fault)
        return err({
          kind: "invalid_input",
          pointer: `/rows/${row}`,
          fault: fault.code,
          parameters: { ...fault.parameters, row: String(row) },
        });
    const open = (await tx.authorisations.listOwn()).filter((each) => each.state === "proposed");
    const isOpen = new Set(
      compareWhitelist(parsed.value, open).flatMap(({ row, change }) => (change === "unchanged" ? [row] : [])),
    );
    const entries = rows
      .filter(({ row, change }) => change !== "unchanged" && !isOpen.has(row))
      .flatMap(({ entry }) => (entry ? [entry] : []));
    for (const entry of entries) {
      const made = await propose(tx, world, actor, entry);
      if (!made.ok) return made;
    }
    return ok({ proposed: entries.length });
  });
}

/** Why the code is not one of its country: China's, the Union's, or of the general form. */
async function codeFault(tx: Transaction, world: World, actor: Actor, aeoCode: string) {
  const { partners } = await tx.credit.rulesOn(actor.organisationId, world.today());
  const fault = faultOfCode(aeoCode, partners, world.today());
  if (!fault) return null;
  const parameters = { example: fault.example };
  return err({
    kind: "invalid_input" as const,
    pointer: "/aeoCode",
    fault: "aeo_code_of_partner" as const,
    parameters,
  });
}

async function codeTest(tx: Transaction, world: World, actor: Actor): Promise<(code: string) => boolean> {
  const { partners } = await tx.credit.rulesOn(actor.organisationId, world.today());
  return (code) => faultOfCode(code, partners, world.today()) === null;
}

/** An open quotation mark swallows every row after it, so nothing of such a file is trusted. */
function malformed(line: number): Result<never, Failure> {
  return err({
    kind: "invalid_input",
    pointer: `/lines/${line}`,
    fault: "csv_unreadable",
    parameters: { line: String(line) },
  });
}

async function supersede(tx: Transaction, actor: Actor, aeoCode: string): Promise<void> {
  for (const each of await ofCode(tx, aeoCode, "active"))
    await tx.authorisations.decide(each.id, "active", "superseded", actor);
}

async function ofCode(tx: Transaction, aeoCode: string, state: "active" | "proposed") {
  return (await tx.authorisations.listOwn()).filter((each) => each.aeoCode === aeoCode && each.state === state);
}

async function inForce(tx: Transaction): Promise<readonly WhitelistEntry[]> {
  return (await tx.authorisations.listOwn()).filter((each) => each.state === "active");
}

/** Makes the proposal of an entry within a transaction; its code has the form of its country. */
export async function propose(
  tx: Transaction,
  world: World,
  actor: Actor,
  entry: WhitelistEntry,
): Promise<Result<{ id: string }, Failure>> {
  const fault = await codeFault(tx, world, actor, entry.aeoCode);
  if (fault) return fault;
  const id = world.newId();
  const { aeoCode, holder, tier, roles, commodityPrefixes, origins, regimes, valueCap, validFrom, validTo, source } =
    entry;
  await tx.authorisations.add({
    organisationId: actor.organisationId,
    id,
    aeoCode,
    holder,
    tier,
    roles,
    commodityPrefixes,
    origins,
    regimes,
    valueCap,
    validFrom,
    validTo,
    state: "proposed",
    proposedBy: actor.id,
    proposedByName: actor.name,
    proposerLinkedBy: await tx.people.linkHolder(actor.id),
    approvedBy: null,
    approvedByName: null,
    source,
  });
  await tx.audit.add("aeo_proposed", "aeo_authorisation", id, { aeoCode, tier });
  return ok({ id });
}
