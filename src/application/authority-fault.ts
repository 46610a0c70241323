import { DependencyError } from "./ports";

/**
 * Runs what reads an authority's own rules, models and history. Where that breaks in the work of who lodges, its
 * admins read the error of the job: they are told no more than that; the cause is kept for the log.
 */
export async function withoutParticulars<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DependencyError) throw error;
    throw new Error("What the authority keeps could not be evaluated", { cause: error });
  }
}
