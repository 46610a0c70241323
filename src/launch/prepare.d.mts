/** The repository's root. */
export const root: string;
/** Checks Node, installs, generates, bundles. */
export function prepare(): Promise<void>;
/** Throws when the version is below what the product runs on. */
export function requireNode(version: string): void;
interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly version?: string; readonly integrity?: string; readonly optional?: boolean }>
  >;
}
/** Whether what npm says it installed agrees with the lock. */
export function matchesLock(locked: Lock, installed: Lock): boolean;
/** All files below a folder whose name matches. */
export function files(folder: string, pattern: RegExp): string[];
/** A hash over names and contents. */
export function digest(paths: readonly string[]): string;
/** Whether `what` was made from just this and still exists. */
export function isFresh(what: string, mark: string, product: string): boolean;
/** Remembers what `what` was made from. */
export function stampFresh(what: string, mark: string): void;
