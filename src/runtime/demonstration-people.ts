import { ensureOrganisation, ensurePerson } from "@/adapters/better-auth/people";
import { keepGuarantee, keepOffice } from "@/adapters/postgres/offices";
import type { Actor, Role } from "@/application/actor";
import { services } from "./container";
import { env } from "./env";

/** The password of every person of the demonstration, and of nobody else. */
export const DEMO_PASSWORD = "two-gates-one-declaration";

const GUARANTEE_CNY = "5000000.00";

const EMAILS = {
  broker: "broker@harbour.example",
  otherBroker: "broker@lotus.example",
  officer: "officer@customs.example",
  secondOfficer: "officer2@customs.example",
  admin: "admin@customs.example",
  secondAdmin: "admin2@customs.example",
} as const;

/** Makes the organisations and people of the demonstration, once, and gives them as actors. */
export async function ensureDemonstrationPeople() {
  const { auth, people } = services();
  const harbour = await ensureOrganisation(people, {
    name: "Harbour Brokers",
    slug: "harbour-brokers",
    kind: "broker",
  });
  const lotus = await ensureOrganisation(people, { name: "Lotus Clearance", slug: "lotus-clearance", kind: "broker" });
  const customs = await ensureOrganisation(people, {
    name: "Pudong Customs",
    slug: "pudong-customs",
    kind: "authority",
  });
  const url = env().DATABASE_URL;
  await keepOffice(url, customs, { code: "2201", name: "Pudong Customs, bonded zone office" });
  for (const house of [harbour, lotus]) await keepGuarantee(url, house, GUARANTEE_CNY);
  const make = async (
    key: keyof typeof EMAILS,
    name: string,
    organisationId: string,
    organisationKind: "broker" | "authority",
    roles: Role[],
  ): Promise<Actor> => {
    const id = await ensurePerson(auth, people, {
      name,
      email: EMAILS[key],
      password: DEMO_PASSWORD,
      organisationId,
      roles,
    });
    return { kind: "person", id, name, organisationId, organisationKind, roles };
  };
  return {
    emails: EMAILS,
    broker: await make("broker", "Mei Tan", harbour, "broker", ["broker", "admin"]),
    otherBroker: await make("otherBroker", "Jonas Berg", lotus, "broker", ["broker", "admin"]),
    officer: await make("officer", "Li Wei", customs, "authority", ["officer"]),
    secondOfficer: await make("secondOfficer", "Chen Rong", customs, "authority", ["officer"]),
    admin: await make("admin", "Zhao Min", customs, "authority", ["admin"]),
    secondAdmin: await make("secondAdmin", "Sun Ling", customs, "authority", ["admin"]),
  };
}
