import { type LogStandingView, logStandingView } from "@/contracts/views/log";
import type { Scope } from "./scope";

/** Incidents that are shown: those that are open, and the latest that are not. */
const INCIDENTS = 50;
const MOST_WAITING = 1_000;

/** The log, its witnesses and what happened to it. It is one for the installation and names nobody. */
export async function logStanding({ db }: Scope): Promise<LogStandingView> {
  const published = await db.logCheckpoint.findFirst({
    where: { publishedAt: { not: null } },
    orderBy: { size: "desc" },
    include: { cosignatures: { orderBy: { witness: "asc" } } },
  });
  const newest = await db.logCheckpoint.findFirst({ orderBy: { size: "desc" }, select: { size: true } });
  const waiting = await db.logPending.findMany({ take: MOST_WAITING, select: { ordinal: true } });
  const witnesses = await db.logWitness.findMany({ where: { isActive: true }, orderBy: { name: "asc" } });
  const incidents = await db.logIncident.findMany({
    orderBy: [{ resolvedAt: { sort: "desc", nulls: "first" } }, { id: "desc" }],
    take: INCIDENTS,
  });
  return logStandingView.parse({
    published: published && {
      size: Number(published.size),
      root: Buffer.from(published.root).toString("base64"),
      at: published.publishedAt?.toISOString(),
      isUnwitnessed: published.isUnwitnessed ?? false,
      seenBy: published.cosignatures.map(({ witness }) => witness),
    },
    size: Number(newest?.size ?? 0),
    waiting: waiting.length,
    witnesses: witnesses.map(({ seenSize, failedSince, ...witness }) => ({
      ...witness,
      seenSize: Number(seenSize),
      failedSince: failedSince?.toISOString() ?? null,
    })),
    incidents: incidents.map(({ at, resolvedAt, ...incident }) => ({
      ...incident,
      at: at.toISOString(),
      resolvedAt: resolvedAt?.toISOString() ?? null,
    })),
  });
}
