import { passportCredential, statusListCredentialSchema } from "@/contracts/passport-credential";
import type { Failure } from "@/contracts/problem";
import { isStatusSet } from "@/domain/passport/status-bits";
import { OWNERS, type Verdict, type VerdictOwner, verdictOfDates } from "@/domain/passport/verdict";
import { ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { CredentialReader } from "./credential-reader";
import type { PublicKey } from "./credential-signer";
import type { UnitOfWork, World } from "./ports";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
  readonly reader: CredentialReader;
}

/** What was found of a passport that somebody else issued. */
export interface ImportedPassport {
  readonly verdict: Verdict;
  readonly owner: VerdictOwner;
  readonly issuer: string | null;
  readonly name: string | null;
  readonly registeredId: string | null;
  /** The id under which it is kept; null where it was not, for its signature is not right. */
  readonly id: string | null;
}

type Credential = ReturnType<typeof passportCredential.parse>;

interface Read {
  readonly verdict: Verdict;
  readonly issuer: string | null;
  readonly credential: Credential | null;
}

/**
 * Takes in a passport that somebody else issued, as a vc+jwt or as JSON that envelops one: its signature under keys of an
 * issuer that the operator has named, its schema, its days and its status lists. What is rightly signed is kept, once under
 * its id: the same id with another content is told as such.
 */
export async function importPassport(
  { inTransaction, world, reader }: Ports,
  actor: Actor,
  given: string,
): Promise<Result<ImportedPassport, Failure>> {
  const allowed = authorise(actor, "keep_passports");
  if (!allowed.ok) return allowed;
  // Asked before the transaction, for the network is slow and a lock would be held.
  const text = jwsIn(given);
  const read = await readPassport(reader, world.now(), text);
  const { issuer, credential } = read;
  if (!credential || !issuer || text === null) return ok(told(read, read.verdict, null));
  return inTransaction<ImportedPassport, Failure>(actor, async (tx) => {
    await tx.passports.lock();
    const sha256 = world.sha256(text);
    const known = await tx.passports.foreign(issuer, credential.id);
    if (known && known.sha256 !== sha256) return ok(told(read, "replayed", known.id));
    const id = known?.id ?? world.newId();
    await tx.passports.keepForeign({
      id,
      issuer,
      credentialId: credential.id,
      sha256,
      credential: text,
      verdict: read.verdict,
    });
    await tx.audit.add("passport_imported", "foreign_passport", id, { issuer, verdict: read.verdict, sha256 });
    return ok(told(read, read.verdict, id));
  });
}

function told({ issuer, credential }: Read, verdict: Verdict, id: string | null): ImportedPassport {
  const product = credential?.credentialSubject.product;
  return {
    ...{ verdict, owner: OWNERS[verdict], issuer, id },
    name: product?.name ?? null,
    registeredId: product?.registeredId ?? null,
  };
}

/** The compact JWS in what was pasted: the text itself, or what JSON of the data model envelops; null where there is none. */
function jwsIn(given: string): string | null {
  const text = given.trim();
  const isJws = (each: string) => /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/.test(each);
  if (isJws(text)) return text;
  try {
    const { id } = JSON.parse(text) as { readonly id?: unknown };
    const enveloped = typeof id === "string" ? id.replace(/^data:application\/vc\+jwt,/, "") : "";
    return isJws(enveloped) ? enveloped : null;
  } catch {
    return null;
  }
}

async function readPassport(reader: CredentialReader, now: Date, text: string | null): Promise<Read> {
  const no = (verdict: Verdict, issuer: string | null = null): Read => ({ verdict, issuer, credential: null });
  if (text === null) return no("unsigned");
  const issuer = issuerOf(reader.peek(text));
  if (issuer === null) return no("malformed");
  if (!reader.isListed(issuer)) return no("issuer_unlisted", issuer);
  const keys = await reader.keysOf(issuer);
  if (keys === null) return no("issuer_unreachable", issuer);
  const checked = await reader.check(text, keys);
  if (checked.kind !== "right") return no(checked.kind, issuer);
  const parsed = passportCredential.safeParse(checked.payload);
  if (!parsed.success) return no("not_our_schema", issuer);
  const status = await statusOf(reader, { issuer, keys, now }, parsed.data);
  const verdict = status === "valid" ? verdictOfDates(parsed.data, now) : status;
  return { verdict, issuer, credential: parsed.data };
}

function issuerOf(payload: unknown): string | null {
  const issuer = (payload as { readonly issuer?: unknown } | null)?.issuer;
  const id = typeof issuer === "string" ? issuer : (issuer as { readonly id?: unknown } | undefined)?.id;
  return typeof id === "string" ? id : null;
}

interface Asked {
  readonly issuer: string;
  readonly keys: readonly PublicKey[];
  readonly now: Date;
}

/** What the lists say of its places; what cannot be looked up is not taken for good. */
async function statusOf(
  reader: CredentialReader,
  asked: Asked,
  { credentialStatus = [] }: Credential,
): Promise<"valid" | "suspended" | "revoked" | "status_unknown"> {
  let found: "valid" | "suspended" | "status_unknown" = "valid";
  for (const entry of [credentialStatus].flat()) {
    const isSet = await bitOf(reader, asked, entry);
    if (isSet === null) found = "status_unknown";
    else if (isSet && entry.statusPurpose === "revocation") return "revoked";
    else if (isSet && found === "valid") found = "suspended";
  }
  return found;
}

async function bitOf(
  reader: CredentialReader,
  { issuer, keys, now }: Asked,
  entry: { readonly statusListCredential: string; readonly statusListIndex: string; readonly statusPurpose: string },
): Promise<boolean | null> {
  const text = await reader.statusList(issuer, entry.statusListCredential);
  const checked = text === null ? null : await reader.check(text.trim(), keys);
  const list = checked?.kind === "right" ? statusListCredentialSchema.safeParse(checked.payload) : null;
  if (!list?.success || issuerOf(list.data) !== issuer || verdictOfDates(list.data, now) !== "valid") return null;
  if (list.data.credentialSubject.statusPurpose !== entry.statusPurpose) return null;
  const bits = reader.decodeBits(list.data.credentialSubject.encodedList);
  return bits && isStatusSet(bits, Number(entry.statusListIndex));
}
