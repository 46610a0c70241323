import type { ListName } from "@/contracts/lists";
import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise, type Permission, worksOnCases } from "./actor";

/** What leave each list asks for; the cases are those of who works on them. */
const LEAVE = {
  shipments: "read",
  orders: "feed_orders",
  reviews: null,
  messages: "see_messages",
  permits: "keep_permits",
  passports: "keep_passports",
  returns: "see_money",
  items: "keep_book",
  whitelist: "propose_aeo",
  people: "see_people",
  decisions: "see_workbench",
} as const satisfies Readonly<Record<ListName, Permission | null>>;

/** Whether the actor may see the list at all; which of its rows, its query says. */
export function seesList(actor: Actor, list: ListName): Result<void, Failure> {
  const permission = LEAVE[list];
  if (permission !== null) return authorise(actor, permission);
  return worksOnCases(actor) ? ok(undefined) : err({ kind: "forbidden", permission: "see_workbench" });
}
