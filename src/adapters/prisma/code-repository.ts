import { createHash } from "node:crypto";
import type { Transaction } from "@/application/ports";
import type { Scope } from "./scope";

/** So many settled goods of an organisation teach classification, the last ones. */
const MOST = 5_000;

/** The codes that people of the organisation settled for goods. */
export function codeRepository({ db, organisationId, world }: Scope): Pick<Transaction, "codes"> {
  return {
    codes: {
      decided: () =>
        db.codeDecision.findMany({
          where: { organisationId },
          orderBy: { decidedAt: "desc" },
          take: MOST,
          select: { key: true, description: true, commodityCode: true },
        }),
      decide: async (description, commodityCode, by) => {
        const told = { description, commodityCode, decidedBy: by, decidedAt: world.now() };
        const key = keyOf(description);
        await db.codeDecision.upsert({
          where: { organisationId_key: { organisationId, key } },
          create: { organisationId, key, ...told },
          update: told,
        });
      },
    },
  };
}

/** The same goods in other capitals or spaces are the same. */
function keyOf(description: string): string {
  const folded = description.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  return createHash("sha256").update(folded, "utf8").digest("hex");
}
