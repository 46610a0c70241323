import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import type { Actor } from "@/application/actor";
import { giveNotice } from "@/application/give-notice";
import type { NoticeKind } from "@/domain/notice/kinds";
import { ok } from "@/domain/shared/result";
import { carryOut, type House, must, system, work } from "./house";

/** Makes the actor a member of their organisation, as sign-in has members, with an address. */
export async function enrol(house: House, actor: Actor, email: string): Promise<void> {
  if (actor.kind === "system") return;
  await house.sql.query(
    `insert into user_account (id, name, email, email_verified, created_at, updated_at)
     values ($1, $2, $3, true, now(), now())`,
    [actor.id, actor.name, email],
  );
  await house.sql.query(
    `insert into membership (id, organisation_id, user_id, role, created_at)
     values (gen_random_uuid(), $1, $2, $3, now())`,
    [actor.organisationId, actor.id, actor.roles.join(",")],
  );
}

/** Something happens of which the organisation is told; the job that tells of it is left owed. */
export async function occur(
  house: House,
  organisationId: string,
  kind: NoticeKind,
  facts: Readonly<Record<string, string>> = {},
): Promise<string> {
  const subjectId = house.world.newId();
  must(
    await house.inTransaction(system(organisationId), async (tx) => {
      await giveNotice(tx, house.world, { organisationId, kind, subjectId, occasion: subjectId, facts });
      return ok(undefined);
    }),
  );
  return subjectId;
}

/** The same, and all that is owed is carried out. */
export async function tell(house: House, organisationId: string, kind: NoticeKind): Promise<string> {
  const subjectId = await occur(house, organisationId, kind);
  await work(house);
  return subjectId;
}

/** Makes what is owed later due now, and carries it out. */
export async function passTime(house: House): Promise<void> {
  await house.sql.query("update outbox_message set available_at = now() where done_at is null");
  await house.sql.query("update webhook_delivery set next_at = now() where state = 'pending'");
  await house.sql.query("update webhook_delivery set claimed_until = null");
  await house.sql.query("update webhook_endpoint set paused_until = null");
  const { rows } = await house.sql.query<{ id: string; name: string; payload: never }>(
    "select id, name, payload from outbox_message where done_at is null order by seq",
  );
  for (const { id, name, payload } of rows) must(await carryOut(house, id, name, payload));
}

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver of webhooks on this machine, which answers as it is told. */
export async function startReceiver(answer: (response: ServerResponse, received: Received) => void) {
  const received: Received[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on("end", () => {
      const one = { path: request.url ?? "", headers: request.headers, body };
      received.push(one);
      answer(response, one);
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    close: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

export interface Letter {
  readonly to: readonly string[];
  readonly raw: string;
}

/** A mail server on this machine; `refuse` says with which code it takes no mail, null when it takes it. */
export async function startMailServer(refuse: () => number | null) {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData: (stream, session, done) => {
      let raw = "";
      stream.on("data", (chunk: Buffer) => {
        raw += chunk.toString();
      });
      stream.on("end", () => {
        const code = refuse();
        if (code !== null) {
          done(Object.assign(new Error("refused"), { responseCode: code }));
          return;
        }
        letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
        done();
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}
