import { dayBefore, type LocalDate, type Validity } from "../shared/local-date";

type Fact = Validity & { readonly id: string; readonly citation: string };

/** What an import would do to facts of one sort. */
export interface Plan<T> {
  /** New ones, under keys that had none. */
  readonly added: readonly T[];
  /** Those of keys whose content changes, with what they were. */
  readonly changed: readonly { readonly before: T; readonly after: T }[];
  /** Those of keys that the file does not name. */
  readonly ended: readonly T[];
  readonly unchanged: number;
  readonly writes: {
    /** Written under their ids, whether these exist or not. */
    readonly put: readonly T[];
    /** Ended the day before the effective one. */
    readonly end: readonly string[];
    readonly lastDay: LocalDate;
    /** Those that would have begun on the effective day or later, and do not any more. */
    readonly drop: readonly string[];
  };
}

interface Question<T> {
  /** Facts that hold on the effective day or begin after it. */
  readonly existing: readonly T[];
  readonly wanted: readonly T[];
  /** Facts with the same key follow one another. */
  readonly keyOf: (fact: T) => string;
  readonly effective: LocalDate;
  /** Whether what the file does not name ends. */
  readonly endsUnnamed: (fact: T) => boolean;
}

/**
 * Compares what a file says from a day on with what holds. Content that does not change stays under its id, whatever the
 * edition that says so; what changes begins anew on the effective day, and what it replaces ends the day before.
 */
export function planImport<T extends Fact>({ existing, wanted, keyOf, effective, endsUnnamed }: Question<T>): Plan<T> {
  const known = grouped(existing, keyOf);
  const named = grouped(wanted, keyOf);
  const plan = { added: [] as T[], changed: [] as { before: T; after: T }[], ended: [] as T[], unchanged: 0 };
  const put: T[] = [];
  const replaced: T[] = [];
  for (const [key, next] of named) {
    const before = known.get(key) ?? [];
    if (isSame(before, next, effective)) {
      plan.unchanged += next.length;
      continue;
    }
    put.push(...next);
    replaced.push(...before);
    next.forEach((after, index) => {
      const predecessor = before[index] ?? before.at(-1);
      if (predecessor) plan.changed.push({ before: predecessor, after });
      else plan.added.push(after);
    });
  }
  for (const [key, before] of known) {
    const ending = named.has(key) ? [] : before.filter(endsUnnamed);
    plan.ended.push(...ending);
    replaced.push(...ending);
  }
  const kept = new Set(put.map((fact) => fact.id));
  const begun = replaced.filter((fact) => fact.validFrom < effective);
  return {
    ...plan,
    writes: {
      put,
      end: begun.map((fact) => fact.id),
      lastDay: dayBefore(effective),
      drop: replaced.flatMap((fact) => (fact.validFrom >= effective && !kept.has(fact.id) ? [fact.id] : [])),
    },
  };
}

/** Whether the periods say the same from the effective day on; the first may have begun before. */
function isSame<T extends Fact>(before: readonly T[], next: readonly T[], effective: LocalDate): boolean {
  return (
    before.length === next.length &&
    next.every((fact, index) => {
      const other = before[index];
      if (!other || contentOf(other) !== contentOf(fact) || other.validTo !== fact.validTo) return false;
      return other.validFrom === fact.validFrom || (other.validFrom < effective && fact.validFrom === effective);
    })
  );
}

/** What a fact says, without its days, its source and its id. */
function contentOf(fact: Fact): string {
  const { id: _id, validFrom: _from, validTo: _to, citation: _citation, ...content } = fact;
  return canonical({ ...content, edition: undefined });
}

/** The same text for the same content, in whatever order its parts stand. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

function grouped<T extends Fact>(facts: readonly T[], keyOf: (fact: T) => string): Map<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const fact of facts) {
    const key = keyOf(fact);
    const known = groups.get(key);
    if (known) known.push(fact);
    else groups.set(key, [fact]);
  }
  for (const group of groups.values()) group.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return groups;
}
