import { type Fact, isUnsure } from "../declaration/facts";
import { conflictsAmong, reconcileDocuments } from "./reconcile-documents";

/** A fact with what a second reading of its document says instead; null where the readings agree. */
export interface ReadFact extends Fact {
  readonly otherReading: string | null;
}

/** How many questions a person is asked. */
interface Questions {
  readonly total: number;
  /** Those that stand on each document, by its id; a contradiction stands on every document that takes part in it. */
  readonly ofDocument: ReadonlyMap<string, number>;
}

/**
 * Counts what the documents of a shipment ask a person: every value that is unsure or was read in two ways, and every
 * contradiction once, however many values it is between. Who decides a contradiction of the header has looked at its
 * values, so that they are not counted beside it. A paper of which nobody knows whether it belongs here contradicts
 * nothing. Every screen counts so.
 */
export function questionsOf(facts: readonly ReadFact[], unplaced: ReadonlySet<string> = new Set()): Questions {
  const placed = facts.filter((fact) => fact.documentId === null || !unplaced.has(fact.documentId));
  const conflicts = conflictsAmong(reconcileDocuments(placed)).map(({ statements }) =>
    statements.flatMap((statement) => statement.facts),
  );
  const decided = new Set(conflicts.flatMap((among) => among.flatMap(({ id, line }) => (line === null ? id : []))));
  const alone = facts.filter((fact) => !decided.has(fact.id) && (isUnsure(fact) || fact.otherReading !== null));
  const asked = [...alone.map((fact) => [fact]), ...conflicts];
  const ofDocument = new Map<string, number>();
  for (const among of asked)
    for (const id of new Set(among.flatMap((fact) => fact.documentId ?? [])))
      ofDocument.set(id, (ofDocument.get(id) ?? 0) + 1);
  return { total: asked.length, ofDocument };
}
