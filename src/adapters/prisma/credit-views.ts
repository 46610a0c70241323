import { authorise } from "@/application/actor";
import type { ApiKeyView, JobRowView } from "@/contracts/views/account";
import type { AeoRowView } from "@/contracts/views/credit";
import { lightensControl } from "@/domain/aeo/authorisation";
import type { OutboxMessage } from "./generated/client";
import { before, page } from "./paging";
import { linkHolder } from "./people";
import type { Scope } from "./scope";

interface Options {
  readonly cursor?: string;
  readonly limit: number;
}

/** Whitelist, keys, work. */
export const credit = { listAeo, listApiKeys, listJobs };

async function listAeo({ db, actor, organisationId }: Scope, options: Options) {
  const holder = await linkHolder({ db }, actor.id);
  const mayApprove = authorise(actor, "approve_aeo").ok;
  const mayKeep = mayApprove || authorise(actor, "propose_aeo").ok;
  const rows = await db.aeoAuthorisation.findMany({
    where: { AND: [{ organisationId, ...(mayKeep ? {} : { state: "active" }) }, before(options.cursor)] },
    orderBy: { id: "desc" },
    take: options.limit + 1,
  });
  const maySuspend = authorise(actor, "suspend_aeo").ok;
  return page(
    rows,
    options,
    (row): AeoRowView => ({
      id: row.id,
      aeoCode: row.aeoCode,
      holder: row.holder,
      tier: row.tier,
      scope: {
        roles: row.roles,
        commodityPrefixes: row.commodityPrefixes,
        origins: row.origins,
        regimes: row.regimes,
        valueCap: row.valueCap?.toFixed(2) ?? null,
      },
      validFrom: row.validFrom,
      validTo: row.validTo,
      state: row.state,
      proposedBy: row.proposedByName,
      approvedBy: row.approvedByName,
      source: row.source,
      canApprove:
        mayApprove &&
        row.state === "proposed" &&
        ![row.proposedBy, row.proposerLinkedBy].includes(actor.id) &&
        row.proposedBy !== holder,
      canSuspend: maySuspend && row.state === "active" && lightensControl(row.tier),
    }),
  );
}

async function listApiKeys({ db, organisationId }: Scope): Promise<ApiKeyView[]> {
  const rows = await db.apiKey.findMany({ where: { organisationId }, orderBy: { createdAt: "desc" } });
  return rows.map(({ id, name, prefix, createdAt, lastUsedAt, revokedAt }) => ({
    id,
    name,
    prefix,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  }));
}

async function listJobs({ db, organisationId }: Scope, options: Options) {
  const rows = await db.outboxMessage.findMany({
    where: { AND: [{ organisationId }, before(options.cursor)] },
    orderBy: { id: "desc" },
    take: options.limit + 1,
  });
  return page(
    rows,
    options,
    (row): JobRowView => ({
      id: row.id,
      name: row.name,
      state: stateOf(row),
      attempts: row.attempts,
      lastError: row.lastError,
      createdAt: row.createdAt.toISOString(),
    }),
  );
}

function stateOf(row: OutboxMessage): JobRowView["state"] {
  if (row.doneAt) return "done";
  if (row.deadAt) return "dead";
  return row.dispatchedAt ? "dispatched" : "waiting";
}
