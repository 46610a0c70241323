import { v7 } from "uuid";
import type { Actor } from "@/application/actor";
import { addDays } from "@/domain/shared/local-date";
import { type House, must } from "./house";

const HASH = "0".repeat(64);
const HOUR_MS = 3_600_000;

/** The facts of clocks, written as rows and not by use cases, so that they come in any order. */
export function clockFacts(house: House, organisationId: string) {
  const day = (ahead: number) => addDays(house.world.today(), ahead);
  const ago = (hours: number) => new Date(house.world.now().getTime() - hours * HOUR_MS);
  const write = (text: string, values: readonly unknown[]) => house.sql.query(text, [organisationId, ...values]);
  let count = 0;

  async function open(regime: "0110" | "1210" = "0110"): Promise<string> {
    const id = v7();
    await write(
      `insert into shipment (organisation_id, id, reference, regime, created_by, created_at, updated_at)
       values ($1, $2, $3, $4, 'test', now(), now())`,
      [id, `K-${id}`, regime],
    );
    await write(
      `insert into clearance (organisation_id, id, shipment_id, stage, state)
       values ($1, gen_random_uuid(), $2, 'bonded_exit', 'opened'), ($1, gen_random_uuid(), $2, 'domestic_distribution', 'opened')`,
      [id],
    );
    return id;
  }

  const event = (id: string, kind: string, hours: number) =>
    write(
      `insert into evidence_entry (organisation_id, id, shipment_id, sequence, at, kind, actor, subject, facts, previous_hash, hash)
       select $1, gen_random_uuid(), $2, coalesce(max(sequence), 0) + 1, $4, $3, 'test', 'test', '{}', '${HASH}', '${HASH}'
       from evidence_entry where organisation_id = $1 and shipment_id = $2`,
      [id, kind, ago(hours)],
    );

  async function declare(id: string, hours = 0): Promise<string> {
    const declarationId = v7();
    await write(
      `insert into declaration (organisation_id, id, shipment_id, version, regime, content, content_hash, law_date,
         office_organisation_id, office_id, idempotency_key, lodged_by, lodged_at)
       select $1, $3::uuid, $2, (select count(*) + 1 from declaration where organisation_id = $1 and shipment_id = $2), '0110', '',
         '${HASH}', '2026-11-01', o.organisation_id, o.id, $3::uuid::text, 'test', now() from office o limit 1`,
      [id, declarationId],
    );
    await event(id, "declaration_lodged", hours);
    return declarationId;
  }

  /** A declaration, and what customs made of it. */
  async function assess(id: string, hundredths: number, hours = 0): Promise<void> {
    await write(
      `insert into tax_assessment (organisation_id, id, shipment_id, declaration_id, law_date, currency, customs_value, duty,
         consumption_tax, vat, total, created_at)
       values ($1, gen_random_uuid(), $2, $3, '2026-11-01', 'CNY', $4, 0, 0, 0, 1.5, now() + $5 * interval '1 second')`,
      [id, await declare(id, hours), (hundredths / 100).toFixed(2), ++count],
    );
  }

  async function bill(id: string, daysLeft: number): Promise<void> {
    count += 1;
    await write(
      `insert into tax_bill (organisation_id, id, shipment_id, declaration_id, number, currency, total, issued_on, due_on,
         source, is_equal, recorded_by, recorded_at)
       values ($1, gen_random_uuid(), $2, $3, $4, 'CNY', 10, $5, $6, 'typed', true, 'test', now())`,
      [id, await declare(id), `B-${v7()}-${count}`, day(daysLeft - 15), day(daysLeft)],
    );
  }

  async function bringBack(id: string, daysLeft: number): Promise<void> {
    await write(
      `insert into goods_return (organisation_id, id, shipment_id, declaration_id, state, reason, released_on, apply_by,
         arrive_by, applied_on, applied_by, applied_at, currency, value, duty, consumption_tax, vat)
       values ($1, gen_random_uuid(), $2, $3, 'applied', 'quality', $4, $5, $5, $4, 'test', now(), 'CNY', 1, 0, 0, 0)`,
      [id, await declare(id), day(daysLeft - 45), day(daysLeft)],
    );
  }

  const gate = (id: string, stage: "bonded_exit" | "domestic_distribution", state: string) =>
    write(
      `update clearance set state = $4::clearance_state, released_at = case when $4 = 'released' then now() end
       where organisation_id = $1 and shipment_id = $2 and stage = $3::stage`,
      [id, stage, state],
    );

  return {
    ...{ open, declare, assess, bill, bringBack, day },
    arrive: (id: string, daysAgo: number | null) =>
      write("update shipment set arrived_on = $3 where organisation_id = $1 and id = $2", [
        id,
        daysAgo === null ? null : day(-daysAgo),
      ]),
    withdraw: (id: string) => event(id, "declaration_withdrawn", 0),
    pay: (id: string) =>
      write("update tax_bill set paid_at = now() where organisation_id = $1 and shipment_id = $2", [id]),
    returned: (id: string) =>
      write(
        `update goods_return set state = 'completed', arrived_on = applied_on, settled_at = now()
         where organisation_id = $1 and shipment_id = $2 and state = 'applied'`,
        [id],
      ),
    release: (id: string) => gate(id, "bonded_exit", "released"),
    releaseBoth: async (id: string) => {
      await gate(id, "bonded_exit", "released");
      await gate(id, "domestic_distribution", "released");
    },
    refuse: (id: string) => gate(id, "domestic_distribution", "refused"),
    /** One more line of goods; which agreement they come under, their origins say. */
    line: (id: string, origin: string, code: string) =>
      write(
        `insert into goods_line (organisation_id, id, shipment_id, number, description, commodity_code, quantity, amount, currency, origin)
         select $1, gen_random_uuid(), $2, coalesce(max(number), 0) + 1, 'goods', $4, 1, 1, 'CNY', $3
         from goods_line where organisation_id = $1 and shipment_id = $2`,
        [id, origin, code],
      ),
    emptyLines: (id: string) => write("delete from goods_line where organisation_id = $1 and shipment_id = $2", [id]),
    waybill: (id: string) =>
      write(
        `insert into document (organisation_id, id, shipment_id, file_name, media_type, byte_length, sha256, state, type,
           uploaded_by, uploaded_at, updated_at)
         values ($1, gen_random_uuid(), $2, 'waybill.pdf', 'application/pdf', 1, rpad($3, 64, '0'), 'read', 'express_waybill',
           'test', now(), now())`,
        [id, v7().replaceAll("-", "")],
      ),
    otherPaper: (id: string) =>
      write("update document set type = 'invoice' where organisation_id = $1 and shipment_id = $2", [id]),
    grant: (id: string, authority: string) =>
      write(
        `insert into access_grant (organisation_id, id, shipment_id, grantee_organisation_id, scope, granted_at)
         values ($1, gen_random_uuid(), $2, $3, 'lodged', now())`,
        [id, authority],
      ),
  };
}

type Act = (id: string, amount: number) => Promise<unknown>;
/** Every act on the facts of the clocks of a shipment, in an order in which each finds what it changes. */
export const clockActs = (facts: ReturnType<typeof clockFacts>): Readonly<Record<string, Act>> => ({
  arrive: (id, amount) => facts.arrive(id, amount % 30),
  takeBackArrival: (id) => facts.arrive(id, null),
  declare: (id, amount) => facts.declare(id, amount % 60),
  withdraw: (id) => facts.withdraw(id),
  assess: (id, amount) => facts.assess(id, amount * 37, amount % 60),
  bill: (id, amount) => facts.bill(id, (amount % 20) - 5),
  pay: (id) => facts.pay(id),
  bringBack: (id, amount) => facts.bringBack(id, amount % 45),
  returned: (id) => facts.returned(id),
  release: (id) => facts.release(id),
  releaseBoth: (id) => facts.releaseBoth(id),
  refuse: (id) => facts.refuse(id),
  line: (id, amount) => facts.line(id, amount % 3 ? "VN" : "DE", amount % 2 ? "0306" : "8518"),
  emptyLines: (id) => facts.emptyLines(id),
  waybill: (id) => facts.waybill(id),
  otherPaper: (id) => facts.otherPaper(id),
});

interface StoredKeys {
  readonly id: string;
  readonly due_at: Date | null;
  readonly stake: string | null;
  readonly look: Date | null;
}

/** By what the shipments of the first broker are ordered, and when each is looked at again. */
export async function storedKeys(house: House): Promise<StoredKeys[]> {
  const { rows } = await house.sql.query<StoredKeys>(
    `select s.id, s.due_at, s.stake, l.due as look from shipment s
     join clock_look l on l.organisation_id = s.organisation_id and l.shipment_id = s.id
     where s.organisation_id = $1 order by s.id`,
    [house.broker.organisationId],
  );
  return rows;
}

/** What the list says of each of them, worked out for the page: the end of its clock, and what is at stake. */
export async function workedOut(house: House): Promise<Map<string, { due: string | null; stake: string | null }>> {
  const { rows } = await house.queries.listShipments(house.broker, { limit: 200 });
  return new Map(
    rows.map(({ id, nextClock, atStake }) => [id, { due: nextClock?.dueAt ?? null, stake: atStake?.amount ?? null }]),
  );
}

/** The ids of a list in an order, page by page. */
export async function walk(house: House, actor: Actor, sort: "slack" | "value", limit: number): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await house.queries.listShipments(actor, { limit, sort, ...(cursor ? { cursor } : {}) });
    ids.push(...page.rows.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  return ids;
}

/** The ids of what is under way, page by page. */
export async function walkUnderway(house: House, actor: Actor, limit: number): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = must(await house.queries.listUnderway(actor, { limit, ...(cursor ? { cursor } : {}) }));
    ids.push(...page.rows.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  return ids;
}
