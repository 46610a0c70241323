import type { ModelRowView, PolicyView } from "@/contracts/views/model";
import { modelRepositories } from "./model-repository";
import { linkHolder } from "./people";
import type { Scope } from "./scope";

/** Models and policies of an authority, for its admins and officers. */
export const models = { list: listModels, policies: listPolicies };

async function listModels(scope: Scope): Promise<readonly ModelRowView[]> {
  const rows = await modelRepositories(scope).models.list();
  const { actor } = scope;
  const holder = await linkHolder(scope, actor.id);
  const isAdmin = actor.kind === "person" && actor.roles.includes("admin");
  return rows.map(({ report, organisationId: _own, trainedBy, trainerLinkedBy, promotedBy: _by, ...row }) => {
    const isSecond = trainedBy !== actor.id && trainerLinkedBy !== actor.id && holder !== trainedBy;
    return {
      ...row,
      report: report && withoutBins(report),
      trainedBy: row.trainedByName,
      promotedBy: row.promotedByName,
      createdAt: row.createdAt.toISOString(),
      promotedAt: row.promotedAt?.toISOString() ?? null,
      retiredAt: row.retiredAt?.toISOString() ?? null,
      canPromote: isAdmin && isSecond && row.state === "challenger",
    };
  });
}

function withoutBins<R extends { readonly bins: unknown }>({ bins: _bins, ...report }: R): Omit<R, "bins"> {
  return report;
}

async function listPolicies(scope: Scope): Promise<readonly PolicyView[]> {
  const rows = await modelRepositories(scope).policies.list();
  const { actor } = scope;
  const holder = await linkHolder(scope, actor.id);
  const isAdmin = actor.kind === "person" && actor.roles.includes("admin");
  return rows.map(({ id, policy: { version, ...policy }, reason, state, ...row }) => ({
    id,
    version,
    policy,
    reason,
    state,
    proposedBy: row.proposedByName,
    approvedBy: row.approvedByName,
    createdAt: row.createdAt.toISOString(),
    canApprove:
      isAdmin &&
      state === "proposed" &&
      row.proposedBy !== actor.id &&
      row.proposerLinkedBy !== actor.id &&
      holder !== row.proposedBy,
  }));
}
