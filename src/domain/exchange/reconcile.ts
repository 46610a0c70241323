/** A message as the authority's list of the day has it. */
export interface ListedMessage {
  readonly guid: string;
  /** Its last status there; null while none was given. */
  readonly status: string | null;
}

/** A message as we have it: sent on the day of the list. */
export interface OwnMessage extends ListedMessage {
  readonly id: string;
}

export type Difference =
  | { readonly kind: "missing_there"; readonly id: string; readonly guid: string; readonly ours: string | null }
  | { readonly kind: "missing_here"; readonly guid: string; readonly theirs: string | null }
  | {
      readonly kind: "differing";
      readonly id: string;
      readonly guid: string;
      readonly ours: string | null;
      readonly theirs: string | null;
    };

/**
 * Lays our messages of a day beside the authority's list of it. What is the same on both sides is not named; each
 * difference is named once, ours in our order and then what only they have in theirs.
 */
export function reconcileDay(ours: readonly OwnMessage[], theirs: readonly ListedMessage[]): readonly Difference[] {
  const listed = new Map(theirs.map((each) => [each.guid, each] as const));
  const known = new Set(ours.map(({ guid }) => guid));
  const own = ours.flatMap((each): readonly Difference[] => {
    const there = listed.get(each.guid);
    const { id, guid, status } = each;
    if (!there) return [{ kind: "missing_there", id, guid, ours: status }];
    return there.status === status ? [] : [{ kind: "differing", id, guid, ours: status, theirs: there.status }];
  });
  const foreign = [...listed.values()].filter(({ guid }) => !known.has(guid));
  return [...own, ...foreign.map(({ guid, status }) => ({ kind: "missing_here" as const, guid, theirs: status }))];
}
