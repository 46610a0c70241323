import type { Transaction } from "@/application/ports";
import type { SavedViewRecord } from "@/application/saved-view-record";
import { listName } from "@/contracts/lists";
import { viewQuery } from "@/contracts/views/saved-view";
import { isTaken } from "./client";
import type { SavedView } from "./generated/client";
import type { Scope } from "./scope";

/** Views of lists. The database itself lets a person change their own alone. */
export function savedViewRepository(scope: Scope): Pick<Transaction, "savedViews"> {
  const { db, organisationId, actor, world } = scope;
  const key = (id: string) => ({ organisationId_id: { organisationId, id } });
  return {
    savedViews: {
      get: async (id) => {
        const row = await db.savedView.findFirst({ where: { organisationId, id } });
        return row && toRecord(row);
      },
      countOwn: async (list) => {
        return db.savedView.count({ where: { organisationId, ownerId: actor.id, list } });
      },
      add: async ({ query, columns, ...view }) => {
        const now = world.now();
        const { count } = await db.savedView.createMany({
          data: {
            ...view,
            organisationId,
            query: { ...query },
            columns: [...columns],
            createdAt: now,
            changedAt: now,
          },
          skipDuplicates: true,
        });
        return count === 1;
      },
      change: async ({ id, name, query, columns, isShared }) => {
        const data = { name, query: { ...query }, columns: [...columns], isShared, changedAt: world.now() };
        try {
          await db.savedView.update({ where: key(id), data });
          return true;
        } catch (error) {
          if (isTaken(error)) return false;
          throw error;
        }
      },
      remove: async (id) => {
        await db.savedView.delete({ where: key(id) });
      },
      beginWith: async (list, viewId) => {
        const one = { organisationId, personId: actor.id, list };
        if (viewId === null) await db.savedViewDefault.deleteMany({ where: one });
        else
          await db.savedViewDefault.upsert({
            where: { organisationId_personId_list: one },
            create: { ...one, viewId },
            update: { viewId },
          });
      },
    },
  };
}

function toRecord(row: SavedView): SavedViewRecord {
  const { id, name, ownerId, columns, isShared } = row;
  return { id, list: listName.parse(row.list), name, ownerId, query: viewQuery.parse(row.query), columns, isShared };
}
