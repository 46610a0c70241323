import type { Actor } from "@/application/actor";
import { fillFromPassport } from "@/application/fill-from-passport";
import { issuePassport } from "@/application/issue-passport";
import { changePassport, discardPassport, renewPassport } from "@/application/keep-passports";
import { liftSuspension, revokePassport, suspendPassport } from "@/application/take-back-passport";
import { type House, must, PUBLISHED_AT } from "./house";
import { colleagueOf, draftOf, issuedOf } from "./passports";
import { TOYS } from "./toys";

/** A draft, an issued and a suspended passport of the first broker; their ids. */
export async function passportOf(house: House) {
  const suspended = (await issuedOf(house, { batch: "SUSPENDED" })).id;
  const why = { reason: "recalled", note: "The paint flakes." } as const;
  must(await suspendPassport(house, colleagueOf(house.broker), { passportId: suspended, ...why }));
  return { draft: await draftOf(house, { batch: "DRAFT" }), issued: (await issuedOf(house)).id, suspended };
}

interface Tried {
  readonly house: () => House;
  readonly actor: () => Actor;
  readonly ids: () => Awaited<ReturnType<typeof passportOf>>;
}

/** Every use case of passports that takes an id, tried by a stranger. */
export function passportActs({ house, actor, ids, shipmentId }: Tried & { readonly shipmentId: () => string }) {
  const ports = () => ({ ...house(), ...house().passports });
  const why = { reason: "recalled", note: "Not theirs." } as const;
  return {
    changePassport: () => changePassport(house(), actor(), { passportId: ids().draft, content: TOYS, shipmentIds: [] }),
    discardPassport: () => discardPassport(house(), actor(), ids().draft),
    fillFromPassport: () => fillFromPassport(house(), actor(), { shipmentId: shipmentId(), line: 1, goods: TOYS.gtin }),
    renewPassport: () => renewPassport(ports(), actor(), ids().issued),
    issuePassport: () => issuePassport(ports(), actor(), ids().draft),
    suspendPassport: () => suspendPassport(house(), actor(), { passportId: ids().issued, ...why }),
    liftSuspension: () => liftSuspension(house(), actor(), ids().suspended),
    revokePassport: () => revokePassport(house(), actor(), { passportId: ids().suspended, ...why }),
  };
}

/** Every query of passports, and what it gives a stranger. */
export function passportQueries({ house, actor, ids }: Tried) {
  const queries = () => house().queries;
  return {
    listPassports: [
      async () => must(await queries().listPassports(actor(), { limit: 50, list: "in_force" })),
      { rows: [], nextCursor: null },
    ],
    getPassport: [async () => must(await queries().getPassport(actor(), ids().issued, PUBLISHED_AT)), null],
  } as const;
}
