import type { Transaction } from "./ports";

/** Who did the first of two acts, and who held their password link when they did it. */
interface First {
  readonly id: string;
  readonly linkedBy: string | null;
}

/** Whether who acts second is another person: not the first, not who let the first in, and not let in by the first. */
export async function areTwo(tx: Pick<Transaction, "people">, first: First, second: string): Promise<boolean> {
  if (first.id === second || first.linkedBy === second) return false;
  return (await tx.people.linkHolder(second)) !== first.id;
}
