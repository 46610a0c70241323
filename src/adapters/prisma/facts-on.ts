import { z } from "zod";
import type { LocalDate } from "@/domain/shared/local-date";
import type { Scope } from "./scope";

/** The facts of a kind that hold on a day of the law, by their ids. */
export async function factsOn<S extends z.ZodType>(
  { db }: Pick<Scope, "db">,
  kind: string,
  schema: S,
  day: LocalDate,
): Promise<z.output<S>[]> {
  const rows = await db.referenceFact.findMany({
    where: { kind, validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] },
    orderBy: { id: "asc" },
    select: { fact: true },
  });
  return z.array(schema).parse(rows.map((row) => row.fact));
}
