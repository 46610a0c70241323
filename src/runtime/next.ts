import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import type { Actor } from "@/application/actor";
import { assessAsOf } from "@/application/assess-as-of";
import { comparePrices } from "@/application/compare-prices";
import { ensurePreExamined } from "@/application/pre-examine-case";
import type { Queries } from "@/application/queries";
import { simulateRegimes } from "@/application/simulate-regimes";
import type { ListName } from "@/contracts/lists";
import type { PersonView } from "@/contracts/views/account";
import type { PassportView } from "@/contracts/views/passport";
import type { PreExaminationView } from "@/contracts/views/pre-examination";
import type { SavedViewView } from "@/contracts/views/saved-view";
import type { LocalDate } from "@/domain/shared/local-date";
import { services } from "./container";
import { env } from "./env";

/** Who is signed in, for this request; null when nobody is. */
export const currentPerson = cache(async (): Promise<PersonView | null> => services().signIn.personOf(await headers()));

/** The same person as use cases and queries know them. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const person = await currentPerson();
  if (!person) return null;
  const { userId, name, organisationId, organisationKind, roles } = person;
  return { kind: "person", id: userId, name, organisationId, organisationKind, roles };
});

/** What a shipment comes to under the law of a day. */
export function lawOn(actor: Actor, shipmentId: string, day: LocalDate) {
  return assessAsOf(services(), actor, shipmentId, day);
}

/** What is known of a case before it is opened; null where there is none that the actor may read. */
export async function preExaminationOf(actor: Actor, caseId: string): Promise<PreExaminationView | null> {
  const made = await ensurePreExamined(services(), actor, caseId);
  if (!made.ok) return null;
  const found = await queries().getPreExamination(actor, caseId);
  return found.ok ? found.value : null;
}

/** The prices of a shipment beside earlier ones. */
export function pricesOf(actor: Actor, shipmentId: string) {
  return comparePrices(services(), actor, shipmentId);
}

/** The goods of a shipment under several regimes. */
export function regimesOf(actor: Actor, shipmentId: string, day?: LocalDate) {
  return simulateRegimes(services(), actor, shipmentId, day);
}

/** A passport of goods; null where the actor may see none of the id. */
export async function passportOf(actor: Actor, passportId: string): Promise<PassportView | null> {
  const found = await queries().getPassport(actor, passportId, services().passports.issuer.base);
  return found.ok ? found.value : null;
}

const OFFERED = 50;

/** The last shipments that passed both gates, of whose releases a passport may tell. */
export async function releasedShipments(actor: Actor) {
  const { rows } = await queries().listShipments(actor, { limit: OFFERED, view: "released" });
  return rows.map(({ id, reference, goods }) => ({ id, reference, goods }));
}

/** What pages read. */
export function queries(): Queries {
  return services().queries;
}

/** The saved views of a list; none for who saves none. */
export async function viewsOf(actor: Actor, list: ListName): Promise<readonly SavedViewView[]> {
  const found = await queries().listSavedViews(actor, list);
  return found.ok ? found.value : [];
}

/** The day at the customs office. */
export function today(): LocalDate {
  return services().world.today();
}

/** Whether this is the demonstration or the real thing; the chip in the bar says it. */
export function mode(): "demo" | "live" {
  return env().TWOGATE_MODE;
}
