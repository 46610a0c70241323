import type { Failure } from "@/contracts/problem";
import { ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { composeMail, type MailWords } from "./compose-mail";
import type { Directory } from "./directory";
import type { MailRow, SettingRecord } from "./notice-record";
import { DependencyError, type Transaction, type UnitOfWork, type World } from "./ports";

/** An e-mail in both forms, which say the same. */
export interface Mail extends MailWords {
  readonly to: string;
  /** The same for the same content, so that a server or a reader may know it when it comes twice. */
  readonly key: string;
}

/** Sends e-mail. Throws DependencyError: retryable when the server is away or busy, not when it refuses for good. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}

export interface MailPorts {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
  /** Null where no operator has named a server. */
  readonly mailer: Mailer | null;
  readonly directory: Pick<Directory, "members">;
  /** The address that browsers use, for the links. */
  readonly baseUrl: string;
}

/** Longer than a server is waited for. */
const CLAIM_MS = 120_000;
const MOST_AT_ONCE = 200;
const MOST_ATTEMPTS = 10;
const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 6 * 3_600_000;

/**
 * Mails a person all that is due, in one e-mail. What is under way is claimed, so that two workers do not send it both;
 * what fails is due again with growing waits, ten times over about a day. A worker that dies between the server's yes and its
 * record sends the same once more, under the same Message-ID.
 */
export async function sendMail(
  ports: MailPorts,
  actor: Actor,
  jobId: string,
  userId: string,
): Promise<Result<void, Failure>> {
  const { inTransaction, world, mailer, directory } = ports;
  const claimed = await inTransaction<Claimed | null, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "notify");
    if (!allowed.ok) return allowed;
    const until = new Date(world.now().getTime() + CLAIM_MS);
    const rows = await tx.notices.claimMail(userId, until, { rows: MOST_AT_ONCE, attempts: MOST_ATTEMPTS });
    if (rows.length > 0) return ok({ rows, setting: (await tx.notices.settings([userId])).get(userId) ?? null });
    if (await tx.outbox.complete(jobId)) await waitForClaim(tx, actor.organisationId, userId);
    return ok(null);
  });
  if (!claimed.ok) return claimed;
  if (claimed.value === null) return ok(undefined);
  const { rows, setting } = claimed.value;
  const member = (await directory.members(actor.organisationId)).find((each) => each.userId === userId);
  const failure =
    member && mailer
      ? await attempt(mailer, {
          ...composeMail(
            rows.map(({ notice }) => notice),
            setting?.language ?? "en",
            ports.baseUrl,
          ),
          to: member.email,
          key: world.sha256(rows.map(({ id }) => id).join(" ")),
        })
      : { words: member ? "no_server" : "no_member", isForGood: true };
  return inTransaction<void, Failure>(actor, async (tx) => {
    await tx.outbox.complete(jobId);
    await record(tx, world, { organisationId: actor.organisationId, userId, rows, failure });
    return ok(undefined);
  });
}

interface Claimed {
  readonly rows: readonly MailRow[];
  readonly setting: SettingRecord | null;
}

interface SendingFailure {
  readonly words: string;
  readonly isForGood: boolean;
}

async function attempt(mailer: Mailer, mail: Mail): Promise<SendingFailure | null> {
  try {
    await mailer.send(mail);
    return null;
  } catch (error) {
    if (error instanceof DependencyError) return { words: error.message, isForGood: !error.retryable };
    throw error;
  }
}

/** Whoever claimed the mail may have died: it is looked at again when the claim has ended. */
async function waitForClaim(tx: Transaction, organisationId: string, userId: string): Promise<void> {
  const until = await tx.notices.claimedUntil(userId);
  if (until) await oweMail(tx, organisationId, userId, until);
}

async function oweMail(tx: Transaction, organisationId: string, userId: string, at: Date): Promise<void> {
  await tx.outbox.put(organisationId, { name: "notification.mail", payload: { organisationId, userId } }, at);
}

interface Tried {
  readonly organisationId: string;
  readonly userId: string;
  readonly rows: readonly MailRow[];
  readonly failure: SendingFailure | null;
}

async function record(tx: Transaction, world: World, { organisationId, userId, rows, failure }: Tried): Promise<void> {
  const ids = (of: readonly MailRow[]) => of.map(({ id }) => id);
  if (!failure) {
    await tx.notices.settleMail(ids(rows), { state: "sent" });
    // More may have been due than one e-mail takes.
    if (rows.length === MOST_AT_ONCE) await oweMail(tx, organisationId, userId, world.now());
    return;
  }
  const isOver = ({ attempts }: MailRow) => failure.isForGood || attempts >= MOST_ATTEMPTS;
  const [over, again] = [rows.filter(isOver), rows.filter((row) => !isOver(row))];
  if (over.length > 0) await tx.notices.settleMail(ids(over), { state: "failed", error: failure.words });
  if (again.length === 0) return;
  const attempts = Math.min(...again.map((row) => row.attempts));
  const dueAt = new Date(world.now().getTime() + Math.min(FIRST_WAIT_MS * 3 ** (attempts - 1), LONGEST_WAIT_MS));
  await tx.notices.settleMail(ids(again), { state: "due", dueAt, error: failure.words });
  await oweMail(tx, organisationId, userId, dueAt);
}
