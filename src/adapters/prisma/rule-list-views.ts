import { authorise } from "@/application/actor";
import type { RuleListView, SwitchView } from "@/contracts/views/rule";
import { linkHolder } from "./people";
import { toList } from "./rule-rows";
import type { Scope } from "./scope";

const MOST_LISTS = 200;
const MOST_TURNS = 100;
/** A list is read in full where it is kept; a screen shows its beginning. */
const SHOWN_ENTRIES = 500;

/** Every version of every list, the latest first. */
export async function listRuleLists({ db, organisationId, actor }: Scope): Promise<RuleListView[]> {
  const rows = await db.namedList.findMany({ where: { organisationId }, orderBy: { id: "desc" }, take: MOST_LISTS });
  const holder = await linkHolder({ db }, actor.id);
  const mayApprove = authorise(actor, "approve_rule").ok;
  return rows.map((row) => {
    const { id, name, number, state, entries, author, createdAt } = toList(row);
    const isOther = author.id !== actor.id && author.linkedBy !== actor.id && author.id !== holder;
    return {
      id,
      name,
      number,
      state,
      count: entries.length,
      entries: entries.slice(0, SHOWN_ENTRIES),
      author: author.name,
      approvedBy: row.approvedByName,
      createdAt: createdAt.toISOString(),
      canApprove: mayApprove && isOther && state === "proposed",
    };
  });
}

/** The turns of the switches, the latest first. */
export async function listSwitches({ db, organisationId }: Scope): Promise<SwitchView[]> {
  const rows = await db.killSwitch.findMany({
    where: { organisationId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: MOST_TURNS,
  });
  return rows.map(({ id, kind, value, isOn, reason, byName, at }) => ({
    id,
    kind: kind as SwitchView["kind"],
    value,
    isOn,
    reason,
    by: byName,
    at: at.toISOString(),
  }));
}
