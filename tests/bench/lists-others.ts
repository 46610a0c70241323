import type pg from "pg";
import { v7 } from "uuid";
import type { Actor } from "@/application/actor";
import type { Queries } from "@/application/queries";

const PAGE = 50;
/** Cases that wait at any time, however many were decided. */
const OPEN = 100;
/** Of the messages, those that failed at any time. */
const FAILED = 20;

export type OtherList = "released shipments" | "refused shipments" | "messages" | "cases" | "notifications";

/** Ids that rise with the row, as those of the product rise with the time. */
export const idOf = (kind: number, row: string) =>
  `('0190000${kind}-0000-7000-8000-' || lpad(to_hex(${row}), 12, '0'))::uuid`;

const AUTHORITY = "01900000-0000-7000-8000-00000000000a";
const OFFICER = "01900000-0000-7000-8000-00000000000b";

interface Actors {
  readonly broker: Actor;
  readonly officer: Actor;
}

/** The broker of the bench, and an officer of the authority with which all was lodged. */
export function benchActors(broker: Actor): Actors {
  const officer: Actor = {
    ...{ kind: "person", id: OFFICER, name: "officer", organisationId: AUTHORITY },
    ...{ organisationKind: "authority", roles: ["officer"] },
  };
  return { broker, officer };
}

/**
 * As many messages, cases and notifications as there are shipments. Every second notification is not read; all cases but
 * the newest are decided, one of them each minute, by fifty officers.
 */
export async function fillOthers(sql: pg.Client, broker: Actor, size: number): Promise<void> {
  const [own, nobody] = [broker.organisationId, v7()];
  await sql.query(
    "insert into organisation (id, name, slug, kind, created_at) values ($1, 'Office', 'office', 'authority', now())",
    [AUTHORITY],
  );
  await sql.query("set session_replication_role = replica");
  await sql.query(
    `insert into access_grant (organisation_id, id, shipment_id, grantee_organisation_id, scope, granted_at)
     select $1, ${idOf(5, "n")}, ${idOf(1, "n")}, $3, 'clearance', now() from generate_series(1, $2::int) n`,
    [own, size, AUTHORITY],
  );
  await sql.query(
    `insert into authority_message (organisation_id, id, channel_id, shipment_id, declaration_id, kind, number, guid,
       version, syntax, state, sha256, raw, sent_at, created_at)
     select $1, ${idOf(6, "n")}, $3, ${idOf(1, "n")}, $3, 'inventory', 'N' || n, 'g' || n, 1, 'customs-xml',
       case when n > $2::int - ${FAILED} then 'failed' else 'answered' end, repeat('0', 64), '\\x00'::bytea, now(), now()
     from generate_series(1, $2::int) n`,
    [own, size, nobody],
  );
  await sql.query(
    `insert into review_case (organisation_id, id, shipment_id, clearance_id, declaration_id, stage, lane,
       needs_two_officers, state, opened_at, decided_at, due_at)
     select $1, ${idOf(7, "n")}, ${idOf(1, "n")}, ${idOf(2, "n")}, $3, 'bonded_exit', 'yellow', false,
       (case when n > $2::int - ${OPEN} then 'open' else 'decided' end)::review_state, now(),
       case when n <= $2::int - ${OPEN} then now() end, now() + interval '1 day'
     from generate_series(1, $2::int) n`,
    [own, size, nobody],
  );
  await sql.query(
    `insert into decision (organisation_id, id, shipment_id, case_id, clearance_id, officer_id, officer_name, outcome,
       reasons, at)
     select $1, ${idOf(8, "n")}, ${idOf(1, "n")}, ${idOf(7, "n")}, ${idOf(2, "n")},
       case n % 50 when 0 then $3::text else 'officer ' || n % 50 end, 'O', 'pass', '{}',
       now() - ($2::int - n) * interval '1 minute'
     from generate_series(1, $2::int - ${OPEN}) n`,
    [own, size, OFFICER],
  );
  await sql.query(
    `insert into notice (organisation_id, id, kind, subject_id, occasion, facts, at)
     select $1, ${idOf(9, "n")}, 'both_gates_released', ${idOf(1, "n")}, '', '{}', now() from generate_series(1, $2::int) n`,
    [own, size],
  );
  await sql.query(
    `insert into notification (organisation_id, id, notice_id, user_id, is_in_app, read_at, created_at)
     select $1, ${idOf(9, "n")}, ${idOf(9, "n")}, $3, true, case when n % 2 = 0 then now() end, now()
     from generate_series(1, $2::int) n`,
    [own, size, broker.id],
  );
  await sql.query("set session_replication_role = origin");
  await sql.query("vacuum analyze");
}

interface How {
  readonly size: number;
  /** The end of the id of the row in the middle. */
  readonly middle: string;
  readonly median: (run: () => Promise<unknown>) => Promise<number>;
}

/** The first page, one in the middle, and what stands beside the tabs. */
export async function measureOthers(queries: Queries, { broker, officer }: Actors, { size, middle, median }: How) {
  const rows = { rows: size, plan: "" };
  const at = (kind: number) => ({ limit: PAGE, cursor: `0190000${kind}-0000-7000-8000-${middle}` });
  const shipments = async (view: "released" | "refused") => ({
    ...{ ...rows, list: `${view} shipments` as const },
    first: await median(() => queries.listShipments(broker, { limit: PAGE, view })),
    deep: await median(() => queries.listShipments(broker, { ...at(1), view })),
    counts: await median(() => queries.countShipments(broker)),
  });
  return [
    await shipments("released"),
    await shipments("refused"),
    {
      ...{ ...rows, list: "messages" as const },
      first: await median(() => queries.listMessages(broker, { limit: PAGE, state: "answered" })),
      deep: await median(() => queries.listMessages(broker, { ...at(6), state: "answered" })),
      counts: await median(() => queries.countMessages(broker)),
    },
    {
      ...{ ...rows, list: "cases" as const },
      first: await median(() => queries.listReviews(officer, { limit: PAGE, state: "open" })),
      deep: await median(() => queries.listReviews(officer, { ...at(7), state: "decided" })),
      counts: await median(() => queries.countReviews(officer)),
    },
    {
      ...{ ...rows, list: "notifications" as const },
      first: await median(() => queries.listNotifications(broker, { limit: PAGE, list: "unread" })),
      deep: await median(() => queries.listNotifications(broker, { ...at(9), list: "unread" })),
      counts: await median(() => queries.countUnread(broker)),
    },
  ];
}
