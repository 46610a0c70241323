import { leavesOf } from "./check";
import type { DeclarationContent } from "./declaration";

/** A value that one version of a declaration states otherwise than the one before. */
export interface DeclarationChange {
  /** Path of the value, such as `lines.2.quantity`. */
  readonly path: string;
  /** Null where the version does not state it. */
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * What a version changes, in the order of the form: every value that was stated otherwise, newly or no longer. Two
 * versions that state the same have no difference, wherever their values come from.
 */
export function compareDeclarations(
  before: DeclarationContent,
  after: DeclarationContent,
): readonly DeclarationChange[] {
  const [earlier, later] = [valuesOf(before), valuesOf(after)];
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((path) => {
    const change = { path, before: earlier.get(path) ?? null, after: later.get(path) ?? null };
    return change.before === change.after ? [] : [change];
  });
}

function valuesOf(content: DeclarationContent): ReadonlyMap<string, string> {
  const { regime, consumer } = content;
  return new Map([
    ["regime", regime],
    ...leavesOf(content).flatMap(([path, leaf]) => (leaf ? [[path, leaf.value] as const] : [])),
    ...(consumer ? [["consumer", consumer.identityMasked] as const] : []),
  ]);
}
