import { z } from "zod";
import type { SwitchRecord } from "@/application/rule-record";
import type { ActiveSwitch } from "@/domain/risk-rules/apply-rules";
import type { Scope } from "./scope";

const kindSchema = z.enum(["rule", "code", "origin"]);

/** The switches: every turn is a row, and how one stands is asked of the table each time, so that a turn counts at once. */
export function ruleSwitches({ db, organisationId }: Scope) {
  return {
    addSwitch: async (turn: SwitchRecord) => {
      await db.killSwitch.create({ data: turn });
    },
    switches: async (): Promise<readonly ActiveSwitch[]> => {
      const rows = await db.$queryRaw<{ kind: string; value: string; is_on: boolean; reason: string }[]>`
        select distinct on (kind, value) kind, value, is_on, reason from kill_switch
        where organisation_id = ${organisationId}::uuid order by kind, value, at desc, id desc`;
      return rows
        .filter((row) => row.is_on)
        .map(({ kind, value, reason }) => ({ kind: kindSchema.parse(kind), value, reason }));
    },
  };
}
