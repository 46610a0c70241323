import type { Listing } from "@/application/listing";
import {
  DELIVERY_STATES,
  type DeliveryView,
  deliveryView,
  type EndpointView,
  endpointView,
} from "@/contracts/views/notification";
import { isNoticeKind } from "@/domain/notice/kinds";
import { MOST } from "./counted";
import { before, page } from "./paging";
import type { Scope } from "./scope";

/** The reads of the organisation's webhooks; no secret is in them. */
export const webhooks = { list, deliveries };

async function list(scope: Scope): Promise<readonly EndpointView[]> {
  const { db, organisationId } = scope;
  const rows = await db.webhookEndpoint.findMany({
    where: { organisationId },
    omit: { secret: true, previousSecret: true },
    orderBy: { id: "asc" },
  });
  const counted = await deliveriesOf(
    scope,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, url, kinds, state, failures, pausedUntil, previousUntil, createdAt }) => {
    const of = (name: string) => counted.find((each) => each.id === id && each.state === name)?.count ?? 0;
    return endpointView.parse({
      ...{ id, url, state, failures },
      kinds: kinds.filter(isNoticeKind),
      pausedUntil: pausedUntil?.toISOString() ?? null,
      previousUntil: previousUntil?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
      deliveries: { pending: of("pending"), delivered: of("delivered"), failed: of("failed") },
    });
  });
}

/** How many deliveries of each endpoint stand how, none counted further than it is shown. */
async function deliveriesOf({ db, organisationId }: Scope, endpointIds: readonly string[]) {
  return db.$queryRaw<readonly { id: string; state: string; count: number }[]>`
    select e.id::text as id, s.state, (select count(*)::int from (
      select from webhook_delivery d where d.organisation_id = ${organisationId}::uuid and d.endpoint_id = e.id
        and d.state = s.state limit ${MOST}) found) as count
    from unnest(${[...endpointIds]}::uuid[]) as e(id) cross join unnest(${[...DELIVERY_STATES]}::text[]) as s(state)`;
}

interface Options {
  readonly cursor?: string;
  readonly limit: number;
}

/** What went to an endpoint, the newest first. */
async function deliveries(
  { db, organisationId }: Scope,
  endpointId: string,
  options: Options,
): Promise<Listing<DeliveryView>> {
  const rows = await db.webhookDelivery.findMany({
    where: { organisationId, endpointId, ...before(options.cursor) },
    include: { notice: { select: { kind: true } } },
    orderBy: { id: "desc" },
    take: options.limit + 1,
  });
  return page(rows, options, ({ id, state, attempts, nextAt, lastStatus, lastError, attemptedAt, createdAt, notice }) =>
    deliveryView.parse({
      ...{ id, state, attempts, lastStatus, lastError },
      kind: notice?.kind ?? null,
      nextAt: nextAt?.toISOString() ?? null,
      attemptedAt: attemptedAt?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
    }),
  );
}
