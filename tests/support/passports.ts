import { v7 } from "uuid";
import type { Actor } from "@/application/actor";
import { issuePassport } from "@/application/issue-passport";
import { draftPassport } from "@/application/keep-passports";
import type { PassportContent } from "@/domain/passport/passport";
import { type House, must } from "./house";
import { TOYS } from "./toys";

/** Another person of the same broker. */
export function colleagueOf(actor: Actor): Actor {
  return { ...actor, id: v7(), name: "colleague" } as Actor;
}

/** A draft of the first broker; its id. */
export async function draftOf(house: House, change: Partial<PassportContent> = {}): Promise<string> {
  const draft = { content: { ...TOYS, ...change }, shipmentIds: [] };
  return must(await draftPassport({ ...house, ...house.passports }, house.broker, draft)).id;
}

/** An issued passport of the first broker. */
export async function issuedOf(
  house: House,
  change: Partial<PassportContent> = {},
): Promise<{ id: string; publicId: string }> {
  const id = await draftOf(house, change);
  const { publicId } = must(await issuePassport({ ...house, ...house.passports }, house.broker, id));
  return { id, publicId };
}
