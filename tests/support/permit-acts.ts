import type { Actor } from "@/application/actor";
import { changePermit, recordPermit, withdrawPermit } from "@/application/keep-permits";
import { type House, must } from "./house";

const TERMS = {
  ...{ holder: "Holder", issuer: "Issuer", commodityPrefixes: [], words: [], origins: [] },
  ...{ quantity: null, unit: null, validFrom: "2026-01-01", validTo: null },
};

/** A permit of the first broker; its id. */
export async function permitOf(house: House): Promise<string> {
  const given = { ...TERMS, kind: "quarantine_permit", number: "AP-2026-1" };
  return must(await recordPermit(house, house.broker, given)).id;
}

interface Tried {
  readonly house: () => House;
  readonly actor: () => Actor;
  readonly permitId: () => string;
}

/** Every use case of permits that takes an id, tried by a stranger. */
export function permitActs({ house, actor, permitId }: Tried) {
  return {
    changePermit: () => changePermit(house(), actor(), { permitId: permitId(), ...TERMS }),
    withdrawPermit: () => withdrawPermit(house(), actor(), permitId()),
  };
}

/** Every query of permits, and what it gives a stranger; the kinds are the law's, and the same for everybody. */
export function permitQueries({ house, actor }: Pick<Tried, "house" | "actor">) {
  const queries = () => house().queries;
  return {
    listPermits: [
      async () => must(await queries().listPermits(actor(), { limit: 50, list: "on_record" })),
      { rows: [], nextCursor: null },
    ],
    listPermitKinds: [async () => must(await queries().listPermitKinds(actor())).filter(({ code }) => code === ""), []],
    listEndings: [async () => must(await queries().listEndings(actor())), []],
    countEndingPermits: [async () => must(await queries().countEndingPermits(actor())), 0],
  } as const;
}
