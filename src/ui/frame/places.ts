import type { PersonView } from "@/contracts/views/account";

/** Where a person can go, grouped by the work that it is. */
const PLACES = [
  { group: "work", role: "broker", href: "/broker/shipments", word: "shipments" },
  { group: "work", role: "broker", href: "/broker/stock", word: "stock" },
  { group: "work", role: "broker", href: "/broker/orders", word: "orders", kind: "broker" },
  { group: "work", role: "broker", href: "/broker/classify", word: "classify" },
  { group: "work", role: "broker", href: "/broker/origin", word: "origin" },
  { group: "work", role: "broker", href: "/broker/money", word: "money" },
  { group: "work", role: "broker", href: "/broker/returns", word: "returns" },
  { group: "work", role: "broker", href: "/time", word: "time" },
  { group: "work", role: "broker", href: "/broker/messages", word: "messages", kind: "broker" },
  { group: "work", role: "admin", href: "/broker/messages", word: "messages", kind: "broker" },
  { group: "work", role: "broker", href: "/broker/permits", word: "permits", kind: "broker" },
  { group: "work", role: "broker", href: "/broker/aeo", word: "aeo", kind: "broker" },
  { group: "work", role: "admin", href: "/broker/aeo", word: "aeo", kind: "broker" },
  { group: "work", role: "broker", href: "/broker/passports", word: "passports", kind: "broker" },
  { group: "control", role: "officer", href: "/compliance/reviews", word: "reviews" },
  { group: "control", role: "officer", href: "/admin/rules", word: "rules", kind: "authority" },
  { group: "control", role: "officer", href: "/compliance/inspections", word: "inspections", kind: "authority" },
  { group: "control", role: "officer", href: "/compliance/destructions", word: "destructions", kind: "authority" },
  { group: "control", role: "officer", href: "/compliance/alerts", word: "alerts", kind: "authority" },
  { group: "control", role: "officer", href: "/compliance/decisions", word: "decisions", kind: "authority" },
  { group: "control", role: "officer", href: "/compliance/insight", word: "insight", kind: "authority" },
  { group: "control", role: "officer", href: "/time", word: "time" },
  { group: "control", role: "admin", href: "/compliance/insight", word: "insight", kind: "authority" },
  { group: "control", role: "admin", href: "/time", word: "time" },
  { group: "administration", role: "admin", href: "/compliance/quality", word: "quality", kind: "authority" },
  { group: "administration", role: "admin", href: "/admin/aeo", word: "credit", kind: "authority" },
  { group: "administration", role: "admin", href: "/admin/law", word: "law", kind: "authority" },
  { group: "administration", role: "admin", href: "/admin/models", word: "models", kind: "authority" },
  { group: "administration", role: "admin", href: "/admin/rules", word: "rules", kind: "authority" },
  {
    group: "administration",
    role: "admin",
    href: "/admin/simulator",
    word: "simulator",
    kind: "authority",
    mode: "demo",
  },
  { group: "administration", role: "admin", href: "/admin/channels", word: "channels", kind: "broker" },
  { group: "administration", role: "admin", href: "/admin/log", word: "log", kind: "authority" },
  { group: "administration", role: "admin", href: "/admin/people", word: "people" },
  { group: "administration", role: "admin", href: "/admin/jobs", word: "jobs" },
  { group: "administration", role: "admin", href: "/admin/api-keys", word: "apiKeys" },
  { group: "administration", role: "admin", href: "/admin/webhooks", word: "webhooks" },
] as const;

export type PlaceWord = (typeof PLACES)[number]["word"];
export type PlaceGroup = (typeof PLACES)[number]["group"];

export interface Place {
  readonly group: PlaceGroup;
  readonly href: string;
  readonly word: PlaceWord;
}

/** The places of this person's roles and organisation; some are of the demonstration alone. */
export function placesOf({ roles, organisationKind }: PersonView, mode: "demo" | "live"): readonly Place[] {
  const own = PLACES.filter(
    (place) =>
      roles.includes(place.role) &&
      (!("kind" in place) || place.kind === organisationKind) &&
      (!("mode" in place) || place.mode === mode),
  );
  // Who has two roles that lead to one place finds it once.
  return own
    .filter((place, index) => own.findIndex(({ href }) => href === place.href) === index)
    .map(({ group, href, word }) => ({ group, href, word }));
}
