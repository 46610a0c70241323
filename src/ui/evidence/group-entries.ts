import type { TimelineView } from "@/contracts/views/timeline";

export type Entry = TimelineView["entries"][number];

/** What happened at one gate within one second is one thing to a reader; the last of it says what came of it. */
export function groupEntries(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const groups: Entry[][] = [];
  for (const entry of entries) {
    const group = groups.at(-1);
    const [first] = group ?? [];
    const isSame = first && first.at.slice(0, 19) === entry.at.slice(0, 19) && first.stage === entry.stage;
    if (group && isSame) group.push(entry);
    else groups.push([entry]);
  }
  return groups;
}
